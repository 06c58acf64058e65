import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cosine, embedDocument, openEmbedder, type Embedder } from '../../src/embeddings/index.ts';

const modelsFolder = fileURLToPath(new URL('../../models', import.meta.url));

const NURSE_AD_SV = `Vi söker en legitimerad sjuksköterska till akutmottagningen i Malmö.
Du triagerar patienter, ger läkemedel och arbetar i team med läkare och undersköterskor.
Krav: sjuksköterskelegitimation och minst två års erfarenhet av akutsjukvård.`;
const NURSE_CV_FR = `Infirmière diplômée d'État, huit ans aux urgences d'un hôpital de Lyon.
Accueil et tri des patients, administration des médicaments, soins intensifs, encadrement d'étudiants.
Anglais courant, suédois niveau A2.`;
const WELDER_CV_SV = `Svetsare med tio års erfarenhet av MIG, MAG och TIG på varv och verkstad i Göteborg.
Licens enligt ISO 9606, läser ritningar, kör truck och travers.
Söker arbete inom industrin, kan börja omgående.`;
const NURSE_CV_SV = `Sjuksköterska med sju års erfarenhet av medicinavdelning och akutmottagning i Lund.
Van vid triage, läkemedelshantering och handledning av studenter. Har svensk legitimation.`;
const DEVELOPER_CV_EN = `Backend developer with six years of experience in Java, Kotlin and PostgreSQL.
Built payment services on Kubernetes, led code reviews and mentored two juniors.
Looking for a product team in Stockholm or Gothenburg.`;
const DEVELOPER_AD_FR = `Nous recherchons un développeur back-end à Québec.
Vous concevez des services en Java, optimisez des bases de données SQL et déployez dans le nuage.
Exigences : cinq ans d'expérience en développement logiciel.`;
const COOK_CV_EN = `Chef de partie with seven years in hotel restaurants in Porto and Dublin.
Runs the fish section, plans menus, trains commis chefs and keeps the kitchen to HACCP standards.
Ready to move to Sweden or Canada with my partner.`;

async function similarity(embedder: Embedder, sought: string, found: string): Promise<number> {
  const [query] = await embedder.embed([sought], 'query');
  const { pooled } = await embedDocument(embedder, found);
  return cosine(query!, pooled);
}

describe.each(['tandem-e5-small', 'tandem-static'])('%s', (model) => {
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await openEmbedder({ model, modelsFolder });
  });
  afterAll(() => embedder.close());

  it('is the model that its name says', () => {
    expect(embedder.id).toMatch(new RegExp(`^${model}@[0-9a-f]{12}$`));
    expect(embedder.dimensions).toBe(384);
  });

  it('finds the nurse before the welder for a role in their language', async () => {
    const nurse = await similarity(embedder, NURSE_AD_SV, NURSE_CV_SV);
    expect(nurse).toBeGreaterThan(await similarity(embedder, NURSE_AD_SV, WELDER_CV_SV));
  });

  it('never blocks the event loop', async () => {
    const texts = Array.from({ length: 200 }, (_, i) => `${i} ${NURSE_AD_SV.slice(0, 100)}`);
    let beats = 0;
    const timer = setInterval(() => (beats += 1), 5);
    const begin = performance.now();
    while (performance.now() - begin < 300) await embedder.embed(texts, 'passage');
    clearInterval(timer);
    // Run in this thread, the model would let a beat through once a batch.
    expect(beats).toBeGreaterThan((performance.now() - begin) / 5 / 3);
  });
});

describe('tandem-e5-small reads across languages', () => {
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await openEmbedder({ model: 'tandem-e5-small', modelsFolder });
  });
  afterAll(() => embedder.close());

  it('finds the French nurse for a Swedish role before the Swedish welder', async () => {
    const nurse = await similarity(embedder, NURSE_AD_SV, NURSE_CV_FR);
    for (const other of [WELDER_CV_SV, DEVELOPER_CV_EN, COOK_CV_EN]) {
      expect(nurse).toBeGreaterThan(await similarity(embedder, NURSE_AD_SV, other));
    }
  });

  it('finds the English developer for a French role before the French nurse', async () => {
    const developer = await similarity(embedder, DEVELOPER_AD_FR, DEVELOPER_CV_EN);
    for (const other of [NURSE_CV_FR, WELDER_CV_SV, COOK_CV_EN]) {
      expect(developer).toBeGreaterThan(await similarity(embedder, DEVELOPER_AD_FR, other));
    }
  });
});
