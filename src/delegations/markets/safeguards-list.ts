/**
 * Countries whose health workforce the World Health Organization asks others not to recruit from actively: its health
 * workforce support and safeguards list 2023 (ISBN 978-92-4-006978-7, published on 8 March 2023). Facts as of that
 * edition. Checked on 2026-11-22 against the list that NHS Employers publish after it (as of 23 March 2023: the same
 * but for Nepal, with which England has an agreement between governments) and against the counts by region that WHO
 * gives: Africa 37, Western Pacific 8, Eastern Mediterranean 6, South-East Asia 3, the Americas 1.
 */
export const SAFEGUARDS_LIST = {
  source: 'WHO health workforce support and safeguards list 2023, ISBN 978-92-4-006978-7',
  asOf: '2023-03-08',
  /** ISO 3166-1 alpha-2, by region of WHO. */
  regions: {
    AFRICA: [
      'AO',
      'BF',
      'BI',
      'BJ',
      'CD',
      'CF',
      'CG',
      'CI',
      'CM',
      'ER',
      'ET',
      'GA',
      'GH',
      'GM',
      'GN',
      'GQ',
      'GW',
      'KM',
      'LR',
      'LS',
      'MG',
      'ML',
      'MR',
      'MW',
      'MZ',
      'NE',
      'NG',
      'RW',
      'SL',
      'SN',
      'SS',
      'TD',
      'TG',
      'TZ',
      'UG',
      'ZM',
      'ZW',
    ],
    WESTERN_PACIFIC: ['FM', 'KI', 'LA', 'PG', 'SB', 'TV', 'VU', 'WS'],
    EASTERN_MEDITERRANEAN: ['AF', 'DJ', 'PK', 'SD', 'SO', 'YE'],
    SOUTH_EAST_ASIA: ['BD', 'NP', 'TL'],
    AMERICAS: ['HT'],
  },
} as const;

const LISTED: ReadonlySet<string> = new Set(Object.values(SAFEGUARDS_LIST.regions).flat());

/** Whether active recruitment of health workers from the country is asked to be left alone. */
export const isSafeguarded = (country: string): boolean => LISTED.has(country);

/** ISCO-08 minor groups of health work on people: without veterinarians (225), their technicians (324) and child care (531). */
const HEALTH_GROUPS = ['221', '222', '223', '224', '226', '321', '322', '323', '325', '532'];

/** Whether a role is of a health occupation; by its sector where it states no occupation. */
export const isHealthWork = ({
  occupation,
  sector,
}: {
  occupation?: string | null | undefined;
  sector: string;
}): boolean =>
  occupation ? HEALTH_GROUPS.some((group) => occupation.startsWith(group)) : sector === 'HEALTH_CARE';
