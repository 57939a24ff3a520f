import { describe, expect, test } from 'vitest';
import { codeAt } from '#platform/credentials/totp.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { softPasskey } from '../soft-passkey.testing.ts';
import { aRegistration, codeSentTo, goodPassword, historyOf, identityDeps, lettersTo } from '../testing.ts';
import { activateAccount } from './activate-account.ts';
import { dismissOfficial } from './administer-officials.ts';
import { createOfficials } from './create-officials.ts';
import { asIdentity } from './identity-deps.ts';
import { addPasskey, changePasskey, offerPasskey, readPasskeys } from './passkeys.ts';
import { openProver } from './prove-again.ts';
import { registerPerson } from './register-person.ts';
import { signIn } from './sign-in.ts';
import { signInOfficial } from './sign-in-official.ts';
import { askPasskey, signInWithPasskey } from './sign-in-with-passkey.ts';

const email = 'ada.ferrighi@posta.example';
const key = () => crypto.randomUUID();

async function withAda() {
  const deps = identityDeps(await testDeps(testClock()));
  const registered = await registerPerson(deps, aRegistration());
  const accountId = registered.ok ? registered.value.accountId : '';
  await activateAccount(deps, { accountId, code: await codeSentTo(deps, email), key: key() });
  return { deps, accountId, holder: { accountId } };
}

async function withPasskey() {
  const ada = await withAda();
  const device = softPasskey();
  const question = await offerPasskey(ada.deps, { holder: ada.holder, name: 'Ada Ferrighi' });
  const added = await addPasskey(ada.deps, {
    holder: ada.holder,
    answer: device.make(question),
    label: 'Telefono',
  });
  expect(added.ok).toBe(true);
  return { ...ada, device };
}

const enter = { device: undefined, place: { browser: 'firefox', system: 'linux' } } as const;

