import { describe, expect, test } from 'vitest';
import { MessageEntity, templateRegister } from '../../src/messages/index.ts';
import { addEmployer, addTalent, useApi, type Owned } from '../testkit/index.ts';
import {
  addHostOrganisation,
  addOccasion,
  advance,
  joinEmployer,
  joinTalent,
  type StagedOccasion,
} from '../testkit/occasions.ts';

const api = useApi();
const act = async (actor: Owned, mutation: string, participation: object) => {
  const { errors } = await api.ask(
    actor,
    `mutation ($id: ID!, $version: Int!) { ${mutation} { id } }`,
    participation as Record<string, unknown>,
  );
  if (errors) throw new Error(errors[0]!.message);
};
const WITHDRAW = 'withdrawParticipation(id: $id, version: $version, reason: "cannot come")';

/** What an occasion has told somebody, in order. */
const toldTo = async ({ rowId }: Owned, occasion: StagedOccasion): Promise<string[]> => {
  const messages = await api
    .as('operator')
    .em.find(MessageEntity, { recipientId: rowId }, { orderBy: { id: 'asc' } });
  return messages
    .filter(({ parameters }) => parameters['occasionId'] === occasion.id)
    .map(({ template, parameters }) =>
      parameters['cause'] ? `${template} ${String(parameters['cause'])}` : template,
    );
};

describe('the outbox', () => {
  test('tells each what became of their application', async () => {
    const occasion = await addOccasion(api, { talentSeats: 1 });
    const first = await joinTalent(api, occasion);
    const second = await joinTalent(api, occasion);
    await act(occasion.host, WITHDRAW, first.participation);
    expect(await toldTo(first.talent, occasion)).toEqual([
      'participation.admitted',
      'participation.dropped HOST',
    ]);
    expect(await toldTo(second.talent, occasion)).toEqual([
      'participation.waiting',
      'participation.promoted',
    ]);
  });

  test('says nothing to someone of what they did themselves, and greets them anew when they come back', async () => {
    const occasion = await addOccasion(api);
    const { talent, participation } = await joinTalent(api, occasion);
    await act(talent, WITHDRAW, participation);
    await joinTalent(api, occasion, { talent });
    expect(await toldTo(talent, occasion)).toEqual(['participation.admitted', 'participation.admitted']);
  });

  test('tells of a host’s decision, and of a consent that has ended', async () => {
    const occasion = await addOccasion(api, { talentAdmission: 'BY_ORGANISER' });
    const declined = await joinTalent(api, occasion);
    const admitted = await joinTalent(api, occasion);
    expect(await toldTo(admitted.talent, occasion)).toEqual([]);
    await act(
      occasion.host,
      'declineParticipation(id: $id, version: $version, reason: "too late")',
      declined.participation,
    );
    await act(occasion.host, 'admitParticipation(id: $id, version: $version)', admitted.participation);
    await api.ask(admitted.talent, `mutation { withdrawConsent(purpose: MATCHING) { id } }`);
    expect(await toldTo(declined.talent, occasion)).toEqual(['participation.declined']);
    expect(await toldTo(admitted.talent, occasion)).toEqual([
      'participation.admitted',
      'participation.dropped CONSENT_ENDED',
    ]);
  });

  test('tells an employer and its proxy', async () => {
    const occasion = await addOccasion(api);
    const ministry = await addEmployer(api, { kind: 'MINISTRY' });
    const inn = await addEmployer(api, { representedById: ministry.rowId });
    await joinEmployer(api, occasion, { employer: inn });
    for (const actor of [inn, ministry])
      expect(await toldTo(actor, occasion)).toEqual(['participation.admitted']);
  });

  test('tells everybody who is in it that an occasion is cancelled, once', async () => {
    const occasion = await addOccasion(api, { talentSeats: 1 });
    const { employer } = await joinEmployer(api, occasion);
    const { talent } = await joinTalent(api, occasion);
    const waiting = await joinTalent(api, occasion);
    await advance(api, occasion, 'cancel');
    expect(await toldTo(employer, occasion)).toEqual(['participation.admitted', 'occasion.cancelled']);
    expect(await toldTo(talent, occasion)).toEqual(['participation.admitted', 'occasion.cancelled']);
    expect(await toldTo(waiting.talent, occasion)).toEqual(['participation.waiting', 'occasion.cancelled']);
  });

  test('tells hosts and their earlier employers of a new occasion, and no talent', async () => {
    const host = await addHostOrganisation(api);
    const earlier = await addOccasion(api, { host });
    const { employer } = await joinEmployer(api, earlier);
    const { talent } = await joinTalent(api, earlier);
    const occasion = await addOccasion(api, { host });
    expect(await toldTo(host, occasion)).toEqual(['occasion.announced']);
    expect(await toldTo(employer, occasion)).toEqual(['occasion.announced']);
    expect(await toldTo(talent, occasion)).toEqual([]);
    expect(await toldTo(await addEmployer(api), occasion)).toEqual([]);
  });

  test('holds no name of a talent and no reason', async () => {
    const occasion = await addOccasion(api);
    const { participation } = await joinTalent(api, occasion, {
      talent: await addTalent(api, { name: 'Zebedee Unusual' }),
    });
    await act(occasion.host, WITHDRAW, participation);
    const messages = await api.as('operator').em.find(MessageEntity, {});
    expect(JSON.stringify(messages.map(({ parameters }) => parameters))).not.toMatch(/Zebedee|cannot come/);
  });
});

