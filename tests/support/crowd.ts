import { civilDate } from '#kernel/civil-date.ts';
import { partialDate } from '#kernel/partial-date.ts';
import { createPeople, openSessions } from '#modules/identity/public.ts';
import { type KnownInRegister, takeOverRegister } from '#modules/registry/public.ts';
import { findService } from '#modules/services/public.ts';
import type { Database } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { keysFrom } from '#platform/keys.ts';

/** The outside world of a use case that prepares a race or a measurement: real time, nobody who listens. */
export function depsOn(db: Database, secret: string): Deps {
  return {
    db,
    now: () => Temporal.Now.instant(),
    chance: () => 0.5,
    keys: keysFrom(secret),
    publicUrl: 'http://localhost',
    changes: { follow: () => () => {}, close: async () => {} },
  };
}

/** So many active people of Manchester's district, each with an open session; answers the cookies. */
export async function openCrowd(deps: Deps, size: number): Promise<string[]> {
  const cookies: string[] = [];
  const part = 5000;
  for (let start = 0; start < size; start += part) {
    const people = Array.from({ length: Math.min(part, size - start) }, (_, index) => ({
      givenName: 'Ada',
      familyName: `Folla ${start + index}`,
      bornOn: civilDate('1980-01-01'),
      email: `folla.${start + index}@example.org`,
      mobile: `+4477${String(start + index).padStart(8, '0')}`,
      country: 'GB',
      place: 'Leeds',
      officeId: 'manchester',
      locale: 'it' as const,
    }));
    await deps.db.transaction({ kind: 'system', task: 'test' }, async (tx) => {
      const ids = await createPeople(deps, tx, people, 'no password');
      await takeOverRegister(tx, {
        officeId: 'manchester',
        people: ids.map((accountId, index) => knownTo('Folla', start + index, accountId)),
        source: 'test',
        actor: { kind: 'system', id: 'test' },
        at: deps.now(),
      });
      cookies.push(...(await openSessions(tx, ids, deps.now())).map((session) => session.cookie));
    });
  }
  return cookies;
}

/** Somebody as a consulate that has long confirmed AIRE knows them. */
function knownTo(familyName: string, number: number, accountId: string): KnownInRegister {
  return {
    accountId,
    data: {
      givenName: 'Ada',
      familyName: `${familyName} ${number}`,
      birth: { on: partialDate('1980-01-01') },
      citizenships: [{ of: 'IT' }],
      addresses: [{ country: 'GB', locality: 'Leeds' }],
      municipality: 'A952',
    },
    aireSince: civilDate('2020-01-01'),
  };
}

/** An answer to each question of a service, as somebody would choose. */
export function anAnswerToEach(serviceId: string): Record<string, string> {
  return Object.fromEntries(
    (findService(serviceId)?.questions ?? []).map((question) => [
      question.id,
      question.kind === 'choice'
        ? (question.choices[0]?.value ?? '')
        : { text: 'Prova', yes_no: 'no', date: '2026-01-01' }[question.kind],
    ]),
  );
}
