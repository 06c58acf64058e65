import { z } from 'zod';
import type { Context } from '../access/index.ts';
import { rows } from '../database/index.ts';
import { announce, defineTemplate } from '../messages/index.ts';
import type { Occasion } from './occasion.entity.ts';
import { hostsOf } from './occasion.repository.ts';

/** What every message about an occasion can say: what is public of it. */
export const aboutOccasion = z.object({
  occasionId: z.uuid(),
  occasion: z.string(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
});

export type OccasionFacts = z.output<typeof aboutOccasion>;

/** The facts of an occasion that its messages are filled with. */
export const occasionFacts = ({ id, name, startsOn, endsOn }: Occasion): OccasionFacts => ({
  occasionId: id,
  occasion: name,
  startsOn,
  endsOn,
});

/** `Tandem Live (2027-03-08 – 2027-03-10)`, the same in every language. */
export const phrase = ({ occasion, startsOn, endsOn }: OccasionFacts): string =>
  `${occasion} (${startsOn === endsOn ? startsOn : `${startsOn} – ${endsOn}`})`;

/** It is public from now on. */
export const announcedTemplate = defineTemplate<OccasionFacts>({
  name: 'occasion.announced',
  parameters: aboutOccasion,
  words: {
    en: (facts) => ({
      subject: `Announced: ${facts.occasion}`,
      text: `${phrase(facts)} is announced, and employers can join it in Tandem.`,
    }),
    sv: (facts) => ({
      subject: `Tillkännagett: ${facts.occasion}`,
      text: `${phrase(facts)} är tillkännagett, och arbetsgivare kan anmäla sig i Tandem.`,
    }),
    fr: (facts) => ({
      subject: `Annonce : ${facts.occasion}`,
      text: `${phrase(facts)} est annoncé ; les employeurs peuvent s’inscrire dans Tandem.`,
    }),
  },
});

/**
 * Tells the hosts that the occasion is public, and the employers that took part in an earlier one of theirs: they have
 * paid these hosts before. Talents are told nothing unasked.
 */
export async function tellOfAnnouncement(context: Context, occasion: Occasion): Promise<void> {
  const hosts = (await hostsOf(context.em, occasion.id)).map(({ organisationId }) => organisationId);
  const earlier = await rows<{ id: string }>(
    context.em,
    `SELECT DISTINCT organisations.id FROM occasion_hosts AS hosts
       JOIN participations ON participations.occasion_id = hosts.occasion_id
         AND participations.side = 'EMPLOYER' AND participations.state = 'ADMITTED'
       JOIN organisations ON organisations.id = participations.organisation_id
     WHERE hosts.organisation_id = ANY (?) AND hosts.occasion_id <> ? AND organisations.withdrawn_at IS NULL`,
    [hosts, occasion.id],
  );
  await announce(
    context,
    [...new Set([...hosts, ...earlier.map(({ id }) => id)])].map((id) => ({
      recipient: { kind: 'organisation' as const, id },
      template: announcedTemplate,
      parameters: occasionFacts(occasion),
      change: `occasion ${occasion.id} announced`,
    })),
  );
}
