import { readConfig } from './config.ts';
import { run } from './run.ts';

const running = await run(readConfig(process.env));
console.error(`Sportello: ${running.url}`);
if (running.firstAdministratorUrl !== undefined)
  console.error(`First administrator: ${running.firstAdministratorUrl}`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void running.stop().then(() => process.exit(0));
  });
}
