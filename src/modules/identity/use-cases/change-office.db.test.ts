import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import type { Official } from '#platform/web/who.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { identityDeps, lettersTo } from '../testing.ts';
import { changeOffice, foretellOfficeChange } from './change-office.ts';
import { changeProfile } from './change-profile.ts';
import { createPeople } from './create-people.ts';
import { findPeople, readOfficeChanges, readPerson } from './find-people.ts';
import { asIdentity, type MoveEffect } from './identity-deps.ts';
import { readProfile } from './read-profile.ts';
import { reverseOfficeChange } from './reverse-office-change.ts';

const key = () => crypto.randomUUID();
const email = 'ada@posta.example';

const operator = (officeId: string): Official => ({
  kind: 'official',
  officialId: crypto.randomUUID(),
  sessionId: crypto.randomUUID(),
  name: 'Olga Sportelli',
  ministry: false,
  roles: [{ officeId, role: 'operator' }],
});

async function withAda(officeId: string | null = 'london') {
  const moved: { from: string | null; to: string | null }[] = [];
  const effect: MoveEffect = async (_tx, _deps, { fromOfficeId, toOfficeId }) => {
    moved.push({ from: fromOfficeId, to: toOfficeId });
    return { ended: [{ it: 'Finisce qualcosa.', en: 'Something ends.' }], stays: [] };
  };
  const deps = { ...identityDeps(await testDeps(testClock())), moves: [effect] };
  const ada = {
    givenName: 'Ada',
    familyName: 'Ferrighi',
    bornOn: civilDate('1980-02-03'),
    taxCode: 'FRRDAA80B43L424X',
    email,
    mobile: '+447911123456',
    country: officeId === null ? 'IT' : 'GB',
    place: officeId === null ? 'Trieste' : 'London',
    officeId,
    locale: 'it' as const,
  };
  const [accountId = ''] = await deps.db.transaction(asIdentity, (tx) =>
    createPeople(deps, tx, [ada], 'a hash'),
  );
  const wish = { accountId, country: 'CH', place: 'Bern', chosenOfficeId: 'berne' };
  const home = async () => {
    const { account } = await readProfile(deps, accountId);
    return [account.officeId, account.country, account.place];
  };
  return { deps, accountId, wish, home, moved };
}

describe('changing the responsible office', () => {
  test('ID-9: what happens is foretold and nothing has happened yet', async () => {
    const { deps, wish, home } = await withAda();
    expect(await foretellOfficeChange(deps, wish)).toMatchObject({
      ok: true,
      value: { fromOfficeId: 'london', toOfficeId: 'berne', moved: { ended: [{ en: 'Something ends.' }] } },
    });
    expect(await home()).toEqual(['london', 'GB', 'London']);
    expect(await lettersTo(deps, email)).toEqual([]);
  });

  test('ID-9: the change moves everything, writes a letter, and each office reads its line of history', async () => {
    const { deps, accountId, wish, home, moved } = await withAda();
    expect(await changeOffice(deps, { ...wish, key: key() })).toMatchObject({ value: { officeId: 'berne' } });
    expect(await home()).toEqual(['berne', 'CH', 'Bern']);
    expect(moved).toEqual([{ from: 'london', to: 'berne' }]);
    const text = (await lettersTo(deps, email)).at(-1)?.text;
    expect(text).toContain('Berna');
    expect(text).toContain('Finisce qualcosa.');
    const { rows } = await deps.store.owner.query(
      `select office_id, facts from platform.event where type = 'account.office-change-made' and account_id = $1 order by id`,
      [accountId],
    );
    expect(rows.map((row) => row.office_id)).toEqual(['london', 'berne']);
    expect(JSON.stringify(rows)).not.toContain('Bern"');
  });

  test('ID-9: afterwards only places inside the new district, and no way back for the person', async () => {
    const { deps, accountId, wish, home } = await withAda();
    await changeOffice(deps, { ...wish, key: key() });
    const back = { accountId, country: 'GB', place: 'London' };
    expect(await changeProfile(deps, { ...back, locale: 'it' })).toMatchObject({
      refusal: { code: 'other_district' },
    });
    expect(await changeOffice(deps, { ...back, chosenOfficeId: undefined, key: key() })).toMatchObject({
      refusal: { code: 'changed_already' },
    });
    const inside = { accountId, country: 'CH', place: 'Thun', locale: 'it' as const };
    expect((await changeProfile(deps, inside)).ok).toBe(true);
    expect(await home()).toEqual(['berne', 'CH', 'Thun']);
  });

  test('ID-9: the same office, and a place whose office is not known, are no change', async () => {
    const { deps, wish } = await withAda();
    const ask = (more: object) => foretellOfficeChange(deps, { ...wish, ...more });
    expect(await ask({ country: 'GB', place: 'Leeds' })).toMatchObject({ refusal: { code: 'same_office' } });
    expect(await ask({ chosenOfficeId: undefined })).toMatchObject({ refusal: { code: 'office_missing' } });
    expect(await ask({ chosenOfficeId: 'london' })).toMatchObject({ refusal: { code: 'office_missing' } });
  });

  test('ID-9: the first office of somebody who had none leaves the one change open', async () => {
    const { deps, wish, accountId } = await withAda(null);
    expect((await changeOffice(deps, { ...wish, key: key() })).ok).toBe(true);
    const london = { accountId, country: 'GB', place: 'London', chosenOfficeId: undefined };
    expect((await changeOffice(deps, { ...london, key: key() })).ok).toBe(true);
    expect((await changeOffice(deps, { ...wish, key: key() })).ok).toBe(false);
  });

  test('ID-9: of ten changes at once one is made; with one key all get its answer', async () => {
    const { deps, wish, moved } = await withAda();
    const tries = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        changeOffice(deps, { ...wish, chosenOfficeId: index % 2 ? 'berne' : 'zurich', key: key() }),
      ),
    );
    expect(tries.filter((each) => each.ok)).toHaveLength(1);
    expect(moved).toHaveLength(1);
    const again = await withAda();
    const same = key();
    const repeated = await Promise.all(
      Array.from({ length: 5 }, () => changeOffice(again.deps, { ...again.wish, key: same })),
    );
    expect(repeated.every((each) => each.ok)).toBe(true);
    expect(again.moved).toHaveLength(1);
  });

  test('ID-9: the database itself knows no two standing changes', async () => {
    const { deps, accountId, wish } = await withAda();
    await changeOffice(deps, { ...wish, key: key() });
    await expect(
      deps.store.owner.query(
        `insert into identity.office_change (id, account_id, from_office_id, from_country, from_place, to_office_id, to_country,
           to_place, changed_at) select gen_random_uuid(), $1, 'berne', 'CH', 'Bern', 'london', 'GB', 'London', now()`,
        [accountId],
      ),
    ).rejects.toThrow(/one_standing_change/);
  });
});

