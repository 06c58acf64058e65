import type { Judgement } from './condition.ts';

/**
 * Does the CV name every must-have skill? It never fails: a CV that is silent, or says it in other words or
 * another language, proves nothing.
 * @param named those of `mustHave` that the CV names.
 */
export function judgeSkills(mustHave: readonly string[], named: readonly string[]): Judgement | null {
  if (mustHave.length === 0) return null;
  const silent = mustHave.filter((skill) => !named.includes(skill));
  if (silent.length === 0)
    return { condition: 'SKILLS', verdict: 'MET', reason: `the CV names ${named.join(', ')}` };
  const found = named.length > 0 ? `the CV names ${named.join(', ')}; ` : '';
  return {
    condition: 'SKILLS',
    verdict: 'UNKNOWN',
    reason: `${found}not in so many words: ${silent.join(', ')}`,
  };
}
