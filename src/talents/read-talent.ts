import { assertPermitted, hasConsent, inTransaction, recordAudit, type Context } from '../access/index.ts';
import { DocumentEntity, type Document } from '../documents/index.ts';
import type { Page, PageRequest } from '../kernel/index.ts';
import { cvsOf } from './cvs.ts';
import { identified } from './identified.ts';
import type { Talent } from './talent.entity.ts';
import { talentById, talentsBy, type TalentSelection } from './talent.repository.ts';
import { talentUnknown } from './talents.failures.ts';

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

/** A CV as the actor may read it. */
export type VisibleCv = Pick<Document, 'language' | 'text'>;

/**
 * The CV of a talent whom the actor may see: whole for those who may know who it is, blind for others. Every reading
 * by somebody else is audited, with which of the two it was.
 */
export function readCv(context: Context, talentId: string): Promise<VisibleCv> {
  return inTransaction(context, async (inside) => {
    await readTalent(inside, talentId);
    const own = context.actor.id === talentId;
    const blind = !(await identified(inside, [talentId])).has(talentId);
    if (!own) recordAudit(inside, 'talent:read', { kind: 'talent', id: talentId }, { part: 'cv', blind });
    const { language } = await inside.em.findOneOrFail(DocumentEntity, { id: talentId });
    const cv = (await cvsOf(inside.em, [talentId])).get(talentId)!;
    return { language, text: blind ? cv.blind : cv.text };
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
