/**
 * `npm run bench:weights`: learns the weights of the score (`src/matching/score.ts`) on the development half of the
 * cast's judgements, with both bundled models, and prints them. The held-out half is not looked at.
 */
import { readCast } from '../../seeds/index.ts';
import { TEXT_LANGUAGES } from '../../src/kernel/index.ts';
import { featuresOf, WEIGHTS } from '../../src/matching/score.ts';
import { packageFolder } from '../../src/settings.ts';
import { averagePrecision, mean } from './measures.ts';
import { withCast } from './quality/cast-service.ts';
import { judgedRoles } from './quality/halves.ts';
import { judgedPairs, type JudgedPair } from './quality/judged-pairs.ts';
import { fitLogistic, logLoss, logOdds, type Logistic, type Observation } from './quality/logistic.ts';

const PARTS = ['vector', 'text', 'concepts', 'evidence'] as const;
const PENALTIES = [0.3, 1, 3];
/** The first is the one that scores are made probabilities of. */
const MODELS = ['tandem-e5-small', 'tandem-static'];

/** What is known of a pair, and what conditions and wishes take away. */
const seen = ({ match: { parts } }: JudgedPair): Pick<Observation, 'features' | 'offset'> => ({
  features: PARTS.map((part) => featuresOf(parts)[part]),
  offset: -WEIGHTS.conditions * (1 - parts.conditions) - WEIGHTS.wishes * (1 - parts.wishes),
});

const byRole = (pairs: readonly JudgedPair[]): Map<string, JudgedPair[]> =>
  Map.groupBy(pairs, ({ role }) => role);

/**
 * Who is to stand before whom: for each role, everybody who fits against everybody who does not (Burges and others,
 * 'Learning to rank using gradient descent', 2005). All against all would learn to tell trades apart, which is easy,
 * and not who of a trade has done what is asked for. Each role counts as often as it has people who do not fit.
 */
const contests = (pairs: readonly JudgedPair[]): Observation[] =>
  [...byRole(pairs).values()].flatMap((own) => {
    const fitting = own.filter(({ fits }) => fits).map(seen);
    const others = own.filter(({ fits }) => !fits).map(seen);
    return fitting.flatMap((one) =>
      others.map((other) => ({
        features: one.features.map((feature, i) => feature - other.features[i]!),
        offset: one.offset - other.offset,
        outcome: true,
        weight: 1 / fitting.length,
      })),
    );
  });

const learn = (pairs: readonly JudgedPair[], penalty: number): Logistic =>
  fitLogistic(contests(pairs), penalty, { bias: false });

/** What weights that have not seen the role make of its pairs. */
const unseen = (all: readonly JudgedPair[], own: readonly JudgedPair[], penalty: number) =>
  [...byRole(own)].map(([role, pairs]) => ({
    weights: learn(
      all.filter((pair) => pair.role !== role),
      penalty,
    ),
    pairs,
  }));

/**
 * The scale on which the score is a probability (Platt, 'Probabilistic outputs for support vector machines', 1999),
 * fitted to what weights make of roles that they have not seen, or it would be too sure of itself. Its targets are
 * Platt's, too: one pair more on either side.
 */
function platt(left: ReturnType<typeof unseen>): { scale: Logistic; loss: number } {
  const observations = left.flatMap(({ weights, pairs }) =>
    pairs.map((pair): Observation => {
      const { features, offset } = seen(pair);
      return { features: [logOdds(weights, { features, offset: 0 })], offset, outcome: pair.fits };
    }),
  );
  const average = (of: readonly Observation[]) => ({
    features: [mean(of.map(({ features }) => features[0]!))],
    offset: mean(of.map(({ offset }) => offset)),
  });
  const fits = observations.filter(({ outcome }) => outcome);
  const others = observations.filter(({ outcome }) => !outcome);
  const scale = fitLogistic(
    [...observations, { ...average(fits), outcome: false }, { ...average(others), outcome: true }],
    0,
  );
  return { scale, loss: logLoss(scale, observations) };
}

/** The average precision of one role's pairs. */
const precisionOf = (pairs: readonly JudgedPair[], figure: (pair: JudgedPair) => number): number =>
  averagePrecision(
    pairs.toSorted((one, other) => figure(other) - figure(one)).map(({ talent }) => talent),
    new Set(pairs.filter(({ fits }) => fits).map(({ talent }) => talent)),
  );

/** Mean average precision by language of the description, and of all. */
function precision(pairs: readonly JudgedPair[], figure: (pair: JudgedPair) => number): string {
  const roles = [...byRole(pairs).values()];
  const of = (own: readonly JudgedPair[][]) => mean(own.map((role) => precisionOf(role, figure))).toFixed(3);
  const languages = TEXT_LANGUAGES.map(
    (language) => `${language} ${of(roles.filter(([pair]) => pair!.language === language))}`,
  );
  return `${languages.join(', ')}, all ${of(roles)}`;
}

const cast = readCast(packageFolder());
const development = judgedRoles(cast, 'development');
const byModel = new Map<string, JudgedPair[]>();
for (const model of MODELS) {
  const pairs = await withCast(model, cast, (service) => judgedPairs(service, cast, development));
  byModel.set(
    model,
    pairs.filter(({ excluded }) => !excluded),
  );
}
const all = [...byModel.values()].flat();
console.log(
  `Mean average precision over ${development.length} roles, those with a failed condition left out`,
);
for (const [model, pairs] of byModel)
  for (const part of PARTS)
    console.log(`${model}, ${part} alone: ${precision(pairs, ({ match }) => match.parts[part])}`);
for (const penalty of PENALTIES) {
  const learned = learn(all, penalty);
  const { scale, loss } = platt(unseen(all, byModel.get(MODELS[0]!)!, penalty));
  const factor = scale.weights[0]!;
  const rounded = (value: number) => Number(value.toFixed(2));
  const weights = Object.fromEntries(PARTS.map((part, i) => [part, rounded(factor * learned.weights[i]!)]));
  console.log(
    `penalty ${penalty}: ${JSON.stringify({ bias: rounded(scale.bias), ...weights })}, log loss of roles left out ${loss.toFixed(4)}`,
  );
  for (const [model, pairs] of byModel) {
    const order = (own: Logistic) => (pair: JudgedPair) => logOdds(own, seen(pair));
    const scaled: Logistic = { bias: 0, weights: learned.weights.map((weight) => factor * weight) };
    const start = fitLogistic(
      pairs.map((pair) => ({ features: [], offset: order(scaled)(pair), outcome: pair.fits })),
      0,
    ).bias;
    console.log(`  ${model}: ${precision(pairs, order(learned))}, start ${rounded(start)}`);
    const left = unseen(all, pairs, penalty).map(({ weights: own, pairs: ofRole }) =>
      precisionOf(ofRole, order(own)),
    );
    console.log(`  ${model}, each role by the others: all ${mean(left).toFixed(3)}`);
  }
}
