import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { MissionInterviewsResolver, MissionResolver, MissionTalentsResolver } from '../delegations/index.ts';
import { EventResolver, InterestResolver } from '../events/index.ts';
import { FacetsResolver, MatchingResolver, WhatIfsResolver } from '../matching/index.ts';
import { MessageResolver } from '../messages/index.ts';
import {
  AgendaResolver,
  MeetingResolver,
  OccasionResolver,
  ParticipationResolver,
  PlanRunResolver,
  StaffResolver,
} from '../occasions/index.ts';
import { OrganisationResolver } from '../organisations/index.ts';
import { PermitRuleResolver } from '../permits/index.ts';
import { OfferResolver } from '../placements/index.ts';
import { RoleResolver } from '../roles/index.ts';
import {
  CampaignResolver,
  DigestResolver,
  EntryResolver,
  ShortlistResolver,
  SignUpResolver,
  StandingResolver,
} from '../shortlists/index.ts';
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
      AgendaResolver,
      CampaignResolver,
      ConceptResolver,
      ConsentResolver,
      DigestResolver,
      DisclosureResolver,
      EntryResolver,
      EventResolver,
      FacetsResolver,
      InterestResolver,
      MatchingResolver,
      MeetingResolver,
      MessageResolver,
      MissionInterviewsResolver,
      MissionResolver,
      MissionTalentsResolver,
      OccasionResolver,
      OfferResolver,
      OrganisationResolver,
      ParticipationResolver,
      PermitRuleResolver,
      PlanRunResolver,
      RoleResolver,
      ShortlistResolver,
      SignUpResolver,
      StaffResolver,
      StandingResolver,
      TalentDisclosureResolver,
      TalentResolver,
      TalentTandemResolver,
      TandemResolver,
      WhatIfsResolver,
    ],
    validate: false,
  });
