// npm run bench [name …] [-- --full]: measures, and fails where a budget is not kept.
import { isKept, line, type Measured, type RunOptions } from './support/report.ts';

const benches: Record<
  string,
  () => Promise<{ run: (options: RunOptions) => Measured[] | Promise<Measured[]> }>
> = {
  availability: () => import('./availability.ts'),
  booking: () => import('./booking.ts'),
  desk: () => import('./desk.ts'),
  certificates: () => import('./certificates.ts'),
  citizenship: () => import('./citizenship.ts'),
  queue: () => import('./queue.ts'),
  registry: () => import('./registry.ts'),
  rush: () => import('./rush.ts'),
  'sign-in': () => import('./sign-in.ts'),
  uploads: () => import('./uploads.ts'),
};

const words = process.argv.slice(2);
const full = words.includes('--full');
const asked = words.filter((word) => !word.startsWith('-'));
const names = asked.length === 0 ? Object.keys(benches) : asked;
const unknown = names.filter((name) => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(
    `No measurement ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}\n`,
  );
  process.exit(2);
}
for (const name of names) {
  process.stdout.write(`${name}\n`);
  const figures = await (await benches[name]?.())?.run({ full });
  for (const figure of figures ?? []) {
    process.stdout.write(`${line(figure)}\n`);
    if (!isKept(figure)) process.exitCode = 1;
  }
}
