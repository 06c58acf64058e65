import { z } from 'zod';
import type { Context } from '../access/index.ts';
import { announce, defineTemplate, type Template } from '../messages/index.ts';
import { OrganisationEntity } from '../organisations/index.ts';
import { aboutOccasion, occasionFacts, phrase, type OccasionFacts } from './occasion-messages.ts';
import type { Occasion } from './occasion.entity.ts';
import type { Participation } from './participation.entity.ts';

const aboutParticipation = aboutOccasion.extend({
  /** The employer that takes part, for its proxy reads the message too; null for a talent. */
  employer: z.string().nullable(),
});

type ParticipationFacts = OccasionFacts & { employer: string | null };

/** `Tandem Live (2027-03-08 – 2027-03-10), Kliniken AB` */
const what = (facts: ParticipationFacts): string =>
  facts.employer ? `${phrase(facts)}, ${facts.employer}` : phrase(facts);

/** A seat at once. */
export const admittedTemplate = defineTemplate<ParticipationFacts>({
  name: 'participation.admitted',
  parameters: aboutParticipation,
  words: {
    en: (facts) => ({
      subject: `You take part: ${facts.occasion}`,
      text: `There is a seat for you: ${what(facts)}.`,
    }),
    sv: (facts) => ({
      subject: `Ni är med: ${facts.occasion}`,
      text: `Det finns en plats: ${what(facts)}.`,
    }),
    fr: (facts) => ({
      subject: `Vous participez : ${facts.occasion}`,
      text: `Une place vous est attribuée : ${what(facts)}.`,
    }),
  },
});

/** No seat yet. */
export const waitingTemplate = defineTemplate<ParticipationFacts>({
  name: 'participation.waiting',
  parameters: aboutParticipation,
  words: {
    en: (facts) => ({
      subject: `On the waiting list: ${facts.occasion}`,
      text: `All seats are taken: ${what(facts)}. You are on the waiting list and move up by yourself when a seat is free.`,
    }),
    sv: (facts) => ({
      subject: `På väntelistan: ${facts.occasion}`,
      text: `Alla platser är tagna: ${what(facts)}. Ni står på väntelistan och flyttas upp automatiskt när en plats blir ledig.`,
    }),
    fr: (facts) => ({
      subject: `Sur la liste d’attente : ${facts.occasion}`,
      text: `Toutes les places sont prises : ${what(facts)}. Vous êtes sur la liste d’attente et avancerez automatiquement dès qu’une place se libère.`,
    }),
  },
});

/** A seat after waiting. */
export const promotedTemplate = defineTemplate<ParticipationFacts>({
  name: 'participation.promoted',
  parameters: aboutParticipation,
  words: {
    en: (facts) => ({
      subject: `A seat is free, and it is yours: ${facts.occasion}`,
      text: `You have moved up from the waiting list and take part: ${what(facts)}. If you can no longer come, please withdraw, so that the next one gets the seat.`,
    }),
    sv: (facts) => ({
      subject: `En plats har blivit ledig: ${facts.occasion}`,
      text: `Ni har flyttats upp från väntelistan och är med: ${what(facts)}. Lämna återbud om ni inte längre kan komma, så får nästa i kön platsen.`,
    }),
    fr: (facts) => ({
      subject: `Une place s’est libérée : ${facts.occasion}`,
      text: `Vous quittez la liste d’attente et participez : ${what(facts)}. Si vous ne pouvez plus venir, merci de vous désister afin que la personne suivante obtienne la place.`,
    }),
  },
});

/** A host said no. */
export const declinedTemplate = defineTemplate<ParticipationFacts>({
  name: 'participation.declined',
  parameters: aboutParticipation,
  words: {
    en: (facts) => ({
      subject: `Not this time: ${facts.occasion}`,
      text: `The hosts have declined your application: ${what(facts)}. Their reason is with your participation in Tandem.`,
    }),
    sv: (facts) => ({
      subject: `Inte den här gången: ${facts.occasion}`,
      text: `Värdarna har avböjt er anmälan: ${what(facts)}. Skälet står vid ert deltagande i Tandem.`,
    }),
    fr: (facts) => ({
      subject: `Pas cette fois-ci : ${facts.occasion}`,
      text: `Les organisateurs n’ont pas retenu votre candidature : ${what(facts)}. Leur motif figure avec votre participation dans Tandem.`,
    }),
  },
});

