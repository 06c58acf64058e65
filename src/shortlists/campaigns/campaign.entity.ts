import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

export type CampaignState = 'DRAFT' | 'RUNNING' | 'CLOSED' | 'CANCELLED';

/** A cluster of employers seeks talents together for some weeks, and an organiser screens who signs up. */
export const CampaignEntity = defineEntity({
  name: 'Campaign',
  tableName: 'campaigns',
  properties: {
    id: p.uuid().primary(),
    name: p.string(),
    summary: p.string(),
    /** The zone in which its dates are meant. */
    zone: p.string(),
    /** The first and the last day, `YYYY-MM-DD`. */
    startsOn: p.date(),
    endsOn: p.date(),
    state: p.string().$type<CampaignState>(),
    /** What an employer pays: so much for up to so many jobs, and so much for each further one. */
    baseAmount: p.decimal('number').precision(12).scale(2),
    baseJobs: p.integer(),
    furtherJobAmount: p.decimal('number').precision(12).scale(2),
    /** ISO 4217. */
    currency: p.string(),
    version: p.integer().version(),
  },
});

export type Campaign = InferEntity<typeof CampaignEntity>;

/** An organisation that hosts a campaign, alone or with others; one of them leads. */
export const CampaignHostEntity = defineEntity({
  name: 'CampaignHost',
  tableName: 'campaign_hosts',
  properties: {
    id: p.uuid().primary(),
    campaignId: p.uuid(),
    organisationId: p.uuid(),
    leads: p.boolean(),
  },
});

/** An employer whom a host has asked to take part. */
export const CampaignEmployerEntity = defineEntity({
  name: 'CampaignEmployer',
  tableName: 'campaign_employers',
  properties: {
    id: p.uuid().primary(),
    campaignId: p.uuid(),
    organisationId: p.uuid(),
    invitedAt: p.datetime(),
  },
});

export type CampaignEmployer = InferEntity<typeof CampaignEmployerEntity>;

/** A job that an employer fills through a campaign. */
export const CampaignRoleEntity = defineEntity({
  name: 'CampaignRole',
  tableName: 'campaign_roles',
  properties: {
    id: p.uuid().primary(),
    campaignId: p.uuid(),
    roleId: p.uuid(),
    employerId: p.uuid(),
    broughtAt: p.datetime(),
  },
});

export type CampaignRole = InferEntity<typeof CampaignRoleEntity>;
