import { defineFailure } from '../kernel/index.ts';

/** Also said of a tandem that is not the caller's, and of one that has ended: couples are personal data. */
export const tandemUnknown = defineFailure<{ id: string }>({
  code: 'TANDEM_UNKNOWN',
  status: 404,
  message: ({ id }) => `There is no tandem ${id} that is yours or that you may see`,
  remedy: 'Take the identifier from the query `myTandem`, or as an organiser from `tandems`.',
});

export const tandemNone = defineFailure({
  code: 'TANDEM_NONE',
  status: 404,
  message: () => 'You are in no standing tandem, and named none that stands',
  remedy: 'Invite your partner with `invitePartner`, or join with their code; organisers name a `tandemId`.',
});

/** Says the same of a code that never was, one that was used and one that ran out; it never repeats the code. */
export const invitationUnknown = defineFailure({
  code: 'TANDEM_INVITATION_UNKNOWN',
  status: 404,
  message: () => 'This code is of no open invitation',
  remedy: 'Check that it is whole. A code works once and for 14 days: ask your partner for a new one.',
});

export const withOneself = defineFailure({
  code: 'TANDEM_WITH_ONESELF',
  status: 400,
  message: () => 'This is the code of your own invitation',
  remedy: 'Give it to your partner, who sends it with their own token.',
});

export const tandemStands = defineFailure({
  code: 'TANDEM_STANDS',
  status: 409,
  message: () => 'You are in a standing tandem',
  remedy: 'End it with `endTandem` first: nobody is in two.',
});
