/** In brackets: what is not meant. */
const EXCEPTION_IN_BRACKETS =
  /[([](?:except|excluding|excl\.|utom|förutom|ej|sauf|à l'exception)(?!\p{L})[^()[\]]*[)\]]/giu;

/** Not in brackets: everything that follows says what is not meant, or that the rest is. */
const EXCEPTION =
  / ?(?:[,(] ?ej|[,(]? ?(?<!\p{L})(?:(?:all|not elsewhere|not otherwise) (?:other|classified|specified)|except|excluding|utom|förutom|sauf|à l'exception))(?!\p{L}).*/iu;

/** `m.fl.`, `m.m.`, `o.d.`, `et assimilés`, `non classés ailleurs`: there is more of the kind. */
const AND_SO_ON =
  /[,(]? ?(?<!\p{L})(?:m\.? ?fl|m\. ?m|o\. ?d(?:yl)?|etc|et (?:professions )?assimilée?s?|non class\p{L}* ailleurs)(?!\p{L})\.?\)?/giu;

/** The same at the end of a title: `, övriga`, `n.e.c.`, `n.c.a.`, `sip`, `and related workers`. */
const REST_AT_END =
  /(?:[,(] ?(?:övriga?|autres?|other)|[,(]? ?(?<!\p{L})(?:n\.? ?e\.? ?c|n\.? ?c\.? ?a|s\.? ?i\.? ?p|and related (?:(?:trades )?workers|occupations|(?:associate )?professionals)))\.?\)? ?$/iu;

/** The same at its beginning: `Övriga väktare`, `Autres musiciens`. */
const REST_AT_BEGINNING = /^ ?(?:all other|other|miscellaneous|övrig[at]?|andra|autres?) (?=\p{L}{2})/iu;

/**
 * A title without what says that something is left out, or that the rest of a kind is meant, as groups of
 * classifications are called: it names no work.
 * @param title its blanks single.
 */
export const withoutRest = (title: string): string =>
  title
    .replace(EXCEPTION_IN_BRACKETS, ' ')
    .replace(EXCEPTION, ' ')
    .replace(AND_SO_ON, ' ')
    .replace(REST_AT_END, ' ')
    .replace(REST_AT_BEGINNING, '');
