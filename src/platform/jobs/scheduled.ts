import { PgBoss } from 'pg-boss';
import { type Database, dateTypes } from '../database/database.ts';

/** A task at set minutes, run by one instance of all. */
export interface ScheduledJob {
  readonly name: string;
  /** Five-field cron expression, UTC. */
  readonly cron: string;
  readonly run: () => Promise<unknown>;
}

export interface Schedule {
  /** Does a task now, whatever the hour. */
  run(name: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the timers of the platform on the job tables of the database. */
export async function startSchedule(
  db: Database,
  jobs: readonly ScheduledJob[],
  onError: (error: unknown) => void,
): Promise<Schedule> {
  const boss = new PgBoss({
    db: {
      executeSql: (text, values) => db.pool.query({ text, values: values as unknown[], types: dateTypes }),
    },
    schema: 'jobs',
    migrate: false,
    createSchema: false,
    useListenNotify: false,
  });
  boss.on('error', onError);
  await boss.start();
  for (const job of jobs) {
    await boss.createQueue(job.name, { policy: 'exclusive', retryLimit: 0, expireInSeconds: 300 });
    await boss.schedule(job.name, job.cron);
    await boss.work(job.name, { pollingIntervalSeconds: 5 }, async () => {
      await job.run();
    });
  }
  return {
    async run(name) {
      await jobs.find((job) => job.name === name)?.run();
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 5000 });
    },
  };
}
