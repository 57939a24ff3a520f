import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ApartLimits, runApart } from './apart.ts';

const folder = mkdtempSync(join(tmpdir(), 'sportello-apart-'));
const limits: ApartLimits = { patienceMs: 4000, mostBytes: 10_000, memory: 1024 * 1024 * 1024 };

/** A program written for the test, run as a converter is. */
function program(source: string, more: Partial<ApartLimits> = {}) {
  const file = join(folder, `${crypto.randomUUID()}.mjs`);
  writeFileSync(file, source);
  return runApart(
    {
      command: process.execPath,
      args: ['--permission', `--allow-fs-read=${folder}`, file],
      reads: [folder, process.execPath],
    },
    [Buffer.from('input')],
    { ...limits, ...more },
  );
}

describe('a converter that meets a document made to harm', () => {
  test('CF-6: what it makes comes back', async () => {
    const ran = await program('process.stdin.pipe(process.stdout)');
    expect(ran).toMatchObject({ is: 'done' });
    expect(ran.is === 'done' && ran.output.toString()).toBe('input');
  });

  test.each([
    ['crashes', 'process.abort()', 'failed'],
    ['ends with a fault', 'throw new Error("no")', 'failed'],
    ['fills the memory', 'const a = []; for (;;) a.push(Buffer.alloc(50e6, 1))', 'failed'],
    ['writes without end', 'for (;;) process.stdout.write("x".repeat(5000))', 'too_long'],
  ])('CF-6: one that %s harms only itself', async (_, source, is) => {
    expect((await program(source)).is).toBe(is);
  });

  test('CF-6: one that never ends is ended', async () => {
    expect((await program('for (;;);', { patienceMs: 700 })).is).toBe('too_slow');
  });

  test.each([
    [
      'the environment',
      'process.stdout.write(String(Object.keys(process.env).filter((name) => !["PATH", "PWD"].includes(name)).length))',
      '0',
    ],
    [
      'files of the machine',
      'import { readFileSync } from "node:fs"; try { readFileSync("/etc/passwd"); process.stdout.write("read") } catch { process.stdout.write("refused") }',
      'refused',
    ],
    [
      'a place to write',
      'import { writeFileSync } from "node:fs"; try { writeFileSync("/tmp/x", "x"); process.stdout.write("written") } catch { process.stdout.write("refused") }',
      'refused',
    ],
    [
      'another program',
      'import { spawnSync } from "node:child_process"; try { spawnSync("/bin/true"); process.stdout.write("run") } catch { process.stdout.write("refused") }',
      'refused',
    ],
    [
      'the network',
      'import { connect } from "node:net"; try { connect(80, "127.0.0.1").on("error", () => process.stdout.write("refused")).on("connect", () => process.stdout.write("reached")) } catch { process.stdout.write("refused") }',
      'refused',
    ],
  ])('CF-6: it does not reach %s', async (_, source, said) => {
    const ran = await program(source);
    expect(ran.is === 'done' && ran.output.toString()).toBe(said);
  });
});
