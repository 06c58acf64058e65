/** The seven activities of a Québec mission that partners carry between them, in the order of the journey. */
export const ACTIVITY_CODES = [
  'FINANCING',
  'RECRUITMENT_SUPPORT',
  'PARTICIPATION_FEES',
  'PROMOTION_ABROAD',
  'WORK_PERMITS',
  'ARRIVAL_SERVICES',
  'STUDENT_SERVICES',
] as const;
export type ActivityCode = (typeof ACTIVITY_CODES)[number];

/** What each of them is, and who usually carries it. */
export const ACTIVITIES: Readonly<Record<ActivityCode, { title: string; usually: string }>> = {
  FINANCING: {
    title: 'Financing of the mission',
    usually: 'a ministry, the city, the federal state, the companies',
  },
  RECRUITMENT_SUPPORT: {
    title: 'Supporting employers’ recruiting',
    usually: 'development councils; a ministry where a region has none; local employment offices',
  },
  PARTICIPATION_FEES: {
    title: 'Setting and collecting participation fees',
    usually: 'the organisation that leads',
  },
  PROMOTION_ABROAD: {
    title: 'Promoting the offers abroad, local information events and partnerships',
    usually: 'delegates of the region, embassies, consulates',
  },
  WORK_PERMITS: {
    title: 'Services for work permits',
    usually: 'migration lawyers, a ministry',
  },
  ARRIVAL_SERVICES: {
    title: 'Services on arrival',
    usually: 'the organisation that leads, real estate, banks, schools, the city, the employment office',
  },
  STUDENT_SERVICES: {
    title: 'Services to students',
    usually: 'universities and those who recruit for them',
  },
};

/** Whether somebody carries an activity, and who. */
export interface Coverage {
  activity: ActivityCode;
  /** The partners that have taken it, in the order in which they did; empty: nobody covers it. */
  organisationIds: string[];
}

/** Who covers each of the seven activities, in their order. */
export const coverageOf = (
  taken: readonly { activity: ActivityCode; organisationId: string }[],
): Coverage[] =>
  ACTIVITY_CODES.map((activity) => ({
    activity,
    organisationIds: taken
      .filter((one) => one.activity === activity)
      .map(({ organisationId }) => organisationId),
  }));
