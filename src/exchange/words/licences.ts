import { plain } from './plain.ts';

/** A licence as a certificate names it. */
interface NamedLicence {
  /** ISCO-08 unit group. */
  profession: string;
  /** Names that the authority and its licence holders use; the first is written in exports. */
  names: readonly string[];
}

/** Who licenses where, and what. */
interface Authority {
  territory: string;
  issuers: readonly string[];
  licences: readonly NamedLicence[];
}

/**
 * Licences that name and issuer of a certificate tell without doubt. Doctors and teachers are not among them: their
 * licences do not tell the unit group (generalist or specialist, primary or secondary school).
 */
const AUTHORITIES: readonly Authority[] = [
  {
    territory: 'SE',
    issuers: ['Socialstyrelsen', 'National Board of Health and Welfare'],
    licences: [
      swedish('2221', 'sjuksköterska', 'sjuksköterskelegitimation', 'registered nurse'),
      swedish('2222', 'barnmorska', 'barnmorskelegitimation', 'midwife'),
      swedish('2261', 'tandläkare', 'tandläkarlegitimation', 'dentist'),
      swedish('2262', 'apotekare', 'apotekarlegitimation', 'pharmacist'),
      swedish('2264', 'fysioterapeut', 'fysioterapeutlegitimation', 'physiotherapist'),
      {
        profession: '5321',
        names: ['Skyddad yrkestitel undersköterska', 'Bevis om rätt att använda yrkestiteln undersköterska'],
      },
    ],
  },
  {
    territory: 'FI',
    issuers: ['Valvira', 'Lupa- ja valvontavirasto', 'Tillstånds- och tillsynsverket'],
    licences: [
      {
        profession: '2221',
        names: [
          'Laillistettu sairaanhoitaja',
          'legitimerad sjukskötare',
          'registered nurse',
          'licensed nurse',
        ],
      },
      {
        profession: '2264',
        names: ['Laillistettu fysioterapeutti', 'legitimerad fysioterapeut', 'licensed physiotherapist'],
      },
    ],
  },
  french('2221', 'Ordre national des infirmiers', 'Ordre des infirmiers'),
  french('2222', 'Ordre national des sages-femmes', 'Ordre des sages-femmes'),
  french('2261', 'Ordre national des chirurgiens-dentistes', 'Ordre des chirurgiens-dentistes'),
  french('2262', 'Ordre national des pharmaciens', 'Ordre des pharmaciens'),
  french('2264', 'Ordre des masseurs-kinésithérapeutes', 'Ordre national des masseurs-kinésithérapeutes'),
  quebecois('2221', 'Ordre des infirmières et infirmiers du Québec', 'OIIQ'),
  quebecois('2222', 'Ordre des sages-femmes du Québec', 'OSFQ'),
  quebecois('2262', 'Ordre des pharmaciens du Québec', 'OPQ'),
];

function swedish(profession: string, title: string, licence: string, english: string): NamedLicence {
  const names = [
    `Legitimerad ${title}`,
    licence,
    `legitimation som ${title}`,
    `svensk legitimation som ${title}`,
  ];
  return { profession, names: [...names, english, `licensed ${english}`, `Swedish licence as ${english}`] };
}

/** An order has one profession, so that its name says which. */
function french(profession: string, ...issuers: string[]): Authority {
  const names = ["Inscription au tableau de l'ordre", "inscription à l'ordre", "autorisation d'exercer"];
  return { territory: 'FR', issuers, licences: [{ profession, names }] };
}

function quebecois(profession: string, ...issuers: string[]): Authority {
  const names = ["Permis d'exercice", 'permis', 'permis régulier', 'licence', 'licence to practise'];
  return { territory: 'CA-QC', issuers, licences: [{ profession, names }] };
}

/** Whether an authority that licenses professions gave the certificate. */
const authorityOf = (issuer: string | undefined): Authority | undefined =>
  issuer === undefined
    ? undefined
    : AUTHORITIES.find(({ issuers }) => issuers.some((name) => plain(name) === plain(issuer)));

/**
 * The licences among certificates. A certificate of a licensing authority under a name that is not known would leave
 * a gap in the list, which would be held against the person: then none is told, and `undefined` comes back.
 */
export function licencesAmong(
  certificates: readonly { name: string | undefined; issuer: string | undefined }[],
): { profession: string; country: string }[] | undefined {
  const found = new Map<string, { profession: string; country: string }>();
  for (const { name, issuer } of certificates) {
    const authority = authorityOf(issuer);
    if (!authority) continue;
    const named = authority.licences.find(({ names }) =>
      names.some((one) => plain(one) === plain(name ?? '')),
    );
    if (!named) return undefined;
    const licence = { profession: named.profession, country: authority.territory };
    found.set(`${licence.profession} ${licence.country}`, licence);
  }
  return [...found.values()];
}

/** The certificate that `licencesAmong` reads as this licence; undefined for licences that it does not know. */
export function certificateOf(
  profession: string,
  country: string,
): { name: string; issuer: string } | undefined {
  for (const { territory, issuers, licences } of AUTHORITIES) {
    const licence = licences.find((one) => territory === country && one.profession === profession);
    if (licence) return { name: licence.names[0]!, issuer: issuers[0]! };
  }
  return undefined;
}
