import type { TextLanguage } from '../../../src/kernel/index.ts';
import type { Sector } from '../../../src/roles/index.ts';

/** How one language speaks of an occupation. Tasks are noun phrases, so that they fit any sentence around them. */
export interface Words {
  title: string;
  degree: string;
  skills: readonly string[];
  tasks: readonly string[];
}

/** Work that people of the population do and that its roles offer. */
export interface Occupation extends Record<TextLanguage, Words> {
  name: string;
  sector: Sector;
  tools: readonly string[];
}

export const words = (title: string, degree: string, skills: string, tasks: string): Words => ({
  title,
  degree,
  skills: listed(skills),
  tasks: listed(tasks),
});

export const occupation = (
  sector: Sector,
  name: string,
  tools: string,
  ...[en, sv, fr]: [Words, Words, Words]
): Occupation => ({ name, sector, tools: listed(tools), en, sv, fr });

/** Lists are written as they are read: `one; two; three`. */
export const listed = (text: string): string[] => text.split('; ');
