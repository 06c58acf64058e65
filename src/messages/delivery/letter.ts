import type { EntityManager } from '../../database/index.ts';
import type { TextLanguage } from '../../kernel/index.ts';
import type { RecipientKind } from '../message.entity.ts';
import type { Wording } from '../template.ts';

/** Where a recipient is written to, found anew for each message. */
export interface Addressee {
  /** Whom the letter greets. */
  name: string;
  email: string;
  language: TextLanguage;
  /** The organisation that the message is for, where its representative is written to in its place. */
  onBehalfOf?: string | undefined;
}

/**
 * Finds who is written to for a recipient; null when there is nobody. Wired in `src/service.ts`: this room knows
 * neither talents nor organisations.
 */
export type AddresseeOf = (
  em: EntityManager,
  recipient: { kind: RecipientKind; id: string },
) => Promise<Addressee | null>;

/** A message as it goes out: the same message gives the same letter, whenever it is written. */
export interface Letter {
  /** Of the message. */
  id: string;
  /** RFC 5322 Message-ID without angle brackets: equal for every copy, so that a repetition can be told. */
  messageId: string;
  date: Date;
  from: string;
  to: { name: string; address: string };
  language: TextLanguage;
  subject: string;
  text: string;
}

const FRAMES: Readonly<
  Record<TextLanguage, { greeting: (name: string) => string; onBehalf: (of: string) => string; end: string }>
> = {
  en: {
    greeting: (name) => `Hello ${name},`,
    onBehalf: (of) => `You receive this message because you represent ${of}.`,
    end: 'Kind regards\nTandem',
  },
  sv: {
    greeting: (name) => `Hej ${name}!`,
    onBehalf: (of) => `Du får det här meddelandet eftersom du företräder ${of}.`,
    end: 'Vänliga hälsningar\nTandem',
  },
  fr: {
    greeting: (name) => `Bonjour ${name},`,
    onBehalf: (of) => `Vous recevez ce message parce que vous représentez ${of}.`,
    end: 'Cordialement,\nTandem',
  },
};

/** A message between its greeting and its signature, in the addressee's language. */
export function letterTo(
  addressee: Addressee,
  message: { id: string; announcedAt: Date },
  { subject, text }: Wording,
  from: string,
): Letter {
  const { name, email, language, onBehalfOf } = addressee;
  const frame = FRAMES[language];
  const parts = [
    frame.greeting(oneLine(name)),
    text,
    ...(onBehalfOf === undefined ? [] : [frame.onBehalf(oneLine(onBehalfOf))]),
    frame.end,
  ];
  return {
    id: message.id,
    messageId: `${message.id}@${domainOf(from)}`,
    date: message.announcedAt,
    from,
    to: { name: oneLine(name), address: email },
    language,
    subject: oneLine(subject),
    text: `${parts.join('\n\n')}\n`,
  };
}

/** What people typed as a name or a title may hold line ends. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The domain of an address: `tandem.example.org` of `Tandem <post@tandem.example.org>`. */
const domainOf = (address: string): string => /@([^\s>@]+)>?\s*$/.exec(address)![1]!;
