import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { connectionOf } from '../graph/index.ts';
import { movesFrom } from '../lives/index.ts';
import { ExclusionEnum, MatchType, thawed, type Exclusion } from '../matching/index.ts';
import { TalentType, toTalentType } from '../talents/index.ts';
import type { EntryState, Note, Origin, Visibility } from './entry.entity.ts';
import type { Kept, SeenEntry, SeenStep } from './read-shortlists.ts';
import { ENTRY_MOVES, entryLife, type PartyMove } from './shortlist-lives.ts';
import { EntryMoveEnum, EntryStateEnum, OriginEnum, VisibilityEnum } from './shortlist.enums.ts';

@ObjectType('FrozenMatch', {
  description:
    'The explanation of a match as it was when the talent was put forward. Only its quotations follow what you may read now.',
})
export class FrozenMatchType extends MatchType {
  @Field(() => ID)
  roleId!: string;

  @Field(() => ID, { description: 'The embedding model whose vectors were compared.' })
  modelId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The place in the ranking of candidates then, from 1; null for whoever was not in it.',
  })
  place!: number | null;

  @Field(() => [ExclusionEnum], {
    description: 'Why the ranking left the talent out then; none for one in it.',
  })
  exclusions!: Exclusion[];

  @Field(() => GraphQLDateTimeISO, { description: 'When it was so.' })
  frozenAt!: Date;
}

const toFrozenMatchType = ({ roleId, frozenAt, match }: Kept, identified: boolean): FrozenMatchType => {
  const { evidence: _evidence, skills, ...rest } = match;
  return Object.assign(new FrozenMatchType(), {
    ...rest,
    roleId,
    frozenAt,
    skills: skills.map((skill) => ({ ...skill, start: null, end: null })),
    allEvidence: thawed(match, identified),
  });
};

@ObjectType({ description: 'Who may contact the talent of an entry.' })
export class FirstContact {
  @Field(() => Boolean, { description: 'Whether every employer of the list may.' })
  everybody!: boolean;

  @Field(() => Boolean, { description: 'Whether you may now.' })
  yours!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'Whose turn it is; null for everybody’s, and where you may not know which employer it is.',
  })
  employerId!: string | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'The first instant at which it is no longer theirs: a midnight in the zone of the list.',
  })
  until!: Date | null;
}

@ObjectType('ShortlistEntry', { description: 'A talent on a shortlist.' })
export class EntryType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  shortlistId!: string;

  @Field(() => TalentType)
  talent!: TalentType;

  @Field(() => OriginEnum)
  origin!: Origin;

  @Field(() => EntryStateEnum)
  state!: EntryState;

  @Field(() => GraphQLDateTimeISO, { description: 'When it came into its state.' })
  since!: Date;

  @Field(() => GraphQLDateTimeISO)
  addedAt!: Date;

  @Field(() => ID, {
    nullable: true,
    description:
      'The role whose employer is in contact; null before that, and where you may not know which employer it is.',
  })
  roleId!: string | null;

  @Field(() => FirstContact, {
    nullable: true,
    description: 'Who may contact the talent; null once somebody has.',
  })
  firstContact!: FirstContact | null;

  @Field(() => [FrozenMatchType], {
    description: 'Best first: for your own roles of the list; for all of them for hosts and operators.',
  })
  explanations!: FrozenMatchType[];

  @Field(() => [EntryMoveEnum], {
    description: 'What the state allows; who may do it is checked when it is done.',
  })
  moves!: PartyMove[];

  @Field(() => Int, { description: 'Send it back with a move: a move of an older version is refused.' })
  version!: number;
}

export const EntryConnection = connectionOf('ShortlistEntry', () => EntryType);

/** The public shape of an entry as the actor may see it. */
export const toEntryType = ({ entry, roleId, talent, identified, kept, turn }: SeenEntry): EntryType => ({
  id: entry.id,
  shortlistId: entry.shortlistId,
  talent: toTalentType(talent, identified),
  origin: entry.origin,
  state: entry.state,
  since: entry.since,
  addedAt: entry.addedAt,
  roleId,
  firstContact: turn,
  explanations: kept.map((one) => toFrozenMatchType(one, identified)),
  moves: movesFrom(entryLife, entry.state).filter((move): move is PartyMove =>
    (ENTRY_MOVES as readonly string[]).includes(move),
  ),
  version: entry.version,
});

@ObjectType('ShortlistStep', { description: 'One move in the history of an entry.' })
export class StepType {
  @Field(() => GraphQLDateTimeISO)
  at!: Date;

  @Field(() => String, { description: 'As in docs/states.md.' })
  move!: string;

  @Field(() => EntryStateEnum)
  from!: EntryState;

  @Field(() => EntryStateEnum)
  to!: EntryState;

  @Field(() => ID, {
    nullable: true,
    description: 'The employer for which it was done; null for none, and where you may not know.',
  })
  employerId!: string | null;

  @Field(() => String, { nullable: true, description: 'In the words of whoever did it; null as above.' })
  reason!: string | null;
}

/** The public shape of a step. */
export const toStepType = ({ at, move, fromState, toState, employerId, reason }: SeenStep): StepType => ({
  at,
  move,
  from: fromState,
  to: toState,
  employerId: employerId ?? null,
  reason: reason ?? null,
});

@ObjectType('ShortlistNote', { description: 'A note on an entry.' })
export class NoteType {
  @Field(() => ID)
  id!: string;

  @Field(() => VisibilityEnum)
  visibility!: Visibility;

  @Field(() => String)
  text!: string;

  @Field(() => ID, { nullable: true, description: 'The author’s organisation.' })
  organisationId!: string | null;

  @Field(() => GraphQLDateTimeISO)
  writtenAt!: Date;
}

/** The public shape of a note. */
export const toNoteType = ({ id, visibility, text, organisationId, writtenAt }: Note): NoteType => ({
  id,
  visibility,
  text,
  organisationId: organisationId ?? null,
  writtenAt,
});

@InputType({ description: 'A talent to be put on a list.' })
export class ShortlistEntryInput {
  @Field(() => ID)
  shortlistId!: string;

  @Field(() => ID)
  talentId!: string;

  @Field(() => OriginEnum)
  origin!: Origin;
}

@InputType({ description: 'What is done with an entry.' })
export class EntryMoveInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;

  @Field(() => EntryMoveEnum)
  move!: PartyMove;

  @Field(() => String, {
    nullable: true,
    description: 'Why: `reject` and `release` take one. At most 2,000 characters; the talent may read it.',
  })
  reason?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'For which role of the list, where you may act for more than one.',
  })
  roleId?: string | null;
}

@InputType({ description: 'A note to be added to an entry.' })
export class ShortlistNoteInput {
  @Field(() => ID)
  entryId!: string;

  @Field(() => VisibilityEnum)
  visibility!: Visibility;

  @Field(() => String, { description: 'At most 4,000 characters.' })
  text!: string;
}
