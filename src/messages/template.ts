import type { ZodType } from 'zod';
import type { TextLanguage } from '../kernel/index.ts';

/** A message in one language, filled in. */
export interface Wording {
  /** One line. */
  subject: string;
  /** Plain text, without greeting and signature, which every message gets. */
  text: string;
}

/** What a message says, in every language, from the same parameters. */
export interface Template<Parameters extends object = object> {
  /** `subject.change`; kept for ever, since waiting messages carry it. */
  name: string;
  parameters: ZodType<Parameters>;
  words: Readonly<Record<TextLanguage, (parameters: Parameters) => Wording>>;
}

const register = new Map<string, Template>();

/** Declares a template and enters it in the register. @throws Error when the name is taken. */
export function defineTemplate<Parameters extends object>(
  template: Template<Parameters>,
): Template<Parameters> {
  if (register.has(template.name)) throw new Error(`The template ${template.name} is defined twice`);
  register.set(template.name, template as unknown as Template);
  return template;
}

/** Every template declared by the rooms loaded so far, by name. */
export const templateRegister = (): ReadonlyMap<string, Template> => register;
