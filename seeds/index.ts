export { castId, readCast, readJudgedRoles, type Cast, type CastMember, type Judgements } from './cast.ts';
export { seedCast } from './seed-cast.ts';
