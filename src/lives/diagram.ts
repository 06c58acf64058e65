import type { Life, Move } from './life.ts';

/** A life as a Mermaid state diagram with a table of its moves, in Markdown. */
export function diagramOf(life: Life): string {
  const moves = Object.entries<Move<string>>(life.moves);
  const ends = Object.keys(life.states).filter(
    (state) => !moves.some(([, { from }]) => from.includes(state)),
  );
  return [
    `## ${life.title}`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${life.begins}`,
    ...moves.flatMap(([name, { from, to }]) => from.map((state) => `  ${state} --> ${to}: ${name}`)),
    ...ends.map((state) => `  ${state} --> [*]`),
    '```',
    '',
    '| state | meaning |',
    '|---|---|',
    ...Object.entries(life.states).map(([state, meaning]) => `| ${state} | ${meaning} |`),
    '',
    '| move | permission | what must hold |',
    '|---|---|---|',
    ...moves.map(([name, move]) => `| ${name} | ${permissionOf(move)} | ${conditionsOf(move)} |`),
    '',
  ].join('\n');
}

const permissionOf = ({ action, consequence }: Move<string>): string =>
  consequence ? `follows by itself (\`${action}\`)` : `\`${action}\``;

const conditionsOf = ({ holds, reason }: Move<string>): string =>
  [...(holds ? [holds] : []), ...(reason ? ['a reason is given'] : [])].join('; ');
