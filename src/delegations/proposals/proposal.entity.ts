import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

export const PROPOSAL_STATES = ['PROPOSED', 'ASKED', 'ACCEPTED', 'REFUSED', 'DISMISSED', 'LAPSED'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** A talent whom the ranking puts forward for a mission, and who is asked before anything else happens. */
export const ProposalEntity = defineEntity({
  name: 'MissionProposal',
  tableName: 'mission_proposals',
  properties: {
    id: p.uuid().primary(),
    occasionId: p.uuid(),
    talentId: p.uuid(),
    /** The role of the mission for which they were ranked. */
    roleId: p.uuid(),
    state: p.string().$type<ProposalState>(),
    /** The model and the score by which they were ranked then. */
    modelId: p.string(),
    score: p.float(),
    proposedAt: p.datetime(),
    proposedBy: p.string(),
    askedAt: p.datetime().nullable(),
    answeredAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});

export type Proposal = InferEntity<typeof ProposalEntity>;
