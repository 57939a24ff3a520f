import { describe, expect, test } from 'vitest';
import { testClock, testDeps } from '#tests/support/store.ts';
import {
  aRegistration,
  codeSentTo,
  goodPassword,
  historyOf,
  identityDeps,
  lettersTo,
  type TestIdentity,
} from '../testing.ts';
import { activateAccount } from './activate-account.ts';
import { cleanUp } from './clean-up.ts';
import { findApplicants } from './find-applicants.ts';
import { registerPerson } from './register-person.ts';
import { resendActivationCode } from './resend-activation-code.ts';
import { signIn } from './sign-in.ts';
import { requestContactCode, verifyContact } from './verify-contact.ts';

const email = 'ada.ferrighi@posta.example';
const mobile = '+447911123456';
const key = () => crypto.randomUUID();

async function register(
  deps: TestIdentity,
  changes: Parameters<typeof aRegistration>[0] = {},
): Promise<string> {
  const registered = await registerPerson(deps, aRegistration(changes));
  if (!registered.ok) throw new Error(registered.refusal.code);
  return registered.value.accountId;
}

async function applicant(deps: TestIdentity, accountId: string) {
  const [found] = await deps.db.transaction({ kind: 'citizen', accountId }, (tx) =>
    findApplicants(tx, [accountId]),
  );
  return found;
}

