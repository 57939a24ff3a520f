import { beforeEach, describe, expect, test, vi } from 'vitest';
import { demoJoining, demoPersonId } from '#demo/registry/people.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import { connectAccount, loadRecords } from '#modules/registry/public.ts';
import { aRecordedChange } from '#modules/registry/testing.ts';
import type { Official } from '#platform/web/who.ts';
import { answersOfBruno, aSentFile, folderOfTests } from '#tests/support/files-at-municipality.ts';
import type { CaseFile } from '../domain/case-file.ts';
import { anOfficial, aPerson, caseFileDeps } from '../testing.ts';
import { findForMunicipality } from './at-municipality.ts';
import { confirmFile, takeAtMunicipality } from './municipality.ts';
import { remindMunicipalities } from './remind-municipalities.ts';
import { closeFilesShownByRegistry } from './shown-by-registry.ts';

const bolzano = 'comune-a952';
const asTest = { kind: 'system', task: 'test' } as const;

let deps: Awaited<ReturnType<typeof caseFileDeps>>;
let ada: string;
let olga: Official;
let amelia: Official;
let file: CaseFile;
beforeEach(async () => {
  deps = await caseFileDeps(folderOfTests);
  ada = await aPerson(deps);
  olga = await anOfficial(deps);
  amelia = await anOfficial(deps, bolzano, 'Amelia');
  file = await aSentFile(deps, ada, olga);
});

const by = () => ({ official: amelia, municipalityId: bolzano });
const current = async () => (await findForMunicipality(deps, by(), file.id)) as CaseFile;
const wish = async () => ({
  id: file.id,
  version: (await current()).version,
  key: crypto.randomUUID(),
});

async function letters() {
  const { rows } = await deps.store.owner.query<{ channel: string; recipient: string; subject: string }>(
    `select channel, recipient, subject from notifications.message where subject ~ 'Sollecito|sollecitato|anagrafe'
     order by created_at, channel, recipient`,
  );
  return rows.map(({ channel, recipient, subject }) => [channel, recipient, subject.split(':')[0]]);
}

async function events(type: string) {
  const { rows } = await deps.store.owner.query<{ facts: Record<string, unknown> }>(
    'select facts from platform.event where subject_id = $1 and type = $2 order by id',
    [file.id, type],
  );
  return rows.map(({ facts }) => facts);
}

describe('reminding a municipality', () => {
  const desk = 'anagrafe@comune-a952.example';
  const pec = 'anagrafe@pec.comune-a952.example';
  const operator = 'olga.manchester@ufficio.example';

  test('CF-9: after 15, 30 and 45 days, each once, by mail and then by certified mail; the consulate is told', async () => {
    deps.clock.forward({ hours: 14 * 24 });
    expect(await remindMunicipalities(deps)).toBe(0);
    for (const days of [15, 30, 45, 90]) {
      deps.clock.set(file.sentAt?.add({ hours: days * 24 }).toString() ?? '');
      await Promise.all([remindMunicipalities(deps), remindMunicipalities(deps)]);
      await remindMunicipalities(deps);
    }
    expect(await letters()).toEqual([
      ['mail', desk, 'Sollecito n. 1'],
      ['mail', operator, 'Il comune è stato sollecitato'],
      ['mail', desk, 'Sollecito n. 2'],
      ['mail', operator, 'Il comune è stato sollecitato'],
      ['pec', pec, 'Sollecito n. 2'],
      ['mail', desk, 'Sollecito n. 3'],
      ['mail', operator, 'Il comune è stato sollecitato'],
      ['pec', pec, 'Sollecito n. 3'],
    ]);
    expect(await events('case-file.municipality-reminded')).toMatchObject([
      { number: 1, days: 15, municipality: bolzano },
      { number: 2, days: 30 },
      { number: 3, days: 45 },
    ]);
    const own = await deps.db.transaction({ kind: 'citizen', accountId: ada }, (tx) =>
      tx.sql(`select 1 from platform.event where type = 'case-file.municipality-reminded'`),
    );
    expect(own).toHaveLength(3);
  });

  test('CF-9: the officer who has it in hand gets the letter, too, and one letter makes up for weeks without timers', async () => {
    await takeAtMunicipality(deps, by(), await wish());
    deps.clock.forward({ hours: 31 * 24 });
    await remindMunicipalities(deps);
    expect(await letters()).toEqual([
      ['mail', 'amelia.comune-a952@ufficio.example', 'Sollecito n. 2'],
      ['mail', desk, 'Sollecito n. 2'],
      ['mail', operator, 'Il comune è stato sollecitato'],
      ['pec', pec, 'Sollecito n. 2'],
    ]);
  });

  test('CF-9: a decision ends the reminders; what the registry does not show is asked for after 10 and 30 days', async () => {
    await takeAtMunicipality(deps, by(), await wish());
    const done = await confirmFile(deps, by(), { ...(await wish()), registeredOn: '2026-11-20', act: '7' });
    expect(done.ok).toBe(true);
    for (const days of [9, 1, 10, 10, 40]) {
      deps.clock.forward({ hours: days * 24 });
      await remindMunicipalities(deps);
    }
    const differs = 'L’anagrafe non mostra ancora il cambiamento';
    expect(await letters()).toEqual([
      ['mail', 'amelia.comune-a952@ufficio.example', differs],
      ['mail', 'amelia.comune-a952@ufficio.example', differs],
    ]);
    expect(await events('case-file.registry-differs')).toMatchObject([{ number: 1 }, { number: 2 }]);
    expect(await events('case-file.municipality-reminded')).toEqual([]);
  });
});

