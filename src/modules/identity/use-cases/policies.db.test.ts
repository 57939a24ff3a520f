import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { tokenHash } from '#platform/credentials/tokens.ts';
import type { Principal } from '#platform/database/principal.ts';
import { expectStates } from '#tests/support/states.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { accountLifecycle } from '../domain/account.ts';
import { officialLifecycle } from '../domain/official.ts';
import { reentryLifecycle } from '../domain/reentry.ts';
import { blockLifecycle, blockReasons } from '../domain/registration-block.ts';
import { createApiToken, revokeApiToken } from './api-token.ts';
import { createOfficials } from './create-officials.ts';
import { createPeople } from './create-people.ts';
import { findApplicants } from './find-applicants.ts';
import { asIdentity } from './identity-deps.ts';
import { openOfficialSessions, openSessions } from './open-sessions.ts';

const person = (name: string, officeId: string) => ({
  givenName: name,
  familyName: 'Prova',
  bornOn: civilDate('1990-05-06'),
  email: `${name.toLowerCase()}@posta.example`,
  mobile: `+4477009001${name.length}${officeId.length}`,
  country: 'GB',
  place: 'London',
  officeId,
  locale: 'it' as const,
});

async function withPeople() {
  const deps = await testDeps(testClock());
  const [ada = '', bruno = ''] = await deps.db.transaction(asIdentity, (tx) =>
    createPeople(deps, tx, [person('Ada', 'london'), person('Bruno', 'berne')], 'a hash'),
  );
  const [olga = ''] = await deps.db.transaction(asIdentity, (tx) =>
    createOfficials(
      deps,
      tx,
      [
        {
          givenName: 'Olga',
          familyName: 'Sportelli',
          email: 'olga@sede.example',
          locale: 'it',
          roles: [{ officeId: 'london', role: 'operator' }],
          totpSecret: 'A'.repeat(32),
        },
      ],
      'a hash',
    ),
  );
  return { deps, ada, bruno, olga };
}

describe('who sees what', () => {
  test('BO-1: a person sees the own account, an office its residents, the ministry all, a visitor nothing', async () => {
    const { deps, ada, bruno } = await withPeople();
    const seen = (as: Principal) =>
      deps.db.transaction(as, async (tx) =>
        (await findApplicants(tx, [ada, bruno])).map((each) => `${each.givenName} ${each.email}`).sort(),
      );
    expect(await seen({ kind: 'citizen', accountId: ada })).toEqual(['Ada ada@posta.example']);
    expect(await seen({ kind: 'official', officialId: ada, officeIds: ['berne'] })).toEqual([
      'Bruno bruno@posta.example',
    ]);
    expect(await seen({ kind: 'office', officeId: 'london' })).toEqual(['Ada ada@posta.example']);
    expect(await seen({ kind: 'ministry', officialId: ada })).toHaveLength(2);
    expect(await seen({ kind: 'visitor' })).toEqual([]);
  });

  test('BO-1: passwords, codes, links and sessions are nobody’s to read, and other people’s rows nobody’s to change', async () => {
    const { deps, ada, bruno, olga } = await withPeople();
    await deps.db.transaction(asIdentity, (tx) => openSessions(tx, [ada], deps.now()));
    await deps.db.transaction(asIdentity, (tx) => openOfficialSessions(tx, [olga], deps.now()));
    const everybody: Principal[] = [
      { kind: 'visitor' },
      { kind: 'citizen', accountId: ada },
      { kind: 'official', officialId: olga, officeIds: ['london'] },
      { kind: 'ministry', officialId: olga },
    ];
    const secrets = [
      'credential',
      'official_credential',
      'session',
      'one_time_code',
      'link',
      'sign_in_lane',
      'send_count',
      'barred_contact',
    ];
    for (const as of everybody) {
      await deps.db.transaction(as, async (tx) => {
        for (const table of secrets) expect(await tx.sql(`select * from identity.${table}`)).toEqual([]);
        const changed = await tx.sql(
          `update identity.account set place = 'Elsewhere' where id = $1 returning id`,
          [bruno],
        );
        expect(changed).toEqual([]);
      });
    }
  });

  test('BO-4: an API token is its maker’s, is the same for the same key, and ends when it is taken back', async () => {
    const { deps, ada, bruno } = await withPeople();
    const wish = { accountId: ada, label: 'My script', key: 'the same key' };
    const [first, second] = [await createApiToken(deps, wish), await createApiToken(deps, wish)];
    expect(second).toEqual(first);
    const token = first.ok ? first.value.token : '';
    const [row] = await deps.db.transaction(asIdentity, (tx) =>
      tx.sql<{ id: string; hash: Buffer }>('select id, token_hash as hash from identity.api_token'),
    );
    expect(row?.hash).toEqual(tokenHash(token));
    const id = row?.id ?? '';
    expect((await revokeApiToken(deps, { accountId: bruno, id })).ok).toBe(false);
    expect((await revokeApiToken(deps, { accountId: ada, id })).ok).toBe(true);
    expect((await revokeApiToken(deps, { accountId: ada, id })).ok).toBe(false);
  });

  test('the states of the tables are those of the rules', async () => {
    const { store } = await testDeps();
    await expectStates(store.owner, 'identity.reentry', 'state', reentryLifecycle);
    await expectStates(store.owner, 'identity.account', 'state', accountLifecycle);
    await expectStates(store.owner, 'identity.registration_block', 'state', blockLifecycle);
    await expectStates(store.owner, 'identity.registration_block', 'reason', { states: blockReasons });
    await expectStates(store.owner, 'identity.official', 'state', officialLifecycle);
  });
});