describe('registering', () => {
  test('ID-2: the account becomes active with the code that was sent to the chosen contact', async () => {
    const deps = identityDeps(await testDeps());
    const accountId = await register(deps);
    expect((await applicant(deps, accountId))?.active).toBe(false);
    expect(await lettersTo(deps, mobile)).toEqual([]);
    const code = await codeSentTo(deps, email);
    expect((await activateAccount(deps, { accountId, code, key: key() })).ok).toBe(true);
    expect(await applicant(deps, accountId)).toMatchObject({
      active: true,
      bothContactsVerified: false,
      officeId: 'london',
      email,
      givenName: 'Ada',
    });
  });

  test('ID-2: the code goes by SMS when the person prefers that', async () => {
    const deps = identityDeps(await testDeps());
    const accountId = await register(deps, { codeTo: 'mobile' });
    expect(await lettersTo(deps, email)).toEqual([]);
    const code = await codeSentTo(deps, mobile);
    expect((await activateAccount(deps, { accountId, code, key: key() })).ok).toBe(true);
  });

  test('ID-2: a code is good once, for ten minutes, and for the account that asked for it', async () => {
    const deps = identityDeps(await testDeps(testClock()));
    const ada = await register(deps);
    const bruno = await register(deps, { email: 'bruno@posta.example', mobile: '+447911123457' });
    const code = await codeSentTo(deps, email);
    expect(await activateAccount(deps, { accountId: bruno, code, key: key() })).toEqual({
      ok: false,
      refusal: { code: 'wrong_code' },
    });
    deps.clock.forward({ minutes: 10 });
    expect((await activateAccount(deps, { accountId: ada, code, key: key() })).ok).toBe(false);
    expect((await resendActivationCode(deps, { accountId: ada, to: 'email' })).ok).toBe(true);
    deps.clock.forward({ minutes: 9 });
    const fresh = { accountId: ada, code: await codeSentTo(deps, email) };
    const first = key();
    expect((await activateAccount(deps, { ...fresh, key: first })).ok).toBe(true);
    expect((await activateAccount(deps, { ...fresh, key: first })).ok).toBe(true);
    expect((await activateAccount(deps, { ...fresh, key: key() })).ok).toBe(false);
  });

  test('ID-2: of forty wrong guesses at once five count, and then the right code is refused too', async () => {
    const deps = identityDeps(await testDeps());
    const accountId = await register(deps);
    const code = await codeSentTo(deps, email);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    const guesses = await Promise.all(
      Array.from({ length: 40 }, () => activateAccount(deps, { accountId, code: wrong, key: key() })),
    );
    expect(guesses.every((guess) => !guess.ok)).toBe(true);
    expect((await activateAccount(deps, { accountId, code, key: key() })).ok).toBe(false);
    expect((await applicant(deps, accountId))?.active).toBe(false);
  });

  test('ID-2: the same right code sent twenty times at once activates one account once', async () => {
    const deps = identityDeps(await testDeps());
    const accountId = await register(deps);
    const code = await codeSentTo(deps, email);
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => activateAccount(deps, { accountId, code, key: key() })),
    );
    expect(tries.filter((each) => each.ok)).toHaveLength(1);
    expect(await historyOf(deps, 'account')).toEqual(['account.registered', 'account.activated']);
  });

  test('ID-2: sending again waits a minute, stops after ten a day, and voids the code before', async () => {
    const deps = identityDeps(await testDeps(testClock()));
    const accountId = await register(deps);
    const again = () => resendActivationCode(deps, { accountId, to: 'email' });
    expect(await again()).toEqual({ ok: false, refusal: { code: 'too_soon' } });
    const old = await codeSentTo(deps, email);
    deps.clock.forward({ minutes: 1 });
    expect((await again()).ok).toBe(true);
    if (old !== (await codeSentTo(deps, email))) {
      expect((await activateAccount(deps, { accountId, code: old, key: key() })).ok).toBe(false);
    }
    for (let sent = 2; sent < 10; sent += 1) {
      deps.clock.forward({ minutes: 1 });
      expect((await again()).ok).toBe(true);
    }
    deps.clock.forward({ minutes: 1 });
    expect(await again()).toEqual({ ok: false, refusal: { code: 'too_many_codes' } });
    expect(await lettersTo(deps, email)).toHaveLength(10);
    expect((await resendActivationCode(deps, { accountId, to: 'mobile' })).ok).toBe(true);
    deps.clock.forward({ hours: 24 });
    expect((await again()).ok).toBe(true);
  });

  test('ID-1: a form sent twice is one registration, the same key with other data is refused', async () => {
    const deps = identityDeps(await testDeps());
    const form = aRegistration();
    const [first, second] = [await registerPerson(deps, form), await registerPerson(deps, form)];
    expect(second).toEqual(first);
    expect(await lettersTo(deps, email)).toHaveLength(1);
    expect(await registerPerson(deps, { ...form, place: 'Leeds' })).toEqual({
      ok: false,
      refusal: { code: 'key_reused' },
    });
  });

  test('ID-8: where the districts are not known the person chooses, in Italy the municipality answers', async () => {
    const deps = identityDeps(await testDeps());
    expect(await registerPerson(deps, aRegistration({ country: 'CH', place: 'Chur' }))).toEqual({
      ok: false,
      refusal: { code: 'office_missing' },
    });
    const chosen = await register(deps, { country: 'CH', place: 'Chur', chosenOfficeId: 'zurich' });
    expect((await applicant(deps, chosen))?.officeId).toBe('zurich');
    const inItaly = await register(deps, { country: 'IT', place: 'Trieste', chosenOfficeId: 'zurich' });
    expect((await applicant(deps, inItaly))?.officeId).toBeNull();
  });

  test('ID-17: a password that everybody tries is refused, with the reason', async () => {
    const deps = identityDeps(await testDeps());
    expect(await registerPerson(deps, aRegistration({ password: 'passaporto italia' }))).toEqual({
      ok: false,
      refusal: { code: 'password', fault: 'common' },
    });
  });

  test('ID-1: the second contact is verified with a code of its own, and then both are', async () => {
    const deps = identityDeps(await testDeps());
    const accountId = await register(deps);
    const first = await codeSentTo(deps, email);
    await activateAccount(deps, { accountId, code: first, key: key() });
    expect((await requestContactCode(deps, { accountId, kind: 'mobile', value: undefined })).ok).toBe(true);
    const code = await codeSentTo(deps, mobile);
    if (first !== code) {
      expect((await verifyContact(deps, { accountId, kind: 'mobile', code: first, key: key() })).ok).toBe(
        false,
      );
    }
    expect((await verifyContact(deps, { accountId, kind: 'mobile', code, key: key() })).ok).toBe(true);
    expect((await applicant(deps, accountId))?.bothContactsVerified).toBe(true);
  });

  test('ID-1: a new number takes the place of the old when its code is entered, and the mailbox is told', async () => {
    const deps = identityDeps(await testDeps(testClock()));
    const accountId = await register(deps, { codeTo: 'mobile' });
    await activateAccount(deps, { accountId, code: await codeSentTo(deps, mobile), key: key() });
    await requestContactCode(deps, { accountId, kind: 'email', value: undefined });
    await verifyContact(deps, { accountId, kind: 'email', code: await codeSentTo(deps, email), key: key() });
    const wish = { accountId, kind: 'mobile' as const, value: '07911 123888' };
    expect((await requestContactCode(deps, wish)).ok).toBe(true);
    expect(
      (await signIn(deps, { identifier: '+447911123888', password: goodPassword, device: undefined })).ok,
    ).toBe(false);
    const code = await codeSentTo(deps, '+447911123888');
    expect((await verifyContact(deps, { accountId, kind: 'mobile', code, key: key() })).ok).toBe(true);
    expect(
      (await signIn(deps, { identifier: '+447911123888', password: goodPassword, device: undefined })).ok,
    ).toBe(true);
    expect((await lettersTo(deps, email)).at(-1)?.subject).toBe('È cambiato un tuo recapito');
    expect(
      await requestContactCode(deps, { accountId, kind: 'email', value: 'other@posta.example' }),
    ).toEqual({
      ok: false,
      refusal: { code: 'email_fixed' },
    });
  });

  test('ID-2: a registration that nobody finishes is erased after a week', async () => {
    const deps = identityDeps(await testDeps(testClock()));
    const accountId = await register(deps);
    deps.clock.forward({ hours: 6 * 24 });
    await cleanUp(deps);
    expect(await applicant(deps, accountId)).toBeDefined();
    deps.clock.forward({ hours: 25 });
    await cleanUp(deps);
    expect(await applicant(deps, accountId)).toBeUndefined();
  });
});
