// Starts the embedded server of a data directory, says so, and waits to be killed.
import { setTimeout as wait } from 'node:timers/promises';
import { startEmbeddedServer } from '#platform/database/embedded-server.ts';

await startEmbeddedServer({ dataDir: process.argv[2] ?? '' });
process.stdout.write('started\n');
await wait(60_000);
