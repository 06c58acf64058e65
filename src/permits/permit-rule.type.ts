import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { CitizenshipEnum, connectionOf, EngagementEnum, SalaryPeriodEnum } from '../graph/index.ts';
import type { Citizenship, Engagement, SalaryPeriod } from '../kernel/index.ts';
import type { PermitRule } from './permit-rule.entity.ts';

@ObjectType({ description: 'The lowest pay before tax that a permit asks for.' })
export class SalaryFloor {
  @Field(() => Float, { description: 'Units of the currency, to the cent.' })
  amount!: number;

  @Field(() => String, { description: 'ISO 4217.' })
  currency!: string;

  @Field(() => SalaryPeriodEnum)
  period!: SalaryPeriod;
}

@ObjectType('PermitRule', {
  description:
    'One way to be allowed to work somewhere, as an operator entered it: guidance, not legal advice. Its source says where to check it.',
})
export class PermitRuleType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'A country (ISO 3166-1 alpha-2) or a region of it (ISO 3166-2).' })
  territory!: string;

  @Field(() => String, { description: 'What the permit is called.' })
  permit!: string;

  @Field(() => CitizenshipEnum, { nullable: true, description: 'Whom it is for; null for both groups.' })
  citizenship!: Citizenship | null;

  @Field(() => [EngagementEnum], { description: 'Kinds of work that it is given for; empty for any.' })
  engagements!: Engagement[];

  @Field(() => [String], {
    description: 'ISCO-08 groups of any level that it is given for; empty for any.',
  })
  onlyOccupations!: string[];

  @Field(() => [String], { description: 'ISCO-08 groups of any level for which the floor is not asked.' })
  exemptOccupations!: string[];

  @Field(() => SalaryFloor, { nullable: true, description: 'Null where it asks for no fixed amount.' })
  salaryFloor!: SalaryFloor | null;

  @Field(() => Float, {
    description: 'Hours of a full-time week there: what pay by the hour is counted up with.',
  })
  weeklyHours!: number;

  @Field(() => Int, { nullable: true, description: 'How many days a decision usually takes.' })
  processingDays!: number | null;

  @Field(() => String, { description: 'The first day on which it is in force, YYYY-MM-DD.' })
  validFrom!: string;

  @Field(() => String, { nullable: true, description: 'The last one; null when it goes on.' })
  validTo!: string | null;

  @Field(() => String, { description: 'The law or page that says so, by its title.' })
  source!: string;

  @Field(() => String, { description: 'When the source was read, YYYY-MM-DD.' })
  consultedOn!: string;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => Int, { description: 'Send it back with a change: a change to an older version is refused.' })
  version!: number;
}

export const PermitRuleConnection = connectionOf('PermitRule', () => PermitRuleType);

/** The public shape of a stored permit rule. */
export const toPermitRuleType = (rule: PermitRule): PermitRuleType => ({
  id: rule.id,
  territory: rule.territory,
  permit: rule.permit,
  citizenship: rule.citizenship ?? null,
  engagements: rule.engagements,
  onlyOccupations: rule.onlyOccupations,
  exemptOccupations: rule.exemptOccupations,
  salaryFloor:
    rule.salaryFloor != null && rule.currency && rule.period
      ? { amount: rule.salaryFloor, currency: rule.currency, period: rule.period }
      : null,
  weeklyHours: rule.weeklyHours,
  processingDays: rule.processingDays ?? null,
  validFrom: rule.validFrom,
  validTo: rule.validTo ?? null,
  source: rule.source,
  consultedOn: rule.consultedOn,
  note: rule.note ?? null,
  version: rule.version,
});
