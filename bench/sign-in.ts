import { civilDate } from '#kernel/civil-date.ts';
import { createPeople, hashPassword } from '#modules/identity/public.ts';
import { depsOn } from '#tests/support/crowd.ts';
import { percentile } from './support/rapid-client.ts';
import type { Measured, RunOptions } from './support/report.ts';
import { openStage, type Stage } from './support/stage.ts';

const password = 'una lunga frase di prova';
const kinds = ['wrong', 'unknown', 'locked'] as const;
type Kind = (typeof kinds)[number];

/** One visitor's browser: the cookie and the token that a form is sent with. */
interface Browser {
  readonly cookie: string;
  readonly token: string;
}

/**
 * Whether the answers to a wrong password, an unknown address and a locked account can be told apart by a watch or by
 * reading: a browser that nobody knows tries all three in turn.
 */
export async function run({ full }: RunOptions): Promise<Measured[]> {
  const stage = await openStage();
  try {
    const tries = full ? 500 : 100;
    const wrong = await somePeople(stage, tries);
    const [port = 0] = await stage.startServers(1);
    const url = `http://127.0.0.1:${port}/it/sign-in`;
    const browser = await openForm(url);
    for (let turn = 0; turn < 6; turn += 1) await trySignIn(url, browser, 'locked@example.org', turn);

    const times: Record<Kind, number[]> = { wrong: [], unknown: [], locked: [] };
    const said = new Set<string>();
    const all = Array.from({ length: tries }, (_, turn) =>
      kinds.map((kind) => ({
        kind,
        turn: 10 + turn,
        identifier: {
          wrong: wrong[turn] ?? '',
          unknown: `nessuno.${turn}@example.org`,
          locked: 'locked@example.org',
        }[kind],
      })),
    ).flat();
    const waiting = all.values();
    await Promise.all(
      Array.from({ length: 3 }, async () => {
        for (const { kind, identifier, turn } of waiting) {
          const start = performance.now();
          said.add(await trySignIn(url, browser, identifier, turn));
          times[kind].push(performance.now() - start);
        }
      }),
    );
    const medians = kinds.map((kind) => percentile(times[kind], 0.5));
    return [
      {
        name: `sign-in refused, medians of ${tries} answers each, apart at most`,
        value: Math.max(...medians) - Math.min(...medians),
        atMost: 5,
        unit: ' ms',
        detail: kinds.map((kind, index) => `${kind} ${medians[index]?.toFixed(1)} ms`).join(', '),
      },
      { name: 'different answers among them', value: said.size, atMost: 1 },
    ];
  } finally {
    await stage.end();
  }
}

/** Active people with a password, and one more for the lock; answers their addresses. */
async function somePeople({ db, secret }: Stage, count: number): Promise<string[]> {
  const deps = depsOn(db, secret);
  const hash = await hashPassword(deps.keys, password);
  const addresses = Array.from({ length: count }, (_, index) => `ada.${index}@example.org`);
  const people = [...addresses, 'locked@example.org'].map((email, index) => ({
    givenName: 'Ada',
    familyName: `Prova ${index}`,
    bornOn: civilDate('1980-01-01'),
    email,
    mobile: `+4477${String(index).padStart(8, '0')}`,
    country: 'GB',
    place: 'Leeds',
    officeId: 'manchester',
    locale: 'it' as const,
  }));
  await db.transaction({ kind: 'system', task: 'test' }, (tx) => createPeople(deps, tx, people, hash));
  return addresses;
}

async function openForm(url: string): Promise<Browser> {
  const answer = await fetch(url);
  const token = /name="_csrf" value="([^"]+)"/.exec(await answer.text())?.[1];
  if (token === undefined) throw new Error('The sign-in page has no form');
  return {
    token,
    cookie: answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; '),
  };
}

/** Tries a wrong password; answers what the page says, without what was typed and the keys of its form. */
async function trySignIn(url: string, { cookie, token }: Browser, identifier: string, turn: number) {
  const answer = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, 'x-forwarded-for': `10.7.${turn >> 8}.${turn & 255}` },
    body: new URLSearchParams({ _csrf: token, identifier, password: 'not the password at all' }),
  });
  const text = (await answer.text())
    .replaceAll(identifier, '')
    .replaceAll(/name="_(csrf|key)" value="[^"]+"/g, '');
  return `${answer.status} ${text}`;
}
