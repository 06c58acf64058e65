import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ACTOR_KINDS,
  ANONYMOUS,
  PERMISSIONS,
  permits,
  type Action,
  type Actor,
} from '../../src/access/index.ts';

const actions = Object.keys(PERMISSIONS) as Action[];
const ids = ['one', 'two', 'three'];
const id = fc.constantFrom(...ids);
const actor = fc.record({
  id,
  kind: fc.constantFrom(...ACTOR_KINDS),
  organisationId: fc.option(id, { nil: undefined }),
});
const target = fc.record(
  { organisationId: id, representedById: fc.option(id), personId: id },
  { requiredKeys: [] },
);

describe('the catalogue of permissions', () => {
  test('denies the anonymous everything', () => {
    fc.assert(
      fc.property(fc.constantFrom(...actions), target, (action, about) => {
        expect(permits(ANONYMOUS, action, about)).toBe(false);
      }),
      { seed: 4 },
    );
  });

  test('denies whatever it does not name', () => {
    fc.assert(
      fc.property(actor, fc.constantFrom(...actions), target, (who, action, about) => {
        const named = who.kind in PERMISSIONS[action];
        expect(named || !permits(who, action, about)).toBe(true);
      }),
      { seed: 5 },
    );
  });

  test('reaches as far as the organisation, those it represents, or the own person', () => {
    fc.assert(
      fc.property(actor, fc.constantFrom(...actions), target, (who, action, about) => {
        const reach = (PERMISSIONS[action] as Record<string, string>)[who.kind];
        const own =
          who.organisationId !== undefined &&
          [about.organisationId, about.representedById].includes(who.organisationId);
        const expected =
          { any: true, organisation: own, self: who.id === about.personId }[reach ?? ''] ?? false;
        expect(permits(who, action, about)).toBe(expected);
      }),
      { seed: 6 },
    );
  });

  test('names each action as subject and verb', () => {
    for (const action of actions) expect(action).toMatch(/^[a-z]+:[a-z]+$/);
  });
});

describe('an employer', () => {
  const employer: Actor = { id: 'e', kind: 'employer', organisationId: 'one' };

  test('ranks candidates for roles of its own organisation', () => {
    expect(permits(employer, 'candidate:rank', { organisationId: 'one' })).toBe(true);
    expect(permits(employer, 'candidate:rank', { organisationId: 'two' })).toBe(false);
  });

  test('acts for an organisation that it represents', () => {
    expect(permits(employer, 'role:edit', { organisationId: 'two', representedById: 'one' })).toBe(true);
  });

  test('without an organisation owns nothing, not even what has no owner', () => {
    expect(permits({ id: 'e', kind: 'employer' }, 'role:edit', {})).toBe(false);
  });

  test('does not learn who a talent is', () => {
    expect(permits(employer, 'talent:identify', { personId: 't' })).toBe(false);
  });
});

test('only the talent gives consent', () => {
  for (const kind of ACTOR_KINDS)
    expect(permits({ id: 'x', kind, organisationId: 'one' }, 'consent:give', { personId: 'someone' })).toBe(
      false,
    );
  expect(permits({ id: 'x', kind: 'talent' }, 'consent:give', { personId: 'x' })).toBe(true);
});
