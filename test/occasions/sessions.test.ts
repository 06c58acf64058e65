import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantsOfHours } from '../../src/planner/index.ts';
import { assertPossible, type SessionTimes } from '../../src/occasions/session-rules.ts';
import { newId } from '../../src/kernel/index.ts';
import { addEmployer, addTalent, useApi } from '../testkit/index.ts';
import { addHostOrganisation, addOccasion, sessionInput, versionOf } from '../testkit/occasions.ts';

const api = useApi();
const SET = `mutation ($occasionId: ID!, $version: Int!, $sessions: [SessionInput!]!) {
  setSessions(occasionId: $occasionId, version: $version, sessions: $sessions) {
    version sessions { legId zone date fromTime toTime minutes pause places }
  }
}`;

const session = (changes: Partial<SessionTimes> = {}): SessionTimes => ({
  zone: 'Europe/Stockholm',
  date: '2026-10-25',
  fromTime: '09:00',
  toTime: '12:00',
  minutes: 20,
  pause: 0,
  ...changes,
});

describe('the sessions of an occasion', () => {
  test('are replaced as a whole by a host, in order, with the version that was read', async () => {
    const occasion = await addOccasion(api);
    const version = await versionOf(api, occasion);
    const morning = sessionInput({ date: '2027-03-09', places: 4 });
    const afternoon = sessionInput({ date: '2027-03-09', fromTime: '13:00', toTime: '16:30' });
    const set = { occasionId: occasion.id, version, sessions: [afternoon, morning] };
    const { data } = await api.ask(occasion.host, SET, set);
    expect(data).toEqual({
      setSessions: {
        version: version + 1,
        sessions: [
          { ...morning, legId: null },
          { ...afternoon, legId: null, places: null },
        ],
      },
    });
    const stale = await api.ask(occasion.host, SET, set);
    expect(stale.errors?.[0]?.extensions.code).toBe('DATABASE_CHANGED_MEANWHILE');
    for (const actor of [await addEmployer(api), await addTalent(api), await addHostOrganisation(api)]) {
      const { errors } = await api.ask(actor, SET, set);
      expect(errors?.[0]?.extensions.code).toBe('ACCESS_FORBIDDEN');
    }
  });

  test.each([
    ['OCCASIONS_SESSION_OUTSIDE', [{ date: '2027-03-11' }], ['sessions', 0, 'date']],
    ['OCCASIONS_SESSION_TOO_SHORT', [{ fromTime: '12:00', toTime: '09:00' }], ['sessions', 0]],
    ['OCCASIONS_SESSION_TOO_SHORT', [{ toTime: '09:15' }], ['sessions', 0]],
    ['OCCASIONS_SESSIONS_OVERLAP', [{}, { fromTime: '11:59', toTime: '14:00' }], ['sessions', 1]],
    ['INPUT_INVALID', [{ date: '2027-02-30' }], ['sessions', 0, 'date']],
    ['INPUT_INVALID', [{ fromTime: '24:00' }], ['sessions', 0, 'fromTime']],
    ['INPUT_INVALID', [{ minutes: 0 }], ['sessions', 0, 'minutes']],
    ['INPUT_INVALID', [{ places: 0 }], ['sessions', 0, 'places']],
    ['INPUT_INVALID', [{ legId: 'first' }], ['sessions', 0, 'legId']],
  ])('are refused with %s and nothing is changed: %j', async (code, changes, path) => {
    const occasion = await addOccasion(api);
    const version = await versionOf(api, occasion);
    const { errors } = await api.ask(occasion.host, SET, {
      occasionId: occasion.id,
      version,
      sessions: changes.map(sessionInput),
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code, path });
    expect(await versionOf(api, occasion)).toBe(version);
  });

  test('of different legs may be at the same time', async () => {
    const occasion = await addOccasion(api);
    const { errors } = await api.ask(occasion.host, SET, {
      occasionId: occasion.id,
      version: await versionOf(api, occasion),
      sessions: [sessionInput({ legId: newId() }), sessionInput({ legId: newId() })],
    });
    expect(errors).toBeUndefined();
  });
});

describe('the times of sessions', () => {
  test('in the hour that clocks skip are no times', () => {
    const skipped = session({ date: '2027-03-28', fromTime: '02:00', toTime: '03:00' });
    expect(() => assertPossible([skipped])).toThrow(
      expect.objectContaining({ code: 'OCCASIONS_SESSION_TOO_SHORT' }),
    );
  });

  test('in the hour that comes twice have room for both', () => {
    // 02:00 to 03:00 comes twice on 25 October 2026: three meetings of 40 minutes would not fit into one hour.
    expect(() =>
      assertPossible([session({ fromTime: '02:00', toTime: '03:00', minutes: 90 })]),
    ).not.toThrow();
  });

  test('overlap as instants, whatever the walls show', () => {
    // 09:00 in London is 10:00 in Stockholm.
    const london = session({ zone: 'Europe/London', fromTime: '09:00', toTime: '10:00' });
    expect(() => assertPossible([session({ fromTime: '10:00', toTime: '11:00' }), london])).toThrow(
      expect.objectContaining({ code: 'OCCASIONS_SESSIONS_OVERLAP' }),
    );
    expect(() => assertPossible([session({ fromTime: '09:00', toTime: '10:00' }), london])).not.toThrow();
  });

  test('are refused exactly if two of the same leg share an instant', () => {
    const time = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`);
    const any = fc
      .record({
        zone: fc.constantFrom('Europe/Stockholm', 'Asia/Kolkata', 'America/St_Johns'),
        date: fc.constantFrom('2026-10-24', '2026-10-25', '2026-10-26'),
        fromTime: time,
        toTime: time,
        legId: fc.constantFrom(null, 'a'),
      })
      .filter(({ fromTime, toTime }) => fromTime < toTime)
      .map((changes) => session(changes));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), (sessions) => {
        const share = sessions.some((one, place) =>
          sessions.some(
            (other, otherPlace) =>
              place < otherPlace &&
              one.legId === other.legId &&
              stretches(one).some((a) => stretches(other).some((b) => a.start < b.end && b.start < a.end)),
          ),
        );
        let refused = false;
        try {
          assertPossible(sessions);
        } catch {
          refused = true;
        }
        expect(refused).toBe(share);
      }),
    );
  });
});

const stretches = ({ date, fromTime, toTime, zone }: SessionTimes) =>
  instantsOfHours([{ date, from: fromTime, to: toTime }], zone);
