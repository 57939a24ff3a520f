import { filing } from '#app/filing.ts';
import {
  countFilesInQueue,
  listDeskFiles,
  searchDeskFiles,
  seeDesk,
  takeNextFile,
} from '#modules/case-files/public.ts';
import { createOfficials } from '#modules/identity/public.ts';
import type { Official } from '#platform/web/who.ts';
import { depsOn } from '#tests/support/crowd.ts';
import { fillFiles } from './support/fill-files.ts';
import { percentile } from './support/rapid-client.ts';
import type { Measured, RunOptions } from './support/report.ts';
import { openStage, type Stage } from './support/stage.ts';

const officeId = 'manchester';
const asked = 200;
const crowd = 50;

interface Desk {
  readonly stage: Stage;
  readonly deps: ReturnType<typeof filing>;
  readonly files: number;
  readonly seconds: number;
  readonly officials: readonly Official[];
}

/** Taking the next file and listing the queue, with few files and with many; fifty officials who take at once. */
export async function run({ full }: RunOptions): Promise<Measured[]> {
  const small = await openDesk(10_000);
  try {
    const large = await openDesk(full ? 5_000_000 : 100_000);
    try {
      return [...(await compare(small, large)), await takeTogether(large)];
    } finally {
      await large.stage.end();
    }
  } finally {
    await small.stage.end();
  }
}

async function openDesk(files: number): Promise<Desk> {
  const stage = await openStage();
  const deps = filing(depsOn(stage.db, stage.secret), {
    filesDir: '/nonexistent',
    clamdUrl: undefined,
    bucket: undefined,
  });
  const roles = [{ officeId, role: 'operator' as const }];
  const people = Array.from({ length: crowd }, (_, index) => ({
    givenName: 'Olga',
    familyName: `Bozza ${index}`,
    email: `olga.${index}@ufficio.example`,
    locale: 'it' as const,
    roles,
    totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  }));
  const ids = await stage.db.transaction({ kind: 'system', task: 'bench' }, (tx) =>
    createOfficials(deps, tx, people, 'no password'),
  );
  const officials = ids.map(
    (officialId): Official => ({
      kind: 'official',
      officialId,
      sessionId: '',
      name: 'Olga',
      ministry: false,
      roles,
    }),
  );
  const start = performance.now();
  await fillFiles(stage, { officeId, procedure: deps.procedures.withForm[0]?.id ?? '', files });
  return { stage, deps, files, seconds: (performance.now() - start) / 1000, officials };
}

type Step = (desk: Desk, turn: number) => Promise<unknown>;

const steps: Readonly<Record<string, Step>> = {
  'taking the next file': async ({ deps, officials }, turn) => {
    const official = officials[turn % 10] as Official;
    const taken = await takeNextFile(deps, { official, officeId, key: crypto.randomUUID() });
    if (!taken.ok) throw new Error(`No file to take: ${taken.refusal.code}`);
  },
  'the first page of the queue': async ({ deps, officials }) => {
    const at = { official: officials[0] as Official, officeId };
    const { lines } = await listDeskFiles(deps, at, { tab: 'queue' });
    if (lines.length !== 50) throw new Error(`${lines.length} lines of the queue`);
  },
  'what is over, the latest first': async ({ deps, officials }) => {
    const at = { official: officials[0] as Official, officeId };
    await listDeskFiles(deps, at, { tab: 'closed' });
  },
  'finding somebody by the beginning of the name': async ({ deps, officials, files }, turn) => {
    const at = { official: officials[0] as Official, officeId };
    const found = await searchDeskFiles(deps, at, `folla persona${((turn * 7919) % files) + 1}`);
    if ((found?.length ?? 0) === 0) throw new Error('Nobody was found');
  },
  'the desk at a glance': async ({ deps, officials }) => {
    const at = { official: officials[0] as Official, officeId };
    await seeDesk(deps, at, []);
  },
  'the number on the start page': async ({ deps, officials }) =>
    countFilesInQueue(deps, { official: officials[0] as Official, officeId }),
};

/** Turn by turn in both, so that whatever else the machine does meets both alike. */
async function compare(small: Desk, large: Desk): Promise<Measured[]> {
  const figures: Measured[] = [];
  const amount = new Intl.NumberFormat('en').format(large.files);
  for (const [name, step] of Object.entries(steps)) {
    const times = { small: [] as number[], large: [] as number[] };
    for (let turn = 0; turn < asked + 20; turn += 1) {
      for (const [which, desk] of [
        ['small', small],
        ['large', large],
      ] as const) {
        const start = performance.now();
        await step(desk, turn);
        // The first ones prepare statements and warm the pages.
        if (turn >= 20) times[which].push(performance.now() - start);
      }
    }
    const [few, many] = [percentile(times.small, 0.5), percentile(times.large, 0.5)];
    figures.push({
      name: `p50, ${name}, at ${amount} files against 10,000`,
      value: many / few,
      atMost: 1.5,
      detail: `${few.toFixed(2)} ms and ${many.toFixed(2)} ms, p99 ${percentile(times.large, 0.99).toFixed(1)} ms`,
    });
  }
  figures.push({ name: `writing ${amount} files`, detail: `${large.seconds.toFixed(0)} s` });
  return figures;
}

/** Everybody presses at the same time, again and again: no file is anybody else's, and none is passed over. */
async function takeTogether({ deps, officials }: Desk): Promise<Measured> {
  const rounds = 5;
  const taken: string[] = [];
  const start = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    const answers = await Promise.all(
      officials.map((official) => takeNextFile(deps, { official, officeId, key: crypto.randomUUID() })),
    );
    for (const each of answers) if (each.ok) taken.push(each.value.id);
  }
  const seconds = (performance.now() - start) / 1000;
  const twice = taken.length - new Set(taken).size;
  if (taken.length !== rounds * officials.length) throw new Error(`Only ${taken.length} files were taken`);
  return {
    name: `files taken twice by ${officials.length} officials at once`,
    value: twice,
    atMost: 0,
    detail: `${taken.length} files, ${(taken.length / seconds).toFixed(0)} a second`,
  };
}
