import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Measured, RunOptions } from './support/report.ts';
import { openStage } from './support/stage.ts';

const mebibyte = 1024 * 1024;
const senders = 4;
const perSecond = (bytes: number, ms: number) => bytes / mebibyte / (ms / 1000);

/** Files that come piece by piece over HTTP, four at once, against the same bytes copied from disk to disk. */
export async function run({ full }: RunOptions): Promise<Measured[]> {
  const stage = await openStage();
  const folder = mkdtempSync(join(tmpdir(), 'sportello-uploads-'));
  try {
    const [port = 0] = await stage.startServers(1, { FILES_DIR: join(folder, 'files') });
    const api = `http://127.0.0.1:${port}/api/v1`;
    const size = 40 * mebibyte;
    const count = full ? 96 : 12;
    const content = randomBytes(size);
    const source = join(folder, 'source');
    await writeFile(source, content);

    await atOnce(senders, () => send(api, content, 'riscaldamento.pdf'));
    const copied = await timed(() => atOnce(count, (turn) => copy(source, join(folder, `copy-${turn}`))));
    const received = await timed(() => atOnce(count, () => send(api, content, 'scansione.pdf')));

    const photos = full ? 40 : 8;
    const photo = await aLargePhoto();
    const checked = await timed(() =>
      atOnce(photos, async (turn) => {
        // Each another, so that none is known already.
        const different = Buffer.concat([photo, Buffer.from(String(turn))]);
        const transfer = await send(api, different, 'foto.jpg');
        await complete(api, transfer, `a-form-of-the-bench-${turn}`);
      }),
    );
    return [
      {
        name: 'bytes received in pieces, for each byte copied from disk to disk meanwhile',
        value: perSecond(size * count, received) / perSecond(size * count, copied),
        detail: `${perSecond(size * count, received).toFixed(0)} MiB a second; a plain copy ${perSecond(size * count, copied).toFixed(0)}`,
      },
      {
        name: 'photos received, checked, drawn anew, sealed and kept',
        value: photos / (checked / 1000),
        unit: ' a second',
        detail: `${photos} photos of ${(photo.length / mebibyte).toFixed(1)} MiB, ${perSecond(photo.length * photos, checked).toFixed(1)} MiB a second`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await stage.end();
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Does so many, a few at once. */
async function atOnce(count: number, work: (turn: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const workers = Array.from({ length: senders }, async () => {
    for (let turn = next++; turn < count; turn = next++) await work(turn);
  });
  await Promise.all(workers);
}

/** The same bytes in pieces of the same size, read and written by this process. */
async function copy(from: string, to: string): Promise<void> {
  const content = await readFile(from);
  for (let at = 0; at < content.length; at += mebibyte)
    await writeFile(`${to}-${at}`, content.subarray(at, at + mebibyte));
}

async function send(api: string, content: Buffer, name: string): Promise<string> {
  const begun = await fetch(`${api}/transfers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, media_type: '', bytes: content.length }),
  });
  if (!begun.ok) throw new Error(await begun.text());
  const { transfer_id: id } = (await begun.json()) as { transfer_id: string };
  for (let at = 0; at < content.length; at += mebibyte) {
    const sent = await fetch(`${api}/transfers/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(at) },
      body: new Uint8Array(content.subarray(at, at + mebibyte)),
    });
    if (sent.status !== 204) throw new Error(await sent.text());
  }
  return id;
}

async function complete(api: string, transfer: string, key: string): Promise<void> {
  const taken = await fetch(`${api}/letter-uploads`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ form_key: key, transfer_id: transfer }),
  });
  if (taken.status !== 201) throw new Error(await taken.text());
}

/** As large as a phone makes them: twelve megapixels of grain. */
function aLargePhoto(): Promise<Buffer> {
  return sharp({
    create: {
      width: 4000,
      height: 3000,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .jpeg({ quality: 80 })
    .toBuffer();
}
