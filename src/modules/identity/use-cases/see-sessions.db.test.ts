import { describe, expect, test } from 'vitest';
import { readDevice } from '#platform/credentials/device-cookie.ts';
import { testApp } from '#tests/support/app.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { aRegistration, codeSentTo, goodPassword, identityDeps } from '../testing.ts';
import { activateAccount } from './activate-account.ts';
import { createApiToken } from './api-token.ts';
import { makeWhoReader } from './read-who.ts';
import { registerPerson } from './register-person.ts';
import { endOneSession, readSessions, signOutEverywhere } from './see-sessions.ts';
import { signIn } from './sign-in.ts';

const email = 'ada.ferrighi@posta.example';

async function withAda() {
  const deps = identityDeps(await testDeps(testClock()));
  const registered = await registerPerson(deps, aRegistration());
  const accountId = registered.ok ? registered.value.accountId : '';
  await activateAccount(deps, { accountId, code: await codeSentTo(deps, email), key: crypto.randomUUID() });
  const enter = async (browser: 'firefox' | 'safari', device?: string) => {
    const signedIn = await signIn(deps, {
      identifier: email,
      password: goodPassword,
      device: readDevice(device),
      place: { browser, system: browser === 'safari' ? 'ios' : 'linux' },
    });
    if (!signedIn.ok) throw new Error('Ada does not get in');
    return signedIn.value;
  };
  const who = async (token: string) => {
    const found = await makeWhoReader(deps).bySession(token);
    if (found.kind !== 'citizen') throw new Error('Nobody is signed in');
    return found;
  };
  return { deps, accountId, enter, who };
}

describe('sessions and devices', () => {
  test('ID-15: the person sees where they are signed in, the last used first', async () => {
    const { deps, accountId, enter } = await withAda();
    await enter('firefox');
    deps.clock.forward({ minutes: 5 });
    await enter('safari');
    const seen = await readSessions(deps, accountId);
    expect(seen.map(({ browser, system, means }) => [browser, system, means])).toEqual([
      ['safari', 'ios', 'password'],
      ['firefox', 'linux', 'password'],
    ]);
    deps.clock.forward({ minutes: 26 });
    expect(await readSessions(deps, accountId)).toHaveLength(1);
  });

  test('ID-15: one is signed out, at once, by its person only', async () => {
    const { deps, accountId, enter, who } = await withAda();
    const { sessionToken } = await enter('firefox');
    const { sessionId: id } = await who(sessionToken);
    const stranger = { accountId: crypto.randomUUID(), id };
    expect((await endOneSession(deps, stranger)).ok).toBe(false);
    expect((await endOneSession(deps, { accountId, id })).ok).toBe(true);
    expect((await makeWhoReader(deps).bySession(sessionToken)).kind).toBe('visitor');
    expect((await endOneSession(deps, { accountId, id })).ok).toBe(false);
  });

  test('ID-15: signing out everywhere leaves this session alone, and no API token', async () => {
    const { deps, accountId, enter, who } = await withAda();
    await enter('safari');
    const here = await enter('firefox');
    const token = await createApiToken(deps, { accountId, label: 'Programma', key: crypto.randomUUID() });
    await signOutEverywhere(deps, { who: await who(here.sessionToken), forget: false });
    expect((await readSessions(deps, accountId)).map((each) => each.browser)).toEqual(['firefox']);
    const reader = makeWhoReader(deps);
    expect((await reader.byApiToken(token.ok ? token.value.token : '')).kind).toBe('visitor');
  });

  test('ID-15 ID-7: browsers that are forgotten are strangers: while strangers are locked out, so are they', async () => {
    const { deps, enter, who } = await withAda();
    const here = await enter('firefox');
    const lock = async () => {
      for (let guess = 1; guess <= 5; guess += 1)
        await signIn(deps, { identifier: email, password: `wrong ${guess}`, device: undefined });
    };
    await lock();
    await enter('firefox', here.deviceCookie);
    await signOutEverywhere(deps, { who: await who(here.sessionToken), forget: true });
    await expect(enter('firefox', here.deviceCookie)).rejects.toThrow('does not get in');
    deps.clock.forward({ hours: 24 });
    const again = await enter('firefox', here.deviceCookie);
    await lock();
    await enter('firefox', again.deviceCookie);
  });

  test('ID-15: a program sees the same, and nobody else’s', async () => {
    const { deps, enter } = await withAda();
    const { sessionToken } = await enter('safari');
    const app = await testApp(deps);
    const ask = (method: 'GET' | 'DELETE' | 'POST', url: string, payload?: object) =>
      app.inject({
        method,
        url: `/api/v1/account/${url}`,
        headers: { cookie: `session=${sessionToken}` },
        ...(payload === undefined ? {} : { payload }),
      });
    expect((await ask('GET', 'sessions')).json().items).toMatchObject([
      { browser: 'safari', system: 'ios', means: 'password', current: true },
    ]);
    expect((await ask('DELETE', `sessions/${crypto.randomUUID()}`)).statusCode).toBe(404);
    expect((await ask('DELETE', `passkeys/${crypto.randomUUID()}`)).statusCode).toBe(404);
    expect((await ask('GET', 'passkeys')).json()).toEqual({ items: [], next: null });
    expect((await ask('POST', 'sign-outs', { forget_browsers: true })).json()).toEqual({
      browsers_forgotten: true,
    });
    expect(
      (await ask('POST', 'office-change-previews', { country: 'IT', place: 'Trieste' })).json(),
    ).toMatchObject({
      to_office_id: null,
      ended: [],
    });
    expect((await ask('POST', 'office-changes', { country: 'IT', place: 'Trieste' })).statusCode).toBe(422);
    expect((await ask('GET', 'closing-preview')).json()).toMatchObject({
      erased: [{ code: 'letters' }, {}, {}, {}],
    });
    expect((await ask('POST', 'closings', { understood: true, password: 'wrong' })).json()).toMatchObject({
      code: 'not_proven',
    });
    await app.close();
  });
});