/** Why someone is out without having left. */
export const DROP_CAUSES = ['HOST', 'CONSENT_ENDED', 'OCCASION_CLOSED'] as const;
export type DropCause = (typeof DROP_CAUSES)[number];

const WHY: Record<'en' | 'sv' | 'fr', Record<DropCause, string>> = {
  en: {
    HOST: 'A host has taken you out; the reason is with your participation in Tandem.',
    CONSENT_ENDED: 'Your consent to be matched has ended, and your participation with it.',
    OCCASION_CLOSED: 'It is over, and no seat became free.',
  },
  sv: {
    HOST: 'En värd har avslutat deltagandet; skälet står vid ert deltagande i Tandem.',
    CONSENT_ENDED: 'Samtycket till matchning har upphört, och därmed deltagandet.',
    OCCASION_CLOSED: 'Det hela är avslutat, och ingen plats blev ledig.',
  },
  fr: {
    HOST: 'Un organisateur a mis fin à votre participation ; le motif y figure dans Tandem.',
    CONSENT_ENDED: 'Votre consentement à la mise en relation a pris fin, et votre participation avec lui.',
    OCCASION_CLOSED: 'L’événement est clos et aucune place ne s’est libérée.',
  },
};

/** Out, by a host or because something has ended. */
export const droppedTemplate = defineTemplate<ParticipationFacts & { cause: DropCause }>({
  name: 'participation.dropped',
  parameters: aboutParticipation.extend({ cause: z.enum(DROP_CAUSES) }),
  words: {
    en: (facts) => ({
      subject: `You no longer take part: ${facts.occasion}`,
      text: `Your participation has ended: ${what(facts)}. ${WHY.en[facts.cause]}`,
    }),
    sv: (facts) => ({
      subject: `Ni är inte längre med: ${facts.occasion}`,
      text: `Deltagandet har upphört: ${what(facts)}. ${WHY.sv[facts.cause]}`,
    }),
    fr: (facts) => ({
      subject: `Vous ne participez plus : ${facts.occasion}`,
      text: `Votre participation a pris fin : ${what(facts)}. ${WHY.fr[facts.cause]}`,
    }),
  },
});

/** The whole occasion is off. */
export const cancelledTemplate = defineTemplate<ParticipationFacts>({
  name: 'occasion.cancelled',
  parameters: aboutParticipation,
  words: {
    en: (facts) => ({
      subject: `Cancelled: ${facts.occasion}`,
      text: `It does not take place: ${what(facts)}. All meetings are off. The hosts’ reason is with your participation in Tandem.`,
    }),
    sv: (facts) => ({
      subject: `Inställt: ${facts.occasion}`,
      text: `Det blir inte av: ${what(facts)}. Alla möten är inställda. Värdarnas skäl står vid ert deltagande i Tandem.`,
    }),
    fr: (facts) => ({
      subject: `Annulé : ${facts.occasion}`,
      text: `Annulation : ${what(facts)}. Aucun entretien n’aura lieu. Le motif des organisateurs figure avec votre participation dans Tandem.`,
    }),
  },
});

/**
 * Tells participants of a change that is written already: each by its version, so that one who leaves and comes back
 * is told again. A message to an employer goes to its proxy too.
 */
export async function tellParticipants<More extends object>(
  context: Context,
  occasion: Occasion,
  participations: readonly Participation[],
  template: Template<ParticipationFacts & More>,
  more: NoInfer<More> = {} as More,
): Promise<void> {
  const employers = await context.em.find(OrganisationEntity, {
    id: { $in: participations.flatMap(({ organisationId }) => organisationId ?? []) },
  });
  const employerOf = new Map(employers.map((employer) => [employer.id, employer]));
  await announce(
    context,
    participations.flatMap(({ id, version, talentId, organisationId }) => {
      const employer = employerOf.get(organisationId ?? '');
      const announcement = {
        template,
        parameters: { ...occasionFacts(occasion), employer: employer?.name ?? null, ...more },
        change: `participation ${id} ${version}`,
      };
      const recipients = talentId
        ? [{ kind: 'talent' as const, id: talentId }]
        : [employer!.id, ...(employer!.representedById ? [employer!.representedById] : [])].map((to) => ({
            kind: 'organisation' as const,
            id: to,
          }));
      return recipients.map((recipient) => ({ ...announcement, recipient }));
    }),
  );
}
