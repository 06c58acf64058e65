import {
  assertPermitted,
  hasConsent,
  inTransaction,
  permits,
  recordAudit,
  type Context,
} from '../access/index.ts';
import { DocumentEntity, type Document } from '../documents/index.ts';
import type { Page, PageRequest } from '../kernel/index.ts';
import type { Talent } from './talent.entity.ts';
import { talentById, talentsBy, type TalentSelection } from './talent.repository.ts';
import { talentUnknown } from './talents.failures.ts';

/** Whether the actor may know who the person is. */
export const mayIdentify = (context: Context, talentId: string): boolean =>
  permits(context.actor, 'talent:identify', { personId: talentId });

/**
 * One talent. An employer sees only those whose consent to be matched stands.
 * @throws TALENTS_UNKNOWN, also for those whom the actor may not see.
 */
export async function readTalent(context: Context, id: string): Promise<Talent> {
  assertPermitted(context.actor, 'talent:read', { personId: id });
  const talent = await talentById(context.em, id);
  if (context.actor.kind === 'employer') {
    const visible = talent.withdrawnAt == null && (await hasConsent(context.em, id, 'MATCHING'));
    if (!visible) throw talentUnknown({ id }, { path: ['id'] });
  }
  return talent;
}

/** The CV of a talent whom the actor may see. Every reading by somebody else is audited. */
export function readCv(context: Context, talentId: string): Promise<Document> {
  return inTransaction(context, async (inside) => {
    await readTalent(inside, talentId);
    const own = context.actor.id === talentId;
    if (!own) recordAudit(inside, 'talent:read', { kind: 'talent', id: talentId }, { part: 'cv' });
    return inside.em.findOneOrFail(DocumentEntity, { id: talentId });
  });
}

/** Talents who have not left, oldest profile first; for organisers and operators. */
export function listTalents(
  context: Context,
  selection: TalentSelection,
  page: PageRequest,
): Promise<Page<Talent>> {
  assertPermitted(context.actor, 'talent:list');
  return talentsBy(context.em, selection, page);
}
