import { z, type ZodType } from 'zod';
import type { TextLanguage } from '../kernel/index.ts';
import { defineTemplate, type Template } from '../messages/index.ts';
import { MILESTONES, type MilestoneKind } from './milestones.ts';

/** Both sides get the same words: who the talent is stays out of them, and the identifier tells offers apart. */
const offer = z.object({ offerId: z.uuid(), role: z.string(), employer: z.string() });
type About = z.output<typeof offer>;

/** A subject, and the sentences under it. */
type Said<Parameters> = (it: Parameters) => readonly [subject: string, ...sentences: string[]];

const OFFER: Readonly<Record<TextLanguage, string>> = { en: 'Offer', sv: 'Erbjudande', fr: 'Offre' };

/** A template whose text ends with the identifier of the offer. */
function offerTemplate<Parameters extends About>(
  name: string,
  parameters: ZodType<Parameters>,
  says: Readonly<Record<TextLanguage, Said<Parameters>>>,
): Template<Parameters> {
  const words = (language: TextLanguage) => (it: Parameters) => {
    const [subject, ...sentences] = says[language](it);
    return { subject, text: `${sentences.join(' ')}\n\n${OFFER[language]} ${it.offerId}` };
  };
  return defineTemplate({ name, parameters, words: { en: words('en'), sv: words('sv'), fr: words('fr') } });
}

const named = ({ role, employer }: About): string => `${role}, ${employer}`;

/** `2026-12-01 12:00 UTC` */
const instant = (iso: string): string => `${new Date(iso).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

export const offerMade = offerTemplate('offer.made', offer.extend({ answerBy: z.iso.datetime() }), {
  en: (it) => [
    `Offer: ${named(it)}`,
    `${it.employer} offers the role "${it.role}".`,
    `The offer can be answered until ${instant(it.answerBy)}.`,
  ],
  sv: (it) => [
    `Erbjudande: ${named(it)}`,
    `${it.employer} erbjuder tjänsten "${it.role}".`,
    `Erbjudandet kan besvaras till och med ${instant(it.answerBy)}.`,
  ],
  fr: (it) => [
    `Offre : ${named(it)}`,
    `${it.employer} propose le poste « ${it.role} ».`,
    `Il est possible de répondre à cette offre jusqu'au ${instant(it.answerBy)}.`,
  ],
});

export const offerAccepted = offerTemplate('offer.accepted', offer, {
  en: (it) => [
    `Offer accepted: ${named(it)}`,
    `The offer of the role "${it.role}" at ${it.employer} has been accepted.`,
    'The employer now sees who the talent is. Next come the permit, where one is needed, and the arrival.',
  ],
  sv: (it) => [
    `Erbjudandet är antaget: ${named(it)}`,
    `Erbjudandet om tjänsten "${it.role}" hos ${it.employer} har antagits.`,
    'Arbetsgivaren ser nu vem det gäller. Härnäst följer tillståndet, om ett sådant behövs, och ankomsten.',
  ],
  fr: (it) => [
    `Offre acceptée : ${named(it)}`,
    `L'offre du poste « ${it.role} » chez ${it.employer} a été acceptée.`,
    "L'employeur voit maintenant de qui il s'agit. Suivent le permis, s'il en faut un, et l'arrivée.",
  ],
});

export const offerDeclined = offerTemplate('offer.declined', offer, {
  en: (it) => [
    `Offer declined: ${named(it)}`,
    `The offer of the role "${it.role}" at ${it.employer} has been declined.`,
  ],
  sv: (it) => [
    `Erbjudandet är avböjt: ${named(it)}`,
    `Erbjudandet om tjänsten "${it.role}" hos ${it.employer} har avböjts.`,
  ],
  fr: (it) => [
    `Offre déclinée : ${named(it)}`,
    `L'offre du poste « ${it.role} » chez ${it.employer} a été déclinée.`,
  ],
});

export const offerWithdrawn = offerTemplate('offer.withdrawn', offer, {
  en: (it) => [
    `Offer withdrawn: ${named(it)}`,
    `The offer of the role "${it.role}" at ${it.employer} no longer stands.`,
  ],
  sv: (it) => [
    `Erbjudandet är återtaget: ${named(it)}`,
    `Erbjudandet om tjänsten "${it.role}" hos ${it.employer} gäller inte längre.`,
  ],
  fr: (it) => [
    `Offre retirée : ${named(it)}`,
    `L'offre du poste « ${it.role} » chez ${it.employer} n'est plus valable.`,
  ],
});

export const offerNotAnswered = offerTemplate('offer.expired', offer, {
  en: (it) => [
    `Offer expired: ${named(it)}`,
    `The offer of the role "${it.role}" at ${it.employer} was not answered in time.`,
  ],
  sv: (it) => [
    `Erbjudandet har gått ut: ${named(it)}`,
    `Erbjudandet om tjänsten "${it.role}" hos ${it.employer} besvarades inte i tid.`,
  ],
  fr: (it) => [
    `Offre expirée : ${named(it)}`,
    `L'offre du poste « ${it.role} » chez ${it.employer} n'a pas reçu de réponse à temps.`,
  ],
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

const milestone = offer.extend({ kind: z.enum(MILESTONES), onDate: z.iso.date().nullable() });

export const milestoneReached = offerTemplate('placement.milestone', milestone, {
  en: (it) => [
    `${named(it)}: ${MILESTONE_NAMES.en[it.kind]}`,
    `Recorded for the role "${it.role}" at ${it.employer}: ${MILESTONE_NAMES.en[it.kind]}, ${it.onDate ?? 'not needed'}.`,
  ],
  sv: (it) => [
    `${named(it)}: ${MILESTONE_NAMES.sv[it.kind]}`,
    `Antecknat för tjänsten "${it.role}" hos ${it.employer}: ${MILESTONE_NAMES.sv[it.kind]}, ${it.onDate ?? 'behövs inte'}.`,
  ],
  fr: (it) => [
    `${named(it)} : ${MILESTONE_NAMES.fr[it.kind]}`,
    `Noté pour le poste « ${it.role} » chez ${it.employer} : ${MILESTONE_NAMES.fr[it.kind]}, ${it.onDate ?? 'pas nécessaire'}.`,
  ],
});

export const placementEnded = offerTemplate('placement.ended', offer.extend({ onDate: z.iso.date() }), {
  en: (it) => [
    `Ended: ${named(it)}`,
    `The employment in the role "${it.role}" at ${it.employer} is recorded as ended on ${it.onDate}.`,
  ],
  sv: (it) => [
    `Avslutat: ${named(it)}`,
    `Anställningen i tjänsten "${it.role}" hos ${it.employer} är antecknad som avslutad ${it.onDate}.`,
  ],
  fr: (it) => [
    `Terminé : ${named(it)}`,
    `L'emploi au poste « ${it.role} » chez ${it.employer} est noté comme terminé le ${it.onDate}.`,
  ],
});
