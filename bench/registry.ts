import { loadMany } from '#demo/registry/load-many.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { municipalOfficeId } from '#kernel/municipal-office.ts';
import { createPeople } from '#modules/identity/public.ts';
import {
  connectAccounts,
  householdOf,
  matchTaxCode,
  readRecord,
  searchRecords,
} from '#modules/registry/public.ts';
import type { Deps } from '#platform/deps.ts';
import { depsOn } from '#tests/support/crowd.ts';
import { percentile } from './support/rapid-client.ts';
import type { Measured, RunOptions } from './support/report.ts';
import { openStage, type Stage } from './support/stage.ts';

const asked = 300;

interface Town {
  readonly stage: Stage;
  readonly deps: Deps;
  readonly people: number;
  readonly seconds: number;
  readonly sample: readonly Somebody[];
}

interface Somebody {
  readonly id: string;
  readonly accountId: string;
  readonly taxCode: string;
  readonly name: string;
  readonly bornOn: string;
  readonly municipality: string;
}

/** Reading a record, a household and what a certificate is decided from, in a small registry and in a large one. */
export function run({ full }: RunOptions): Promise<Measured[]> {
  return measureAt(full ? 7_000_000 : 100_000);
}

export async function measureAt(people: number): Promise<Measured[]> {
  const small = await openTown(10_000);
  try {
    const large = await openTown(people);
    try {
      return await compare(small, large);
    } finally {
      await large.stage.end();
    }
  } finally {
    await small.stage.end();
  }
}

async function openTown(people: number): Promise<Town> {
  const stage = await openStage();
  const deps = depsOn(stage.db, stage.secret);
  const seconds = await loadMany(stage.logins.owner, { people });
  return { stage, deps, people, seconds, sample: await pickPeople(stage, deps, people) };
}

/** People from all over the table, each with an account that strong sign-in has matched. */
async function pickPeople({ owner, db }: Stage, deps: Deps, people: number): Promise<Somebody[]> {
  const share = Math.min(100, (asked * 400) / people);
  const { rows } = await owner.query<Omit<Somebody, 'accountId'>>(
    `select person_id as id, tax_code as "taxCode", name_key as name, born_on as "bornOn", municipality
     from registry.person_version tablesample bernoulli ($1) repeatable (1)
     where known_until is null and valid_until is null and standing = 'enrolled' and household_id is not null
       and tax_code is not null and length(born_on) = 10 and length(name_key) > 3
     limit $2`,
    [share, asked],
  );
  if (rows.length < asked) throw new Error(`Only ${rows.length} people were found to ask about`);
  const as = { kind: 'system', task: 'bench' } as const;
  return db.transaction(as, async (tx) => {
    const accounts = await createPeople(
      deps,
      tx,
      rows.map((_, index) => ({
        givenName: 'Ada',
        familyName: `Folla ${index}`,
        bornOn: civilDate('1980-01-01'),
        email: `folla.${index}@persone.example`,
        mobile: `+3933390${String(index).padStart(5, '0')}`,
        country: 'IT',
        place: 'Roma',
        officeId: null,
        locale: 'it' as const,
      })),
      'no password',
    );
    const sample = rows.map((row, index) => ({ ...row, accountId: accounts[index] ?? '' }));
    await connectAccounts(
      tx,
      sample.map(({ id, accountId }) => ({ personId: id, accountId, by: 'demonstration' as const })),
      deps.now(),
    );
    return sample;
  });
}

const readings: Readonly<Record<string, (deps: Deps, somebody: Somebody) => Promise<unknown>>> = {
  'own record, with the policies': (deps, { id, accountId }) =>
    readRecord(deps, { personId: id, reader: { kind: 'self', accountId } }),
  'own household': (deps, { id, accountId }) =>
    householdOf(deps, { personId: id, reader: { kind: 'self', accountId } }),
  'what a certificate is decided from, logged': (deps, { id }) =>
    readRecord(deps, { personId: id, reader: { kind: 'system', name: 'certificates', why: 'bench' } }),
  'matching a tax code': async (deps, { taxCode }) => {
    const match = await matchTaxCode(deps, taxCode);
    return match.ok ? match : undefined;
  },
  'an official’s search by name and birth, logged': async (deps, { name, bornOn, municipality }) => {
    const officeId = municipalOfficeId(municipality);
    const reader = { kind: 'official', officialId, officeId, why: 'bench' } as const;
    const found = await searchRecords(deps, reader, { name, bornOn });
    return found.ok && found.value.length > 0 ? found : undefined;
  },
};

const officialId = '22222222-2222-4222-8222-222222222222';

async function compare(small: Town, large: Town): Promise<Measured[]> {
  const size = new Intl.NumberFormat('en');
  const figures: Measured[] = [
    {
      name: `loading ${size.format(large.people)} people`,
      detail: `${large.seconds.toFixed(0)} s, ${size.format(Math.round(large.people / large.seconds))} a second`,
    },
  ];
  for (const [name, read] of Object.entries(readings)) {
    const times = { small: [] as number[], large: [] as number[] };
    for (let turn = 0; turn < asked * 2; turn += 1) {
      // The first round warms both up; the rounds alternate, so that whatever else the machine does meets both alike.
      const warm = turn < asked;
      const one = await timed(small, turn, read);
      const other = await timed(large, turn, read);
      if (warm) continue;
      times.small.push(one);
      times.large.push(other);
    }
    const [few, many] = [percentile(times.small, 0.5), percentile(times.large, 0.5)];
    figures.push({
      name: `p50, ${name}, at ${size.format(large.people)} against ${size.format(small.people)}`,
      value: many / few,
      atMost: 1.5,
      unit: ' times',
      detail: `${many.toFixed(2)} ms against ${few.toFixed(2)} ms, p99 ${percentile(times.large, 0.99).toFixed(2)} ms`,
    });
  }
  return figures;
}

async function timed(
  { deps, sample }: Town,
  turn: number,
  read: (deps: Deps, somebody: Somebody) => Promise<unknown>,
): Promise<number> {
  const somebody = sample[turn % sample.length];
  if (somebody === undefined) throw new Error('Nobody to ask about');
  const start = performance.now();
  if ((await read(deps, somebody)) === undefined) throw new Error(`Nothing was read of ${somebody.id}`);
  return performance.now() - start;
}
