import { readdirSync } from 'node:fs';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import { canRedraw, cleanPdf } from '#platform/files/clean-pdf.ts';
import { ScannerAway } from '#platform/files/virus-scanner.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { largestFile } from '../domain/document.ts';
import { aPdf, aPhoto, documentDeps, pixelFlood, received } from '../testing.ts';
import { attachDrafts } from './attach-drafts.ts';
import { closeDocumentsForAccount } from './close-for-account.ts';
import { eraseDueDocuments, eraseForgottenUploads, keepDocumentsUntil } from './erase-documents.ts';
import { documentToken, openDocument } from './read-documents.ts';
import { discardDraft, type FormHolder, listDrafts, type Received, receiveUpload } from './receive-upload.ts';

const ada = '00000000-0000-4000-8000-00000000000a';
const bruno = '00000000-0000-4000-8000-00000000000b';
const form: FormHolder = { formKey: 'a-form-of-ada', accountId: ada };

let deps: Awaited<ReturnType<typeof start>>;
async function start() {
  return documentDeps(await testDeps(testClock()));
}
beforeEach(async () => {
  deps = await start();
});

const send = (file: Received, holder = form) => receiveUpload(deps, holder, file);
const filesOnDisk = () =>
  readdirSync(deps.folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());

/** What is kept of an upload. */
async function kept(): Promise<Buffer> {
  const { rows } = await deps.store.owner.query<{ file_key: string }>('select file_key from documents.draft');
  return Buffer.from(await deps.files.read(rows[0]?.file_key ?? ''));
}

describe('uploading', () => {
  test('CF-6: a photo loses place and owner, what was hidden behind it, and stands upright', async () => {
    const lying = await sharp(await aPhoto({ width: 60, height: 40 }))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const sent = await send(
      received('foto.jpg', Buffer.concat([lying, Buffer.from('<?php system($_GET[0]);')])),
    );
    expect(sent).toMatchObject({ ok: true, value: { name: 'foto.jpg', kind: 'jpeg' } });
    const photo = await kept();
    expect(photo.includes('<?php')).toBe(false);
    expect(photo.includes('Ada Prova')).toBe(false);
    const seen = await sharp(photo).metadata();
    expect([seen.width, seen.height, seen.orientation, seen.exif]).toEqual([40, 60, undefined, undefined]);
  });

  test.each(['png', 'webp'] as const)('CF-6: a picture of kind %s is taken', async (kind) => {
    expect(await send(received(`schermata.${kind}`, await aPhoto({ kind })))).toMatchObject({ ok: true });
  });

  test('CF-6: a PDF keeps its pages and nothing that was put around them', async () => {
    const pdf = await aPdf(() => {}, 3);
    const hidden = Buffer.concat([pdf, Buffer.from('PK\x03\x04 a hidden archive')]);
    expect(await send(received('atto.pdf', hidden))).toMatchObject({ ok: true, value: { kind: 'pdf' } });
    expect((await kept()).includes('hidden archive')).toBe(false);
  });

  test('CF-6: nothing of what came stays in quarantine', async () => {
    await send(received('foto.jpg', await aPhoto()));
    await send(received('foto.jpg', Buffer.from('no photo')));
    expect(filesOnDisk()).toHaveLength(1);
  });

  test('CF-6: the same file again, also at once, is one upload', async () => {
    const photo = received('foto.jpg', await aPhoto());
    const sent = await Promise.all([send(photo), send(photo), send(photo)]);
    expect(new Set(sent.map((each) => each.ok && each.value.id)).size).toBe(1);
    expect(filesOnDisk()).toHaveLength(1);
  });
});

const withScript = () => aPdf((document) => document.addJavaScript('start', 'app.alert("hello")'));
const withProgram = () =>
  aPdf((document) => {
    document.catalog.set(
      PDFName.of('OpenAction'),
      document.context.obj({ S: 'Launch', F: PDFString.of('/bin/sh') }),
    );
  });
const withFile = () =>
  aPdf((document) => {
    void document.attach(new Uint8Array([77, 90]), 'programma.exe', { mimeType: 'application/octet-stream' });
  });
/** The name of the entry written with escapes, and the object inside a packed stream of objects. */
const withHiddenScript = () =>
  aPdf((document) => {
    const page = document.getPage(0);
    page.node.set(
      PDFName.of('Annots'),
      document.context.obj([{ Subtype: 'Widget', A: { S: 'Java#53cript' } }]),
    );
  });
const withBomb = () =>
  aPdf((document) => {
    const packed = deflateSync(deflateSync(Buffer.alloc(400 * 1024 * 1024)));
    const dict = document.context.obj({ Filter: ['FlateDecode', 'FlateDecode'], Length: packed.length });
    document.context.register(PDFRawStream.of(dict, packed));
  });
const protectedPdf = () =>
  aPdf((document) => {
    document.encrypt({ userPassword: 'segreta', ownerPassword: 'segretissima' });
  });

/** An archive with one entry that unpacks to very much, called a word processor's file. */
function zipBomb(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(50 * 1024 * 1024));
  const name = Buffer.from('word/document.xml');
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(50 * 1024 * 1024, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name, packed]);
}

