export {
  CampaignEmployerEntity,
  CampaignEntity,
  CampaignHostEntity,
  CampaignRoleEntity,
  type Campaign,
  type CampaignRole,
} from './campaigns/campaign.entity.ts';
export { campaignFee, type PricePlan } from './campaigns/campaign-fee.ts';
export { isUsualLength, weeksOf } from './campaigns/campaign-length.ts';
export { campaignLife, signUpLife } from './campaigns/campaign-lives.ts';
export { campaignById, type HostedCampaign } from './campaigns/campaign.repository.ts';
export { CampaignResolver } from './campaigns/campaign.resolver.ts';
export {
  bringRoles,
  createCampaign,
  editCampaign,
  inviteToCampaign,
  moveCampaign,
} from './campaigns/change-campaign.ts';
export { handOverLead } from './campaigns/hand-over.ts';
export { sharesOf, sourcesOf, type CampaignShare, type SourceFigures } from './campaigns/read-campaigns.ts';
export { claimNextSignUp, decideSignUp, matchesOfSignUp, returnSignUp } from './campaigns/screening.ts';
export { SignUpEntity, type SignUp, type SignUpState } from './campaigns/sign-up.entity.ts';
export { SignUpResolver } from './campaigns/sign-up.resolver.ts';
export { endSignUps, MOST_SOURCES, mySignUps, signUp, withdrawSignUp } from './campaigns/sign-up.ts';
export { weekOf } from './digests/digest-week.ts';
export { DigestResolver } from './digests/digest.resolver.ts';
export { DIGEST_SCORE, sendDigests, type DigestBatch } from './digests/send-digests.ts';
export { closeShortlist, createShortlist, reopenShortlist } from './change-shortlist.ts';
export {
  EntryEntity,
  NoteEntity,
  ORIGINS,
  StepEntity,
  type Entry,
  type EntryState,
  type Note,
  type Origin,
  type Step,
} from './entry.entity.ts';
export { EntryResolver } from './entry.resolver.ts';
export { turnAt, windowEnd, type InTurn, type Turn, type WindowRule } from './first-contact.ts';
export { moveEntry } from './move-entry.ts';
export { addNote } from './notes.ts';
export { orderShortlist } from './order-entries.ts';
export { partiesOf, type Parties, type PartyRole } from './parties.ts';
export { passingTurns, passTurn } from './pass-turns.ts';
export { addToShortlist, freezeFor, MOST_ENTRIES, putForward, type Frozen } from './put-forward.ts';
export { entriesOf, listShortlists, readEntry, type SeenEntry } from './read-shortlists.ts';
export { entryLife, shortlistLife, type EntryMove, type PartyMove } from './shortlist-lives.ts';
export {
  ShortlistEntity,
  ShortlistRoleEntity,
  type Shortlist,
  type ShortlistRole,
} from './shortlist.entity.ts';
export { shortlistById, type Listed } from './shortlist.repository.ts';
export { ShortlistResolver } from './shortlist.resolver.ts';
export { passTurnTask } from './shortlists.jobs.ts';
export { endStandings, myStanding, withdrawStanding, type Standing } from './standing.ts';
export { StandingResolver } from './standing.resolver.ts';
