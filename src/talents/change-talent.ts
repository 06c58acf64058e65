import {
  assertPermitted,
  CONSENT_PURPOSES,
  drawConsentEnded,
  inTransaction,
  recordAudit,
  type Context,
} from '../access/index.ts';
import { changedMeanwhile } from '../database/index.ts';
import { documentText, saveDocuments } from '../documents/index.ts';
import { newId, parseInput } from '../kernel/index.ts';
import { blindCv, saveCvs } from './cvs.ts';
import { TalentEntity, type Talent } from './talent.entity.ts';
import { talentData, type TalentData } from './talent.input.ts';
import { talentById } from './talent.repository.ts';
import { talentExists } from './talents.failures.ts';

/**
 * Adds a talent. A talent adds their own profile, under the identifier in their token; organisers and
 * operators add others. Nobody is ranked before they have given their consent.
 */
export function createTalent(context: Context, input: unknown): Promise<Talent> {
  const id = context.actor.kind === 'talent' ? context.actor.id : newId();
  assertPermitted(context.actor, 'talent:create', { personId: id });
  const data = talentInput(input);
  return inTransaction(context, async (inside) => {
    if (await inside.em.findOne(TalentEntity, { id })) throw talentExists({ id });
    return writeTalent(inside, id, data);
  });
}

/**
 * Replaces a talent's profile and CV.
 * @throws DATABASE_CHANGED_MEANWHILE when `version` is no longer the stored one.
 */
export function editTalent(context: Context, id: string, version: number, input: unknown): Promise<Talent> {
  assertPermitted(context.actor, 'talent:edit', { personId: id });
  const data = talentInput(input);
  return inTransaction(context, async (inside) => {
    const talent = await talentById(inside.em, id);
    if (talent.version !== version) throw changedMeanwhile({ kind: 'talent', id });
    return writeTalent(inside, id, data, talent);
  });
}

/** Takes a talent out of every list and ranking, and ends what stands on their consents. The rows stay until they are erased. */
export function withdrawTalent(context: Context, id: string): Promise<Talent> {
  assertPermitted(context.actor, 'talent:withdraw', { personId: id });
  return inTransaction(context, async (inside) => {
    const talent = await talentById(inside.em, id);
    if (talent.withdrawnAt != null) return talent;
    talent.withdrawnAt = inside.now;
    recordAudit(inside, 'talent:withdraw', { kind: 'talent', id });
    await inside.em.flush();
    for (const purpose of CONSENT_PURPOSES) await drawConsentEnded(inside, id, purpose);
    return talent;
  });
}

/** Checks a talent's data. @throws INPUT_INVALID, DOCUMENTS_TEXT_… */
export function talentInput(input: unknown, root: readonly (string | number)[] = ['input']): TalentData {
  const data = parseInput(talentData, input, root);
  return { ...data, cv: { ...data.cv, text: documentText(data.cv.text, [...root, 'cv', 'text']) } };
}

/** Writes the talent and the CV within the caller's transaction; the caller has authorised it. */
export async function writeTalent(
  context: Context,
  id: string,
  data: TalentData,
  stored?: Talent | null,
): Promise<Talent> {
  const [talent] = await writeTalents(context, [{ id, data, stored }]);
  return talent!;
}

/** A talent to write: over `stored` where the identifier has a row already. */
export interface TalentWrite {
  id: string;
  data: TalentData;
  stored?: Talent | null | undefined;
}

/**
 * Writes many talents and their CVs within the caller's transaction, each as `writeTalent` would, in a few
 * round trips. The caller has authorised it; no identifier comes twice.
 */
export async function writeTalents(context: Context, many: readonly TalentWrite[]): Promise<Talent[]> {
  const cvs = many.map(({ id, data }) => blindCv(id, data.cv.text, data));
  await saveDocuments(
    context,
    cvs.map(({ id, read }, place) => ({
      id,
      kind: 'CV',
      language: many[place]!.data.cv.language,
      text: read,
    })),
  );
  await saveCvs(context.em, cvs);
  const talents = many.map(({ id, data, stored }) => {
    const { cv: _cv, ...profile } = data;
    const values = columnsOf(profile);
    recordAudit(context, stored ? 'talent:edit' : 'talent:create', { kind: 'talent', id });
    return stored
      ? context.em.assign(stored, values)
      : context.em.create(TalentEntity, { ...values, id, withdrawnAt: null });
  });
  await context.em.flush();
  return talents;
}

/** The talent's own columns; what was left out is null. */
const columnsOf = ({ household, coordinates, ...data }: Omit<TalentData, 'cv'>) => ({
  ...data,
  email: data.email ?? null,
  region: data.region ?? null,
  latitude: coordinates?.latitude ?? null,
  longitude: coordinates?.longitude ?? null,
  commuteKm: data.commuteKm ?? null,
  segment: data.segment ?? null,
  earliestStart: data.earliestStart ?? null,
  relocate: data.relocate ?? null,
  licences: data.licences.map((licence) => ({ ...licence, validUntil: licence.validUntil ?? null })),
  ...household,
});
