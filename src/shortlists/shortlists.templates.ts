import { z } from 'zod';
import { defineTemplate } from '../messages/index.ts';
import { ENTRY_STATES } from './entry.entity.ts';
import { STANDING_WORDS } from './standing-words.ts';

/** To a talent: where they stand with a role, or with the roles of a shared list. */
export const standingChanged = defineTemplate({
  name: 'standing.changed',
  parameters: z.object({
    entryId: z.uuid(),
    state: z.enum(ENTRY_STATES),
    /** Role and employer: all of the list until one is in contact, then that one. */
    roles: z.array(z.object({ title: z.string(), employer: z.string() })),
  }),
  words: {
    en: ({ state, roles }) => ({
      subject: `Where you stand: ${titles(roles)}`,
      text: `${STANDING_WORDS.en[state]}\n\n${lines(roles)}\n\nYou see all of this under myStanding, and can withdraw there.`,
    }),
    sv: ({ state, roles }) => ({
      subject: `Så ligger du till: ${titles(roles)}`,
      text: `${STANDING_WORDS.sv[state]}\n\n${lines(roles)}\n\nDu ser allt detta under myStanding och kan dra dig ur där.`,
    }),
    fr: ({ state, roles }) => ({
      subject: `Où vous en êtes : ${titles(roles)}`,
      text: `${STANDING_WORDS.fr[state]}\n\n${lines(roles)}\n\nVous voyez tout cela sous myStanding et pouvez vous y retirer.`,
    }),
  },
});

/** To an employer of a shared list: it may contact the talent of an entry now. */
export const yourTurn = defineTemplate({
  name: 'shortlist.turn',
  parameters: z.object({
    shortlistId: z.uuid(),
    entryId: z.uuid(),
    /** The last calendar day of the window in the list's zone; null where it does not end. */
    lastDay: z.string().nullable(),
    zone: z.string(),
  }),
  words: {
    en: ({ shortlistId, entryId, lastDay, zone }) => ({
      subject: 'You may contact a candidate of a shared shortlist',
      text:
        lastDay === null
          ? `The candidate of entry ${entryId} on shortlist ${shortlistId} may now be contacted by any employer of the list.`
          : `You have the right of first contact with the candidate of entry ${entryId} on shortlist ${shortlistId} until the end of ${lastDay} (${zone}).`,
    }),
    sv: ({ shortlistId, entryId, lastDay, zone }) => ({
      subject: 'Du får kontakta en kandidat på en delad kortlista',
      text:
        lastDay === null
          ? `Kandidaten i post ${entryId} på kortlistan ${shortlistId} får nu kontaktas av alla listans arbetsgivare.`
          : `Du har rätt till första kontakt med kandidaten i post ${entryId} på kortlistan ${shortlistId} till och med ${lastDay} (${zone}).`,
    }),
    fr: ({ shortlistId, entryId, lastDay, zone }) => ({
      subject: 'Vous pouvez contacter un candidat d’une liste partagée',
      text:
        lastDay === null
          ? `Le candidat de l’inscription ${entryId} sur la liste ${shortlistId} peut désormais être contacté par tout employeur de la liste.`
          : `Vous avez la priorité pour contacter le candidat de l’inscription ${entryId} sur la liste ${shortlistId} jusqu’au ${lastDay} inclus (${zone}).`,
    }),
  },
});

/** To the employers of a list: a talent is no longer on it by their own will. */
export const talentWithdrew = defineTemplate({
  name: 'shortlist.withdrawn',
  parameters: z.object({ shortlistId: z.uuid(), entryId: z.uuid() }),
  words: {
    en: ({ shortlistId, entryId }) => ({
      subject: 'A candidate has withdrawn',
      text: `The candidate of entry ${entryId} has withdrawn from shortlist ${shortlistId}.`,
    }),
    sv: ({ shortlistId, entryId }) => ({
      subject: 'En kandidat har dragit sig ur',
      text: `Kandidaten i post ${entryId} har dragit sig ur kortlistan ${shortlistId}.`,
    }),
    fr: ({ shortlistId, entryId }) => ({
      subject: 'Un candidat s’est retiré',
      text: `Le candidat de l’inscription ${entryId} s’est retiré de la liste ${shortlistId}.`,
    }),
  },
});

interface Named {
  title: string;
  employer: string;
}

const titles = (roles: readonly Named[]): string => roles.map(({ title }) => title).join(', ');
const lines = (roles: readonly Named[]): string =>
  roles.map(({ title, employer }) => `${title}, ${employer}`).join('\n');
