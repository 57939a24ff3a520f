import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { Bucket } from './bucket.ts';

/** Files by random names, outside of everything that the web server serves by itself. */
export interface FileStore {
  write(key: string, content: Uint8Array): Promise<void>;
  read(key: string): Promise<Uint8Array>;
  move(from: string, to: string): Promise<void>;
  /** Removes a file; one that is gone already is no fault. */
  remove(key: string): Promise<void>;
  exists(key: string): Promise<boolean>;
  /** Names below a folder that were written before an instant. */
  listOlder(folder: string, than: Temporal.Instant): Promise<string[]>;
}

/** The store in a folder of the disk, readable by the program's own user alone. */
export function openFileStore(folder: string): FileStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }));
  return storeOn(disk, (below) => existsSync(join(folder, below)));
}

/** The store in a bucket. Its client is large and is fetched when the first file comes. */
export function openBucket(bucket: Bucket): FileStore {
  let opened: Promise<FileStore> | undefined;
  const store = () => {
    opened ??= import('./bucket-disk.ts').then(({ openDisk }) => storeOn(openDisk(bucket)));
    return opened;
  };
  return {
    write: async (key, content) => (await store()).write(key, content),
    read: async (key) => (await store()).read(key),
    move: async (from, to) => (await store()).move(from, to),
    remove: async (key) => (await store()).remove(key),
    exists: async (key) => (await store()).exists(key),
    listOlder: async (folder, than) => (await store()).listOlder(folder, than),
  };
}

function storeOn(disk: Disk, hasFolder: (below: string) => boolean = () => true): FileStore {
  return {
    write: (key, content) => disk.put(key, content),
    read: (key) => disk.getBytes(key),
    move: (from, to) => disk.move(from, to),
    remove: (key) => disk.delete(key),
    exists: (key) => disk.exists(key),
    async listOlder(below, than) {
      const old: string[] = [];
      let page: string | undefined;
      do {
        if (!hasFolder(below)) return old;
        const { objects, paginationToken } = await disk.listAll(
          below,
          page === undefined ? {} : { paginationToken: page },
        );
        for (const each of objects) {
          if (!each.isFile) continue;
          const { lastModified } = await disk.getMetaData(each.key);
          if (lastModified.getTime() < than.epochMilliseconds) old.push(each.key);
        }
        page = paginationToken;
      } while (page !== undefined);
      return old;
    },
  };
}
