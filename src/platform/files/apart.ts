import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** A program for a document that nobody trusts yet. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  /** Folders that it may read, besides those of the system. */
  readonly reads: readonly string[];
}

export type RunApart =
  | { readonly is: 'done'; readonly output: Buffer }
  | { readonly is: 'failed' | 'too_slow' | 'too_long' };

export interface ApartLimits {
  /** Milliseconds after which it is ended. */
  readonly patienceMs: number;
  readonly mostBytes: number;
  /** Memory that it may fill, in bytes. */
  readonly memory: number;
}

const installed = (command: string) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
/** Whether a fenced program can be started: some containers forget to allow what bubblewrap needs. */
const fenceWorks = (): boolean =>
  spawnSync('bwrap', [...fence([]), '--', '/bin/true'], { stdio: 'ignore' }).status === 0;

let found: { readonly bubblewrap: boolean; readonly limits: boolean } | undefined;
/** What the machine offers to fence a program in. */
export function fences(): { readonly bubblewrap: boolean; readonly limits: boolean } {
  found ??= { bubblewrap: fenceWorks(), limits: installed('prlimit') };
  return found;
}

const searched = '/usr/local/bin:/usr/bin:/bin';
const system = ['/usr', '/bin', '/lib', '/lib64', '/etc/fonts', '/etc/ld.so.cache', '/etc/alternatives'];

/** Nothing but the system and the given folders, all read-only; no network, no other process, gone with its parent. */
function fence(reads: readonly string[]): string[] {
  const shown = [...system, ...reads].filter((path) => existsSync(path));
  return [
    '--unshare-all',
    '--die-with-parent',
    '--new-session',
    '--clearenv',
    '--setenv',
    'PATH',
    searched,
    '--proc',
    '/proc',
    '--dev',
    '/dev',
    '--tmpfs',
    '/tmp',
    '--chdir',
    '/tmp',
    ...shown.flatMap((path) => ['--ro-bind', path, path]),
  ];
}

function fencedIn({ command, args, reads }: Program, { memory, patienceMs }: ApartLimits): string[] {
  const { bubblewrap, limits } = fences();
  const seconds = Math.ceil(patienceMs / 1000) * 2;
  return [
    ...(limits ? ['prlimit', `--data=${memory}`, `--cpu=${seconds}`, '--core=0', '--fsize=0', '--'] : []),
    ...(bubblewrap ? ['bwrap', ...fence(reads), '--'] : []),
    command,
    ...args,
  ];
}

/**
 * Runs a program on a document: in a process of its own, without our environment, for so long and with so much memory,
 * fenced in where the machine can do that. Whatever becomes of it, this process goes on.
 */
export function runApart(
  program: Program,
  input: readonly Uint8Array[],
  limits: ApartLimits,
): Promise<RunApart> {
  const [command = '', ...args] = fencedIn(program, limits);
  return new Promise((resolve) => {
    const child = spawn(command, args, { env: { PATH: searched }, stdio: ['pipe', 'pipe', 'ignore'] });
    const output: Buffer[] = [];
    let length = 0;
    let ended: 'too_slow' | 'too_long' | undefined;
    const end = (why: 'too_slow' | 'too_long') => {
      ended ??= why;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => end('too_slow'), limits.patienceMs);
    child.stdout.on('data', (data: Buffer) => {
      length += data.length;
      if (length > limits.mostBytes) return end('too_long');
      output.push(data);
    });
    // A program that ends before it has read everything has said what it has to say.
    child.stdin.on('error', () => {});
    child.on('error', () => resolve({ is: 'failed' }));
    child.on('close', (code) => {
      clearTimeout(timer);
      if (ended !== undefined) resolve({ is: ended });
      else resolve(code === 0 ? { is: 'done', output: Buffer.concat(output) } : { is: 'failed' });
    });
    for (const part of input) child.stdin.write(part);
    child.stdin.end();
  });
}
