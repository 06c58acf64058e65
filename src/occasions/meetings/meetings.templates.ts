import { z } from 'zod';
import type { TextLanguage } from '../../kernel/index.ts';
import { defineTemplate, type Wording } from '../../messages/index.ts';

const change = z.strictObject({
  /** In which its times are told, where it is another than the message's: of another leg of a mission. */
  zone: z.string().optional(),
  kind: z.enum(['NEW', 'MOVED', 'CANCELLED']),
  startsAt: z.iso.datetime(),
  /** When a moved one was to begin before. */
  before: z.iso.datetime().nullable(),
  /** The employer's name, for the talent; null for the employer, who may not know who the talent is. */
  employer: z.string().nullable(),
  /** The title of the role. */
  role: z.string().nullable(),
});

const parameters = z.strictObject({
  occasion: z.string(),
  /** In which times are told. */
  zone: z.string().meta({ examples: ['Europe/Stockholm'] }),
  changes: z.array(change).min(1),
});

export type MeetingChange = z.output<typeof change>;
export type MeetingsChanged = z.output<typeof parameters>;

interface Words {
  subject: (occasion: string) => string;
  intro: (occasion: string, zone: string) => string;
  kinds: Record<MeetingChange['kind'], string>;
  instead: (before: string) => string;
  talent: string;
  outro: string;
}

/** What changed, a line each, in the order of time. */
const inWords =
  (language: TextLanguage, words: Words) =>
  ({ occasion, zone, changes }: MeetingsChanged): Wording => {
    const format = (instant: string, timeZone: string): string =>
      new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
        dateStyle: 'full',
        timeStyle: 'short',
        timeZone,
      }).format(new Date(instant));
    const lines = changes
      .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
      .map(({ kind, startsAt, before, employer, role, zone: own = zone }) => {
        const who = [employer ?? words.talent, role].filter(Boolean).join(', ');
        const moved = before !== null && before !== startsAt ? ` ${words.instead(format(before, own))}` : '';
        const elsewhere = own === zone ? '' : ` (${own})`;
        return `- ${words.kinds[kind]}: ${format(startsAt, own)}${elsewhere}${moved}: ${who}`;
      });
    return {
      subject: words.subject(occasion),
      text: [words.intro(occasion, zone), '', ...lines, '', words.outro].join('\n'),
    };
  };

/** One message with all that changes in somebody's agenda by one deed: publishing, booking, moving, calling off. */
export const meetingsChanged = defineTemplate<MeetingsChanged>({
  name: 'meetings.changed',
  parameters,
  words: {
    en: inWords('en', {
      subject: (occasion) => `Your meetings at ${occasion}`,
      intro: (occasion, zone) => `Your agenda for ${occasion} has changed (times in ${zone}):`,
      kinds: { NEW: 'New', MOVED: 'Changed', CANCELLED: 'Cancelled' },
      instead: (before) => `(before: ${before})`,
      talent: 'a talent',
      outro: 'Your whole agenda is in Tandem, and in your calendar if you subscribed to it.',
    }),
    sv: inWords('sv', {
      subject: (occasion) => `Dina möten på ${occasion}`,
      intro: (occasion, zone) => `Ditt schema för ${occasion} har ändrats (tider i ${zone}):`,
      kinds: { NEW: 'Nytt', MOVED: 'Ändrat', CANCELLED: 'Inställt' },
      instead: (before) => `(tidigare: ${before})`,
      talent: 'en talang',
      outro: 'Hela schemat finns i Tandem, och i din kalender om du prenumererar på det.',
    }),
    fr: inWords('fr', {
      subject: (occasion) => `Vos rencontres : ${occasion}`,
      intro: (occasion, zone) => `Votre agenda pour ${occasion} a changé (heures de ${zone}) :`,
      kinds: { NEW: 'Nouvelle', MOVED: 'Modifiée', CANCELLED: 'Annulée' },
      instead: (before) => `(auparavant : ${before})`,
      talent: 'un talent',
      outro: 'Votre agenda complet est dans Tandem, et dans votre calendrier si vous y êtes abonné.',
    }),
  },
});
