import { describe, expect, test } from 'vitest';
import { readDevice } from '#platform/credentials/device-cookie.ts';
import { codeAt, enrolmentSecret } from '#platform/credentials/totp.ts';
import type { Official } from '#platform/web/who.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { historyOf, identityDeps, lettersTo, tokenSentTo } from '../testing.ts';
import {
  changeRole,
  dismissOfficial,
  inviteOfficial,
  readOfficials,
  resetSecondFactor,
} from './administer-officials.ts';
import { enrolOfficial, findEnrolment } from './enrol-official.ts';
import { ensureFirstAdministrator } from './ensure-first-administrator.ts';
import { asIdentity } from './identity-deps.ts';
import { signInOfficial } from './sign-in-official.ts';

const email = 'olga@sede.example';
const password = 'gufo-9-tè';
const nobody = { givenName: '', familyName: '', email: '' };

const deputy = (roles: Official['roles'], ministry = false): Official => ({
  kind: 'official',
  officialId: crypto.randomUUID(),
  sessionId: crypto.randomUUID(),
  name: 'Mina Starelli',
  ministry,
  roles,
});
const ministry = deputy([], true);
const londonAdmin = deputy([{ officeId: 'london', role: 'office_admin' }]);

/** Olga, operator in London, invited and with her second factor set up. */
async function withOlga() {
  const deps = identityDeps(await testDeps(testClock()));
  const invited = await inviteOfficial(deps, {
    givenName: 'Olga',
    familyName: 'Sportelli',
    email,
    locale: 'it',
    role: { officeId: 'london', role: 'operator' },
    key: crypto.randomUUID(),
    by: londonAdmin,
  });
  if (!invited.ok) throw new Error(invited.refusal.code);
  const token = await tokenSentTo(deps, email);
  const secret = enrolmentSecret(deps.keys, token);
  const enrol = (changes: object = {}) =>
    enrolOfficial(deps, {
      token,
      password,
      code: codeAt(secret, deps.now()),
      locale: 'it',
      newcomer: nobody,
      ...changes,
    });
  const enter = (changes: object = {}) =>
    signInOfficial(deps, {
      email,
      password,
      code: codeAt(secret, deps.now()),
      device: undefined,
      ...changes,
    });
  return { deps, officialId: invited.value.officialId, token, secret, enrol, enter };
}

const sessions = async ({ db }: ReturnType<typeof identityDeps>) =>
  (await db.transaction(asIdentity, (tx) => tx.sql('select id from identity.session'))).length;

