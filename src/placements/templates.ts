import { z } from 'zod';
import type { TextLanguage } from '../kernel/index.ts';
import { defineTemplate, type Wording } from '../messages/index.ts';
import { MILESTONES, type MilestoneKind } from './milestones.ts';

/** Both sides get the same words: who the talent is stays out of them, and the identifier tells offers apart. */
const offer = z.object({ offerId: z.uuid(), role: z.string(), employer: z.string() });
type About = z.output<typeof offer>;

const OFFER: Readonly<Record<TextLanguage, string>> = { en: 'Offer', sv: 'Erbjudande', fr: 'Offre' };

/** A subject and sentences, with the identifier of the offer under them. */
const about = (
  language: TextLanguage,
  { offerId }: About,
  subject: string,
  ...sentences: string[]
): Wording => ({
  subject,
  text: `${sentences.join(' ')}\n\n${OFFER[language]} ${offerId}`,
});

/** `2026-12-01 12:00 UTC` */
const instant = (iso: string): string => `${new Date(iso).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

export const offerMade = defineTemplate({
  name: 'offer.made',
  parameters: offer.extend({ answerBy: z.iso.datetime() }),
  words: {
    en: (it) =>
      about(
        'en',
        it,
        `Offer: ${it.role}, ${it.employer}`,
        `${it.employer} offers the role "${it.role}".`,
        `The offer can be answered until ${instant(it.answerBy)}.`,
      ),
    sv: (it) =>
      about(
        'sv',
        it,
        `Erbjudande: ${it.role}, ${it.employer}`,
        `${it.employer} erbjuder tjänsten "${it.role}".`,
        `Erbjudandet kan besvaras till och med ${instant(it.answerBy)}.`,
      ),
    fr: (it) =>
      about(
        'fr',
        it,
        `Offre : ${it.role}, ${it.employer}`,
        `${it.employer} propose le poste « ${it.role} ».`,
        `Il est possible de répondre à cette offre jusqu'au ${instant(it.answerBy)}.`,
      ),
  },
});

export const offerAccepted = defineTemplate({
  name: 'offer.accepted',
  parameters: offer,
  words: {
    en: (it) =>
      about(
        'en',
        it,
        `Offer accepted: ${it.role}, ${it.employer}`,
        `The offer of the role "${it.role}" at ${it.employer} has been accepted.`,
        'The employer now sees who the talent is. Next come the permit, where one is needed, and the arrival.',
      ),
    sv: (it) =>
      about(
        'sv',
        it,
        `Erbjudandet är antaget: ${it.role}, ${it.employer}`,
        `Erbjudandet om tjänsten "${it.role}" hos ${it.employer} har antagits.`,
        'Arbetsgivaren ser nu vem det gäller. Härnäst följer tillståndet, om ett sådant behövs, och ankomsten.',
      ),
    fr: (it) =>
      about(
        'fr',
        it,
        `Offre acceptée : ${it.role}, ${it.employer}`,
        `L'offre du poste « ${it.role} » chez ${it.employer} a été acceptée.`,
        "L'employeur voit maintenant de qui il s'agit. Suivent le permis, s'il en faut un, et l'arrivée.",
      ),
  },
});

export const offerDeclined = defineTemplate({
  name: 'offer.declined',
  parameters: offer,
  words: {
    en: (it) =>
      about(
        'en',
        it,
        `Offer declined: ${it.role}, ${it.employer}`,
        `The offer of the role "${it.role}" at ${it.employer} has been declined.`,
      ),
    sv: (it) =>
      about(
        'sv',
        it,
        `Erbjudandet är avböjt: ${it.role}, ${it.employer}`,
        `Erbjudandet om tjänsten "${it.role}" hos ${it.employer} har avböjts.`,
      ),
    fr: (it) =>
      about(
        'fr',
        it,
        `Offre déclinée : ${it.role}, ${it.employer}`,
        `L'offre du poste « ${it.role} » chez ${it.employer} a été déclinée.`,
      ),
  },
});

export const offerWithdrawn = defineTemplate({
  name: 'offer.withdrawn',
  parameters: offer,
  words: {
    en: (it) =>
      about(
        'en',
        it,
        `Offer withdrawn: ${it.role}, ${it.employer}`,
        `The offer of the role "${it.role}" at ${it.employer} no longer stands.`,
      ),
    sv: (it) =>
      about(
        'sv',
        it,
        `Erbjudandet är återtaget: ${it.role}, ${it.employer}`,
        `Erbjudandet om tjänsten "${it.role}" hos ${it.employer} gäller inte längre.`,
      ),
    fr: (it) =>
      about(
        'fr',
        it,
        `Offre retirée : ${it.role}, ${it.employer}`,
        `L'offre du poste « ${it.role} » chez ${it.employer} n'est plus valable.`,
      ),
  },
});

