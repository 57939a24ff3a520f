import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { municipalityOfOffice, municipalOfficeId } from '#kernel/municipal-office.ts';
import { partialDate } from '#kernel/partial-date.ts';
import { addressesFollow, correct } from './correction.ts';
import { afterMove, electoralStanding, entered, hasCompleted } from './electoral.ts';
import { type Candidate, matchAmong } from './matching.ts';
import { moveTo } from './move.ts';
import type { PersonContent } from './person-content.ts';
import type { RegistryRecord } from './record.ts';

const today = civilDate('2026-11-24');
const since = partialDate('1980-05-05');

const ada: PersonContent = {
  id: 'AA00001AA',
  sex: 'F',
  familyName: 'Prova',
  givenName: 'Ada',
  birth: { on: since, place: { country: 'IT', municipality: 'A952', name: 'Bolzano', province: 'BZ' } },
  standing: { state: 'enrolled' },
  certifiability: 'full',
  openProcedures: [],
  enrolment: { register: 'resident', municipality: 'A952', since },
  addresses: [{ from: since, country: 'IT', municipality: 'A952', street: 'via dei Larici', number: '1' }],
  maritalStatus: { state: 'single' },
  citizenships: [{ of: 'IT', since }],
  identityDocuments: [],
  electoral: { mayVote: true, roll: { municipality: 'A952', section: '4' } },
  joined: { on: civilDate('2019-11-18'), municipality: 'A952' },
};

describe('RG-3: electoral data', () => {
  const standing = (change: Partial<RegistryRecord>) => electoralStanding({ ...ada, ...change }, today);

  test('is shown to those with the right to vote', () => {
    expect(standing({})).toEqual({ state: 'enrolled', roll: { municipality: 'A952', section: '4' } });
  });

  test('is not shown to foreigners, minors, those who lost the right, and where nothing is recorded', () => {
    const because = (change: Partial<RegistryRecord>) => {
      const said = standing(change);
      return said.state === 'not_entitled' ? said.because : said.state;
    };
    expect(because({ citizenships: [{ of: 'FR' }] })).toBe('not_a_citizen');
    expect(because({ citizenships: [{ of: 'FR' }, { of: 'IT' }] })).toBe('enrolled');
    const bornOn = (on: string) => ({ birth: { ...ada.birth, on: partialDate(on) } });
    expect(because(bornOn('2008-11-24'))).toBe('enrolled');
    expect(because(bornOn('2008-11-25'))).toBe('under_age');
    expect(because({ electoral: { mayVote: false } })).toBe('lost_or_suspended');
    expect(because({ electoral: { mayVote: true } })).toBe('not_recorded');
    const { electoral: _electoral, ...without } = ada;
    expect(electoralStanding(without, today)).toEqual({ state: 'not_entitled', because: 'not_recorded' });
  });

  test('is being updated after a move to another municipality, for six months at the most, then enrolled there', () => {
    const moved = afterMove(ada.electoral, civilDate('2026-09-15'));
    expect(moved && standing({ electoral: moved })).toEqual({
      state: 'being_updated',
      since: '2026-09-15',
      atTheLatest: '2027-03-15',
    });
    const there = entered(moved, { municipality: 'D612' });
    expect(standing({ electoral: there })).toEqual({ state: 'enrolled', roll: { municipality: 'D612' } });
    expect(afterMove({ mayVote: false }, today)).toEqual({ mayVote: false });
    expect(afterMove(undefined, today)).toBeUndefined();
  });

  test('somebody whose day of birth is not known comes of age as late as can be', () => {
    expect(hasCompleted(18, '2008', civilDate('2026-12-30'))).toBe(false);
    expect(hasCompleted(18, '2008', civilDate('2026-12-31'))).toBe(true);
    expect(hasCompleted(18, '2008-02', civilDate('2026-02-27'))).toBe(false);
    expect(hasCompleted(18, '2008-02', civilDate('2026-02-28'))).toBe(true);
    expect(hasCompleted(18, '2008-04', civilDate('2026-04-29'))).toBe(false);
    expect(hasCompleted(18, '2008-04', civilDate('2026-04-30'))).toBe(true);
    expect(hasCompleted(18, '2008-02-29', civilDate('2026-02-28'))).toBe(true);
  });
});

