import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FileStore, openBucket, openFileStore } from './file-store.ts';

interface S3Server {
  run(): Promise<AddressInfo>;
  close(): Promise<void>;
}
const S3rver = createRequire(import.meta.url)('s3rver') as new (options: object) => S3Server;

const temporary = () => mkdtempSync(join(tmpdir(), 'sportello-store-'));
const stores: Record<string, FileStore> = { 'a folder': openFileStore(temporary()) };
const server = new S3rver({
  port: 0,
  address: '127.0.0.1',
  silent: true,
  directory: temporary(),
  configureBuckets: [{ name: 'documents' }],
});

beforeAll(async () => {
  const { port } = await server.run();
  stores['a bucket'] = openBucket({
    endpoint: `http://127.0.0.1:${port}`,
    bucket: 'documents',
    region: 'eu-south-1',
    // What this server knows everybody by.
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
  });
});
afterAll(() => server.close());

const content = new Uint8Array([0, 255, 13, 10, 0, 1]);
const now = () => Temporal.Now.instant();

describe.each(['a folder', 'a bucket'])('files in %s', (name) => {
  const store = () => stores[name] as FileStore;

  test('CF-6: what is written is read again, byte by byte, and moved whole', async () => {
    await store().write('kept/ab/one', content);
    expect(await store().read('kept/ab/one')).toEqual(content);
    await store().move('kept/ab/one', 'kept/ab/two');
    expect([await store().exists('kept/ab/one'), await store().exists('kept/ab/two')]).toEqual([false, true]);
  });

  test('CF-6: removing is final, and removing again is no fault', async () => {
    await store().write('kept/cd/gone', content);
    await store().remove('kept/cd/gone');
    await store().remove('kept/cd/gone');
    expect(await store().exists('kept/cd/gone')).toBe(false);
    await expect(store().read('kept/cd/gone')).rejects.toThrow();
  });

  test('CF-6: what was left behind is found by its age, in its own folder only', async () => {
    expect(await store().listOlder('quarantine', now())).toEqual([]);
    await store().write('quarantine/left', content);
    await store().write('incoming/other', content);
    expect(await store().listOlder('quarantine', now().subtract({ hours: 1 }))).toEqual([]);
    expect(await store().listOlder('quarantine', now().add({ hours: 1 }))).toEqual(['quarantine/left']);
  });
});
