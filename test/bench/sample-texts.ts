/** Sentences from which texts are made; the braces take a word of the trade. */
const LANGUAGES = [
  {
    trades:
      'nurse welder developer electrician chef forester teacher engineer analyst receptionist mechanic physiotherapist'.split(
        ' ',
      ),
    places: 'Lyon Dublin Malmö Porto Québec Göteborg Kraków Montréal Umeå Nantes Tallinn Sherbrooke'.split(
      ' ',
    ),
    sentences: [
      'Worked as a {trade} in {place} for {n} years and led a team of {n} colleagues.',
      'Responsible for planning, documentation and the daily contact with customers and suppliers in {place}.',
      'Introduced a new routine that shortened waiting times by {n} per cent.',
      'Trained as a {trade}, with a certificate from {place} and good references from the last {n} employers.',
      'Looking for a permanent position as a {trade} near {place}, together with my family.',
    ],
  },
  {
    trades:
      'sjuksköterska svetsare utvecklare elektriker kock skogsarbetare lärare ingenjör analytiker receptionist mekaniker fysioterapeut'.split(
        ' ',
      ),
    places: 'Lyon Dublin Malmö Porto Québec Göteborg Kraków Montréal Umeå Nantes Tallinn Sherbrooke'.split(
      ' ',
    ),
    sentences: [
      'Arbetade som {trade} i {place} under {n} år med ansvar för handledning av {n} medarbetare.',
      'Van vid självständigt arbete, kvalitetsuppföljning och dokumentation enligt gällande föreskrifter i {place}.',
      'Införde ett arbetssätt som minskade väntetiderna med {n} procent.',
      'Utbildad {trade} med legitimation från {place} samt {n} års erfarenhet av verksamhetsutveckling.',
      'Söker en tillsvidareanställning som {trade} i närheten av {place}, gärna med möjlighet till vidareutbildning.',
    ],
  },
  {
    trades:
      'infirmière soudeur développeuse électricien cuisinière forestier enseignante ingénieur analyste réceptionniste mécanicien kinésithérapeute'.split(
        ' ',
      ),
    places: 'Lyon Dublin Malmö Porto Québec Göteborg Kraków Montréal Umeå Nantes Tallinn Sherbrooke'.split(
      ' ',
    ),
    sentences: [
      "J'ai travaillé comme {trade} à {place} pendant {n} ans et encadré une équipe de {n} personnes.",
      "Responsable de l'organisation quotidienne, de la qualité et des relations avec les partenaires de {place}.",
      "Mise en place d'une nouvelle procédure qui a réduit les délais de {n} pour cent.",
      "Diplôme d'État de {trade} obtenu à {place}, complété par {n} formations professionnelles.",
      "À la recherche d'un poste de {trade} dans la région de {place}, avec mon conjoint et nos enfants.",
    ],
  },
] as const;

/** Texts of about the given length in words, in turn English, Swedish and French. The same every time. */
export function sampleTexts(count: number, words: number): string[] {
  const random = randomNumbers(20261121);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  return Array.from({ length: count }, (_, i) => {
    const { sentences, trades, places } = LANGUAGES[i % LANGUAGES.length]!;
    const sentence = () =>
      pick(sentences)
        .replace('{trade}', () => pick(trades))
        .replace('{place}', () => pick(places))
        .replaceAll('{n}', () => String(2 + Math.floor(random() * 30)));
    const all: string[] = [];
    while (all.length < words) all.push(...sentence().split(' '));
    return all.slice(0, words).join(' ');
  });
}

/** Numbers in [0, 1): the generator mulberry32. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
