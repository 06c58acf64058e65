import { inTransaction } from '../access/index.ts';
import { changedMeanwhile, rows } from '../database/index.ts';
import { calendarDay, newId, parseInput } from '../kernel/index.ts';
import { moveOn } from '../lives/index.ts';
import type { PlacementsContext } from './hosting.ts';
import { MilestoneEntity } from './milestone.entity.ts';
import { milestoneProblem } from './milestones.ts';
import type { Offer } from './offer.entity.ts';
import { endData, milestoneData } from './offer.input.ts';
import { offerLife } from './offer-life.ts';
import { lockOffersWith, visibleOffer } from './offer.repository.ts';
import { milestoneRefused } from './placements.failures.ts';
import { tellBoth } from './tell.ts';
import { milestoneReached, placementEnded } from './templates.ts';

/** Somewhere on Earth it is tomorrow already: hours by which the latest zone is ahead of UTC. */
const AHEAD_MS = 14 * 3_600_000;

/** The latest date that it is anywhere. */
const todayAnywhere = (now: Date): string => calendarDay(new Date(now.getTime() + AHEAD_MS));

/**
 * Records how far a hire has come, or corrects it. The talent records the arrival; the employer, its proxy, and hosts
 * of the occasion record everything.
 * @throws PLACEMENTS_OFFER_UNKNOWN, PLACEMENTS_MILESTONE_REFUSED, DATABASE_CHANGED_MEANWHILE, LIVES_ILLEGAL_MOVE, ACCESS_FORBIDDEN
 */
export function recordMilestone(
  context: PlacementsContext,
  id: string,
  version: number,
  input: unknown,
): Promise<Offer> {
  const { kind, onDate } = parseInput(milestoneData, input);
  return inTransaction(context, async (work) => {
    const inside = { ...context, ...work };
    const { em } = inside;
    await lockOffersWith(em, id);
    const { offer, target } = await visibleOffer(inside, id);
    moveOn(inside, offerLife, offer, kind === 'ARRIVAL' ? 'arrive' : 'reach', {
      target,
      detail: { milestone: kind, needed: onDate != null },
    });
    if (offer.version !== version) throw changedMeanwhile({ kind: 'offer', id });
    const reached = await em.find(MilestoneEntity, { offerId: id });
    const problem = milestoneProblem(
      reached.map(({ kind: of, onDate: on }) => ({ kind: of, onDate: on ?? null })),
      { kind, onDate: onDate ?? null },
      { today: todayAnywhere(inside.now), startsOn: offer.startsOn ?? null },
    );
    if (problem !== null) throw milestoneRefused({ kind, problem }, { path: ['input', 'kind'] });
    const known = reached.find((milestone) => milestone.kind === kind);
    const values = { onDate: onDate ?? null, recordedAt: inside.now };
    if (known) em.assign(known, values);
    else em.create(MilestoneEntity, { id: newId(), offerId: id, kind, ...values });
    await em.flush();
    // The milestones are rows of their own: the offer's version speaks for them.
    await rows(em, 'UPDATE offers SET version = version + 1 WHERE id = ?', [id]);
    await em.refresh(offer);
    await tellBoth(
      inside,
      offer,
      milestoneReached,
      { kind, onDate: onDate ?? null },
      `${kind} ${offer.version}`,
    );
    return offer;
  });
}

/**
 * Records that a hire ended early; either side may. The role's opening is free again.
 * @throws PLACEMENTS_OFFER_UNKNOWN, LIVES_ILLEGAL_MOVE, INPUT_INVALID, ACCESS_FORBIDDEN
 */
export function endPlacement(context: PlacementsContext, id: string, input: unknown): Promise<Offer> {
  const { onDate, reason } = parseInput(endData, input);
  return inTransaction(context, async (work) => {
    const inside = { ...context, ...work };
    await lockOffersWith(inside.em, id);
    const { offer, target } = await visibleOffer(inside, id);
    moveOn(inside, offerLife, offer, 'end', { target });
    if (onDate > todayAnywhere(inside.now))
      throw milestoneRefused(
        { kind: 'ENDED', problem: `${onDate} has not come yet` },
        { path: ['input', 'onDate'] },
      );
    Object.assign(offer, { endedOn: onDate, endReason: reason });
    await inside.em.flush();
    await tellBoth(inside, offer, placementEnded, { onDate }, 'ended');
    return offer;
  });
}
