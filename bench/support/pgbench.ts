import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Connection } from '#platform/database/embedded-server.ts';

const run = promisify(execFile);

/** Whether the machine has PostgreSQL's own load generator (Debian: postgresql). */
export function hasPgbench(): boolean {
  try {
    execFileSync('pgbench', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const statement = `\\set slot random(1, 10000)
\\set person random(1, 2000000000)
with gate as (update limit_slot set taken = taken + 1 where id = :slot and taken < capacity returning id)
insert into limit_booking (slot_id, person_id) select id, :person from gate;
`;

/** The limit: the bare statement that gives places of 10,000 hours, without a program around it. Bookings a second. */
export async function bookWithPgbench(superuser: Connection, seconds: number): Promise<number> {
  const client = new pg.Client(superuser);
  await client.connect();
  await client.query(`
    drop table if exists limit_booking, limit_slot;
    create table limit_slot (id bigint primary key, capacity int not null, taken int not null default 0,
      check (taken <= capacity)) with (fillfactor = 80);
    create table limit_booking (id bigint generated always as identity primary key,
      slot_id bigint not null references limit_slot, person_id bigint not null, unique (slot_id, person_id));
    insert into limit_slot (id, capacity) select id, 500 from generate_series(1, 10000) as id;
  `);
  await client.query('vacuum analyze limit_slot');
  const folder = mkdtempSync(join(tmpdir(), 'sportello-pgbench-'));
  const script = join(folder, 'book.sql');
  writeFileSync(script, statement);
  try {
    const { stdout } = await run(
      'pgbench',
      [
        '-n',
        '-M',
        'prepared',
        '-c',
        '16',
        '-j',
        '2',
        '-T',
        String(seconds),
        '-f',
        script,
        superuser.database,
      ],
      {
        env: {
          ...process.env,
          PGHOST: superuser.host,
          PGUSER: superuser.user,
          PGPASSWORD: superuser.password,
        },
      },
    );
    const rate = /tps = ([\d.]+) \(without/.exec(stdout)?.[1];
    if (rate === undefined) throw new Error(`pgbench said: ${stdout}`);
    const { rows } = await client.query<{ agree: boolean }>(
      'select (select count(*) from limit_booking) = (select sum(taken) from limit_slot) as agree',
    );
    if (rows[0]?.agree !== true) throw new Error('The limit itself counted wrongly');
    return Number(rate);
  } finally {
    await client.end();
    rmSync(folder, { recursive: true, force: true });
  }
}
