import { assertPermitted, consentNeeded, holdConsent, inTransaction, recordAudit } from '../access/index.ts';
import { calendarDay, invalidInput, newId, parseInput } from '../kernel/index.ts';
import { organisationById } from '../organisations/index.ts';
import { employerWithdrawn, roleById } from '../roles/index.ts';
import { talentById, talentUnknown } from '../talents/index.ts';
import { expireNow } from './expire-offer.ts';
import type { PlacementsContext } from './hosting.ts';
import { MilestoneEntity } from './milestone.entity.ts';
import { OfferEntity, stateAt, type Offer } from './offer.entity.ts';
import { offerData } from './offer.input.ts';
import { targetOf } from './offer.repository.ts';
import { assertOpening } from './openings.ts';
import { offerStands, originUnknown, roleClosed } from './placements.failures.ts';
import { expireOfferTask } from './placements.jobs.ts';
import { tellBoth } from './tell.ts';
import { offerMade } from './templates.ts';

/**
 * Offers a role to a talent whose consent to be matched stands: for the role's employer, its proxy, and a host of the
 * occasion in which the employer takes part.
 * @throws ROLES_UNKNOWN, ACCESS_FORBIDDEN, TALENTS_UNKNOWN, ACCESS_CONSENT_NEEDED, ROLES_EMPLOYER_WITHDRAWN, PLACEMENTS_…
 */
export function makeOffer(context: PlacementsContext, input: unknown): Promise<Offer> {
  const { salary, ...data } = parseInput(offerData, input);
  if (data.answerBy <= context.now)
    throw invalidInput(
      { problem: 'input.answerBy: is not in the future', more: 0 },
      { path: ['input', 'answerBy'] },
    );
  return inTransaction(context, async (work) => {
    const inside = { ...context, ...work };
    const role = await roleById(inside.em, data.roleId, ['input', 'roleId']);
    const employer = await organisationById(inside.em, role.employerId);
    const origin = { employerId: employer.id, talentId: data.talentId, occasionId: data.occasionId ?? null };
    const { em } = inside;
    const takesPart =
      origin.occasionId != null && (await inside.hosting.takesPart(em, origin.occasionId, employer.id));
    // A host acts for those who take part in its occasion, and for nobody else.
    const target = await targetOf(inside, { ...origin, occasionId: takesPart ? origin.occasionId : null });
    assertPermitted(inside.actor, 'offer:make', target);
    if (origin.occasionId != null && !takesPart)
      throw originUnknown({ occasionId: origin.occasionId }, { path: ['input', 'occasionId'] });
    if (employer.withdrawnAt != null) throw employerWithdrawn({ id: employer.id });
    if (role.withdrawnAt != null) throw roleClosed({ roleId: role.id }, { path: ['input', 'roleId'] });
    await assertOfferable(inside, data.talentId);
    await assertOpening(em, role.id);
    await assertNoneStands(inside, role.id, data.talentId);

    const offer = em.create(OfferEntity, {
      ...data,
      ...origin,
      id: newId(),
      campaignId: data.campaignId ?? null,
      shortlistEntryId: data.shortlistEntryId ?? null,
      tandemId: data.tandemId ?? null,
      salaryAmount: salary?.amount ?? null,
      salaryCurrency: salary?.currency ?? null,
      salaryPeriod: salary?.period ?? null,
      startsOn: data.startsOn ?? null,
      state: 'OFFERED',
      madeAt: inside.now,
      settledAt: null,
      reason: null,
      endedOn: null,
      endReason: null,
    });
    await em.flush();
    em.create(MilestoneEntity, {
      id: newId(),
      offerId: offer.id,
      kind: 'OFFER',
      onDate: calendarDay(inside.now),
      recordedAt: inside.now,
    });
    recordAudit(
      inside,
      'offer:make',
      { kind: 'offer', id: offer.id },
      { roleId: role.id, talentId: offer.talentId, occasionId: offer.occasionId ?? null },
    );
    await tellBoth(inside, offer, offerMade, { answerBy: offer.answerBy.toISOString() }, 'made');
    await inside.jobs.enqueue(em, expireOfferTask, { offerId: offer.id }, offer.answerBy);
    return offer;
  });
}

/** The consent is held: were it withdrawn at the same moment, the offer would stand on nothing. */
async function assertOfferable({ em, actor }: PlacementsContext, talentId: string): Promise<void> {
  const path = ['input', 'talentId'];
  const talent = await talentById(em, talentId, path);
  const agreed = await holdConsent(em, talent.id, 'MATCHING');
  if (talent.withdrawnAt == null && agreed) return;
  // That somebody exists is not for employers to know.
  if (actor.kind === 'employer' || talent.withdrawnAt != null)
    throw talentUnknown({ id: talentId }, { path });
  throw consentNeeded({ purpose: 'MATCHING' }, { path });
}

/** The role is locked by now, so nobody offers it at the same moment. */
async function assertNoneStands(context: PlacementsContext, roleId: string, talentId: string): Promise<void> {
  const standing = await context.em.findOne(OfferEntity, {
    roleId,
    talentId,
    state: { $in: ['OFFERED', 'ACCEPTED'] },
  });
  if (!standing) return;
  if (stateAt(standing, context.now) !== 'EXPIRED')
    throw offerStands({ id: standing.id, roleId }, { path: ['input', 'talentId'] });
  await expireNow(context, standing);
  await context.em.flush();
}
