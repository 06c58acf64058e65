/**
 * `npm run bench:quality`: how well the rankings meet the judgements of the cast, for each bundled model and each
 * part of the score, and whether the score is the probability that it claims to be. Measured on the half of the roles
 * that nothing was tuned on.
 */
import { readCast, type Cast } from '../../seeds/index.ts';
import { TEXT_LANGUAGES, type TextLanguage } from '../../src/kernel/index.ts';
import { rankedCandidates, type Match } from '../../src/matching/index.ts';
import { packageFolder } from '../../src/settings.ts';
import { averagePrecision, mean } from './measures.ts';
import { withCast } from './quality/cast-service.ts';
import { judgedRoles, withUnread, type JudgedRole } from './quality/halves.ts';
import { brierScore, reliability, type Forecast } from './quality/reliability.ts';

const MODELS = ['tandem-e5-small', 'tandem-static'];

const WHOLE = 'all, with conditions and wishes';

/** Orders of the same candidates, all of whom pass the hard conditions. */
const ORDERS: Record<string, (match: Match) => number> = {
  'words alone': ({ parts }) => parts.text,
  'meaning alone': ({ parts }) => parts.vector,
  'concepts alone': ({ parts }) => parts.concepts,
  'evidence alone': ({ parts }) => parts.evidence,
  [WHOLE]: ({ score }) => score,
};

interface Measured {
  /** Average precision by order and language of the description, one figure a role. */
  precisions: Map<string, { language: TextLanguage; precision: number }[]>;
  /** The score of every candidate, and whether the recruiter would interview them. */
  forecasts: Forecast[];
}

const measured = (model: string, cast: Cast, roles: readonly JudgedRole[]): Promise<Measured> =>
  withCast(model, cast, async (service) => {
    const slugOf = new Map(cast.talents.map(({ id, slug }) => [id, slug]));
    const precisions: Measured['precisions'] = new Map(Object.keys(ORDERS).map((order) => [order, []]));
    const forecasts: Forecast[] = [];
    for (const { id, employerId, language, fits } of roles) {
      const employer = service.contextFor({ id: 'bench', kind: 'employer', organisationId: employerId });
      const { edges } = await rankedCandidates(employer, id, { first: 100 });
      const wanted = new Set(fits.map(({ talent }) => talent));
      for (const { node } of edges)
        forecasts.push({ probability: node.score, outcome: wanted.has(slugOf.get(node.id)!) });
      for (const [order, valueOf] of Object.entries(ORDERS)) {
        // Ties go by identifier, as in the product: no order profits from the order that came before.
        const ranking = edges
          .map(({ node }) => node)
          .sort((one, other) => valueOf(other) - valueOf(one) || (one.id < other.id ? -1 : 1))
          .map(({ id: talentId }) => slugOf.get(talentId)!);
        precisions.get(order)!.push({ language, precision: averagePrecision(ranking, wanted) });
      }
    }
    return { precisions, forecasts };
  });

const cast = withUnread(readCast(packageFolder()), packageFolder());
const heldOut = judgedRoles(cast, 'heldOut');
console.log(
  `Mean average precision over ${heldOut.length} roles of the cast that nothing was tuned on (${cast.talents.length} talents), by language of the description\n`,
);
console.log(`| model | ranked by | ${TEXT_LANGUAGES.join(' | ')} | all |`);
console.log(`|---|---|${TEXT_LANGUAGES.map(() => '---:|').join('')}---:|`);
const forecastsOf = new Map<string, Forecast[]>();
const precisionsOf = new Map<string, Measured['precisions']>();
for (const model of MODELS) {
  const { precisions, forecasts } = await measured(model, cast, heldOut);
  forecastsOf.set(model, forecasts);
  precisionsOf.set(model, precisions);
  for (const [order, own] of precisions) {
    const of = (language?: TextLanguage) =>
      mean(
        own.filter((one) => !language || one.language === language).map(({ precision }) => precision),
      ).toFixed(3);
    console.log(`| ${model} | ${order} | ${TEXT_LANGUAGES.map(of).join(' | ')} | ${of()} |`);
  }
}

console.log(
  '\nRoles that are ranked better by all together than by a part, and worse; the others equally well\n',
);
console.log(`| model | than by | ${TEXT_LANGUAGES.join(' | ')} | all |`);
console.log(`|---|---|${TEXT_LANGUAGES.map(() => '---:|').join('')}---:|`);
for (const [model, precisions] of precisionsOf) {
  const whole = precisions.get(WHOLE)!;
  for (const [order, own] of precisions) {
    if (order === WHOLE) continue;
    const of = (language?: TextLanguage) => {
      const gains = own.flatMap((one, place) =>
        language && one.language !== language ? [] : whole[place]!.precision - one.precision,
      );
      return `${gains.filter((gain) => gain > 0).length}, ${gains.filter((gain) => gain < 0).length}`;
    };
    console.log(`| ${model} | ${order} | ${TEXT_LANGUAGES.map(of).join(' | ')} | ${of()} |`);
  }
}

console.log(
  '\nIs a score the probability that a recruiter would interview? The same roles, every candidate ranked\n',
);
console.log('| model | score | candidates | mean score | interviewed |');
console.log('|---|---|---:|---:|---:|');
for (const [model, forecasts] of forecastsOf)
  for (const { from, to, count, foretold, cameTrue } of reliability(forecasts))
    console.log(
      `| ${model} | ${from.toFixed(1)} to ${to.toFixed(1)} | ${count} | ${foretold.toFixed(2)} | ${cameTrue.toFixed(2)} |`,
    );
for (const [model, forecasts] of forecastsOf) {
  const share = mean(forecasts.map(({ outcome }) => Number(outcome)));
  console.log(
    `\n${model}: Brier score ${brierScore(forecasts).toFixed(3)}; ${(share * (1 - share)).toFixed(3)} is had by always saying ${share.toFixed(2)}, the share of those who fit.`,
  );
}
