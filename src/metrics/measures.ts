/** What a measure counts, of what, when, and what it rests on. */
export interface Measure {
  /** What regions call it. */
  title: string;
  /** What is counted. */
  counts: string;
  /** Of which share; null where it is no share. */
  of: string | null;
  /** As of when, or within which time. */
  period: string;
  /** When there is no value. */
  missing: string;
  /** The rows that it rests on. */
  source: string;
}

const NOW = 'As of the report.';
const NEVER = 'Only when withheld.';
const HIRES = 'Hires of the report. In a region: of offers made in the period.';

/**
 * Every measure of the reports, by the name of its field: the one place where it is defined. The schema's descriptions,
 * the query `reportMeasures` and docs/metrics.md are made of it.
 */
export const MEASURES = {
  employers: {
    title: 'Employers taking part',
    counts: 'employers admitted to the occasion, or that brought a role to the campaign, each once',
    of: null,
    period: NOW,
    missing: 'Never.',
    source: 'participations, campaign_roles',
  },
  smes: {
    title: 'Small and medium-sized employers taking part',
    counts: 'of them, those with fewer than 250 employees (head count of Recommendation 2003/361/EC)',
    of: 'employers taking part whose head count is known',
    period: NOW,
    missing: 'Where no head count is known. Turnover, the other criterion, is not kept.',
    source: 'organisations.employees',
  },
  fees: {
    title: 'Fees invoiced',
    counts: 'the fees of the employers taking part, a sum for each currency',
    of: null,
    period: NOW,
    missing: 'An empty list where nothing is paid.',
    source: 'participations.fee_amount; for campaigns the price plan and the roles brought',
  },
  englishAccepted: {
    title: 'Adverts accepting English',
    counts: 'of these roles, those where English is accepted in place of the working languages',
    of: 'roles brought, closed ones included; in a region, its open roles',
    period: NOW,
    missing: 'Where there is no role.',
    source: 'roles.english_accepted',
  },
  leads: {
    title: 'Leads',
    counts:
      'talents who applied to the occasion, whatever was decided, or whom screening found to be leads of the campaign; each once',
    of: null,
    period: NOW,
    missing: 'When withheld: always in an employer’s part, since leads are the hosts’.',
    source: 'participations, campaign_sign_ups, shortlist_entries of origin LEAD',
  },
  matches: {
    title: 'Matches',
    counts:
      'leads who were put on a shortlist or had a meeting published; in an employer’s part, its talents',
    of: null,
    period: NOW,
    missing: NEVER,
    source: 'shortlist_entries, meetings',
  },
  matchRate: {
    title: 'Match rate (matchningstakt)',
    counts: 'matches',
    of: 'leads',
    period: NOW,
    missing: 'Without leads, and in an employer’s part.',
    source: 'as leads and matches',
  },
  requests: {
    title: 'Requests for meetings',
    counts:
      'requests that a talent or an employer made, by what became of them; accepted are also those promised by a host',
    of: null,
    period: NOW,
    missing: NEVER,
    source: 'interests; one whose time to answer is over counts as expired',
  },
  requestAcceptance: {
    title: 'Acceptance rate of requests',
    counts: 'requests accepted',
    of: 'requests accepted, declined or expired: not those open or taken back',
    period: NOW,
    missing: 'While none was answered or has expired.',
    source: 'interests',
  },
  meetings: {
    title: 'Meetings',
    counts:
      'meetings published, by what became of them: upcoming or not recorded yet, held, missed by whom, cancelled and why; not those that a later plan took back',
    of: null,
    period: NOW,
    missing: NEVER,
    source: 'meetings',
  },
  meetingsHeld: {
    title: 'Share of meetings held',
    counts: 'meetings held',
    of: 'meetings held, missed or cancelled: not those whose outcome is open',
    period: NOW,
    missing: 'While no outcome is known.',
    source: 'meetings',
  },
  plans: {
    title: 'Worst-off and unplaced',
    counts:
      'for each published plan: the least share that anybody gets of the value of their own best agenda, and the wishes without a meeting',
    of: null,
    period: 'When the plan was made.',
    missing: 'An empty list before a plan is published; the worst-off is withheld in an employer’s part.',
    source: 'plan_runs',
  },
  employerSatisfaction: {
    title: 'Employer satisfaction',
    counts: 'mean of the ratings that employers gave meetings, from 1 to 5, with their number',
    of: null,
    period: NOW,
    missing: 'Without ratings.',
    source: 'meeting_feedback',
  },
  talentSatisfaction: {
    title: 'Talent satisfaction',
    counts: 'mean of the ratings that talents gave meetings, from 1 to 5, with their number',
    of: null,
    period: NOW,
    missing: 'Without ratings.',
    source: 'meeting_feedback',
  },
  employersInterested: {
    title: 'Employers who would go on',
    counts: 'meetings after which the employer would go on with the talent',
    of: 'meetings of which the employer gave feedback',
    period: NOW,
    missing: 'Without feedback.',
    source: 'meeting_feedback',
  },
  talentsInterested: {
    title: 'Talents who would go on',
    counts: 'meetings after which the talent would go on with the employer',
    of: 'meetings of which the talent gave feedback',
    period: NOW,
    missing: 'Without feedback.',
    source: 'meeting_feedback',
  },
  shortlisted: {
    title: 'Shortlisted',
    counts: 'talents put on a shortlist, each once, whatever became of it',
    of: null,
    period: NOW,
    missing: NEVER,
    source: 'shortlist_entries',
  },
  offers: {
    title: 'Offers',
    counts: 'offers by what became of them; accepted are also hires that ended since',
    of: null,
    period: 'As of the report; in a region, those made on days of the period.',
    missing: NEVER,
    source: 'offers; one whose time to answer is over counts as expired',
  },
  offerAcceptance: {
    title: 'Acceptance rate of offers',
    counts: 'offers accepted',
    of: 'offers accepted, declined or expired: not those open or withdrawn',
    period: 'As offers.',
    missing: 'While none was answered or has expired.',
    source: 'offers',
  },
  hires: {
    title: 'Hires',
    counts:
      'offers accepted that came of the occasion or campaign: they name it, or the shortlist entry they name is on a list of it; in a region, all for its roles',
    of: null,
    period: 'As offers.',
    missing: NEVER,
    source: 'offers, shortlists',
  },
  milestones: {
    title: 'Milestones reached',
    counts: 'hires by how far each milestone is: reached, not needed, or not recorded',
    of: null,
    period: HIRES,
    missing: NEVER,
    source: 'placement_milestones',
  },
  threeMonthRetention: {
    title: 'Retention after three months',
    counts: 'of these hires, those that had not ended by that day',
    of: 'hires that began at least three months ago. A hire begins with the arrival, or, where none is needed, on the later of acceptance and agreed first day',
    period: HIRES,
    missing: 'While no hire is old enough. Those that ended before the arrival never began.',
    source: 'offers.ended_on, placement_milestones',
  },
  oneYearRetention: {
    title: 'Retention after one year',
    counts: 'of these hires, those that had not ended by that day',
    of: 'hires that began at least twelve months ago',
    period: HIRES,
    missing: 'While no hire is old enough.',
    source: 'offers.ended_on, placement_milestones',
  },
  timeToJob: {
    title: 'Time to job',
    counts:
      'median of the days from the application or sign-up to the acceptance, by the calendar of the report’s zone, with their number',
    of: null,
    period: HIRES,
    missing: 'Without hires of talents who applied or signed up to what the hire came of.',
    source: 'offers.settled_at, participations.asked_at, campaign_sign_ups.signed_up_at',
  },
  occupations: {
    title: 'Shortage occupations filled',
    counts:
      'hires by ISCO-08 unit group of the role, every group that was sought or filled. Which are in shortage is for the region to say: Tandem keeps no such list',
    of: null,
    period: HIRES,
    missing: NEVER,
    source: 'roles.occupation',
  },
  coverage: {
    title: 'Coverage of shortage occupations',
    counts: 'hires that have not ended',
    of: 'openings of the roles brought and of the roles of hires; in a region, of its open roles and of the roles of hires',
    period: NOW,
    missing: 'Without openings.',
    source: 'roles.openings, offers',
  },
  couplesHired: {
    title: 'Partner employment: couples',
    counts: 'of these couples, those of whom both have a hire that stands, wherever it came from',
    of: 'standing tandems with at least one hire of the report',
    period: NOW,
    missing: 'Without such a tandem, and in an employer’s part.',
    source: 'tandem_partners, offers',
  },
  partnersHired: {
    title: 'Partner employment: accompanying partners',
    counts: 'hires of talents of the segment ACCOMPANYING_PARTNER',
    of: null,
    period: HIRES,
    missing:
      'When withheld: always in an employer’s part, since employers do not learn who accompanies whom.',
    source: 'talents.segment',
  },
  returning: {
    title: 'Returning Swedes (hemvändare)',
    counts: 'hires of talents of the segment RETURNING, wherever they return to',
    of: 'hires',
    period: HIRES,
    missing: 'Without hires.',
    source: 'talents.segment',
  },
  studentsWhoStay: {
    title: 'Students who stay',
    counts: 'of these hires, those into the country where the talent lives already',
    of: 'hires of talents of the segment STUDENT',
    period: HIRES,
    missing: 'Without hires of students.',
    source: 'talents.segment, talents.country, roles.country',
  },
  activities: {
    title: 'Activities',
    counts: 'occasions and campaigns with a host of the region, no drafts and none that was cancelled',
    of: null,
    period: 'Those whose first day, by their own calendar, is in the period.',
    missing: 'Never.',
    source: 'occasions, campaigns',
  },
  joint: {
    title: 'Joint activities',
    counts: 'of the activities, those with several hosts',
    of: 'activities',
    period: 'As activities.',
    missing: 'Without activities.',
    source: 'occasion_hosts, campaign_hosts',
  },
  attribution: {
    title: 'Attribution of hires',
    counts: 'hires of the region by what they came of: an occasion, a campaign, both, or neither',
    of: null,
    period: HIRES,
    missing: NEVER,
    source: 'offers, shortlists',
  },
} as const satisfies Record<string, Measure>;

export type MeasureName = keyof typeof MEASURES;

/** The definition of a measure as a sentence or five, for the description of its field. */
export function describeMeasure(name: MeasureName): string {
  const { title, counts, of, period, missing }: Measure = MEASURES[name];
  const share = of === null ? '' : ` Denominator: ${of}.`;
  return `${title}. ${of === null ? 'Counted' : 'Numerator'}: ${counts}.${share} Period: ${period} Null: ${missing}`;
}
