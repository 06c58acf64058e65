import type { ReadCv } from './reading.ts';
import { matchesOf, type Span } from './span.ts';

const IMAGE_FILE = /(?<![\w-])[\w-]{1,200}\.(?:jpe?g|png|gif|webp|heic|tiff?|bmp)\b/g;
const MARKDOWN_IMAGE = /!\[[^\]\n]{0,200}\](?:\([^)\n]{0,2000}\))?/g;
const LABEL = /^[ \t]*(?:photo|photograph|foto|bild|portratt|portrait|picture)[ \t]*:[^\n]*/gm;

/** Links to photographs and names of image files. */
export const photosIn = ({ plain }: ReadCv): Span[] =>
  [IMAGE_FILE, MARKDOWN_IMAGE, LABEL].flatMap((pattern) => matchesOf(plain, pattern));
