import { assertPermitted, ConsentEntity, inTransaction, recordAudit, type Context } from '../access/index.ts';
import type { EntityManager } from '../database/index.ts';
import { DocumentEntity } from '../documents/index.ts';
import { cvsOf, TalentEntity } from '../talents/index.ts';
import { talentToResume } from './json-resume/index.ts';

/** Talents that are read together. */
const PAGE = 200;

/**
 * Every talent as a JSON Resume, those who have withdrawn or given no consent included, with that said of them.
 * The reading of each CV is audited. Handing out data in bulk is for whoever may take it in.
 */
export async function* exportTalents(context: Context): AsyncGenerator<object> {
  assertPermitted(context.actor, 'export:run');
  for (let after: string | undefined; ;) {
    const page: object[] = [];
    const fresh = { ...context, em: context.em.fork() as EntityManager };
    after = await inTransaction(fresh, async (inside) => {
      const talents = await inside.em.find(TalentEntity, after === undefined ? {} : { id: { $gt: after } }, {
        orderBy: { id: 'asc' },
        limit: PAGE,
      });
      const ids = talents.map(({ id }) => id);
      const found = await inside.em.find(DocumentEntity, { id: { $in: ids } });
      const consents = await inside.em.find(
        ConsentEntity,
        { subjectId: { $in: ids }, purpose: 'MATCHING' },
        { orderBy: { givenAt: 'asc', id: 'asc' } },
      );
      const languages = new Map(found.map(({ id, language }) => [id, language]));
      const cvs = await cvsOf(inside.em, ids);
      // Of several the last one given stays.
      const latest = new Map(consents.map((consent) => [consent.subjectId, consent]));
      for (const talent of talents) {
        const cv = { language: languages.get(talent.id)!, text: cvs.get(talent.id)!.text };
        page.push(talentToResume(talent, cv, latest.get(talent.id)));
        recordAudit(inside, 'talent:read', { kind: 'talent', id: talent.id }, { part: 'cv', by: 'export' });
      }
      return ids.at(-1);
    });
    yield* page;
    if (page.length < PAGE) return;
  }
}
