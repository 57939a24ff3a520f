import { describe, expect, test } from 'vitest';
import type { Official } from '#platform/web/who.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import {
  aRegistration,
  codeSentTo,
  goodPassword,
  historyOf,
  identityDeps,
  lettersTo,
  type TestIdentity,
  tokenSentTo,
} from '../testing.ts';
import { activateAccount } from './activate-account.ts';
import { cleanUp } from './clean-up.ts';
import { contestBlock } from './contest-block.ts';
import { decideBlock } from './decide-block.ts';
import { markIntermediary } from './mark-intermediary.ts';
import { readBlocks } from './read-blocks.ts';
import { registerPerson } from './register-person.ts';
import { resendActivationCode } from './resend-activation-code.ts';
import { signIn } from './sign-in.ts';
import { requestContactCode, verifyContact } from './verify-contact.ts';

const owner = { email: 'ada.ferrighi@posta.example', mobile: '+447911123456' };
const stranger = { email: 'stranger@posta.example', mobile: '+447911000111' };
const key = () => crypto.randomUUID();

function operator(officeId: string): Official {
  return {
    kind: 'official',
    officialId: crypto.randomUUID(),
    sessionId: crypto.randomUUID(),
    name: 'Olga Sportelli',
    ministry: false,
    roles: [{ officeId, role: 'operator' }],
  };
}

async function register(deps: TestIdentity, contacts: Parameters<typeof aRegistration>[0]): Promise<string> {
  const registered = await registerPerson(deps, aRegistration(contacts));
  if (!registered.ok) throw new Error(registered.refusal.code);
  return registered.value.accountId;
}

/** Registers and enters the code of the chosen contact. */
async function complete(deps: TestIdentity, contacts: Parameters<typeof aRegistration>[0]): Promise<string> {
  const accountId = await register(deps, contacts);
  const to = contacts?.codeTo === 'mobile' ? contacts.mobile : contacts?.email;
  await activateAccount(deps, { accountId, code: await codeSentTo(deps, to ?? ''), key: key() });
  return accountId;
}

async function ownerWithBothContacts(deps: TestIdentity): Promise<string> {
  const accountId = await complete(deps, owner);
  await requestContactCode(deps, { accountId, kind: 'mobile', value: undefined });
  const code = await codeSentTo(deps, owner.mobile);
  await verifyContact(deps, { accountId, kind: 'mobile', code, key: key() });
  return accountId;
}

const mayEnter = async (deps: TestIdentity, identifier: string) => {
  const outcome = await signIn(deps, { identifier, password: goodPassword, device: undefined });
  return outcome.ok && outcome.value.active;
};

