// Runs before `npm start` and `npm test` on the machine's own Node, before anything is installed.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.cache', 'installed');
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  process.stdout.write('Installing what the program needs (once, about a minute) …\n');
  const npm = (...words) =>
    execFileSync('npm', [...words, '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'ignore'],
      shell: process.platform === 'win32',
    });
  try {
    npm('ci');
  } catch {
    // A registry without some other platform's packages leaves them out of the lock file, which `ci` refuses.
    npm('install', '--no-save');
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}
