import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import type { Official } from '#platform/web/who.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { parseEmail, parseMobile } from '../domain/contact.ts';
import { softPasskey } from '../soft-passkey.testing.ts';
import { goodPassword, identityDeps, lettersTo, tokenSentTo } from '../testing.ts';
import { createApiToken } from './api-token.ts';
import { cleanUp } from './clean-up.ts';
import { createPeople } from './create-people.ts';
import { readPerson } from './find-people.ts';
import { asIdentity } from './identity-deps.ts';
import { confirmReentry, issueReentry, readPaper } from './issue-reentry.ts';
import { openSessions } from './open-sessions.ts';
import { addPasskey, offerPasskey, readPasskeys } from './passkeys.ts';
import { readProfile } from './read-profile.ts';
import { makeWhoReader } from './read-who.ts';
import { readSessions } from './see-sessions.ts';
import { signIn } from './sign-in.ts';
import { objectToReentry, tryReentryCode, useReentry } from './use-reentry.ts';

const oldEmail = 'ada@vecchia.example';
const oldMobile = '+447911123456';

const operator = (officeId = 'london'): Official => ({
  kind: 'official',
  officialId: crypto.randomUUID(),
  sessionId: crypto.randomUUID(),
  name: 'Olga Sportelli',
  ministry: false,
  roles: [{ officeId, role: 'operator' }],
});

async function withAda() {
  const deps = identityDeps(await testDeps(testClock()));
  const ada = {
    givenName: 'Ada',
    familyName: 'Ferrighi',
    bornOn: civilDate('1980-02-03'),
    email: oldEmail,
    mobile: oldMobile,
    country: 'GB',
    place: 'London',
    officeId: 'london',
    locale: 'it' as const,
  };
  const passwordHash = await deps.passwords.hash('una vecchia frase dimenticata');
  const [accountId = ''] = await deps.db.transaction(asIdentity, (tx) =>
    createPeople(deps, tx, [ada], passwordHash),
  );
  return { deps, accountId };
}

const issue = (deps: Awaited<ReturnType<typeof withAda>>['deps'], accountId: string, by: Official) =>
  issueReentry(deps, {
    accountId,
    documentKind: 'passport',
    documentNumber: 'YA 123 4567',
    by,
    key: crypto.randomUUID(),
  });

async function withCode() {
  const ada = await withAda();
  const by = operator();
  const issued = await issue(ada.deps, ada.accountId, by);
  const id = issued.ok ? issued.value.id : '';
  const code = (await readPaper(ada.deps, { id, by }))?.code ?? '';
  const back = (more: { password?: string } = {}) => {
    const [email, mobile] = [parseEmail('ada@nuova.example'), parseMobile('+447911000111')];
    if (!email.ok || !mobile.ok) throw new Error('Impossible contacts');
    return useReentry(ada.deps, {
      code,
      email: email.value,
      mobile: mobile.value,
      password: goodPassword,
      device: undefined,
      place: { browser: 'safari', system: 'ios' },
      ...more,
    });
  };
  return { ...ada, by, id, code, back };
}

