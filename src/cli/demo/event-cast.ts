/** Two science parks host; the first leads. */
export const PARKS = ['malmporten-science-park', 'abrinken-science-park'] as const;

/** Employers by the park that brings them, with who interviews and how many they can meet. */
export const EMPLOYERS: readonly {
  slug: string;
  park: (typeof PARKS)[number];
  roles: readonly string[];
  interviewers: readonly string[];
  meetingsMax?: number;
}[] = [
  {
    slug: 'norralvens-sjukhus',
    park: PARKS[0],
    roles: ['sjukskoterska-akuten-skelleftea'],
    interviewers: ['Birgitta Sandahl'],
  },
  {
    slug: 'alvcell',
    park: PARKS[0],
    roles: ['automationsingenjor-skelleftea', 'battery-process-engineer-skelleftea'],
    interviewers: ['Per Eklöf', 'Hanna Wikner'],
  },
  {
    slug: 'malmsyn',
    park: PARKS[0],
    roles: ['thesis-computer-vision-lulea'],
    interviewers: ['Lo Marklund'],
    meetingsMax: 2,
  },
  {
    slug: 'vatgasporten-norr',
    park: PARKS[0],
    roles: ['hydrogen-specialist-loan-lulea'],
    interviewers: ['Göran Stålnacke'],
  },
  {
    slug: 'tidvarv-systems',
    park: PARKS[1],
    roles: ['backend-engineer-linkoping'],
    interviewers: ['Selma Ahl'],
    meetingsMax: 4,
  },
  {
    slug: 'kajplats-mobility',
    park: PARKS[1],
    roles: ['embedded-engineer-gothenburg'],
    interviewers: ['Nora Lagerlund'],
  },
  {
    slug: 'matfalt-analytics',
    park: PARKS[1],
    roles: ['data-engineer-kista'],
    interviewers: ['Axel Hjort'],
  },
];

/** Talents and the zone in which each says when they can meet. */
export const TALENTS: Readonly<Record<string, string>> = {
  'samira-belkacem': 'Africa/Algiers',
  'yacine-belkacem': 'Africa/Algiers',
  'amina-diallo': 'Africa/Dakar',
  'ayoub-mansouri': 'Africa/Casablanca',
  'bereket-tesfaye': 'Europe/Stockholm',
  'camille-rousseau': 'Europe/Paris',
  'chen-li-wei': 'Asia/Taipei',
  'chinedu-okafor': 'Africa/Lagos',
  'deepak-kulkarni': 'Asia/Kolkata',
  'elodie-marchand': 'Europe/Paris',
  'grace-villanueva': 'Europe/Helsinki',
  'guillaume-perrin': 'Europe/Paris',
  'henning-brandt': 'Europe/Berlin',
  'ji-hoon-park': 'Asia/Seoul',
  'katarina-blom': 'Europe/Stockholm',
  'kenji-morinaga': 'Asia/Tokyo',
  'leonie-hartner': 'Europe/Vienna',
  'linnea-hedman': 'Europe/Oslo',
  'lucas-almeida': 'America/Sao_Paulo',
  'mathilde-gautrand': 'Europe/Paris',
  'myriam-chastel': 'Europe/Paris',
  'nils-fredholm': 'Europe/Berlin',
  'oskar-bengtsson': 'Europe/Berlin',
  'oumar-traore': 'Africa/Bamako',
  'rafael-dominguez': 'America/Mexico_City',
  'soufiane-el-amrani': 'Africa/Casablanca',
  'viktor-alm': 'America/Los_Angeles',
  'zeynep-aydin': 'Europe/Istanbul',
};

/** Two days, one on each side of the weekend on which the clocks of North America go forward. */
export const EVENT = {
  kind: 'EVENT',
  name: 'Nordic Meeting Days',
  summary: 'Employers of the north and of Östergötland meet talents online.',
  zone: 'Europe/Stockholm',
  startsOn: '2027-03-12',
  endsOn: '2027-03-15',
  linkTemplate: 'https://meet.example.org/{meeting}',
};

/** A late morning for the east, an afternoon for the west. */
export const SESSIONS = ['2027-03-12', '2027-03-15'].flatMap((date) =>
  [
    { fromTime: '10:00', toTime: '11:35' },
    { fromTime: '15:00', toTime: '17:00' },
  ].map((hours) => ({ ...hours, date, zone: EVENT.zone, minutes: 20, pause: 5 })),
);
