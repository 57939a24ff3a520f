import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { aRecord } from '../testing.ts';
import { maybeSamePerson } from './duplicate.ts';
import { eldest, type Member, relationTo, under } from './household-change.ts';
import { relations } from './record.ts';
import { strike, strikingReasons, strikingRefusal, strikingRules } from './striking.ts';

const on = civilDate('2026-11-20');

describe('BO-1: striking a record', () => {
  test('every reason rests on an article and belongs to a register', () => {
    for (const reason of strikingReasons) {
      expect(strikingRules[reason].source, reason).toMatch(/^(DPR 223\/1989 art. 11|L. 470\/1988 art. 4)/);
      expect(['resident', 'aire', 'both']).toContain(strikingRules[reason].register);
    }
  });

  test('a reason is refused for exactly one cause, or the record has no place left in the registry', () => {
    const foreigner = aRecord({ citizenships: [{ of: 'FR' }] });
    const { household: _household, ...content } = foreigner;
    const member = {
      ...content,
      membership: { householdId: 'F-100', relation: 'holder' as const, place: 1 },
    };
    const done = strike(member, 'moved_abroad', on);
    expect(done.ok && done.value).toMatchObject({
      standing: { state: 'struck', why: 'emigration', reason: 'moved_abroad', on },
      openProcedures: [],
    });
    expect(done.ok && 'membership' in done.value).toBe(false);
    expect(done.ok && 'electoral' in done.value).toBe(false);
    expect(strikingRefusal(aRecord(), 'moved_abroad', on)).toEqual({ code: 'is_italian' });
    expect(strikingRefusal(foreigner, 'citizenship_lost', on)).toEqual({ code: 'other_register' });
    expect(strikingRefusal(foreigner, 'untraceable', on)).toEqual({ code: 'no_untraceability_procedure' });
    expect(strikingRefusal(foreigner, 'death', civilDate('1979-12-31'))).toEqual({ code: 'before_birth' });
    expect(strikingRefusal(foreigner, 'death', on)).toBeUndefined();
  });
});

describe('BO-1: two records of one person', () => {
  test('are born on the same day as far as is known, and have the names or the tax code in common', () => {
    const ada = aRecord();
    const born = (day: string) => ({ ...ada.birth, on: day as typeof ada.birth.on });
    expect(maybeSamePerson(ada, aRecord({ taxCode: undefined, familyName: 'PRÒVA' }))).toBe(true);
    expect(maybeSamePerson(ada, aRecord({ familyName: 'Altra' }))).toBe(true);
    expect(maybeSamePerson(ada, aRecord({ familyName: 'Altra', taxCode: undefined }))).toBe(false);
    expect(maybeSamePerson(ada, aRecord({ birth: born('1980') }))).toBe(true);
    expect(maybeSamePerson(ada, aRecord({ birth: born('1980-02-01') }))).toBe(false);
  });
});

describe('RG-2: a household under a new holder', () => {
  const household = fc
    .uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 })
    .chain((places) =>
      fc.tuple(
        fc.constant(places),
        fc.array(fc.constantFrom(...relations.filter((each) => each !== 'holder')), {
          minLength: places.length,
          maxLength: places.length,
        }),
        fc.nat({ max: places.length - 1 }),
        fc.boolean(),
      ),
    );

  test('has one holder, in the first place, and nobody shares a place, at any moment of writing it down', () => {
    fc.assert(
      fc.property(household, ([places, kinds, chosen, held]) => {
        const members = places.map((place, index): Member => {
          const isHolder = held && index === 0;
          return {
            id: `P${index}`,
            relation: isHolder ? 'holder' : (kinds[index] ?? 'child'),
            place: isHolder ? 1 : place + 1,
            bornOn: `19${40 + index}-01-01`,
          };
        });
        const now = new Map(members.map((each) => [each.id, each]));
        for (const changed of under(members, `P${chosen}`)) {
          now.set(changed.id, changed);
          const taken = [...now.values()].map(({ place }) => place);
          expect(new Set(taken).size).toBe(taken.length);
        }
        const holders = [...now.values()].filter(({ relation }) => relation === 'holder');
        expect(holders.map(({ id }) => id)).toEqual([`P${chosen}`]);
        expect(now.get(`P${chosen}`)?.place).toBe(1);
      }),
    );
  });

  test('the relations follow from those before; where they do not tell, a relative', () => {
    expect(relationTo('spouse', 'child')).toBe('child');
    expect(relationTo('child', 'spouse')).toBe('parent');
    expect(relationTo('child', 'child')).toBe('sibling');
    expect(relationTo('child', 'holder')).toBe('parent');
    expect(relationTo('spouse', 'parent')).toBe('parent_in_law');
    expect(relationTo('cohabitant', 'child')).toBe('cohabitant');
    expect(relationTo('grandchild', 'child')).toBe('other_relative');
  });

  test('the eldest has it where nobody is named', () => {
    const member = (id: string, bornOn: string): Member => ({ id, bornOn, relation: 'child', place: 2 });
    expect(eldest([member('A', '1990-01'), member('B', '1985'), member('C', '2001-05-05')])?.id).toBe('B');
    expect(eldest([])).toBeUndefined();
  });
});
