import { readdirSync } from 'node:fs';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import { unsealFile } from '#platform/files/sealed-file.ts';
import { ScannerAway } from '#platform/files/virus-scanner.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { largestFile } from '../domain/document.ts';
import { aPdf, aPhoto, documentDeps, received } from '../testing.ts';
import { bindPhotos, moveDraft, turnDraft } from './arrange-drafts.ts';
import { attachDrafts } from './attach-drafts.ts';
import { closeDocumentsForAccount } from './close-for-account.ts';
import { eraseDueDocuments, eraseForgottenUploads, keepDocumentsUntil } from './erase-documents.ts';
import { eraseDueOriginals } from './originals.ts';
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
const allFiles = () =>
  readdirSync(deps.folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
/** Without the sealed originals, of which each has one. */
const filesOnDisk = () => allFiles().filter((each) => !each.parentPath.includes('/sealed/'));

/** What is kept of an upload. */
async function kept(): Promise<Buffer> {
  const { rows } = await deps.store.owner.query<{ file_key: string }>('select file_key from documents.draft');
  return Buffer.from(await deps.files.read(rows[0]?.file_key ?? ''));
}

describe('uploading', () => {
  test('CF-6: a photo loses place and owner, what was hidden behind it, and stands upright', async () => {
    const lying = await sharp(await aPhoto({ width: 600, height: 400 }))
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
    expect([seen.width, seen.height, seen.orientation, seen.exif]).toEqual([400, 600, undefined, undefined]);
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

describe('what the checks find', () => {
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

  test('CF-6: where there is a virus check, the file says that it passed; where there is none, that it did not', async () => {
    expect(await send(received('foto.jpg', await aPhoto()))).toMatchObject({ value: { scanned: false } });
    deps = { ...deps, scanner: { scan: async () => 'clean' } };
    expect(await send(received('foto.jpg', await aPhoto({ width: 61 })))).toMatchObject({
      value: { scanned: true },
    });
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

describe('the original', () => {
  const rows = async () =>
    (await deps.db.transaction({ kind: 'system', task: 'test' }, (tx) =>
      tx.sql<{ id: string; file_key: string; wrapped_key: string; document_id: string }>(
        'select id, file_key, wrapped_key, document_id from documents.original',
      ),
    )) as { id: string; file_key: string; wrapped_key: string; document_id: string }[];

  test('CF-6: what came is kept as it came, encrypted with a key of its own', async () => {
    const photo = received('foto.jpg', await aPhoto());
    const sent = await send(photo);
    const [line] = await rows();
    expect(line?.document_id).toBe(sent.ok && sent.value.id);
    const sealed = await deps.files.read(line?.file_key ?? '');
    expect(Buffer.from(sealed).includes('Ada Prova')).toBe(false);
    const opened = unsealFile(deps.keys, line?.id ?? '', line?.wrapped_key ?? '', sealed);
    expect(Buffer.from(opened).equals(Buffer.from(photo.content))).toBe(true);
    expect(() => unsealFile(deps.keys, ada, line?.wrapped_key ?? '', sealed)).toThrow();
  });

  test('CF-6: no principal but the platform reaches its line, and no route serves it', async () => {
    const id = await sentDocument();
    const [line] = await rows();
    for (const as of [
      { kind: 'citizen', accountId: ada },
      { kind: 'office', officeId: 'manchester' },
      { kind: 'official', officialId: bruno, officeIds: ['manchester'] },
      { kind: 'ministry', officialId: bruno },
      { kind: 'visitor' },
    ] as const) {
      expect(await deps.db.transaction(as, (tx) => tx.sql('select 1 from documents.original'))).toEqual([]);
      const opened = await openDocument(deps, { as, officeId: 'manchester', id });
      expect(opened === undefined || !Buffer.from(opened.content).includes('Ada Prova')).toBe(true);
      expect(await openDocument(deps, { as, officeId: 'manchester', id: line?.id ?? '' })).toBeUndefined();
    }
  });

  test('CF-6: it goes after its year, although the document stays', async () => {
    const id = await sentDocument();
    expect(await eraseDueOriginals(deps)).toBe(0);
    deps.clock.forward({ hours: 24 * 367 });
    expect(await eraseDueOriginals(deps)).toBe(1);
    expect(await rows()).toEqual([]);
    expect(allFiles()).toHaveLength(1);
    const as = { kind: 'citizen', accountId: ada } as const;
    expect(await openDocument(deps, { as, officeId: 'manchester', id })).toBeDefined();
  });
});

describe('the order of photos', () => {
  test('CF-6: photos of a document become the pages of one PDF, in the order that the person gives', async () => {
    for (const [name, width] of [
      ['retro.jpg', 700],
      ['fronte.jpg', 500],
    ] as const)
      await send({ ...received(name, await aPhoto({ width, height: 600 })), askedFor: 'identity_card' });
    await send(received('altro.jpg', await aPhoto()));
    const names = async () => (await listDrafts(deps, form)).map((each) => each.name);
    const front = (await listDrafts(deps, form)).find((each) => each.name === 'fronte.jpg');
    await moveDraft(deps, form, { id: front?.id ?? '', by: -1 });
    expect(await names()).toEqual(['altro.jpg', 'fronte.jpg', 'retro.jpg']);
    await moveDraft(deps, form, { id: front?.id ?? '', by: -1 });
    expect(await names()).toEqual(['altro.jpg', 'fronte.jpg', 'retro.jpg']);

    await bindPhotos(deps, form);
    const [loose, bound] = await listDrafts(deps, form);
    expect([loose?.name, bound?.name, bound?.kind, bound?.pages]).toEqual([
      'altro.jpg',
      'fronte.pdf',
      'pdf',
      2,
    ]);
    const { rows: kept } = await deps.store.owner.query<{ file_key: string }>(
      "select file_key from documents.draft where kind = 'pdf'",
    );
    const pdf = await PDFDocument.load(await deps.files.read(kept[0]?.file_key ?? ''));
    // The front stands, the back lies.
    expect(pdf.getPages().map((page) => page.getWidth() < page.getHeight())).toEqual([true, false]);
    // A PDF and a photo, and what came for them: three photos.
    expect([filesOnDisk().length, allFiles().length]).toEqual([2, 5]);
  });

  test('CF-6: a photo that lies is turned by a quarter, twice the same press or not', async () => {
    const sent = await send(received('foto.jpg', await aPhoto({ width: 600, height: 400 })));
    const id = sent.ok ? sent.value.id : '';
    await turnDraft(deps, form, id);
    const seen = await sharp(await kept()).metadata();
    expect([seen.width, seen.height]).toEqual([400, 600]);
    expect(await turnDraft(deps, { ...form, accountId: bruno }, id)).toMatchObject({ ok: false });
    expect(filesOnDisk()).toHaveLength(1);
  });
});

describe('erasing', () => {
  test('CF-6: an upload that is never sent is gone after two days', async () => {
    await send(received('foto.jpg', await aPhoto()));
    deps.clock.forward({ hours: 47 });
    await eraseForgottenUploads(deps);
    expect(await listDrafts(deps, form)).toHaveLength(1);
    deps.clock.forward({ hours: 2 });
    await eraseForgottenUploads(deps);
    expect(await listDrafts(deps, form)).toEqual([]);
    expect(allFiles()).toEqual([]);
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
    expect(allFiles()).toEqual([]);
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