describe('officials', () => {
  test('ID-17: the first administrator is made at installation, by a link that is good once', async () => {
    const deps = identityDeps(await testDeps());
    const old = (await ensureFirstAdministrator(deps))?.split('token=')[1] ?? '';
    const token = (await ensureFirstAdministrator(deps))?.split('token=')[1] ?? '';
    expect(await findEnrolment(deps, old)).toBeUndefined();
    const secret = (await findEnrolment(deps, token))?.secret ?? '';
    const wish = {
      token,
      password,
      code: codeAt(secret, deps.now()),
      locale: 'it',
      newcomer: { givenName: 'Prima', familyName: 'Ministri', email: 'prima@ministero.example' },
    } as const;
    expect((await enrolOfficial(deps, wish)).ok).toBe(true);
    expect((await enrolOfficial(deps, wish)).ok).toBe(false);
    expect(await ensureFirstAdministrator(deps)).toBeUndefined();
    expect(await readOfficials(deps, ministry)).toMatchObject([{ ministry: true, state: 'active' }]);
  });

  test('ID-17: password and second factor are both needed, and a code is good once', async () => {
    const { deps, enrol, enter, secret } = await withOlga();
    expect((await enter()).ok).toBe(false);
    expect(await enrol({ code: '000000' })).toEqual({ ok: false, refusal: { code: 'wrong_code' } });
    expect(await enrol({ password: 'sportello' })).toEqual({
      ok: false,
      refusal: { code: 'password', fault: 'common' },
    });
    expect((await enrol()).ok).toBe(true);
    // The code of the set-up is used up.
    expect((await enter()).ok).toBe(false);
    deps.clock.forward({ seconds: 30 });
    expect((await enter({ password: 'another-9' })).ok).toBe(false);
    expect((await enter({ code: '000000' })).ok).toBe(false);
    const both = await Promise.all([enter(), enter()]);
    expect(both.filter((each) => each.ok)).toHaveLength(1);
    const { rows } = await deps.store.owner.query('select totp_secret from identity.official_credential');
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test('ID-17: five wrong tries shut strangers out, the known browser and the link of the letter remain', async () => {
    const { deps, enrol, enter } = await withOlga();
    await enrol();
    deps.clock.forward({ seconds: 30 });
    const known = await enter();
    const device = readDevice(known.ok ? known.value.deviceCookie : undefined);
    for (let guess = 1; guess <= 5; guess += 1) await enter({ password: `wrong-${guess}` });
    deps.clock.forward({ seconds: 30 });
    expect((await enter()).ok).toBe(false);
    expect((await enter({ device })).ok).toBe(true);
    expect((await lettersTo(deps, email)).at(-1)?.url).toContain('/desk/sign-in/unlock?token=');
  });

  test('ID-17: dismissal ends sessions and access at once', async () => {
    const { deps, officialId, enrol, enter } = await withOlga();
    await enrol();
    deps.clock.forward({ seconds: 30 });
    expect((await enter()).ok).toBe(true);
    expect(await sessions(deps)).toBe(1);
    expect((await dismissOfficial(deps, { officialId, by: londonAdmin })).ok).toBe(true);
    expect(await sessions(deps)).toBe(0);
    deps.clock.forward({ seconds: 30 });
    expect((await enter()).ok).toBe(false);
    expect(await historyOf(deps, 'official')).toEqual([
      'official.invited',
      'official.enrolled',
      'official.signed-in',
      'official.dismissed',
    ]);
  });

  test('ID-17: a lost telephone: the second factor is reset, and the old one opens nothing', async () => {
    const { deps, officialId, enrol, enter, secret } = await withOlga();
    await enrol();
    deps.clock.forward({ seconds: 30 });
    await enter();
    expect((await resetSecondFactor(deps, { officialId, by: londonAdmin })).ok).toBe(true);
    expect(await sessions(deps)).toBe(0);
    deps.clock.forward({ seconds: 30 });
    expect((await enter()).ok).toBe(false);
    const token = await tokenSentTo(deps, email);
    expect(enrolmentSecret(deps.keys, token)).not.toBe(secret);
    const code = codeAt(enrolmentSecret(deps.keys, token), deps.now());
    expect((await enrol({ token, code })).ok).toBe(true);
  });

  test('ID-17: administrators decide about their own office only, the ministry about all, nobody about themselves', async () => {
    const { deps, officialId } = await withOlga();
    const bernAdmin = deputy([{ officeId: 'berne', role: 'office_admin' }]);
    const operator = deputy([{ officeId: 'london', role: 'operator' }]);
    const notYours = { ok: false, refusal: { code: 'not_yours' } };
    for (const by of [bernAdmin, operator]) {
      expect(await dismissOfficial(deps, { officialId, by })).toEqual(notYours);
      expect(await changeRole(deps, { officialId, officeId: 'london', role: 'office_admin', by })).toEqual(
        notYours,
      );
    }
    expect(await readOfficials(deps, bernAdmin)).toEqual([]);
    expect(await readOfficials(deps, operator)).toHaveLength(1);
    // Nor can an office claim somebody whom it does not see: London could then dismiss her no more.
    const atBerne = { officialId, officeId: 'berne', role: 'operator' } as const;
    expect(await changeRole(deps, { ...atBerne, by: bernAdmin })).toEqual({
      ok: false,
      refusal: { code: 'no_such_official' },
    });
    expect((await changeRole(deps, { ...atBerne, by: ministry })).ok).toBe(true);
    // Who serves elsewhere too is no single administrator's to dismiss; the own role can be taken away.
    expect(await dismissOfficial(deps, { officialId, by: londonAdmin })).toEqual(notYours);
    expect(
      (await changeRole(deps, { officialId, officeId: 'london', role: 'none', by: londonAdmin })).ok,
    ).toBe(true);
    expect((await dismissOfficial(deps, { officialId, by: ministry })).ok).toBe(true);
    const self = { ...ministry, officialId };
    expect(await dismissOfficial(deps, { officialId, by: self })).toEqual({
      ok: false,
      refusal: { code: 'yourself' },
    });
    expect(
      await inviteOfficial(deps, {
        givenName: 'Nina',
        familyName: 'Ministri',
        email: 'nina@ministero.example',
        locale: 'it',
        role: 'ministry',
        key: crypto.randomUUID(),
        by: londonAdmin,
      }),
    ).toEqual(notYours);
  });
});