describe('passkeys', () => {
  test('ID-15: a person adds one, is told by letter, and gets in with it', async () => {
    const { deps, accountId, device } = await withPasskey();
    const letter = (await lettersTo(deps, email)).at(-1);
    expect(letter?.text).toContain('Telefono');
    expect(letter?.url).toBe('http://localhost:3000/it/account/access');
    const question = await askPasskey(deps, { purpose: 'sign_in', holder: undefined });
    expect(question.allowCredentials ?? []).toEqual([]);
    const signedIn = await signInWithPasskey(deps, { ...enter, answer: device.answer(question) });
    expect(signedIn).toMatchObject({ ok: true, value: { accountId, active: true } });
    expect(await historyOf(deps, 'passkey')).toEqual(['passkey.added']);
  });

  test('ID-7: it opens while password sign-in is locked', async () => {
    const { deps, device } = await withPasskey();
    for (let guess = 1; guess <= 5; guess += 1)
      await signIn(deps, { identifier: email, password: `wrong ${guess}`, device: undefined });
    expect((await signIn(deps, { identifier: email, password: goodPassword, device: undefined })).ok).toBe(
      false,
    );
    const question = await askPasskey(deps, { purpose: 'sign_in', holder: undefined });
    expect((await signInWithPasskey(deps, { ...enter, answer: device.answer(question) })).ok).toBe(true);
  });

  test('ID-15: a question is good for one answer, for its purpose, for its person and for five minutes', async () => {
    const { deps, holder, device } = await withPasskey();
    const question = await askPasskey(deps, { purpose: 'sign_in', holder: undefined });
    const answer = device.answer(question);
    expect((await signInWithPasskey(deps, { ...enter, answer })).ok).toBe(true);
    expect((await signInWithPasskey(deps, { ...enter, answer })).ok).toBe(false);
    const confirm = await askPasskey(deps, { purpose: 'confirm', holder });
    expect((await signInWithPasskey(deps, { ...enter, answer: device.answer(confirm) })).ok).toBe(false);
    const late = await askPasskey(deps, { purpose: 'sign_in', holder: undefined });
    deps.clock.forward({ minutes: 5 });
    expect((await signInWithPasskey(deps, { ...enter, answer: device.answer(late) })).ok).toBe(false);
  });

  test('ID-15: of twenty uses of one answer at once one gets in', async () => {
    const { deps, device } = await withPasskey();
    const answer = device.answer(await askPasskey(deps, { purpose: 'sign_in', holder: undefined }));
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => signInWithPasskey(deps, { ...enter, answer })),
    );
    expect(tries.filter((each) => each.ok)).toHaveLength(1);
  });

  test('ID-15: another site, an unverified hand, another’s device and nonsense get nowhere', async () => {
    const { deps, holder, device } = await withPasskey();
    const ask = () => askPasskey(deps, { purpose: 'sign_in', holder: undefined });
    const elsewhere = device.answer(await ask(), 'http://phishing.example');
    expect((await signInWithPasskey(deps, { ...enter, answer: elsewhere })).ok).toBe(false);
    const stranger = softPasskey().answer(await ask());
    expect((await signInWithPasskey(deps, { ...enter, answer: stranger })).ok).toBe(false);
    for (const answer of [undefined, '', '{', '[]', '{"id":1}', { ...device.answer(await ask()), id: 'x' }])
      expect((await signInWithPasskey(deps, { ...enter, answer })).ok).toBe(false);
    const unverified = softPasskey({ verified: false });
    const question = await offerPasskey(deps, { holder, name: 'Ada' });
    expect(
      await addPasskey(deps, { holder, answer: unverified.make(question), label: 'Senza impronta' }),
    ).toMatchObject({ refusal: { code: 'passkey_not_made' } });
  });

  test('ID-15: renamed and removed by its person only; removed it opens nothing', async () => {
    const { deps, holder, device } = await withPasskey();
    const [passkey] = await readPasskeys(deps, holder);
    const id = passkey?.id ?? '';
    const stranger = { accountId: crypto.randomUUID() };
    expect((await changePasskey(deps, { holder: stranger, id, to: 'removed' })).ok).toBe(false);
    expect((await changePasskey(deps, { holder: stranger, id, to: { label: 'Mia' } })).ok).toBe(false);
    await changePasskey(deps, { holder, id, to: { label: 'Portatile' } });
    expect((await readPasskeys(deps, holder)).map((each) => each.label)).toEqual(['Portatile']);
    await changePasskey(deps, { holder, id, to: 'removed' });
    const question = await askPasskey(deps, { purpose: 'sign_in', holder: undefined });
    expect((await signInWithPasskey(deps, { ...enter, answer: device.answer(question) })).ok).toBe(false);
  });

  test('ID-10: shown once more, it proves who somebody is, and only for the own account', async () => {
    const { deps, accountId, device } = await withPasskey();
    const prover = openProver(deps, { memoryCost: 64, timeCost: 1, atOnce: 4, mayWait: 100 });
    const prove = async (about: string, answer: unknown) =>
      (await prover.prove(about, { kind: 'passkey', answer }, async () => 'done')).ok;
    expect(await prove(accountId, device.answer(await prover.askPasskey(accountId)))).toBe(true);
    const signing = await askPasskey(deps, { purpose: 'sign_in', holder: undefined });
    expect(await prove(accountId, device.answer(signing))).toBe(false);
  });

  test('ID-17: an official enters with password and passkey; the passkey alone, or after dismissal, is nothing', async () => {
    const { deps } = await withAda();
    const password = 'gufo-9-tè';
    const totpSecret = 'A'.repeat(32);
    const passwordHash = await deps.passwords.hash(password);
    const olga = {
      givenName: 'Olga',
      familyName: 'Sportelli',
      email: 'olga@sede.example',
      locale: 'it' as const,
      roles: [{ officeId: 'london', role: 'operator' as const }],
      totpSecret,
    };
    const [officialId = ''] = await deps.db.transaction(asIdentity, (tx) =>
      createOfficials(deps, tx, [olga], passwordHash),
    );
    const holder = { officialId };
    const device = softPasskey();
    const question = await offerPasskey(deps, { holder, name: 'Olga Sportelli' });
    expect((await addPasskey(deps, { holder, answer: device.make(question), label: 'Chiave' })).ok).toBe(
      true,
    );
    const answer = async () =>
      JSON.stringify(device.answer(await askPasskey(deps, { purpose: 'sign_in', holder: undefined })));
    const tryIn = async (how: { password?: string; code?: string; passkey?: string }) =>
      (await signInOfficial(deps, { email: olga.email, password, code: '', device: undefined, ...how })).ok;
    expect(await tryIn({ passkey: await answer() })).toBe(true);
    expect(await tryIn({ passkey: await answer(), password: 'sbagliata' })).toBe(false);
    expect(await tryIn({ code: codeAt(totpSecret, deps.now()) })).toBe(true);
    expect(await tryIn({})).toBe(false);
    // A passkey of an official is no way into the citizens' side.
    const question2 = await askPasskey(deps, { purpose: 'sign_in', holder: undefined });
    expect((await signInWithPasskey(deps, { ...enter, answer: device.answer(question2) })).ok).toBe(false);
    const by = {
      kind: 'official',
      officialId: crypto.randomUUID(),
      sessionId: '',
      name: 'Ministero',
      ministry: true,
      roles: [],
    } as const;
    await dismissOfficial(deps, { officialId, by });
    expect(await tryIn({ passkey: await answer() })).toBe(false);
    expect(await readPasskeys(deps, holder)).toEqual([]);
  });
});
