import { z } from 'zod';
import type { Context } from '../access/index.ts';
import { announce, defineTemplate, type Template, type Wording } from '../messages/index.ts';
import { OccasionEntity } from '../occasions/index.ts';
import { OrganisationEntity } from '../organisations/index.ts';
import { RoleEntity } from '../roles/index.ts';
import type { Interest } from './interest.entity.ts';

const aboutInterest = z.object({
  eventId: z.uuid(),
  interestId: z.uuid(),
  event: z.string(),
  employer: z.string(),
  /** The title of the role that it is about, if any. */
  role: z.string().nullable(),
});
type About = z.output<typeof aboutInterest>;

/** `Nordic Steel AB, Welder`: talents stay blind, so both sides read of the employer and the role. */
const about = ({ employer, role }: About): string => (role ? `${employer}, ${role}` : employer);

const template = (
  name: string,
  words: Record<'en' | 'sv' | 'fr', (facts: About) => Wording>,
): Template<About> => defineTemplate<About>({ name, parameters: aboutInterest, words });

/** Somebody asks for a meeting. */
export const askedTemplate = template('interest.asked', {
  en: (facts) => ({
    subject: `Someone would like to meet: ${facts.event}`,
    text: `There is a request for a meeting (${about(facts)}). You can accept or decline it in Tandem; it takes none of your time until you accept.`,
  }),
  sv: (facts) => ({
    subject: `Någon vill träffas: ${facts.event}`,
    text: `Det finns en förfrågan om ett möte (${about(facts)}). Ni kan tacka ja eller nej i Tandem; ingen tid tas i anspråk förrän ni tackar ja.`,
  }),
  fr: (facts) => ({
    subject: `On souhaite vous rencontrer : ${facts.event}`,
    text: `Une demande d’entretien vous attend (${about(facts)}). Vous pouvez l’accepter ou la refuser dans Tandem ; elle n’occupe aucun créneau tant que vous ne l’acceptez pas.`,
  }),
});

/** The other side would like to, too. */
export const acceptedTemplate = template('interest.accepted', {
  en: (facts) => ({
    subject: `Your request is accepted: ${facts.event}`,
    text: `Both sides would like to meet (${about(facts)}). The time comes with the plan of the event.`,
  }),
  sv: (facts) => ({
    subject: `Förfrågan är accepterad: ${facts.event}`,
    text: `Båda sidor vill träffas (${about(facts)}). Tiden kommer med evenemangets schema.`,
  }),
  fr: (facts) => ({
    subject: `Votre demande est acceptée : ${facts.event}`,
    text: `Les deux parties souhaitent se rencontrer (${about(facts)}). L’heure sera donnée avec le programme de l’événement.`,
  }),
});

/** The other side would rather not. */
export const declinedTemplate = template('interest.declined', {
  en: (facts) => ({
    subject: `No meeting this time: ${facts.event}`,
    text: `The meeting does not come about (${about(facts)}). There are others to ask.`,
  }),
  sv: (facts) => ({
    subject: `Inget möte den här gången: ${facts.event}`,
    text: `Mötet blir inte av (${about(facts)}). Det finns andra att fråga.`,
  }),
  fr: (facts) => ({
    subject: `Pas d’entretien cette fois-ci : ${facts.event}`,
    text: `L’entretien n’aura pas lieu (${about(facts)}). D’autres participants peuvent être sollicités.`,
  }),
});

/** Nobody answered in time. */
export const expiredTemplate = template('interest.expired', {
  en: (facts) => ({
    subject: `No answer to your request: ${facts.event}`,
    text: `Your request has run out without an answer (${about(facts)}). You can ask again.`,
  }),
  sv: (facts) => ({
    subject: `Inget svar på förfrågan: ${facts.event}`,
    text: `Förfrågan har gått ut utan svar (${about(facts)}). Ni kan fråga igen.`,
  }),
  fr: (facts) => ({
    subject: `Votre demande est restée sans réponse : ${facts.event}`,
    text: `Votre demande a expiré sans réponse (${about(facts)}). Vous pouvez la renouveler.`,
  }),
});

/** A host has promised the meeting. */
export const promisedTemplate = template('interest.promised', {
  en: (facts) => ({
    subject: `A meeting is promised: ${facts.event}`,
    text: `The hosts have promised this meeting (${about(facts)}). The time comes with the plan of the event.`,
  }),
  sv: (facts) => ({
    subject: `Ett möte är utlovat: ${facts.event}`,
    text: `Värdarna har utlovat mötet (${about(facts)}). Tiden kommer med evenemangets schema.`,
  }),
  fr: (facts) => ({
    subject: `Un entretien vous est promis : ${facts.event}`,
    text: `Les organisateurs ont promis cet entretien (${about(facts)}). L’heure sera donnée avec le programme de l’événement.`,
  }),
});

/** Tells the talent, the employer, or both, of a change to their interest that is written already. */
export async function tellParties(
  context: Context,
  interest: Interest,
  sides: readonly ('TALENT' | 'EMPLOYER')[],
  message: Template<About>,
): Promise<void> {
  const event = await context.em.findOneOrFail(OccasionEntity, { id: interest.occasionId });
  const employer = await context.em.findOneOrFail(OrganisationEntity, { id: interest.organisationId });
  const role = interest.roleId ? await context.em.findOne(RoleEntity, { id: interest.roleId }) : null;
  await announce(
    context,
    sides.map((side) => ({
      recipient:
        side === 'TALENT'
          ? { kind: 'talent' as const, id: interest.talentId }
          : { kind: 'organisation' as const, id: interest.organisationId },
      template: message,
      parameters: {
        eventId: event.id,
        interestId: interest.id,
        event: event.name,
        employer: employer.name,
        role: role?.title ?? null,
      },
      change: `interest ${interest.id} ${interest.version}`,
    })),
  );
}
