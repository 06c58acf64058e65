import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AuditRecordEntity, inTransaction } from '../../src/access/index.ts';
import { newId } from '../../src/kernel/index.ts';
import { defineLife, diagramOf, lifeRegister, moveOn, movesFrom, type Life } from '../../src/lives/index.ts';
import { eventLife } from '../../src/occasions/index.ts';
import { useService } from '../testkit/index.ts';

const started = useService();
const hostId = newId();
const host = () => started.as('organiser', { organisationId: hostId });
const target = { organisationIds: [hostId] };
const event = () => ({ id: newId(), state: 'DRAFT' as keyof typeof eventLife.states });

describe('a move', () => {
  test('changes the state and is on record with both states', async () => {
    const thing = event();
    await inTransaction(host(), async (inside) => moveOn(inside, eventLife, thing, 'open', { target }));
    expect(thing.state).toBe('OPEN');
    const [record] = await host().em.find(AuditRecordEntity, { subjectId: thing.id });
    expect(record).toMatchObject({
      action: 'occasion:advance',
      subjectKind: 'occasion',
      detail: { move: 'open', from: 'DRAFT', to: 'OPEN' },
    });
  });

  test('that the state does not allow is refused, with those that it does', () => {
    const thing = event();
    expect(() => moveOn(host(), eventLife, thing, 'start', { target })).toThrow(
      expect.objectContaining({
        code: 'LIVES_ILLEGAL_MOVE',
        message: expect.stringMatching(/is DRAFT and cannot start; it can: open, cancel$/),
      }),
    );
    expect(thing.state).toBe('DRAFT');
  });

  test('by someone without the permission is refused before anything is said of the state', () => {
    expect(() =>
      moveOn(started.as('organiser', { organisationId: newId() }), eventLife, event(), 'start', { target }),
    ).toThrow(expect.objectContaining({ code: 'ACCESS_FORBIDDEN' }));
  });

  test('that takes a reason is refused without one', () => {
    expect(() => moveOn(host(), eventLife, event(), 'cancel', { target, reason: '  ' })).toThrow(
      expect.objectContaining({ code: 'LIVES_REASON_NEEDED' }),
    );
  });
});

describe('every life', () => {
  const lives = lifeRegister();

  test('is walked in legal moves only, whatever the order in which they are tried', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lives), fc.infiniteStream(fc.nat()), (life: Life, choices) => {
        let state = life.begins;
        for (let step = 0; step < 30; step++) {
          const names = movesFrom(life, state);
          if (names.length === 0) return;
          const { from, to } = life.moves[names[choices.next().value! % names.length]!]!;
          expect(from).toContain(state);
          expect(Object.keys(life.states)).toContain(to);
          state = to;
        }
      }),
    );
  });

  test('is drawn with all its states and moves', () => {
    for (const life of lives) {
      const diagram = diagramOf(life);
      for (const name of [...Object.keys(life.states), ...Object.keys(life.moves)])
        expect(diagram).toContain(name);
    }
  });

  test('with a state that no move leads to is a slip, said at start', () => {
    expect(() =>
      defineLife<'A' | 'B', string>({
        subject: 'meeting',
        title: 'Lost',
        states: { A: 'begins', B: 'never reached' },
        begins: 'A',
        moves: {},
      }),
    ).toThrow("No move of the life 'Lost' leads to B");
  });
});
