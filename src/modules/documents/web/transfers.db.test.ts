import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPeople, openSessions } from '#modules/identity/public.ts';
import { testApp } from '#tests/support/app.ts';
import { testClock, testDeps } from '#tests/support/store.ts';
import { aPhoto, documentDeps } from '../testing.ts';
import { eraseForgottenUploads } from '../use-cases/erase-documents.ts';

const asTest = { kind: 'system', task: 'test' } as const;
const photo = await aPhoto({ width: 900 });
const pieceType = 'application/offset+octet-stream';

let deps: Awaited<ReturnType<typeof start>>;
let app: FastifyInstance;
let origin: string;
let ada: string;
let bruno: string;

const start = async () => documentDeps(await testDeps(testClock()));

beforeAll(async () => {
  deps = await start();
  app = await testApp(deps, { FILES_DIR: deps.folder });
  origin = await app.listen({ port: 0, host: '127.0.0.1' });
  [ada, bruno] = [await sessionOf('Ada'), await sessionOf('Bruno')];
});
afterAll(() => app.close());

async function sessionOf(givenName: string): Promise<string> {
  const person = {
    givenName,
    familyName: 'Inventata',
    bornOn: '1980-02-03' as never,
    birthPlace: 'Trieste',
    email: `${givenName}@posta.example`.toLowerCase(),
    mobile: `+4479111234${givenName.length}6`,
    country: 'GB',
    place: 'Leeds',
    officeId: 'manchester',
    locale: 'it' as const,
  };
  return deps.db.transaction(asTest, async (tx) => {
    const accounts = await createPeople(deps, tx, [person], 'no password');
    const [session] = await openSessions(tx, accounts, deps.now());
    return session?.cookie ?? '';
  });
}

interface Call {
  readonly as?: string;
  readonly json?: object;
  readonly piece?: Uint8Array;
  readonly offset?: number;
}

function call(method: string, path: string, { as, json, piece, offset }: Call = {}): Promise<Response> {
  return fetch(`${origin}/api/v1${path}`, {
    method,
    headers: {
      ...(as === undefined ? {} : { cookie: `session=${as}` }),
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...(piece === undefined ? {} : { 'content-type': pieceType, 'upload-offset': String(offset ?? 0) }),
    },
    body: json === undefined ? (piece === undefined ? null : Buffer.from(piece)) : JSON.stringify(json),
  });
}

async function begin(as: string | undefined, bytes = photo.length, name = 'foto.jpg'): Promise<string> {
  const answer = await call('POST', '/transfers', {
    ...(as === undefined ? {} : { as }),
    json: { name, media_type: 'image/jpeg', bytes },
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { transfer_id: string }).transfer_id;
}

const offsetOf = async (id: string, as: string) =>
  Number((await call('HEAD', `/transfers/${id}`, { as })).headers.get('upload-offset'));

const incoming = () =>
  existsSync(join(deps.folder, 'incoming')) ? readdirSync(join(deps.folder, 'incoming')).length : 0;

/** Sends the beginning of a piece over a bare connection and cuts it there. */
function sendAndCut(id: string, content: Uint8Array, promised: number): Promise<void> {
  const { port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(
        `PATCH /api/v1/transfers/${id} HTTP/1.1\r\nhost: localhost\r\ncookie: session=${ada}\r\n` +
          `content-type: ${pieceType}\r\nupload-offset: 0\r\ncontent-length: ${promised}\r\n\r\n`,
      );
      socket.write(content, () => setTimeout(() => socket.destroy(), 150));
    });
    socket.on('close', () => resolve());
    socket.on('error', reject);
  });
}

