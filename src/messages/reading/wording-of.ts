import type { TextLanguage } from '../../kernel/index.ts';
import type { Message } from '../message.entity.ts';
import { templateRegister, type Wording } from '../template.ts';

/**
 * The words of a stored message in a language; null when its template is not known here or no longer takes its
 * parameters, as when an older process reads what a newer one announced.
 */
export function wordingOf(
  { template: name, parameters }: Pick<Message, 'template' | 'parameters'>,
  language: TextLanguage,
): Wording | null {
  const template = templateRegister().get(name);
  const read = template?.parameters.safeParse(parameters);
  return template && read?.success ? template.words[language](read.data) : null;
}