export const offerNotAnswered = defineTemplate({
  name: 'offer.expired',
  parameters: offer,
  words: {
    en: (it) =>
      about(
        'en',
        it,
        `Offer expired: ${it.role}, ${it.employer}`,
        `The offer of the role "${it.role}" at ${it.employer} was not answered in time.`,
      ),
    sv: (it) =>
      about(
        'sv',
        it,
        `Erbjudandet har gått ut: ${it.role}, ${it.employer}`,
        `Erbjudandet om tjänsten "${it.role}" hos ${it.employer} besvarades inte i tid.`,
      ),
    fr: (it) =>
      about(
        'fr',
        it,
        `Offre expirée : ${it.role}, ${it.employer}`,
        `L'offre du poste « ${it.role} » chez ${it.employer} n'a pas reçu de réponse à temps.`,
      ),
  },
});

const MILESTONE_NAMES: Readonly<Record<TextLanguage, Readonly<Record<MilestoneKind, string>>>> = {
  en: {
    OFFER: 'offer',
    ACCEPTED: 'acceptance',
    PERMIT: 'work permit',
    ARRIVAL: 'arrival',
    THREE_MONTHS: 'three months',
    ONE_YEAR: 'one year',
  },
  sv: {
    OFFER: 'erbjudande',
    ACCEPTED: 'antaget erbjudande',
    PERMIT: 'arbetstillstånd',
    ARRIVAL: 'ankomst',
    THREE_MONTHS: 'tre månader',
    ONE_YEAR: 'ett år',
  },
  fr: {
    OFFER: 'offre',
    ACCEPTED: 'acceptation',
    PERMIT: 'permis de travail',
    ARRIVAL: 'arrivée',
    THREE_MONTHS: 'trois mois',
    ONE_YEAR: 'un an',
  },
};

const NOT_NEEDED: Readonly<Record<TextLanguage, string>> = {
  en: 'not needed',
  sv: 'behövs inte',
  fr: 'pas nécessaire',
};

export const milestoneReached = defineTemplate({
  name: 'placement.milestone',
  parameters: offer.extend({ kind: z.enum(MILESTONES), onDate: z.iso.date().nullable() }),
  words: {
    en: (it) =>
      about(
        'en',
        it,
        `${it.role}, ${it.employer}: ${MILESTONE_NAMES.en[it.kind]}`,
        `Recorded for the role "${it.role}" at ${it.employer}: ${MILESTONE_NAMES.en[it.kind]}, ${it.onDate ?? NOT_NEEDED.en}.`,
      ),
    sv: (it) =>
      about(
        'sv',
        it,
        `${it.role}, ${it.employer}: ${MILESTONE_NAMES.sv[it.kind]}`,
        `Antecknat för tjänsten "${it.role}" hos ${it.employer}: ${MILESTONE_NAMES.sv[it.kind]}, ${it.onDate ?? NOT_NEEDED.sv}.`,
      ),
    fr: (it) =>
      about(
        'fr',
        it,
        `${it.role}, ${it.employer} : ${MILESTONE_NAMES.fr[it.kind]}`,
        `Noté pour le poste « ${it.role} » chez ${it.employer} : ${MILESTONE_NAMES.fr[it.kind]}, ${it.onDate ?? NOT_NEEDED.fr}.`,
      ),
  },
});

export const placementEnded = defineTemplate({
  name: 'placement.ended',
  parameters: offer.extend({ onDate: z.iso.date() }),
  words: {
    en: (it) =>
      about(
        'en',
        it,
        `Ended: ${it.role}, ${it.employer}`,
        `The employment in the role "${it.role}" at ${it.employer} is recorded as ended on ${it.onDate}.`,
      ),
    sv: (it) =>
      about(
        'sv',
        it,
        `Avslutat: ${it.role}, ${it.employer}`,
        `Anställningen i tjänsten "${it.role}" hos ${it.employer} är antecknad som avslutad ${it.onDate}.`,
      ),
    fr: (it) =>
      about(
        'fr',
        it,
        `Terminé : ${it.role}, ${it.employer}`,
        `L'emploi au poste « ${it.role} » chez ${it.employer} est noté comme terminé le ${it.onDate}.`,
      ),
  },
});
