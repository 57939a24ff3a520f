import { setTimeout as wait } from 'node:timers/promises';
import { inflateSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attachDrafts, documentToken, receiveUpload } from '#modules/documents/public.ts';
import { documentDeps, received } from '#modules/documents/testing.ts';
import { documentWords } from '#modules/documents/web/words/words.ts';
import { inspectPdf } from '#platform/files/convert/inspect-pdf.ts';
import { testApp } from '#tests/support/app.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import type { BadFile } from './bad-file.ts';
import { badOthers } from './bad-others.ts';
import { badPdfs } from './bad-pdfs.ts';
import { badPictures } from './bad-pictures.ts';

const corpus: readonly BadFile[] = [...badOthers, ...badPictures, ...badPdfs];
const subject = { kind: 'case-file', id: '00000000-0000-4000-8000-0000000000f1' };

let deps: Awaited<ReturnType<typeof start>>;
let app: FastifyInstance;
const start = async () => documentDeps(await testDeps(testClock()));

beforeAll(async () => {
  deps = await start();
  app = await testApp(deps, { FILES_DIR: deps.folder });
});
afterAll(() => app.close());

/** What stands in a file, what is packed in it too. */
function everything(content: Buffer): string {
  const parts = [content];
  for (let at = content.indexOf('stream'); at !== -1; at = content.indexOf('stream', at + 6)) {
    const start = at + (content[at + 6] === 13 ? 8 : 7);
    try {
      parts.push(inflateSync(content.subarray(start)));
    } catch {
      // Not packed, or not in this way.
    }
  }
  return Buffer.concat(parts).toString('latin1');
}

/** Sends the document as a matter's own and opens it as a browser would. */
async function served(holder: { formKey: string; accountId: null }, id: string) {
  await deps.db.transaction({ kind: 'system', task: 'test' }, (tx) =>
    attachDrafts(tx, {
      holder,
      accountId: null,
      officeId: 'manchester',
      subject,
      partId: subject.id,
      actor: { kind: 'visitor' },
      at: deps.now(),
    }),
  );
  const open = () => app.inject({ url: `/files/manchester/${id}?token=${documentToken(deps.keys, id)}` });
  let answer = await open();
  // Making bombs keeps this process busy, and a server under pressure asks to come again.
  for (let again = 0; answer.statusCode === 503 && again < 20; again += 1) {
    await wait(500);
    answer = await open();
  }
  return answer;
}

describe('files that should not have come', () => {
  test('CF-6: there are sixty of them at least, each another', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(60);
    expect(new Set(corpus.map(({ what }) => what)).size).toBe(corpus.length);
  });

  test.concurrent.each(corpus)('CF-6: $what', async ({ what, name, declared, make, becomes }) => {
    const holder = { formKey: `a-form-with-${what.replaceAll(/\W/g, '-')}`.slice(0, 190), accountId: null };
    const content = await make();
    const sent = await receiveUpload(deps, holder, received(name, content, declared));
    if (typeof becomes === 'string') {
      expect(sent).toEqual({ ok: false, refusal: { code: becomes } });
      for (const words of Object.values(documentWords)) expect(words.refusals[becomes]).toMatch(/\.$/);
      return;
    }
    expect(sent).toMatchObject({ ok: true, value: { kind: becomes.kind } });
    const id = sent.ok ? sent.value.id : '';
    if (becomes.name !== undefined) expect(sent.ok && sent.value.name).toBe(becomes.name);
    const answer = await served(holder, id);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-disposition': expect.stringMatching(
        /^attachment; filename="[^"\r\n]+"; filename\*=UTF-8''\S+$/,
      ),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(answer.rawPayload.equals(Buffer.from(content))).toBe(false);
    const inside = everything(answer.rawPayload);
    for (const mark of becomes.gone) expect(inside).not.toContain(mark);
    if (becomes.kind === 'pdf')
      expect(await inspectPdf(answer.rawPayload)).toMatchObject({ is: 'sound', active: false });
  });

  test('CF-6: no route serves an original', async () => {
    const { rows } = await deps.store.owner.query<{ id: string; file_key: string }>(
      'select id, file_key from documents.original',
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const { id, file_key: key } of rows.slice(0, 5))
      for (const path of [
        `/files/manchester/${id}?token=${documentToken(deps.keys, id)}`,
        `/files/manchester/${key}`,
        `/files/${key}`,
        `/assets/../${key}`,
        `/assets/..%2f${encodeURIComponent(key)}`,
        `/api/v1/offices/manchester/documents/${id}`,
      ])
        expect([302, 404]).toContain((await app.inject({ url: path })).statusCode);
  });
});
