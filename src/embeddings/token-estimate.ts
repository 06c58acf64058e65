/**
 * An upper estimate of the tokens that a subword vocabulary makes of one word, without the vocabulary.
 *
 * Latin letters of one case run at 0.6 and other letters at one token each, every sign at one, and one more
 * for the mark of the word's start. Compatibility characters count as what NFKC makes of them.
 */
export function tokenEstimate(text: string, start: number, end: number): number {
  let tokens = 1;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if ((code >= 97 && code <= 122) || (code >= 0xdf && code <= 0xff)) tokens += 0.6;
    else if (code < 0x80) tokens += 0.85;
    else if (code < 0x250) tokens += 0.85;
    else if (code >= 0xd800 && code <= 0xdbff) {
      tokens += text.slice(at, at + 2).normalize('NFKC').length;
      at += 1;
    } else tokens += text[at]!.normalize('NFKC').length;
  }
  return tokens;
}
