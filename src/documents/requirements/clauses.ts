/** A stretch of a text: offsets in UTF-16 units, `end` exclusive, no white space at either end. */
export interface Span {
  start: number;
  end: number;
}

/** What a semicolon parts from the rest must have so many words to stand alone. */
const FEWEST_WORDS = 3;
/** The most that one requirement holds; a longer clause is cut between words, an unspaced one between characters. */
const MOST_WORDS = 40;
const MOST_CHARACTERS = 400;

/**
 * Cuts a sentence at its semicolons, and where it is too long. Commas do not cut: with e5-small and the
 * development half of the cast, clauses between commas found the right talents with a mean average precision of
 * 0.88 where whole sentences came to 0.91. The spans lie inside the given one, in order, and do not overlap.
 */
export function clausesOf(text: string, sentence: Span): Span[] {
  const clauses: Span[] = [];
  let { start } = sentence;
  for (let at = start; at < sentence.end; at += 1) {
    const enough = text[at] === ';' && wordsIn(text, { start, end: at }) >= FEWEST_WORDS;
    if (!enough || wordsIn(text, { start: at + 1, end: sentence.end }) < FEWEST_WORDS) continue;
    clauses.push({ start, end: at });
    start = at + 1;
  }
  clauses.push({ start, end: sentence.end });
  return clauses.flatMap((clause) => {
    const span = trimmed(text, clause);
    return span ? cutToSize(text, span) : [];
  });
}

const wordsIn = (text: string, { start, end }: Span): number =>
  text.slice(start, end).split(/\s+/).filter(Boolean).length;

/** The span without white space and marks of lists at its ends; undefined when nothing is left. */
function trimmed(text: string, { start, end }: Span): Span | undefined {
  const own = text.slice(start, end);
  const lead = /^(?:\s|[-*•‣◦▪▫●○■□◆►➢➤✓✔–—·](?=\s|$))*/u.exec(own)![0].length;
  const tail = /[\s,;]*$/u.exec(own)![0].length;
  return lead + tail >= own.length ? undefined : { start: start + lead, end: end - tail };
}

function cutToSize(text: string, span: Span): Span[] {
  const parts: Span[] = [];
  let part: Span | undefined;
  let words = 0;
  for (const word of wordsOf(text, span)) {
    if (part && (words === MOST_WORDS || word.end - part.start > MOST_CHARACTERS)) {
      parts.push(part);
      part = undefined;
      words = 0;
    }
    part = part ? { ...part, end: word.end } : word;
    words += 1;
  }
  return part ? [...parts, part] : parts;
}

/** The words of a span; one longer than a whole requirement may be comes in pieces that split no character. */
function* wordsOf(text: string, { start, end }: Span): Generator<Span> {
  for (const match of text.slice(start, end).matchAll(/\S+/gu)) {
    const last = start + match.index + match[0].length;
    for (let at = start + match.index; at < last;) {
      let next = Math.min(at + MOST_CHARACTERS, last);
      if (next < last && /[\ud800-\udbff]/.test(text[next - 1]!)) next -= 1;
      yield { start: at, end: next };
      at = next;
    }
  }
}