describe('hostile and broken files', () => {
  const cases: [string, string, () => Promise<Buffer> | Buffer, string][] = [
    ['nothing at all', 'vuoto.pdf', () => Buffer.alloc(0), 'empty'],
    [
      'a page called a photo',
      'foto.jpg',
      () => Buffer.from('<html><script>alert(1)</script>'),
      'kind_not_accepted',
    ],
    ['a drawing with a script', 'a.svg', () => Buffer.from('<svg onload="alert(1)"/>'), 'kind_not_accepted'],
    ['an archive that unpacks to very much', 'lettera.docx', zipBomb, 'kind_not_accepted'],
    ['a photo with a wrong ending', 'foto.pdf', () => aPhoto(), 'kinds_disagree'],
    ['a photo that a server would run', 'foto.jpg.php', () => aPhoto(), 'kinds_disagree'],
    ['144 million pixels', 'grande.png', () => pixelFlood(12_000), 'too_many_pixels'],
    [
      'half a photo',
      'foto.jpg',
      async () => (await aPhoto({ width: 900, height: 900 })).subarray(0, 900),
      'unreadable_picture',
    ],
    ['only the beginning of a PDF', 'atto.pdf', async () => (await aPdf()).subarray(0, 40), 'unreadable_pdf'],
    ['a PDF with a password', 'atto.pdf', protectedPdf, 'encrypted_pdf'],
    ['a PDF that unpacks to very much', 'atto.pdf', withBomb, 'unreadable_pdf'],
    ['41 pages', 'atto.pdf', () => aPdf(() => {}, 41), 'too_many_pages'],
  ];

  test.each(cases)('CF-6: %s is refused with its reason', async (_, name, content, code) => {
    expect(await send(received(name, await content()))).toEqual({ ok: false, refusal: { code } });
    expect(filesOnDisk()).toEqual([]);
  });

  test('CF-6: a file over the limit is refused', async () => {
    const file = { name: 'a.jpg', declaredType: '', content: new Uint8Array(), tooLarge: true };
    expect(await send(file)).toEqual({ ok: false, refusal: { code: 'too_large' } });
  });

  const active: [string, () => Promise<Buffer>][] = [
    ['a script', withScript],
    ['a call of a program', withProgram],
    ['a file inside', withFile],
    ['a script under a disguised name', withHiddenScript],
  ];
  test.each(active)('CF-6: a PDF with %s is refused where it cannot be drawn anew', async (_, content) => {
    expect(await cleanPdf(await content(), { redraw: false })).toBe('active_content');
  });

  test.skipIf(!canRedraw).each(active)(
    'CF-6: a PDF with %s is drawn anew without it (pdftocairo)',
    async (_, content) => {
      const clean = await cleanPdf(await content());
      expect(clean).toMatchObject({ pages: 1 });
      expect(await cleanPdf((clean as { content: Uint8Array }).content, { redraw: false })).toMatchObject({
        pages: 1,
      });
    },
  );

  test('CF-6: a photo that is also an archive is only a photo afterwards', async () => {
    const polyglot = Buffer.concat([await aPhoto(), zipBomb()]);
    expect(await send(received('foto.jpg', polyglot))).toMatchObject({ ok: true });
    expect((await kept()).includes('word/document.xml')).toBe(false);
  });

  test('CF-6: what the virus check finds is refused, erased, and leaves a line of history', async () => {
    deps = { ...deps, scanner: { scan: async () => 'infected' } };
    expect(await send(received('foto.jpg', await aPhoto()))).toEqual({
      ok: false,
      refusal: { code: 'infected' },
    });
    expect(filesOnDisk()).toEqual([]);
    const { rows } = await deps.store.owner.query('select type, account_id from platform.event');
    expect(rows).toEqual([{ type: 'document.found-infected', account_id: ada }]);
  });

  test('CF-6: while the virus check is away nothing is let through', async () => {
    const scan = () => Promise.reject(new ScannerAway('away'));
    deps = { ...deps, scanner: { scan } };
    expect(await send(received('foto.jpg', await aPhoto()))).toEqual({
      ok: false,
      refusal: { code: 'scanner_away' },
    });
    expect(filesOnDisk()).toEqual([]);
  });
});

describe('how much', () => {
  test('CF-6: five files go with a form, a sixth has to wait', async () => {
    for (let width = 50; width < 55; width += 1)
      expect(await send(received('foto.jpg', await aPhoto({ width })))).toMatchObject({ ok: true });
    expect(await send(received('foto.jpg', await aPhoto({ width: 70 })))).toEqual({
      ok: false,
      refusal: { code: 'too_many_files' },
    });
  });

  test('CF-6: a person’s files have a limit together', async () => {
    await send(received('foto.jpg', await aPhoto()));
    await deps.store.owner.query('update documents.draft set bytes = $1', [10 * largestFile]);
    const more = await send(received('altra.jpg', await aPhoto({ width: 99 })), {
      ...form,
      formKey: 'another-form',
    });
    expect(more).toEqual({ ok: false, refusal: { code: 'quota_full' } });
  });
});

