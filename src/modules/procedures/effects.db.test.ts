import { beforeEach, describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { adaEmail, anOfficial, aPerson, caseFileDeps } from '#modules/case-files/testing.ts';
import { lettersTo } from '#modules/identity/testing.ts';
import { consularStanding } from '#modules/registry/public.ts';
import type { Official } from '#platform/web/who.ts';
import { aFileWithForm, consulateDoes, municipalityRefuses } from '#tests/support/files-at-municipality.ts';
import { aireRegistration } from './aire-registration/definition.ts';
import { changeOfAddress } from './change-of-address/definition.ts';
import { procedureFolders } from './public.ts';
import { adaFromLondon, adaMoves, adaMovesHouse, adaWithFamily } from './testing.ts';

const trieste = { change: { municipalityId: 'comune-l424' } };

let deps: Awaited<ReturnType<typeof caseFileDeps>>;
let ada: string;
let olga: Official;
beforeEach(async () => {
  deps = await caseFileDeps(...procedureFolders);
  ada = await aPerson(deps);
  olga = await anOfficial(deps);
});

type Answers = Parameters<typeof aFileWithForm>[2];

async function sent(answers: Answers, accountId = ada, by = olga, procedure = aireRegistration) {
  const file = await aFileWithForm(deps, accountId, answers, procedure);
  await consulateDoes(deps, file, by, 'take');
  return consulateDoes(deps, file, by, 'send_to_municipality', trieste);
}

const entries = () =>
  deps.store.owner.query<{ name: string; state: string; office: string; why: string | null; source: string }>(
    `select given_name as name, state, office_id as office, why, source from registry.consular_entry
     order by entered_at, born_on, office_id`,
  );
const states = async () => (await entries()).rows.map(({ name, state }) => [name, state]);
const addresses = async () =>
  (
    await deps.store.owner.query<{ name: string; streets: string[] }>(
      `select given_name as name, (select array_agg(a ->> 'street') from jsonb_array_elements(addresses) a) as streets
       from registry.consular_entry where state <> 'ended' order by born_on`,
    )
  ).rows;

describe('CF-4: the steps of a registration in the consular register', () => {
  test('before the office has sent it to the municipality, Ada is in no register', async () => {
    const file = await aFileWithForm(deps, ada, adaMoves, aireRegistration);
    await consulateDoes(deps, file, olga, 'take');
    expect(await consularStanding(deps, ada)).toEqual({ account: true });
  });

  test('pending the municipality’s answer Ada and her family are in it, and not in AIRE', async () => {
    await sent(adaWithFamily);
    expect(await states()).toEqual([
      ['Bruno', 'waiting_for_municipality'],
      ['Ada', 'waiting_for_municipality'],
      ['Carla', 'waiting_for_municipality'],
      ['Dario', 'waiting_for_municipality'],
    ]);
    const standing = await consularStanding(deps, ada);
    expect(standing.consularRegister?.officeId).toBe('manchester');
    expect(standing.aire).toBeUndefined();
  });

  test('the municipality’s confirmation registers all of them with AIRE from its day', async () => {
    const file = await sent(adaWithFamily);
    await consulateDoes(deps, file, olga, 'confirm', { registeredOn: civilDate('2026-11-20') });
    expect((await states()).map(([, state]) => state)).toEqual(Array(4).fill('registered_with_aire'));
    expect((await consularStanding(deps, ada)).aire).toEqual({ municipalityId: 'L424', since: '2026-11-20' });
  });

  test('refused and sent again, they stay once in the register; rejected in the end, they leave it', async () => {
    const file = await sent(adaWithFamily);
    const amelia = await anOfficial(deps, 'comune-l424', 'Amelia');
    await municipalityRefuses(deps, file, amelia);
    const again = await consulateDoes(deps, file, olga, 'send_to_municipality', trieste);
    expect(await states()).toHaveLength(4);
    await municipalityRefuses(deps, again, amelia);
    await consulateDoes(deps, file, olga, 'reject');
    expect((await entries()).rows.map(({ state, why }) => [state, why])).toEqual(
      Array(4).fill(['ended', 'refused_by_municipality']),
    );
    expect(await consularStanding(deps, ada)).toEqual({ account: true });
  });

  test('a file that comes to nothing takes back its own entries only: who was in AIRE before stays', async () => {
    const first = await sent(adaMoves);
    await consulateDoes(deps, first, olga, 'confirm');
    const second = await sent(adaMoves);
    await consulateDoes(deps, second, olga, 'refuse');
    await consulateDoes(deps, second, olga, 'reject');
    expect(await states()).toEqual([['Ada', 'registered_with_aire']]);
  });

  test('an entry of another account is left to the office, and the history says so', async () => {
    await sent(adaMoves);
    const again = await aPerson(deps, { email: 'ada.due@posta.example', mobile: '+447911123457' });
    const file = await sent(adaMoves, again);
    expect(await states()).toEqual([['Ada', 'waiting_for_municipality']]);
    const { rows } = await deps.store.owner.query(
      `select type from platform.event where subject_id = $1 and type = 'case-file.entry-of-another-account'`,
      [file.id],
    );
    expect(rows).toHaveLength(1);
  });
});

describe('CF-5: moving', () => {
  test('from another district: the entry there ends when the one here begins, and that office is told', async () => {
    const london = await aPerson(deps, {
      officeId: 'london',
      place: 'London',
      email: 'ada.tre@posta.example',
      mobile: '+447911123458',
    });
    const lara = await anOfficial(deps, 'london', 'Lara');
    const first = await sent(adaMoves, london, lara);
    await consulateDoes(deps, first, lara, 'confirm');
    await deps.store.owner.query(`update identity.account set office_id = 'manchester' where id = $1`, [
      london,
    ]);
    await sent(adaFromLondon, london);
    expect(
      (await entries()).rows
        .map(({ office, state, why }) => [office, state, why])
        .toSorted(([one], [other]) => (one ?? '').localeCompare(other ?? '')),
    ).toEqual([
      ['london', 'ended', 'moved'],
      ['manchester', 'waiting_for_municipality', null],
    ]);
    const letters = await lettersTo(deps, 'london@consolati.example');
    expect(letters.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Trasferimento in altra circoscrizione'),
    ]);
    expect(JSON.stringify(letters)).not.toContain('Inventata');
  });

  test('inside the district: the register has the new address for all who move, and keeps the old one', async () => {
    const file = await sent(adaWithFamily);
    await consulateDoes(deps, file, olga, 'confirm');
    await sent(adaMovesHouse, ada, olga, changeOfAddress);
    expect(await addresses()).toEqual([
      { name: 'Bruno', streets: ['Sample Road', 'Trial Lane'] },
      { name: 'Ada', streets: ['Sample Road', 'Trial Lane'] },
      { name: 'Carla', streets: ['Sample Road'] },
      { name: 'Dario', streets: ['Sample Road'] },
    ]);
    const letters = await lettersTo(deps, adaEmail);
    expect(letters.length).toBeGreaterThan(0);
  });

  test('an address that would begin before the one it follows is written without its day', async () => {
    await consulateDoes(deps, await sent(adaMoves), olga, 'confirm');
    await sent({ ...adaMovesHouse, moved_on: '2026-01-01' }, ada, olga, changeOfAddress);
    const { rows } = await deps.store.owner.query<{ last: object }>(
      `select addresses -> -1 as last from registry.consular_entry where given_name = 'Ada'`,
    );
    expect(rows[0]?.last).toMatchObject({ street: 'Trial Lane' });
    expect(rows[0]?.last).not.toHaveProperty('from');
  });
});