describe('a file that comes piece by piece', () => {
  test('CF-6: a connection that is cut in the middle goes on where it was, and the file is whole', async () => {
    // Noise cannot be packed, so that the photo is long.
    const content = Buffer.concat([photo, randomBytes(3_000_000)]);
    const id = await begin(ada, content.length);
    await sendAndCut(id, content.subarray(0, 1_700_000), content.length);
    await expect.poll(() => offsetOf(id, ada)).toBe(1_700_000);
    const early = await call('POST', '/uploads', {
      as: ada,
      json: { form_key: 'a-form-of-ada', transfer_id: id },
    });
    expect([early.status, ((await early.json()) as { code: string }).code]).toEqual([409, 'not_all_here']);

    const rest = await call('PATCH', `/transfers/${id}`, {
      as: ada,
      offset: 1_700_000,
      piece: content.subarray(1_700_000),
    });
    expect([rest.status, rest.headers.get('upload-offset')]).toEqual([204, String(content.length)]);
    const complete = () =>
      call('POST', '/uploads', {
        as: ada,
        json: { form_key: 'a-form-of-ada', transfer_id: id, asked_for: 'passport' },
      });
    const taken = await complete();
    expect(taken.status).toBe(201);
    const upload = await taken.json();
    expect(upload).toMatchObject({ name: 'foto.jpg', asked_for: 'passport', kind: 'jpeg' });
    expect(await (await complete()).json()).toEqual(upload);
    expect(incoming()).toBe(0);
  });

  test('CF-6: a piece that does not begin where the last one ended is not taken', async () => {
    const id = await begin(ada);
    const first = photo.subarray(0, 100);
    expect((await call('PATCH', `/transfers/${id}`, { as: ada, piece: first })).status).toBe(204);
    for (const offset of [0, 50, 101]) {
      const answer = await call('PATCH', `/transfers/${id}`, { as: ada, piece: first, offset });
      expect(answer.status).toBe(409);
    }
    const beyond = { as: ada, offset: 100, piece: Buffer.concat([photo, photo]) };
    expect((await call('PATCH', `/transfers/${id}`, beyond)).status).toBe(409);
    expect(await offsetOf(id, ada)).toBe(100);
    expect((await call('DELETE', `/transfers/${id}`, { as: ada })).status).toBe(204);
  });

  test('CF-6: of two that send the same piece at once, one is taken', async () => {
    const id = await begin(ada);
    const send = () => call('PATCH', `/transfers/${id}`, { as: ada, piece: photo.subarray(0, 2000) });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map((each) => each.status).toSorted((a, b) => a - b)).toEqual([204, 409, 409]);
    expect(await offsetOf(id, ada)).toBe(2000);
    await call('DELETE', `/transfers/${id}`, { as: ada });
    expect(incoming()).toBe(0);
  });

  test('BO-1: nobody else finds, continues, uses or cancels it', async () => {
    const id = await begin(ada);
    for (const as of [bruno, undefined]) {
      const other = as === undefined ? {} : { as };
      expect((await call('GET', `/transfers/${id}`, other)).status).toBe(404);
      expect((await call('PATCH', `/transfers/${id}`, { ...other, piece: photo })).status).toBe(404);
      expect((await call('DELETE', `/transfers/${id}`, other)).status).toBe(404);
    }
    const used = { as: bruno, json: { form_key: 'a-form-of-bruno', transfer_id: id } };
    expect((await call('POST', '/uploads', used)).status).toBe(404);
    await call('DELETE', `/transfers/${id}`, { as: ada });
  });

  test('CF-6: what is refused at the end stays refused, with its sentence', async () => {
    const content = Buffer.from('<html><script>alert(1)</script></html>');
    const id = await begin(ada, content.length, 'pagina.jpg');
    await call('PATCH', `/transfers/${id}`, { as: ada, piece: content });
    for (let time = 0; time < 2; time += 1) {
      const json = { form_key: 'a-form-of-ada', transfer_id: id };
      const answer = await call('POST', '/uploads', { as: ada, json });
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
        415,
        'kind_not_accepted',
      ]);
    }
  });

  test('CF-6: nothing at all, too much, and too many at once are refused before they come', async () => {
    const ask = async (bytes: number) => {
      const json = { name: 'a.jpg', media_type: 'image/jpeg', bytes };
      const answer = await call('POST', '/transfers', { as: bruno, json });
      return ((await answer.json()) as { code?: string }).code;
    };
    expect([await ask(0), await ask(41 * 1024 * 1024)]).toEqual(['empty', 'too_large']);
    for (let count = 0; count < 10; count += 1) expect(await ask(1000)).toBeUndefined();
    expect(await ask(1000)).toBe('too_many_transfers');
  });

  test('CF-6: a foreign page cannot send one', async () => {
    const answer = await fetch(`${origin}/api/v1/transfers`, {
      method: 'POST',
      headers: {
        cookie: `session=${ada}`,
        'content-type': 'application/json',
        'sec-fetch-site': 'cross-site',
      },
      body: JSON.stringify({ name: 'a.jpg', media_type: 'image/jpeg', bytes: 10 }),
    });
    expect(answer.status).toBe(403);
  });

  test('CF-6: the API orders and binds the photos of a document like the pages', async () => {
    const upload = async (width: number) => {
      const content = (await aPhoto({ width })).toString('base64');
      const json = {
        form_key: 'an-ordered-form',
        name: `${width}.jpg`,
        media_type: '',
        content,
        asked_for: 'passport',
      };
      const answer = await call('POST', '/uploads', { as: ada, json });
      return ((await answer.json()) as { upload_id: string }).upload_id;
    };
    const [first, second] = [await upload(500), await upload(600)];
    const query = '?form_key=an-ordered-form';
    const order = (as: string, ids: string[]) =>
      call('PUT', `/uploads/order${query}`, { as, json: { asked_for: 'passport', upload_ids: ids } });
    expect((await order(ada, [second])).status).toBe(404);
    expect((await order(bruno, [second, first])).status).toBe(404);
    expect((await order(ada, [second, first])).status).toBe(204);
    const bound = await call('POST', `/uploads/bindings${query}`, {
      as: ada,
      json: { asked_for: 'passport' },
    });
    expect(await bound.json()).toMatchObject({
      items: [{ name: '600.pdf', kind: 'pdf', pages: 2, warnings: ['small'], virus_checked: false }],
    });
    const again = await call('POST', `/uploads/bindings${query}`, {
      as: ada,
      json: { asked_for: 'passport' },
    });
    expect(again.status).toBe(409);
  });

  test('CF-6: without an account the id alone opens it, and a day later it is gone with its pieces', async () => {
    const id = await begin(undefined);
    await call('PATCH', `/transfers/${id}`, { piece: photo.subarray(0, 500) });
    const seen = await (await call('GET', `/transfers/${id}`)).json();
    expect(seen).toEqual({ transfer_id: id, bytes: photo.length, received: 500 });
    expect(incoming()).toBe(1);
    deps.clock.forward({ hours: 25 });
    await eraseForgottenUploads(deps);
    expect(incoming()).toBe(0);
    expect((await call('GET', `/transfers/${id}`)).status).toBe(404);
  });
});
