/** Elements that begin and end a line. */
const LINES = new Set('div li tr dt dd section article header footer main'.split(' '));
/** Elements with a blank line around them. */
const PARAGRAPHS = new Set('p ul ol dl table blockquote pre hr h1 h2 h3 h4 h5 h6'.split(' '));
/** Elements whose content is no text. */
const HIDDEN = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'svg']);
/** What makes a text HTML: `List<String>` and `a < b` do not. */
const MARKUP =
  /<\/?(?:p|br|div|ul|ol|li|h[1-6]|b|i|u|strong|em|span|a|table|tbody|thead|tr|td|th|section|article|header|footer|main|hr|font|blockquote|pre|html|body|head|script|style|img|sup|sub|small|dl|dt|dd|code|center)(?:\s[^<>]*)?\/?>/i;

/**
 * The text of a piece of HTML, with its paragraphs, lists and lines; a plain text stays as it is. HTML that was
 * escaped once too often, as many job boards send it, is read as HTML.
 */
export function htmlText(source: string): string {
  if (MARKUP.test(source)) return textOf(source);
  const decoded = decodeEntities(source);
  return MARKUP.test(decoded) ? textOf(decoded) : decoded;
}

/** What has been written so far, and the space that has to come before the next word. */
class Writer {
  private text = '';
  private breaks = 0;
  private space = false;
  /** A bullet has been written, and nothing behind it yet: `<li><p>` stays on its line. */
  private fresh = false;
  /** A heading has just ended: what it heads stands right below. */
  private headed = false;

  /** Words of a running text, in which white space means one space. */
  words(raw: string): void {
    for (const word of raw.split(/([ \t\r\n\f]+)/)) {
      if (word === '') continue;
      if (/^[ \t\r\n\f]/.test(word)) this.space = true;
      else this.verbatim(word);
    }
  }

  /** A text whose white space counts. */
  verbatim(raw: string): void {
    if (this.text !== '' && this.breaks > 0) this.text += '\n'.repeat(Math.min(this.breaks, 2));
    else if (this.space && this.text !== '' && !/\s$/.test(this.text)) this.text += ' ';
    this.text += raw;
    this.breaks = 0;
    this.space = false;
    this.fresh = false;
    this.headed = false;
  }

  /** The bullet or number of an item. */
  bullet(raw: string): void {
    this.verbatim(raw);
    this.fresh = true;
  }

  break(lines: number): void {
    if (this.fresh) return;
    this.breaks = this.headed ? 1 : Math.max(this.breaks, lines);
    this.space = false;
  }

  endHeading(): void {
    this.break(1);
    this.headed = true;
  }

  /** Each `<br>` is a line more. */
  newline(): void {
    if (this.fresh) return;
    this.breaks += 1;
    this.space = false;
  }

  get result(): string {
    return this.text.replace(/[ \t]+$/gm, '').trim();
  }
}

function textOf(html: string): string {
  const writer = new Writer();
  /** Open lists with the number of their next item; 0 for bullets. */
  const lists: number[] = [];
  let preformatted = 0;
  const write = (raw: string) =>
    preformatted > 0 ? writer.verbatim(decodeEntities(raw)) : writer.words(decodeEntities(raw));

  for (let at = 0; at < html.length;) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      write(html.slice(at));
      break;
    }
    if (open > at) write(html.slice(at, open));
    if (html.startsWith('<!--', open)) {
      at = behind(html, '-->', open);
      continue;
    }
    const [, slash = '', name] = /^<([/!?]?)([a-zA-Z][a-zA-Z0-9]*)/.exec(html.slice(open, open + 24)) ?? [];
    if (name === undefined) {
      write('&lt;');
      at = open + 1;
      continue;
    }
    const tag = name.toLowerCase();
    at = behind(html, '>', open);
    if (slash === '' && HIDDEN.has(tag)) {
      const closing = new RegExp(`</${tag}[^>]*>`, 'gi');
      closing.lastIndex = at;
      at = closing.test(html) ? closing.lastIndex : html.length;
      continue;
    }
    const list = tag === 'ul' || tag === 'ol';
    const inList = lists.length > (list && slash ? 1 : 0);
    if (tag === 'br') writer.newline();
    else if (tag === 'td' || tag === 'th') writer.words(' ');
    else if (slash && /^h[1-6]$/.test(tag)) writer.endHeading();
    else if (PARAGRAPHS.has(tag)) writer.break(inList && (list || tag === 'p') ? 1 : 2);
    else if (LINES.has(tag)) writer.break(1);

    if (list) {
      if (slash) lists.pop();
      else lists.push(tag === 'ol' ? 1 : 0);
    }
    if (tag === 'pre') preformatted = Math.max(preformatted + (slash ? -1 : 1), 0);
    if (tag === 'li' && !slash) {
      const number = lists.at(-1) ?? 0;
      writer.bullet(`${'  '.repeat(Math.max(lists.length - 1, 0))}${number > 0 ? `${number}.` : '-'} `);
      if (number > 0) lists[lists.length - 1] = number + 1;
    }
  }
  return writer.result;
}

/** The place behind the mark, or the end: what is never closed reaches to the end. */
function behind(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

/** Named characters from 160 on in their order (HTML 4, Latin-1). */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  );

/** Further names with their characters, a pair a word. */
const FURTHER =
  'amp& lt< gt> quot" apos\' ndash– mdash— hellip… bull• lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ lsaquo‹ rsaquo› euro€ trade™ OEligŒ oeligœ ScaronŠ scaronš YumlŸ rarr→ larr← harr↔ check✓ star☆ starf★ minus− le≤ ge≥';

const NAMED = new Map<string, string>([
  ...LATIN_1.map((name, index): [string, string] => [name, String.fromCharCode(160 + index)]),
  ...FURTHER.split(' ').map((pair): [string, string] => [pair.slice(0, -1), pair.slice(-1)]),
  ...['ensp', 'emsp', 'thinsp'].map((name): [string, string] => [name, ' ']),
]);

/** Replaces character references; unknown ones stay as they are. No-break spaces become spaces. */
export const decodeEntities = (text: string): string =>
  text
    .replace(
      /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,9}));/g,
      (reference, ...found) => {
        const [decimal, hexadecimal, name] = found as (string | undefined)[];
        if (name !== undefined) return NAMED.get(name) ?? reference;
        return character(decimal === undefined ? parseInt(hexadecimal!, 16) : Number(decimal)) ?? reference;
      },
    )
    .replaceAll('\u00a0', ' ')
    .replaceAll('\u00ad', '');

function character(code: number): string | undefined {
  const drawn = code >= 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
  const whole = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return drawn && whole ? String.fromCodePoint(code) : undefined;
}

/** A plain text as HTML: lines that stand together are a paragraph. */
export const textHtml = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('\n');

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
