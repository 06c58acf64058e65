/** Who leads, and who stands in for employers of regions without a council. */
export const COUNCIL = 'essor-capitale-chaudiere';
export const MINISTRY = 'ministere-accueil-talents';

/** Employers that travel, with the role that each brings and who interviews. */
export const TRAVELLERS: readonly { slug: string; role: string; interviewer: string; proxy?: string }[] = [
  { slug: 'alliages-du-fjord', role: 'ingenieur-automatisation-saguenay', interviewer: 'Manon Girard' },
  { slug: 'assurances-borealie', role: 'developpeur-backend-quebec', interviewer: 'Éric Lavoie' },
  { slug: 'domaine-lac-argent', role: 'gouvernante-mont-tremblant', interviewer: 'Josée Pelletier' },
  {
    slug: 'auberge-cap-aux-vents',
    role: 'cuisinier-baie-saint-paul',
    interviewer: 'Luc Tremblay',
    proxy: MINISTRY,
  },
  { slug: 'usinage-rive-chaudiere', role: 'machiniste-cnc-sainte-marie', interviewer: 'Annie Bolduc' },
  { slug: 'ateliers-metal-erable', role: 'soudeur-victoriaville', interviewer: 'Marc Houle' },
  { slug: 'residence-les-tilleuls', role: 'prepose-beneficiaires-levis', interviewer: 'Sylvie Roy' },
  {
    slug: 'foresterie-harricana',
    role: 'technicien-forestier-val-dor',
    interviewer: 'Denis Gagnon',
    proxy: MINISTRY,
  },
  { slug: 'vigie-reseau', role: 'analyste-cybersecurite-montreal', interviewer: 'Chantal Simard' },
];

/** Talents of the two markets. */
export const APPLICANTS = [
  'lucas-almeida',
  'juliana-moreira',
  'thiago-moreira',
  'wilson-restrepo',
  'andrea-villalobos',
] as const;

export const MISSION = {
  kind: 'MISSION',
  name: 'Mission São Paulo et Bogotá',
  summary: 'Employers of Québec interview in two markets.',
  zone: 'America/Toronto',
  startsOn: '2027-02-07',
  endsOn: '2027-02-13',
  talentAdmission: 'BY_ORGANISER',
};

const DAY = {
  fromTime: '09:00',
  toTime: '15:00',
  lunchFrom: '12:00',
  lunchTo: '13:00',
  minutes: 45,
  pause: 15,
};

export const LEGS = [
  {
    ...DAY,
    country: 'BR',
    city: 'São Paulo',
    zone: 'America/Sao_Paulo',
    days: ['2027-02-08'],
    rooms: 2,
  },
  { ...DAY, country: 'CO', city: 'Bogotá', zone: 'America/Bogota', days: ['2027-02-11'], rooms: 2 },
];

/** By size. */
export const PACKAGES = [
  { name: 'Plus de 50 employés', amount: 2500, currency: 'CAD', employeesFrom: 51 },
  { name: 'Jusqu’à 50 employés', amount: 1250, currency: 'CAD', employeesTo: 50 },
];
