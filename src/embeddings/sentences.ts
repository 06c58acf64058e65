/** Whether `\s` of a regular expression matches the UTF-16 unit. */
export const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  (code >= 0x1680 &&
    (code === 0x1680 ||
      (code >= 0x2000 && code <= 0x200a) ||
      code === 0x2028 ||
      code === 0x2029 ||
      code === 0x202f ||
      code === 0x205f ||
      code === 0x3000 ||
      code === 0xfeff));

const STOPS = '.!?…';
const STOPS_WITHOUT_SPACE = '。！？｡';
const CLOSERS = '"\'»”’)]}›';

/**
 * Where the sentence that begins at `from` ends, at most at `to`: after its stop and closing quotes. A stop
 * ends a sentence when white space and something other than a small letter follow, and when the word before
 * it is longer than an initial or a shortened form (`M.`, `Dr.`, `t.ex.`, `bl.a.`, `p. ex.`).
 */
export function sentenceEnd(text: string, from: number, to: number): number {
  let wordFrom = from;
  for (let at = from; at < to; at += 1) {
    const char = text[at]!;
    if (isSpace(text.charCodeAt(at))) wordFrom = at + 1;
    const dense = STOPS_WITHOUT_SPACE.includes(char);
    if (!dense && !STOPS.includes(char)) continue;
    let end = at + 1;
    while (end < to && (STOPS + STOPS_WITHOUT_SPACE + CLOSERS).includes(text[end]!)) end += 1;
    if (dense) return end;
    if (end < to && isSpace(text.charCodeAt(end)) && !isShortForm(text, wordFrom, at, char)) {
      let next = end;
      while (next < to && isSpace(text.charCodeAt(next))) next += 1;
      if (!/^\p{Ll}/u.test(text.slice(next, next + 2))) return end;
      at = next - 1;
      wordFrom = next;
    } else {
      at = end - 1;
    }
  }
  return to;
}

const SHORT_FORMS = new Set([
  'dr',
  'mr',
  'mrs',
  'ms',
  'mme',
  'mlle',
  'st',
  'no',
  'nr',
  'tel',
  'tfn',
  'inc',
  'ltd',
  'ca',
  'kl',
]);

function isShortForm(text: string, from: number, at: number, stop: string): boolean {
  if (stop !== '.' || at - from > 6) return false;
  const word = text.slice(from, at).replace(/^[("'«]+/, '');
  return (
    /^\p{L}$/u.test(word) || /^\p{L}{1,2}\.\p{L}{1,3}$/u.test(word) || SHORT_FORMS.has(word.toLowerCase())
  );
}