describe('for which document of the form', () => {
  test('CF-6: every document that is asked for has its own files, and the same file may serve two', async () => {
    const photo = received('foto.jpg', await aPhoto());
    await send({ ...photo, askedFor: 'passport' });
    await send({ ...photo, askedFor: 'passport' });
    await send({ ...photo, askedFor: 'residence' });
    await send(photo);
    const drafts = await listDrafts(deps, form);
    expect(drafts.map((each) => each.askedFor)).toEqual([null, 'passport', 'residence']);
  });
});

describe('whose it is', () => {
  test('BO-1: the same key in other hands finds nothing and removes nothing', async () => {
    const sent = await send(received('foto.jpg', await aPhoto()));
    const id = sent.ok ? sent.value.id : '';
    for (const accountId of [bruno, null]) {
      expect(await listDrafts(deps, { ...form, accountId })).toEqual([]);
      expect(await discardDraft(deps, { ...form, accountId }, id)).toMatchObject({ ok: false });
    }
    expect(await discardDraft(deps, form, id)).toMatchObject({ ok: true });
    expect(filesOnDisk()).toEqual([]);
  });

  test('BO-1: a sent document opens for its owner, the office and the holder of its link only', async () => {
    const id = await sentDocument();
    const open = (as: Parameters<typeof openDocument>[1]['as'], token?: string) =>
      openDocument(deps, { as, officeId: 'manchester', id, token }).then((found) => found !== undefined);
    expect(await open({ kind: 'citizen', accountId: ada })).toBe(true);
    expect(await open({ kind: 'citizen', accountId: bruno })).toBe(false);
    expect(await open({ kind: 'visitor' })).toBe(false);
    expect(await open({ kind: 'official', officialId: bruno, officeIds: ['manchester'] })).toBe(true);
    expect(await open({ kind: 'official', officialId: bruno, officeIds: ['london'] })).toBe(false);
    expect(await open({ kind: 'visitor' }, documentToken(deps.keys, id))).toBe(true);
    expect(await open({ kind: 'visitor' }, documentToken(deps.keys, ada))).toBe(false);
  });
});

const subject = { kind: 'case-file', id: '00000000-0000-4000-8000-0000000000f1' };

async function sentDocument(): Promise<string> {
  const sent = await send(received('foto.jpg', await aPhoto()));
  await deps.db.transaction({ kind: 'system', task: 'test' }, (tx) =>
    attachDrafts(tx, {
      holder: form,
      accountId: ada,
      officeId: 'manchester',
      subject,
      partId: subject.id,
      actor: { kind: 'citizen', id: ada },
      at: deps.now(),
    }),
  );
  return sent.ok ? sent.value.id : '';
}

describe('erasing', () => {
  test('CF-6: an upload that is never sent is gone after two days', async () => {
    await send(received('foto.jpg', await aPhoto()));
    deps.clock.forward({ hours: 47 });
    await eraseForgottenUploads(deps);
    expect(await listDrafts(deps, form)).toHaveLength(1);
    deps.clock.forward({ hours: 2 });
    await eraseForgottenUploads(deps);
    expect(await listDrafts(deps, form)).toEqual([]);
    expect(filesOnDisk()).toEqual([]);
  });

  test('ID-18: closing the account erases what was uploaded and never sent', async () => {
    await send(received('foto.jpg', await aPhoto()));
    const close = () =>
      deps.db.transaction({ kind: 'system', task: 'account-closing' }, (tx) =>
        closeDocumentsForAccount(tx, { accountId: ada }),
      );
    expect(await close()).toEqual({ erased: ['unsent_uploads'], kept: [] });
    await eraseForgottenUploads(deps);
    expect(filesOnDisk()).toEqual([]);
    expect(await close()).toEqual({ erased: [], kept: [] });
  });

  test('ID-18: a document is erased after its last day: file and name are gone, history proves it', async () => {
    const id = await sentDocument();
    const keep = (day: string) =>
      deps.db.transaction({ kind: 'system', task: 'test' }, (tx) =>
        keepDocumentsUntil(tx, { officeId: 'manchester', subjectId: subject.id, day: day as never }),
      );
    await keep('2026-11-24');
    expect(await eraseDueDocuments(deps)).toBe(0);
    deps.clock.forward({ hours: 24 });
    expect(await eraseDueDocuments(deps)).toBe(1);
    expect(filesOnDisk()).toEqual([]);
    const { rows } = await deps.store.owner.query('select name, file_key, sha256 from documents.document');
    expect(rows).toEqual([{ name: null, file_key: null, sha256: expect.any(String) }]);
    const history = await deps.store.owner.query(
      'select type, facts from platform.event order by id desc limit 1',
    );
    expect(history.rows).toEqual([
      { type: 'document.erased', facts: { sha256: rows[0]?.sha256, from: subject } },
    ]);
    const as = { kind: 'citizen', accountId: ada } as const;
    expect(await openDocument(deps, { as, officeId: 'manchester', id })).toBeUndefined();
  });
});
