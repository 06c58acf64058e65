import { z } from 'zod';
import type { Context } from '../access/index.ts';
import { announce, defineTemplate, type Template } from '../messages/index.ts';
import { organisationById } from '../organisations/index.ts';
import { aboutOccasion, occasionFacts, phrase, type OccasionFacts } from './occasion-messages.ts';
import type { Occasion } from './occasion.entity.ts';
import { hostsOf } from './occasion.repository.ts';
import type { Participation } from './participation.entity.ts';

const aboutEmployer = aboutOccasion.extend({ employer: z.string() });
type EmployerFacts = OccasionFacts & { employer: string };

/** An employer waits for a host's decision. */
export const appliedTemplate = defineTemplate<EmployerFacts>({
  name: 'participation.applied',
  parameters: aboutEmployer,
  words: {
    en: (facts) => ({
      subject: `${facts.employer} would like to take part: ${facts.occasion}`,
      text: `${facts.employer} has applied for ${phrase(facts)} and waits for your decision.`,
    }),
    sv: (facts) => ({
      subject: `${facts.employer} vill vara med: ${facts.occasion}`,
      text: `${facts.employer} har anmält sig till ${phrase(facts)} och väntar på ert beslut.`,
    }),
    fr: (facts) => ({
      subject: `${facts.employer} souhaite participer : ${facts.occasion}`,
      text: `${facts.employer} a présenté sa candidature pour ${phrase(facts)} et attend votre décision.`,
    }),
  },
});

/** An employer that took part has left. */
export const leftTemplate = defineTemplate<EmployerFacts>({
  name: 'participation.left',
  parameters: aboutEmployer,
  words: {
    en: (facts) => ({
      subject: `${facts.employer} has left: ${facts.occasion}`,
      text: `${facts.employer} no longer takes part in ${phrase(facts)}. The reason, if it gave one, is with its participation in Tandem.`,
    }),
    sv: (facts) => ({
      subject: `${facts.employer} har lämnat återbud: ${facts.occasion}`,
      text: `${facts.employer} är inte längre med på ${phrase(facts)}. Skälet, om något angavs, står vid deltagandet i Tandem.`,
    }),
    fr: (facts) => ({
      subject: `${facts.employer} s’est désisté : ${facts.occasion}`,
      text: `${facts.employer} ne participe plus à ${phrase(facts)}. Le motif éventuel figure avec sa participation dans Tandem.`,
    }),
  },
});

/** One of the hosts has called everything off. */
export const calledOffTemplate = defineTemplate<OccasionFacts>({
  name: 'occasion.called-off',
  parameters: aboutOccasion,
  words: {
    en: (facts) => ({
      subject: `Called off by its hosts: ${facts.occasion}`,
      text: `${phrase(facts)} does not take place. Everybody who was in it has been told.`,
    }),
    sv: (facts) => ({
      subject: `Inställt av värdarna: ${facts.occasion}`,
      text: `${phrase(facts)} blir inte av. Alla som var med har fått besked.`,
    }),
    fr: (facts) => ({
      subject: `Annulé par les organisateurs : ${facts.occasion}`,
      text: `${phrase(facts)} n’aura pas lieu. Toutes les personnes inscrites ont été prévenues.`,
    }),
  },
});

/**
 * Tells the host that brought an employer, or else the leading one, of what the employer did. Of talents hosts are told
 * nothing: fairs have thousands, and the list shows them.
 */
export async function tellHostOf(
  context: Context,
  occasion: Occasion,
  { id, version, hostId, organisationId }: Participation,
  template: Template<EmployerFacts>,
): Promise<void> {
  if (!organisationId) return;
  const employer = await organisationById(context.em, organisationId);
  const [lead] = await hostsOf(context.em, occasion.id);
  await announce(context, [
    {
      recipient: { kind: 'organisation', id: hostId ?? lead!.organisationId },
      template,
      parameters: { ...occasionFacts(occasion), employer: employer.name },
      change: `host of participation ${id} ${version}`,
    },
  ]);
}

/** Tells every host that the occasion is called off. */
export async function tellHostsOfCancelling(context: Context, occasion: Occasion): Promise<void> {
  const hosts = await hostsOf(context.em, occasion.id);
  await announce(
    context,
    hosts.map(({ organisationId: id }) => ({
      recipient: { kind: 'organisation' as const, id },
      template: calledOffTemplate,
      parameters: occasionFacts(occasion),
      change: `occasion ${occasion.id} called off`,
    })),
  );
}
