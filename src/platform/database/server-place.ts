import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { ServerBinaries } from './embedded-binaries.ts';

/** Whom the server runs as: PostgreSQL refuses to run as root. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** Where programs, data and socket of the embedded server lie. */
export interface ServerPlace {
  readonly user: ServerUser | null;
  readonly binaries: ServerBinaries;
  readonly data: string;
  readonly socket: string;
}

/** A Unix socket's path may have 107 bytes; the server appends `/.s.PGSQL.5432.lock`. */
const longestSocketFolder = 107 - '/.s.PGSQL.5432.lock'.length;

/** The user the server runs as when we are root: `postgres` where it exists, else `nobody`. */
export function unprivilegedUser(passwd: string): ServerUser {
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] =
      passwd
        .split('\n')
        .find((line) => line.startsWith(`${name}:`))
        ?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('Running as root needs a user "postgres" or "nobody" for the database server.');
}

function reachableBy(user: ServerUser, path: string): boolean {
  try {
    execFileSync('test', ['-x', path], { ...user, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A short folder that everybody can traverse, the same for the same wish. */
function shortPlace(base: string, kind: string, wish: string): string {
  return join(base, `sportello-${kind}-${createHash('sha256').update(wish).digest('hex').slice(0, 10)}`);
}

function ownedFolder(path: string, user: ServerUser | null): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (user !== null) {
    chownSync(path, user.uid, user.gid);
    chmodSync(path, 0o700);
  }
  return path;
}

/** A short place lies where everybody may write: one that somebody else made beforehand is not used. */
function assertOurs(path: string): void {
  if (lstatSync(path).uid !== process.getuid?.())
    throw new Error(`${path} belongs to somebody else: remove it, or choose another DATA_DIR.`);
}

function placeBinaries(binaries: ServerBinaries, user: ServerUser | null): ServerBinaries {
  if (user === null || reachableBy(user, binaries.postgres)) return binaries;
  const native = dirname(dirname(binaries.postgres));
  const copy = shortPlace('/var/tmp', 'server', readFileSync(join(dirname(native), 'package.json'), 'utf8'));
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    chmodSync(half, 0o755);
    try {
      renameSync(half, copy);
    } catch {
      // Another start was faster: its copy is the same.
      rmSync(half, { recursive: true });
    }
  }
  assertOurs(copy);
  const bin = join(copy, 'bin');
  return { initdb: join(bin, 'initdb'), pgCtl: join(bin, 'pg_ctl'), postgres: join(bin, 'postgres') };
}

/**
 * Where to put the server for a data directory. Whatever its user could not reach (a clone in a folder closed to
 * others) or that is too long for a socket goes to a short place open to it.
 */
export function placeServer(
  dataDir: string,
  binaries: ServerBinaries,
  asRoot = process.getuid?.() === 0,
): ServerPlace {
  const wish = resolve(dataDir);
  mkdirSync(wish, { recursive: true });
  const user = asRoot ? unprivilegedUser(readFileSync('/etc/passwd', 'utf8')) : null;
  const reachable = user === null || reachableBy(user, wish);
  const home = reachable ? wish : shortPlace('/var/tmp', 'data', wish);
  if (!reachable) {
    mkdirSync(home, { recursive: true, mode: 0o711 });
    assertOurs(home);
    chmodSync(home, 0o711);
  }
  const socketWish = join(home, 'socket');
  const socket =
    Buffer.byteLength(socketWish) <= longestSocketFolder ? socketWish : shortPlace(tmpdir(), 'socket', wish);
  return {
    user,
    binaries: placeBinaries(binaries, user),
    data: ownedFolder(join(home, 'postgres'), user),
    socket: ownedFolder(socket, user),
  };
}
