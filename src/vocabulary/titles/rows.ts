import { bareLetters, wordsOf } from '../words/tokens.ts';
import { titleForms, type TitleForms } from './title-forms.ts';

/** Different titles, a row each: what is written alike, but for capitals and accents, is embedded once. */
export class Rows {
  readonly forms: TitleForms[] = [];
  readonly #rowOf = new Map<string, number>();

  /** The row of a title, made if it is the first of its kind. */
  add(title: string): number {
    const forms = titleForms(title);
    const key = forms.forms.map(keyOf).join('/');
    const known = this.#rowOf.get(key);
    if (known !== undefined) return known;
    this.#rowOf.set(key, this.forms.length);
    return this.forms.push(forms) - 1;
  }
}

/** What two ways to write one title have in common: their words in order, without capitals and accents. */
export const keyOf = (form: string): string => wordsOf(bareLetters(form)).join(' ') || form;
