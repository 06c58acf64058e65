import { z } from 'zod';

/** Stands in a link template for the secret of the meeting. */
const PLACE = '{meeting}';

/**
 * An address of video meetings: https, without a login in it, and with the meeting's secret in its path or query: in
 * the host's name it would be looked up, and so seen, on the way.
 */
export const linkTemplateData = z
  .string()
  .trim()
  .max(500)
  .refine(isLinkTemplate, 'is no https address with {meeting} in its path or query');

function isLinkTemplate(template: string): boolean {
  if (!template.includes(PLACE)) return false;
  const [one, other] = ['one', 'other'].map((word) => {
    const filled = template.replaceAll(PLACE, word);
    return URL.canParse(filled) ? new URL(filled) : null;
  });
  return (
    one?.protocol === 'https:' &&
    one.host === other?.host &&
    !one.username &&
    `${one.pathname}${one.search}` !== `${other.pathname}${other.search}`
  );
}