describe('a move', () => {
  const to = { municipality: 'D612', street: 'via dei Gelsi', number: '2' };

  test('RG-3: to another municipality ends the old address and leaves the roll to be updated', () => {
    const moved = moveTo(ada, to, civilDate('2026-10-01'));
    expect(moved.ok && moved.value).toMatchObject({
      enrolment: { register: 'resident', municipality: 'D612', since: '2026-10-01' },
      addresses: [
        { municipality: 'A952', until: '2026-10-01' },
        { municipality: 'D612', from: '2026-10-01', street: 'via dei Gelsi' },
      ],
      electoral: { mayVote: true, beingUpdatedSince: '2026-10-01' },
    });
  });

  test('within the municipality keeps enrolment and roll', () => {
    const moved = moveTo(ada, { ...to, municipality: 'A952' }, civilDate('2026-10-01'));
    expect(moved.ok && moved.value.enrolment).toEqual(ada.enrolment);
    expect(moved.ok && moved.value.electoral).toEqual(ada.electoral);
  });

  test('does not begin before the present address did', () => {
    expect(moveTo(ada, to, civilDate('1979-12-31'))).toEqual({
      ok: false,
      refusal: { code: 'addresses_overlap' },
    });
  });

  test('never leaves addresses that overlap', () => {
    const years = fc.integer({ min: 1980, max: 2026 });
    fc.assert(
      fc.property(fc.array(years, { maxLength: 6 }), (moves) => {
        const after = moves.reduce<PersonContent>((content, year) => {
          const moved = moveTo(content, { ...to, municipality: 'A952' }, civilDate(`${year}-07-01`));
          return moved.ok ? moved.value : content;
        }, ada);
        expect(addressesFollow(after.addresses)).toBe(true);
      }),
    );
  });
});

describe('a correction', () => {
  const code = (correction: Parameters<typeof correct>[1]) => {
    const done = correct(ada, correction, today);
    return done.ok ? 'ok' : done.refusal.code;
  };

  test('changes one datum and leaves the rest', () => {
    const done = correct(ada, { datum: 'names', familyName: 'Prova', givenName: 'Adele' }, today);
    expect(done.ok && done.value).toEqual({ ...ada, givenName: 'Adele' });
    const without = correct(ada, { datum: 'names', familyName: 'Prova' }, today);
    expect(without.ok && without.value).not.toHaveProperty('givenName');
  });

  test('is refused where the record would make no sense', () => {
    const from = partialDate;
    expect(code({ datum: 'citizenships', citizenships: [] })).toBe('no_citizenship');
    expect(code({ datum: 'citizenships', citizenships: [{ of: 'IT', since: from('1979') }] })).toBe(
      'before_birth',
    );
    expect(code({ datum: 'addresses', addresses: [] })).toBe('no_address');
    const overlapping = [
      { from: from('2001'), until: from('2005-03'), country: 'IT' },
      { from: from('2005-02-28'), country: 'IT' },
    ];
    expect(code({ datum: 'addresses', addresses: overlapping })).toBe('addresses_overlap');
    const married = (on: string) =>
      code({ datum: 'marital_status', maritalStatus: { state: 'married', bond: { on: from(on) } } });
    expect(married('1975')).toBe('before_birth');
    expect(married('2026-11-25')).toBe('in_the_future');
    expect(married('2010-06')).toBe('ok');
    expect(code({ datum: 'birth', birth: { ...ada.birth, on: from('2027') } })).toBe('in_the_future');
    const contract = { stipulatedOn: from('1970-01-01') };
    expect(code({ datum: 'cohabitation_contract', contract })).toBe('before_birth');
  });
});

describe('ID-13: matching', () => {
  const candidate = (standing: Candidate['standing'], sameCode = true, personId = 'AA00001AA') => ({
    personId,
    standing,
    municipality: 'A952',
    sameCode,
  });

  test('needs exactly one live record with the very code', () => {
    expect(matchAmong([candidate('enrolled')])).toEqual({ ok: true, personId: 'AA00001AA' });
    expect(matchAmong([candidate('duplicate', true, 'AA00002AA'), candidate('enrolled')])).toEqual({
      ok: true,
      personId: 'AA00001AA',
    });
    expect(matchAmong([candidate('enrolled'), candidate('enrolled', true, 'AA00002AA')])).toMatchObject({
      case: 'duplicated',
    });
  });

  test('says the case where there is none', () => {
    expect(matchAmong([])).toEqual({ ok: false, case: 'no_record' });
    expect(matchAmong([candidate('struck')])).toMatchObject({ case: 'deleted', municipality: 'A952' });
    expect(matchAmong([candidate('duplicate')])).toMatchObject({ case: 'duplicated' });
    expect(matchAmong([candidate('enrolled', false)])).toMatchObject({ case: 'differs' });
    expect(matchAmong([candidate('struck', false)])).toEqual({ ok: false, case: 'no_record' });
  });
});

test('OF-6: a municipality is an office by its code', () => {
  expect(municipalOfficeId('A952')).toBe('comune-a952');
  expect(municipalityOfOffice('comune-a952')).toBe('A952');
  expect(municipalityOfOffice('manchester')).toBeUndefined();
});
