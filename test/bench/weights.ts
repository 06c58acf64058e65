/**
 * `npm run bench:weights`: learns the weights of the score (`src/matching/score.ts`) on the development half of the
 * cast's judgements, and prints them. The held-out half is not looked at.
 */
import { readCast } from '../../seeds/index.ts';
import { WEIGHTS } from '../../src/matching/score.ts';
import { packageFolder } from '../../src/settings.ts';
import { averagePrecision, mean } from './measures.ts';
import { withCast } from './quality/cast-service.ts';
import { judgedRoles } from './quality/halves.ts';
import { judgedPairs, type JudgedPair } from './quality/judged-pairs.ts';
import { fitLogistic, logLoss, logOdds, type Logistic, type Observation } from './quality/logistic.ts';

const PARTS = ['vector', 'text', 'concepts', 'evidence'] as const;
const PENALTIES = [0.03, 0.1, 0.3, 1];

/** First of all: is the talent of the trade? By the texts alone, whatever the conditions and wishes. */
const ofTheTrade = ({ match, ofTheTrade: outcome }: JudgedPair): Observation => ({
  features: PARTS.map((part) => match.parts[part]),
  offset: 0,
  outcome,
});

const rolesIn = (pairs: readonly JudgedPair[]): string[] => [...new Set(pairs.map(({ role }) => role))];

const fitTrade = (pairs: readonly JudgedPair[], penalty: number): Logistic =>
  fitLogistic(pairs.map(ofTheTrade), penalty);

/** What a model that has not seen the role makes of its pairs. */
const unseen = (pairs: readonly JudgedPair[], penalty: number) =>
  rolesIn(pairs).map((role) => ({
    trade: fitTrade(
      pairs.filter((pair) => pair.role !== role),
      penalty,
    ),
    own: pairs.filter((pair) => pair.role === role),
  }));

/** Then: would they be interviewed? With the trade as one figure, and what conditions and wishes take away. */
const interviewed = (trade: Logistic, pair: JudgedPair): Observation => ({
  features: [logOdds(trade, ofTheTrade(pair))],
  offset:
    -WEIGHTS.conditions * (1 - pair.match.parts.conditions) - WEIGHTS.wishes * (1 - pair.match.parts.wishes),
  outcome: pair.fits,
});

/**
 * The scale on which the score is a probability (Platt, 'Probabilistic outputs for support vector machines', 1999),
 * fitted to what models make of roles that they have not seen, or it would be too sure of itself. Its targets are
 * Platt's, too: one pair more on either side.
 */
function platt(left: ReturnType<typeof unseen>): Logistic {
  const observations = left.flatMap(({ trade, own }) =>
    own.filter(({ excluded }) => !excluded).map((pair) => interviewed(trade, pair)),
  );
  const fits = observations.filter(({ outcome }) => outcome);
  const others = observations.filter(({ outcome }) => !outcome);
  const average = (of: readonly Observation[]): Observation => ({
    features: [mean(of.map(({ features }) => features[0]!))],
    offset: mean(of.map(({ offset }) => offset)),
    outcome: true,
  });
  return fitLogistic(
    [...observations, { ...average(fits), outcome: false }, { ...average(others), outcome: true }],
    0,
  );
}

const precisionBy = (
  pairs: readonly JudgedPair[],
  figure: (pair: JudgedPair) => number,
  wanted: 'fits' | 'ofTheTrade',
) =>
  mean(
    [...Map.groupBy(pairs, ({ role }) => role).values()].map((own) =>
      averagePrecision(
        own.toSorted((one, other) => figure(other) - figure(one)).map(({ talent }) => talent),
        new Set(own.filter((pair) => pair[wanted]).map(({ talent }) => talent)),
      ),
    ),
  );

const cast = readCast(packageFolder());
const development = judgedRoles(cast, 'development');
const pairs = await withCast(process.argv[2] ?? 'tandem-e5-small', cast, (service) =>
  judgedPairs(service, cast, development),
);
const ranked = pairs.filter(({ excluded }) => !excluded);

console.log(`${development.length} roles, ${pairs.length} pairs, ${ranked.length} not excluded`);
for (const part of PARTS)
  console.log(
    `mean average precision by ${part} alone: of the trade ${precisionBy(pairs, ({ match }) => match.parts[part], 'ofTheTrade').toFixed(3)}, interviewed ${precisionBy(ranked, ({ match }) => match.parts[part], 'fits').toFixed(3)}`,
  );
for (const penalty of PENALTIES) {
  const left = unseen(pairs, penalty);
  const losses = left.map(({ trade, own }) => logLoss(trade, own.map(ofTheTrade)));
  const trade = fitTrade(pairs, penalty);
  const scale = platt(left);
  const factor = scale.weights[0]!;
  const weights = Object.fromEntries(
    PARTS.map((part, i) => [part, Number((factor * trade.weights[i]!).toFixed(1))]),
  );
  const bias = Number((scale.bias + factor * trade.bias).toFixed(1));
  const figure = (pair: JudgedPair) => logOdds(trade, ofTheTrade(pair));
  console.log(
    `penalty ${penalty}: log loss of roles left out ${mean(losses).toFixed(4)}, ${JSON.stringify({ bias, ...weights })}, mean average precision of the trade ${precisionBy(pairs, figure, 'ofTheTrade').toFixed(3)}, interviewed ${precisionBy(ranked, (pair) => logOdds(scale, interviewed(trade, pair)), 'fits').toFixed(3)}`,
  );
}
