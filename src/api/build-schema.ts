import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { MissionInterviewsResolver, MissionResolver, MissionTalentsResolver } from '../delegations/index.ts';
import { FacetsResolver, MatchingResolver, WhatIfsResolver } from '../matching/index.ts';
import { OccasionResolver, ParticipationResolver, StaffResolver } from '../occasions/index.ts';
import { MeetingResolver, PlanRunResolver } from '../occasions/index.ts';
import { OrganisationResolver } from '../organisations/index.ts';
import { PermitRuleResolver } from '../permits/index.ts';
import { RoleResolver } from '../roles/index.ts';
import { EntryResolver, ShortlistResolver, StandingResolver } from '../shortlists/index.ts';
import {
  ConsentResolver,
  DisclosureResolver,
  TalentDisclosureResolver,
  TalentResolver,
} from '../talents/index.ts';
import { TalentTandemResolver, TandemResolver } from '../tandem/index.ts';
import { ConceptResolver } from '../vocabulary/index.ts';

/** The schema that all rooms make together. Inputs are checked in the use cases, so that every way in is. */
export const tandemSchema = (): Promise<GraphQLSchema> =>
  buildSchema({
    resolvers: [
      ConceptResolver,
      ConsentResolver,
      DisclosureResolver,
      EntryResolver,
      FacetsResolver,
      MatchingResolver,
      MissionInterviewsResolver,
      MissionResolver,
      MissionTalentsResolver,
      OccasionResolver,
      MeetingResolver,
      OrganisationResolver,
      ParticipationResolver,
      PermitRuleResolver,
      PlanRunResolver,
      RoleResolver,
      StaffResolver,
      ShortlistResolver,
      StandingResolver,
      TalentDisclosureResolver,
      TalentResolver,
      TalentTandemResolver,
      TandemResolver,
      WhatIfsResolver,
    ],
    validate: false,
  });
