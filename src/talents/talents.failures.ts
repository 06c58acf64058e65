import { defineFailure } from '../kernel/index.ts';

/** Also said of talents whom the caller may not see: that somebody exists is personal data too. */
export const talentUnknown = defineFailure<{ id: string }>({
  code: 'TALENTS_UNKNOWN',
  status: 404,
  message: ({ id }) => `There is no talent ${id} whom you may see`,
  remedy:
    'Take the identifier from a ranking or a list; talents who withdraw or end their consent disappear.',
});

export const talentExists = defineFailure<{ id: string }>({
  code: 'TALENTS_EXISTS',
  status: 409,
  message: ({ id }) => `The talent ${id} has a profile already`,
  remedy: 'Change it with the mutation editTalent.',
});