describe('hosts', () => {
  test('are told of the employers that wait for them, and of those that leave, by whom they brought', async () => {
    const occasion = await addOccasion(api, { employerAdmission: 'BY_ORGANISER' });
    const second = await addHostOrganisation(api);
    await api.ask(
      occasion.host,
      `mutation ($occasionId: ID!, $organisationId: ID!) { addHost(occasionId: $occasionId, organisationId: $organisationId) { id } }`,
      { occasionId: occasion.id, organisationId: second.rowId },
    );
    const own = await joinEmployer(api, occasion);
    const brought = await joinEmployer(api, occasion, { by: second });
    await joinTalent(api, occasion);
    expect(await toldTo(occasion.host, occasion)).toEqual(['occasion.announced', 'participation.applied']);
    expect(await toldTo(second, occasion)).toEqual(['participation.applied']);
    await act(occasion.host, 'admitParticipation(id: $id, version: $version)', brought.participation);
    await act(brought.employer, WITHDRAW, { id: brought.participation.id, version: 2 });
    // One that was never let in leaves without a word to the hosts.
    await act(own.employer, WITHDRAW, own.participation);
    expect(await toldTo(second, occasion)).toEqual(['participation.applied', 'participation.left']);
    await advance(api, occasion, 'cancel');
    expect((await toldTo(second, occasion)).at(-1)).toBe('occasion.called-off');
    expect((await toldTo(occasion.host, occasion)).at(-1)).toBe('occasion.called-off');
  });
});

describe('the words of occasions', () => {
  const facts = {
    occasionId: '00000000-0000-4000-8000-000000000009',
    occasion: 'Nordic Meeting Days',
    startsOn: '2027-03-08',
    endsOn: '2027-03-10',
    employer: 'Kliniken AB',
    cause: 'HOST',
  };
  const templates = [...templateRegister().values()].filter(({ name }) =>
    /^(participation|occasion)\./.test(name),
  );

  test.each(templates.map((template) => [template.name, template] as const))(
    'of %s name the occasion and its days in every language, each in its own',
    (_name, { words }) => {
      const texts = (['en', 'sv', 'fr'] as const).map((language) => words[language](facts as never));
      for (const { subject, text } of texts) {
        expect(subject).toContain('Nordic Meeting Days');
        expect(subject).not.toContain('\n');
        expect(text).toContain('2027-03-08 – 2027-03-10');
      }
      expect(new Set(texts.map(({ text }) => text)).size).toBe(3);
    },
  );
});
