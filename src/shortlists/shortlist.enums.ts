import { graphqlEnum } from '../graph/index.ts';
import { ENTRY_STATES, ORIGINS, VISIBILITIES } from './entry.entity.ts';
import { ENTRY_MOVES, entryLife } from './shortlist-lives.ts';
import { RELEASES } from './shortlist.entity.ts';

export const ReleaseEnum = graphqlEnum(
  'ShortlistRelease',
  RELEASES,
  'To whom an entry goes when a first-contact window ends.',
  {
    NEXT: 'To the next employer, for a window of their own; after the last, to all.',
    ALL: 'To all at once.',
  },
);

export const OriginEnum = graphqlEnum('ShortlistOrigin', ORIGINS, 'How somebody came onto a list.', {
  RANKED: 'Chosen from a ranking.',
  APPLIED: 'Applied themselves. Only hosts and operators say so.',
  LEAD: 'Came through a campaign. Only hosts and operators say so.',
});

export const EntryStateEnum = graphqlEnum(
  'ShortlistEntryState',
  ENTRY_STATES,
  'Where an entry stands.',
  entryLife.states,
);

export const EntryMoveEnum = graphqlEnum(
  'ShortlistEntryMove',
  ENTRY_MOVES,
  'What is done with an entry; docs/states.md has the diagram.',
  {
    contact: 'An employer writes to the talent; of a shared list only one whose turn it is.',
    reject: 'A person says no; takes a reason, which the talent may read.',
    pass: 'To the next employer of a shared list; whoever was in contact lets go.',
    release: 'Lets the talent go without a judgement; takes a reason, which the talent may read.',
    reconsider: 'Takes a rejection or release back.',
  },
);

export const VisibilityEnum = graphqlEnum('ShortlistNoteVisibility', VISIBILITIES, 'Who reads a note.', {
  AUTHOR: 'Only its author.',
  ORGANISATION: 'Everybody who acts for the author’s organisation.',
  SHARED: 'Everybody whose list it is.',
  TALENT: 'They and the talent.',
});
