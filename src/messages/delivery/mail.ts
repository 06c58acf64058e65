import MailComposer from 'nodemailer/lib/mail-composer';
import type { Letter } from './letter.ts';

/** A letter in the terms of nodemailer. Nothing in it is ever read from a file or an address. */
export const mailOptions = ({ messageId, date, from, to, language, subject, text }: Letter) => ({
  messageId: `<${messageId}>`,
  date,
  from,
  to,
  subject,
  text,
  // RFC 3834: so that nobody's holiday notice answers; RFC 3282.
  headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** A letter in the Internet Message Format (RFC 5322), as it stands in an .eml file. */
export const mailOf = (letter: Letter): Promise<Buffer> =>
  new MailComposer({ ...mailOptions(letter), newline: '\r\n' }).compile().build();