describe('reversing a mistaken change', () => {
  test.each(['london', 'berne'])('ID-9: an operator of %s can, once, with the reason', async (officeId) => {
    const { deps, accountId, wish, home, moved } = await withAda();
    await changeOffice(deps, { ...wish, key: key() });
    const by = operator(officeId);
    const [change] = await readOfficeChanges(deps, by);
    expect(change).toMatchObject({ name: 'Ada Ferrighi', fromOfficeId: 'london', toOfficeId: 'berne' });
    const ask = { changeId: change?.id ?? '', reason: 'Ha scelto il Paese sbagliato.', by };
    expect(await reverseOfficeChange(deps, { ...ask, reason: '  ', key: key() })).toMatchObject({
      refusal: { code: 'reason_missing' },
    });
    expect((await reverseOfficeChange(deps, { ...ask, key: key() })).ok).toBe(true);
    expect(await home()).toEqual(['london', 'GB', 'London']);
    expect(moved.at(-1)).toEqual({ from: 'berne', to: 'london' });
    expect((await lettersTo(deps, email)).at(-1)?.text).toContain('annullato il tuo cambio di sede');
    expect(await reverseOfficeChange(deps, { ...ask, key: key() })).toMatchObject({
      refusal: { code: 'reversed_already' },
    });
    // A second change is possible again, and cannot be reversed again.
    await changeOffice(deps, { ...wish, key: key() });
    const [second] = await readOfficeChanges(deps, by);
    expect(await reverseOfficeChange(deps, { ...ask, changeId: second?.id ?? '', key: key() })).toMatchObject(
      { refusal: { code: 'reversed_already' } },
    );
    const { rows } = await deps.store.owner.query(
      `select actor_id, facts from platform.event where type = 'account.office-change-reversed' and account_id = $1`,
      [accountId],
    );
    expect(rows[0]?.actor_id).toBe(by.officialId);
    expect(JSON.stringify(rows)).not.toContain('sbagliato');
  });

  test('ID-9 BO-1: a third office neither sees the change nor reverses it', async () => {
    const { deps, accountId, wish, home } = await withAda();
    await changeOffice(deps, { ...wish, key: key() });
    const [change] = await readOfficeChanges(deps, operator('berne'));
    const by = operator('zurich');
    expect(await readOfficeChanges(deps, by)).toEqual([]);
    expect(await readPerson(deps, { accountId, by })).toBeUndefined();
    const ask = { changeId: change?.id ?? '', reason: 'Perché no.', by, key: key() };
    expect(await reverseOfficeChange(deps, ask)).toMatchObject({ refusal: { code: 'no_such_change' } });
    expect(await home()).toEqual(['berne', 'CH', 'Bern']);
  });

  test('ID-9: of two operators at once one reverses', async () => {
    const { deps, wish } = await withAda();
    await changeOffice(deps, { ...wish, key: key() });
    const [change] = await readOfficeChanges(deps, operator('berne'));
    const tries = await Promise.all(
      ['london', 'berne'].map((officeId) =>
        reverseOfficeChange(deps, {
          changeId: change?.id ?? '',
          reason: 'Uno sbaglio.',
          by: operator(officeId),
          key: key(),
        }),
      ),
    );
    expect(tries.filter((each) => each.ok)).toHaveLength(1);
  });
});

describe('finding a person', () => {
  test('ID-9: by contact, tax code or name, in the own office only, and it is written down', async () => {
    const { deps, accountId } = await withAda();
    const by = operator('london');
    for (const sought of [email, 'ADA@posta.example', '+447911123456', 'frrdaa80b43l424x', 'ferr ada', 'Ada'])
      expect(await findPeople(deps, { sought, by }), sought).toMatchObject({ value: [{ accountId }] });
    for (const sought of ['altra@posta.example', 'FRRDAA80B43L424Y', 'rrighi', 'Bruno', '%%%'])
      expect(await findPeople(deps, { sought, by }), sought).toMatchObject({ value: [] });
    expect(await findPeople(deps, { sought: 'a', by })).toMatchObject({ refusal: { code: 'too_short' } });
    expect(await findPeople(deps, { sought: email, by: operator('berne') })).toMatchObject({ value: [] });
    const { rows } = await deps.store.owner.query(
      `select actor_id from platform.event where type = 'account.found-by-official' and account_id = $1`,
      [accountId],
    );
    expect(rows).toHaveLength(6);
    expect(rows.every((row) => row.actor_id === by.officialId)).toBe(true);
  });
});
