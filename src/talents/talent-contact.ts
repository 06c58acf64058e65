import type { EntityManager } from '../database/index.ts';
import { DocumentEntity } from '../documents/index.ts';
import type { TextLanguage } from '../kernel/index.ts';
import { TalentEntity } from './talent.entity.ts';

/** Where a talent is written to, in the language of their CV; null without an address. For Tandem's own messages. */
export async function talentContact(
  em: EntityManager,
  id: string,
): Promise<{ name: string; email: string; language: TextLanguage } | null> {
  const talent = await em.findOne(TalentEntity, { id });
  if (talent?.email == null) return null;
  const { language } = await em.findOneOrFail(DocumentEntity, { id });
  return { name: talent.name, email: talent.email, language };
}