describe('a file whose change the registry shows', () => {
  const bruno = demoPersonId('bruno');
  beforeEach(async () => {
    await deps.db.transaction(asTest, (tx) => loadRecords(tx, demoJoining()));
  });

  async function registers(
    kind: 'aire_registration' | 'address_abroad' | 'electoral' = 'aire_registration',
    municipality = 'A952',
  ) {
    await aRecordedChange(deps, { municipality, personId: bruno, kind });
  }

  /** Changes are passed on once every transaction that began before them is over, of whatever database of the server. */
  async function followed(changes: number) {
    let seen = 0;
    await vi.waitFor(
      async () => {
        seen += await closeFilesShownByRegistry(deps);
        expect(seen).toBeGreaterThanOrEqual(changes);
      },
      { timeout: 15_000, interval: 50 },
    );
  }

  const connected = () => connectAccount(deps, { accountId: ada, personId: bruno, by: 'spid' });

  test('CF-4 CF-9: it closes by itself, exactly once, with the change as the reason', async () => {
    await connected();
    await registers();
    await followed(1);
    await closeFilesShownByRegistry(deps);
    expect(await current()).toMatchObject({ state: 'defined' });
    expect(await events('case-file.confirmed')).toMatchObject([
      { by: 'registry', kind: 'aire_registration', registeredOn: '2026-11-18', municipality: bolzano },
    ]);
    const { rows } = await deps.store.owner.query(
      `select decision, registered_on::text as day, shown_at is not null as shown from case_files.municipal_stage`,
    );
    expect(rows).toEqual([{ decision: 'shown_by_registry', day: '2026-11-18', shown: true }]);
  });

  test('CF-9: the tax code of the form leads to the record where the account was never matched', async () => {
    const { rows } = await deps.store.owner.query<{ tax_code: string }>(
      'select tax_code from registry.person_version where person_id = $1 and tax_code is not null limit 1',
      [bruno],
    );
    await deps.store.owner.query('update case_files.case_file set answers = $1', [
      JSON.stringify({ ...answersOfBruno, tax_code: rows[0]?.tax_code.toLowerCase() }),
    ]);
    await registers('address_abroad');
    await followed(1);
    expect(await current()).toMatchObject({ state: 'defined' });
  });

  test('CF-9: another person’s change, one of another kind or municipality, and one from before close nothing', async () => {
    await registers();
    await connected();
    await deps.store.owner.query(`delete from registry.account_person`);
    await followed(1);
    await connected();
    await registers('electoral');
    await registers('aire_registration', 'H501');
    deps.clock.set('2026-11-20T09:00:00Z');
    await registers();
    await followed(3);
    expect(await current()).toMatchObject({ state: 'sent_to_municipality' });
  });

  test('CF-9: what was confirmed and then shown is asked for no more', async () => {
    await connected();
    await takeAtMunicipality(deps, by(), await wish());
    await confirmFile(deps, by(), { ...(await wish()), registeredOn: '2026-11-18', act: '7' });
    await registers();
    await followed(1);
    deps.clock.forward({ hours: 60 * 24 });
    expect(await remindMunicipalities(deps)).toBe(0);
    expect(await events('case-file.shown-by-registry')).toHaveLength(1);
    expect(await events('case-file.confirmed')).toMatchObject([{ registeredOn: '2026-11-18' as CivilDate }]);
  });

  test('CF-9: before a municipality is reminded, the registry is asked whether it has acted already', async () => {
    await connected();
    await registers();
    // The followed changes were lost on the way, as when a file is sent after the registration.
    deps.clock.forward({ hours: 15 * 24 });
    await remindMunicipalities(deps);
    expect(await current()).toMatchObject({ state: 'defined' });
    expect(await letters()).toEqual([]);
  });
});