describe('back in after both contacts are lost', () => {
  test('ID-18: the old contacts have two days; then the code lets the person in with new ones', async () => {
    const { deps, accountId, code, back } = await withCode();
    for (const old of [oldEmail, oldMobile])
      expect((await lettersTo(deps, old)).at(-1)?.url).toContain('/it/re-entry/objection?token=');
    expect(await back()).toMatchObject({ refusal: { code: 'code_too_early' } });
    deps.clock.forward({ hours: 48 });
    expect((await tryReentryCode(deps, code)).ok).toBe(true);
    expect(await back({ password: 'corta' })).toMatchObject({ refusal: { code: 'password' } });
    expect(await back()).toMatchObject({ ok: true, value: { accountId, active: true } });
    const profile = await readProfile(deps, accountId);
    expect([profile.email, profile.mobile].map((each) => [each?.value, each?.verified])).toEqual([
      ['ada@nuova.example', false],
      ['+447911000111', false],
    ]);
    expect((await lettersTo(deps, oldEmail)).at(-1)?.text).toContain('non appartiene più');
    const enter = (identifier: string) =>
      signIn(deps, { identifier, password: goodPassword, device: undefined });
    expect((await enter(oldEmail)).ok).toBe(false);
    expect((await enter('ada@nuova.example')).ok).toBe(true);
    expect(await back()).toMatchObject({ refusal: { code: 'code_not_good' } });
  });

  test('ID-18: a second official opens it at once; not the same one, and not one of another office', async () => {
    const { deps, accountId, by, id, back } = await withCode();
    expect(await confirmReentry(deps, { id, by })).toMatchObject({ refusal: { code: 'not_by_yourself' } });
    expect(await confirmReentry(deps, { id, by: operator('berne') })).toMatchObject({
      refusal: { code: 'no_such_code' },
    });
    expect(await confirmReentry(deps, { id, by: operator() })).toMatchObject({ value: { accountId } });
    expect((await back()).ok).toBe(true);
    await expect(
      deps.store.owner.query('update identity.reentry set confirmed_by = issued_by where id = $1', [id]),
    ).rejects.toThrow(/check constraint/);
  });

  test('ID-18: whoever holds an old contact objects, and the code opens nothing', async () => {
    const { deps, code, back } = await withCode();
    const token = await tokenSentTo(deps, oldMobile);
    expect(await objectToReentry(deps, token)).toEqual({ ok: true, value: { inTime: true } });
    deps.clock.forward({ hours: 48 });
    expect(await back()).toMatchObject({ refusal: { code: 'code_not_good' } });
    expect((await tryReentryCode(deps, code)).ok).toBe(false);
    expect((await objectToReentry(deps, token)).ok).toBe(false);
  });

  test('ID-18: an objection that comes too late stands in the office’s records', async () => {
    const { deps, accountId, by, back } = await withCode();
    const token = await tokenSentTo(deps, oldEmail);
    deps.clock.forward({ hours: 49 });
    await back();
    expect(await objectToReentry(deps, token)).toEqual({ ok: true, value: { inTime: false } });
    const { rows } = await deps.store.owner.query(
      `select facts from platform.event where type = 'reentry.objected' and office_id = 'london'`,
    );
    expect(rows).toEqual([{ facts: { inTime: false } }]);
    expect((await readPerson(deps, { accountId, by }))?.reentries[0]?.state).toBe('used');
  });

  test('ID-18: whatever was opened with the old contacts is closed', async () => {
    const { deps, accountId, back } = await withCode();
    const device = softPasskey();
    const holder = { accountId };
    const question = await offerPasskey(deps, { holder, name: 'Ada' });
    await addPasskey(deps, { holder, answer: device.make(question), label: 'Telefono perso' });
    const token = await createApiToken(deps, { accountId, label: 'Programma', key: crypto.randomUUID() });
    const [session] = await deps.db.transaction(asIdentity, (tx) =>
      openSessions(tx, [accountId], deps.now()),
    );
    deps.clock.forward({ hours: 48 });
    await back();
    const reader = makeWhoReader(deps);
    expect((await reader.bySession(session?.cookie ?? '')).kind).toBe('visitor');
    expect((await reader.byApiToken(token.ok ? token.value.token : '')).kind).toBe('visitor');
    expect(await readPasskeys(deps, holder)).toEqual([]);
    expect((await readSessions(deps, accountId)).map((each) => each.means)).toEqual(['counter']);
  });

  test('ID-18: of ten uses at once one gets in', async () => {
    const { deps, back } = await withCode();
    deps.clock.forward({ hours: 48 });
    const tries = await Promise.all(Array.from({ length: 10 }, () => back()));
    expect(tries.filter((each) => each.ok)).toHaveLength(1);
  });

  test('ID-18: a new code takes the place of the old, which expires after two weeks anyway', async () => {
    const { deps, accountId, by, code, back } = await withCode();
    await issue(deps, accountId, by);
    deps.clock.forward({ hours: 48 });
    expect(await tryReentryCode(deps, code)).toMatchObject({ refusal: { code: 'code_not_good' } });
    const other = await withCode();
    other.deps.clock.forward({ hours: 14 * 24 });
    expect(await other.back()).toMatchObject({ refusal: { code: 'code_not_good' } });
    expect(await back()).toMatchObject({ refusal: { code: 'code_not_good' } });
  });

  test('ID-18: an official of another office cannot issue a code, nobody without a document', async () => {
    const { deps, accountId } = await withAda();
    expect(await issue(deps, accountId, operator('berne'))).toMatchObject({
      refusal: { code: 'no_such_person' },
    });
    const nothing = {
      accountId,
      documentKind: 'passport' as const,
      documentNumber: '12',
      by: operator(),
      key: crypto.randomUUID(),
    };
    expect(await issueReentry(deps, nothing)).toMatchObject({ refusal: { code: 'document_missing' } });
  });

  test('ID-18: the paper is for its official and for half an hour; of the document little is kept, and not for long', async () => {
    const { deps, id, by } = await withCode();
    expect(await readPaper(deps, { id, by: operator() })).toBeUndefined();
    const noted = async () =>
      (await deps.store.owner.query('select document_kind, document_tail from identity.reentry')).rows;
    expect(await noted()).toEqual([{ document_kind: 'passport', document_tail: '567' }]);
    deps.clock.forward({ minutes: 30 });
    expect(await readPaper(deps, { id, by })).toBeUndefined();
    deps.clock.forward({ hours: 14 * 24 });
    await cleanUp(deps);
    expect(await noted()).toEqual([{ document_kind: null, document_tail: null }]);
  });
});