describe('contacts of somebody else', () => {
  test('ID-3: a proven contact beside the number of another account blocks the registration, not its owner', async () => {
    const deps = identityDeps(await testDeps());
    await ownerWithBothContacts(deps);
    const accountId = await register(deps, {
      email: stranger.email,
      mobile: '07911 123456'.replace('0', '+44'),
    });
    const answer = await activateAccount(deps, {
      accountId,
      code: await codeSentTo(deps, stranger.email),
      key: key(),
    });
    expect(answer).toEqual({ ok: true, value: null });
    expect(await mayEnter(deps, stranger.email)).toBe(false);
    expect(await mayEnter(deps, owner.email)).toBe(true);
    const letter = (await lettersTo(deps, stranger.email)).at(-1);
    expect(letter?.subject).toBe('La tua registrazione è stata bloccata');
    expect(letter?.text).toContain(
      'il numero di cellulare che hai indicato appartiene già a un’altra persona',
    );
    expect(letter?.url).toContain('/it/register/contest?token=');
    expect(await historyOf(deps, 'registration-block')).toEqual(['account.registration-blocked']);
  });

  test.each([
    ['plus-tags', 'ada.ferrighi+due@posta.example'],
    ['capitals', 'ADA.Ferrighi@POSTA.example'],
  ])('ID-3: %s do not make an address another one', async (_, variant) => {
    const deps = identityDeps(await testDeps());
    await complete(deps, owner);
    await complete(deps, { email: variant, mobile: stranger.mobile, codeTo: 'mobile' });
    expect((await lettersTo(deps, stranger.mobile)).at(-1)?.text).toContain('registrazione bloccata');
  });

  test('ID-3: the owner of a contact gets a notice instead of a code, once a day, and no code opens the registration', async () => {
    const deps = identityDeps(await testDeps(testClock()));
    await complete(deps, owner);
    const before = (await lettersTo(deps, owner.email)).length;
    const accountId = await register(deps, { email: owner.email, mobile: stranger.mobile });
    for (let times = 0; times < 3; times += 1) {
      deps.clock.forward({ minutes: 2 });
      expect((await resendActivationCode(deps, { accountId, to: 'email' })).ok).toBe(true);
    }
    const letters = (await lettersTo(deps, owner.email)).slice(before);
    expect(letters.map((letter) => letter.subject)).toEqual(['Hai già un account']);
    for (let guess = 0; guess < 5; guess += 1) {
      const code = String(guess).padStart(6, '0');
      expect((await activateAccount(deps, { accountId, code, key: key() })).ok).toBe(false);
    }
    expect(await historyOf(deps, 'registration-block')).toEqual([]);
  });

  test('ID-3: nobody is barred by what somebody else merely typed', async () => {
    const deps = identityDeps(await testDeps());
    await ownerWithBothContacts(deps);
    const victim = { email: 'carla@posta.example', mobile: '+447911222333' };
    // A mischievous person names the victim's address beside a foreign number, and cannot prove it.
    await register(deps, { email: victim.email, mobile: owner.mobile });
    await complete(deps, victim);
    expect(await mayEnter(deps, victim.email)).toBe(true);
  });

  test('ID-3: the maker is barred with the contact that was proven, also beside clean ones', async () => {
    const deps = identityDeps(await testDeps(testClock()));
    await ownerWithBothContacts(deps);
    await complete(deps, { email: stranger.email, mobile: owner.mobile });
    deps.clock.forward({ minutes: 5 });
    // Again with the barred address: no code comes to it.
    const again = await register(deps, { email: stranger.email, mobile: stranger.mobile });
    expect((await lettersTo(deps, stranger.email)).at(-1)?.subject).toBe('Questo recapito è bloccato');
    // And by way of the number, which is thereby proven: blocked again.
    await resendActivationCode(deps, { accountId: again, to: 'mobile' });
    deps.clock.forward({ minutes: 5 });
    await resendActivationCode(deps, { accountId: again, to: 'mobile' });
    await activateAccount(deps, {
      accountId: again,
      code: await codeSentTo(deps, stranger.mobile),
      key: key(),
    });
    expect((await lettersTo(deps, stranger.mobile)).at(-1)?.text).toContain('è già stato bloccato');
    expect(await mayEnter(deps, stranger.email)).toBe(false);
  });

  test('ID-3: an address of a throw-away service blocks the registration', async () => {
    const deps = identityDeps(await testDeps());
    await complete(deps, { email: 'somebody@mailinator.com', mobile: stranger.mobile, codeTo: 'mobile' });
    expect((await lettersTo(deps, stranger.mobile)).at(-1)?.text).toContain('indirizzi temporanei');
    expect(await mayEnter(deps, stranger.mobile)).toBe(false);
  });

  test('ID-3: a contact that an operator marked as an intermediary’s blocks the registration', async () => {
    const deps = identityDeps(await testDeps());
    const by = operator('london');
    expect((await markIntermediary(deps, { contact: 'Agency+7@posta.example', by })).ok).toBe(true);
    expect(await markIntermediary(deps, { contact: 'agency@posta.example', by })).toEqual({
      ok: false,
      refusal: { code: 'marked_already' },
    });
    await complete(deps, { email: 'agency@posta.example', mobile: stranger.mobile });
    expect((await lettersTo(deps, 'agency@posta.example')).at(-1)?.text).toContain('intermediario');
    expect((await readBlocks(deps, by)).intermediaries).toMatchObject([{ hint: 'A•••@posta.example' }]);
    expect((await readBlocks(deps, operator('berne'))).intermediaries).toEqual([]);
  });

  test('ID-3: the maker contests once, the operator of the office lifts, and the account is active', async () => {
    const deps = identityDeps(await testDeps());
    await ownerWithBothContacts(deps);
    await complete(deps, { email: stranger.email, mobile: owner.mobile });
    const token = await tokenSentTo(deps, stranger.email);
    const contest = { token, text: 'Il numero era di mio padre.', key: key() };
    expect((await contestBlock(deps, contest)).ok).toBe(true);
    expect((await contestBlock(deps, contest)).ok).toBe(true);
    expect(await contestBlock(deps, { ...contest, key: key() })).toEqual({
      ok: false,
      refusal: { code: 'link_expired' },
    });

    const by = operator('london');
    const [block] = (await readBlocks(deps, by)).blocks;
    expect(block).toMatchObject({
      state: 'contested',
      contest: 'Il numero era di mio padre.',
      name: 'Ada Ferrighi',
    });
    const blockId = block?.id ?? '';
    expect((await readBlocks(deps, operator('berne'))).blocks).toEqual([]);
    expect(await decideBlock(deps, { blockId, decision: 'lift', by: operator('berne') })).toEqual({
      ok: false,
      refusal: { code: 'no_such_block' },
    });
    expect((await decideBlock(deps, { blockId, decision: 'lift', by })).ok).toBe(true);
    expect(await decideBlock(deps, { blockId, decision: 'lift', by })).toEqual({
      ok: false,
      refusal: { code: 'decided_already' },
    });
    expect(await mayEnter(deps, stranger.email)).toBe(true);
    expect((await lettersTo(deps, stranger.email)).at(-1)?.subject).toBe('Il blocco è stato tolto');
    expect(await historyOf(deps, 'registration-block')).toEqual([
      'account.registration-blocked',
      'account.block-contested',
      'account.block-lifted',
    ]);
    expect(await mayEnter(deps, owner.email)).toBe(true);
  });

  test('ID-3: an upheld block stays; a month later only the keyed hash of the contact is left', async () => {
    const deps = identityDeps(await testDeps(testClock()));
    await ownerWithBothContacts(deps);
    const accountId = await complete(deps, { email: stranger.email, mobile: owner.mobile });
    const token = await tokenSentTo(deps, stranger.email);
    await contestBlock(deps, { token, text: 'È mio.', key: key() });
    const by = operator('london');
    const [block] = (await readBlocks(deps, by)).blocks;
    deps.clock.forward({ hours: 40 * 24 });
    await cleanUp(deps);
    expect((await readBlocks(deps, by)).blocks[0]?.name).toBe('Ada Ferrighi');
    expect((await decideBlock(deps, { blockId: block?.id ?? '', decision: 'uphold', by })).ok).toBe(true);
    deps.clock.forward({ hours: 31 * 24 });
    await cleanUp(deps);
    expect((await readBlocks(deps, by)).blocks[0]?.name).toBeNull();
    const { rows } = await deps.store.owner.query(
      'select value from identity.contact where account_id = $1',
      [accountId],
    );
    expect(rows).toEqual([]);
    await register(deps, { email: stranger.email, mobile: '+447911123555' });
    expect((await lettersTo(deps, stranger.email)).at(-1)?.subject).toBe('Questo recapito è bloccato');
  });

  test('ID-3: whoever sends the form twice by mistake is not blocked', async () => {
    const deps = identityDeps(await testDeps(testClock()));
    const first = await register(deps, owner);
    deps.clock.forward({ minutes: 2 });
    const second = await register(deps, owner);
    const codes = [await codeSentTo(deps, owner.email)];
    expect((await activateAccount(deps, { accountId: second, code: codes[0] ?? '', key: key() })).ok).toBe(
      true,
    );
    deps.clock.forward({ minutes: 2 });
    await resendActivationCode(deps, { accountId: first, to: 'email' });
    expect((await lettersTo(deps, owner.email)).at(-1)?.subject).toBe('Hai già un account');
    expect(await mayEnter(deps, owner.email)).toBe(true);
  });

  test('ID-1: of two accounts that prove the same contact at once one gets it', async () => {
    const deps = identityDeps(await testDeps());
    const accounts: { accountId: string; code: string }[] = [];
    for (const mobile of ['+447911000001', '+447911000002', '+447911000003']) {
      const accountId = await register(deps, { email: owner.email, mobile });
      accounts.push({ accountId, code: await codeSentTo(deps, owner.email) });
    }
    await Promise.all(accounts.map((each) => activateAccount(deps, { ...each, key: key() })));
    const { rows } = await deps.store.owner.query(
      `select count(*)::int as count from identity.contact where verified_at is not null`,
    );
    expect(rows).toEqual([{ count: 1 }]);
  });
});
