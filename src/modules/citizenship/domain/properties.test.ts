import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { anyFamily, type Family } from '../any-family.testing.ts';
import { assess } from './assess.ts';
import type { Facts } from './facts/shape.ts';

/** `CITIZENSHIP_RUNS=100000` tries as many families as the requirement names. */
const numRuns = Number(process.env['CITIZENSHIP_RUNS'] ?? 200);

function answer(facts: Facts) {
  const outcome = assess(facts, { locale: 'it' });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

/** What must not change: the verdict and what carries it, wherever people stand in the lists. */
function essence(facts: Facts) {
  const { verdict, decisive_rules, deadline, review, counterfactual } = answer(facts);
  return {
    verdict,
    rules: [...decisive_rules].sort(),
    deadline,
    review: review?.rule,
    date: counterfactual?.date,
  };
}

describe('CZ-1: for every family', () => {
  test('there is an answer, with a reason, a citation for each step and one question at most', () => {
    fc.assert(
      fc.property(anyFamily, ({ facts }: Family) => {
        const value = answer(facts);
        expect(value.reason.length).toBeGreaterThan(3);
        expect(value.steps.every(({ because, citation }) => because !== '' && citation !== '')).toBe(true);
        if (value.verdict === 'needs_information')
          expect((value.missing_fact === undefined) !== (value.review === undefined)).toBe(true);
        else expect(value.missing_fact ?? value.review).toBeUndefined();
      }),
      { numRuns },
    );
  });

  test('a stranger in the lists changes nothing', () => {
    fc.assert(
      fc.property(anyFamily, ({ facts }) => {
        const stranger: Facts['persons'][number] = {
          id: 'zz_stranger',
          sex: 'male',
          born: { date: '1901-01-01', country: 'IT' },
          parents: [],
          citizenship_events: [{ date: null, type: 'acquired', citizenship: 'FR', how: null }],
          residences: [],
          completeness: { citizenship_events: false, residences: false },
        };
        expect(essence({ ...facts, persons: [stranger, ...facts.persons] })).toEqual(essence(facts));
      }),
      { numRuns },
    );
  });

  test('other names for the same people change nothing', () => {
    fc.assert(
      fc.property(anyFamily, ({ facts }) => {
        const ids = new Map(facts.persons.map(({ id }, index) => [id, `p${99 - index}_x`]));
        const renamed = JSON.parse(JSON.stringify(facts), (_key, value: unknown) =>
          typeof value === 'string' && ids.has(value) ? ids.get(value) : value,
        ) as Facts;
        expect(essence(renamed)).toEqual(essence(facts));
      }),
      { numRuns },
    );
  });

  test('the order of the lists changes nothing', () => {
    fc.assert(
      fc.property(anyFamily, ({ facts }) => {
        const turned: Facts = {
          ...facts,
          persons: facts.persons.toReversed().map((person) => ({
            ...person,
            parents: person.parents.toReversed(),
            citizenship_events: person.citizenship_events.toReversed(),
            residences: person.residences.toReversed(),
          })),
          unions: facts.unions
            .toReversed()
            .map((union) => ({ ...union, partners: [union.partners[1], union.partners[0]] })),
          application: {
            ...facts.application,
            declarations: facts.application.declarations?.toReversed(),
            convictions: facts.application.convictions?.toReversed(),
            criminal_records: facts.application.criminal_records?.toReversed(),
          },
        };
        expect(essence(turned)).toEqual(essence(facts));
      }),
      { numRuns },
    );
  });

  test('a residence told in two parts is the same residence', () => {
    fc.assert(
      fc.property(anyFamily, ({ facts }) => {
        const split: Facts = {
          ...facts,
          persons: facts.persons.map((person) => ({
            ...person,
            residences: person.residences.flatMap((stay) => {
              if (stay.from === null || stay.to === null) return [stay];
              const end = stay.to ?? facts.as_of;
              const middle = Temporal.PlainDate.from(stay.from).add({
                days: Math.floor(
                  Temporal.PlainDate.from(stay.from).until(end, { largestUnit: 'days' }).days / 2,
                ),
              });
              const { to: _to, ...first } = stay;
              return [
                { ...first, to: middle.toString() },
                { ...stay, from: middle.toString() },
              ];
            }),
          })),
        };
        expect(essence(split)).toEqual(essence(facts));
      }),
      { numRuns },
    );
  });

  test('an answer to a question never turns what was settled, nor leaves what was possible', () => {
    fc.assert(
      fc.property(anyFamily, ({ facts, hidden }) => {
        const before = answer(hidden);
        const after = answer(facts);
        if (before.verdict === 'needs_information') {
          if (before.review !== undefined) expect(after.review).toBeDefined();
        } else expect(after.verdict).toBe(before.verdict);
      }),
      { numRuns },
    );
  });

  test('what is asked for is not known yet, and is found where the pointer says', () => {
    fc.assert(
      fc.property(anyFamily, ({ hidden }) => {
        const asked = answer(hidden).missing_fact;
        if (asked === undefined) return;
        const at = asked.path
          .split('/')
          .slice(1)
          .reduce<unknown>((value, part) => (value as Record<string, unknown> | null)?.[part], hidden);
        expect(at === null || at === undefined || Array.isArray(at)).toBe(true);
        expect(hidden.persons.map(({ id }) => id)).toContain(asked.person);
      }),
      { numRuns },
    );
  });
});

describe('CZ-8: the server’s own time zone', () => {
  const zone = process.env['TZ'];
  afterAll(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  test('does not matter', () => {
    fc.assert(
      fc.property(anyFamily, ({ facts }) => {
        const answers = ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Rome'].map((each) => {
          process.env['TZ'] = each;
          return JSON.stringify(answer(facts));
        });
        expect(new Set(answers).size).toBe(1);
      }),
      { numRuns: Math.min(numRuns, 60) },
    );
  });
});
