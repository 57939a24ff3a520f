import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bareServer, posted } from '#tests/support/server.ts';
import { CommitUnknown, DatabaseAway } from '../database/database.ts';
import { textField } from './form/fields.ts';
import { form } from './form/form.ts';
import { readForm } from './form/read-form.ts';
import { citizensOnly, officialsOnly } from './guards.ts';
import { html } from './html.ts';

let app: FastifyInstance;

beforeAll(async () => {
  app = await bareServer();
  const typed = app.withTypeProvider<ZodTypeProvider>();
  app.get('/form', (_request, reply) =>
    reply.page({
      title: 'Form',
      main: form(reply, { action: '/form', content: textField({ name: 'notes', label: 'Notes' }) }),
    }),
  );
  app.post('/form', (request, reply) => {
    const reading = readForm(z.object({ notes: z.string() }), request.body);
    return reply.page({ title: 'Read', main: html`<p>${reading.ok && reading.value.notes}</p>` });
  });
  app.get('/away', () => {
    throw new DatabaseAway('away');
  });
  app.get('/doubt', () => {
    throw new CommitUnknown('doubt');
  });
  app.get('/fault', () => {
    throw new Error('a secret detail');
  });
  app.get('/api/v1/fault', () => {
    throw new Error('a secret detail');
  });
  app.get('/mine', { preHandler: citizensOnly }, (_request, reply) => reply.send('mine'));
  app.post('/mine', { preHandler: citizensOnly }, (_request, reply) => reply.send('mine'));
  app.get('/desk', { preHandler: officialsOnly }, (_request, reply) => reply.send('desk'));
  app.get('/api/v1/mine', { preHandler: citizensOnly }, (_request, reply) => reply.send({ mine: true }));
  typed.post(
    '/api/v1/notes',
    { schema: { body: z.object({ text: z.string().max(10), count: z.int() }) } },
    (request) => ({ text: request.body.text }),
  );
});
afterAll(() => app.close());

const json = (payload: unknown, headers: Record<string, string> = {}) => ({
  method: 'POST' as const,
  url: '/api/v1/notes',
  headers: { 'content-type': 'application/json', ...headers },
  payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
});

describe('the language of a page', () => {
  test.each([
    ['Italian without a wish', {}, '/it/form?a=1'],
    ['the browser’s language', { 'accept-language': 'en-GB,en;q=0.9' }, '/en/form?a=1'],
    ['Italian for a language that we do not speak', { 'accept-language': 'de' }, '/it/form?a=1'],
    ['the language chosen before', { 'accept-language': 'en', cookie: 'language=it' }, '/it/form?a=1'],
  ])('OF-12: an address without a language leads to %s', async (_, headers, location) => {
    const answer = await app.inject({ url: '/form?a=1', headers });
    expect(answer.statusCode).toBe(302);
    expect(answer.headers.location).toBe(location);
  });

  test('OF-12: the first part of the address decides', async () => {
    expect((await app.inject('/en/form')).body).toContain('lang="en"');
    expect((await app.inject('/it/form')).body).toContain('lang="it"');
  });

  test('no address leads to another site', async () => {
    for (const url of ['//evil.example/', '/\\evil.example', '/it//evil.example']) {
      const answer = await app.inject(url);
      expect(answer.headers.location ?? '/it').toMatch(/^\/(it|en)/);
    }
  });
});

describe('answers to what cannot be served', () => {
  test('a page that does not exist says so in the reader’s language', async () => {
    const [it, en] = [await app.inject('/it/nowhere'), await app.inject('/en/nowhere')];
    expect([it.statusCode, en.statusCode]).toEqual([404, 404]);
    expect(it.body).toContain('Pagina non trovata');
    expect(en.body).toContain('Page not found');
  });

  test('BO-4: the API answers problem+json with a closed code', async () => {
    const answer = await app.inject('/api/v1/nowhere');
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ status: 404, code: 'not_found', instance: '/api/v1/nowhere' });
  });

  test('our own fault tells nothing of its inside', async () => {
    for (const url of ['/en/fault', '/api/v1/fault']) {
      const answer = await app.inject(url);
      expect(answer.statusCode).toBe(500);
      expect(answer.body).not.toContain('secret detail');
    }
  });

  test.each(['/en/away', '/en/doubt'])('%s: a database that is away asks to try again', async (url) => {
    const answer = await app.inject(url);
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('3');
    expect(answer.body).toContain('never makes a duplicate');
  });

  test('an address that cannot be decoded, or holds NUL, gets an answer and no fault', async () => {
    for (const url of ['/it/%zz', '/it/%E0%A4%A', '/it/form?q=%00', '/it/form?q=%ff%fe']) {
      const { statusCode } = await app.inject(url);
      expect(statusCode, url).toBeLessThan(500);
    }
    expect((await app.inject('/it/form?q=%00')).statusCode).toBe(400);
    const page = await app.inject('/en/%ff');
    expect(page.statusCode).toBe(404);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('lang="en"');
    expect((await app.inject('/api/v1/%ff')).headers['content-type']).toContain('application/problem+json');
  });
});

describe('forms', () => {
  async function open(): Promise<{ token: string; cookie: string }> {
    const page = await app.inject('/en/form');
    const [, token = ''] = /name="_csrf" value="([^"]+)"/.exec(page.body) ?? [];
    return { token, cookie: page.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
  }
  const send = async (fields: Record<string, string>) => {
    const { token, cookie } = await open();
    const request = posted('/en/form', { _csrf: token, ...fields });
    return app.inject({ ...request, headers: { ...request.headers, cookie } });
  };

  test('with its token a form arrives', async () => {
    expect((await send({ notes: 'Two children' })).body).toContain('<p>Two children</p>');
  });

  test('without its token nothing is done, and what was typed is still there', async () => {
    const answer = await app.inject(posted('/en/form', { notes: 'Two <children>', _key: 'key-12345678' }));
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('value="Two &lt;children&gt;"');
    expect(answer.body).toContain('value="key-12345678"');
    const [, token = ''] = /name="_csrf" value="([^"]+)"/.exec(answer.body) ?? [];
    const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const again = posted('/en/form', { _csrf: token, notes: 'Two <children>' });
    const second = await app.inject({ ...again, headers: { ...again.headers, cookie } });
    expect(second.body).toContain('<p>Two &lt;children&gt;</p>');
  });

  test('a password is never put back into a page', async () => {
    const answer = await app.inject(posted('/en/form', { notes: 'Hello', password: 'correct horse' }));
    expect(answer.statusCode).toBe(403);
    expect(answer.body).not.toContain('correct horse');
  });

  test('NUL and broken UTF-8 in a field do no harm', async () => {
    expect((await send({ notes: 'a\0b' })).body).toContain('<p>ab</p>');
    const { token, cookie } = await open();
    const answer = await app.inject({
      method: 'POST',
      url: '/en/form',
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
      payload: Buffer.concat([
        Buffer.from(`_csrf=${encodeURIComponent(token)}&notes=%ff`),
        Buffer.from([0xfe]),
      ]),
    });
    expect(answer.statusCode).toBe(200);
  });

  test('a text that is too long is refused with a sentence', async () => {
    const answer = await app.inject(posted('/en/form', { notes: 'x'.repeat(300_000) }));
    expect(answer.statusCode).toBe(413);
    expect(answer.body).toContain('too long');
  });

  test('a body of a kind that we do not read is refused with a sentence', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/en/form',
      headers: { 'content-type': 'text/xml' },
      payload: '<a/>',
    });
    expect(answer.statusCode).toBe(415);
    expect(answer.body).toContain('cannot read');
  });
});

describe('the API', () => {
  test('BO-4: every field in error is named with a pointer', async () => {
    const answer = await app.inject(json({ text: 'far too long a text', count: 1.5 }));
    expect(answer.statusCode).toBe(422);
    const { code, errors } = answer.json<{ code: string; errors: { pointer: string }[] }>();
    expect(code).toBe('invalid_request');
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/count', '/text']);
  });

  test.each([
    ['cut off', '{"text": "a', 400],
    ['NUL', '{"text": "a\\u0000", "count": 1}', 400],
    ['a number beyond all bounds', '{"text": "a", "count": 1e999}', 422],
    ['a poisoned prototype', '{"__proto__": {"admin": true}}', 400],
    ['too large', `{"text": "${'x'.repeat(300_000)}"}`, 413],
  ])('BO-4: a body that is %s is refused in the same form', async (_, payload, status) => {
    const answer = await app.inject(json(payload));
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  test('a foreign page cannot write with a person’s cookie', async () => {
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]) {
      const answer = await app.inject(json({ text: 'a', count: 1 }, headers as Record<string, string>));
      expect(answer.statusCode).toBe(403);
      expect(answer.json()).toMatchObject({ code: 'foreign_origin' });
    }
    const own = await app.inject(json({ text: 'a', count: 1 }, { 'sec-fetch-site': 'same-origin' }));
    expect(own.statusCode).toBe(200);
  });
});

describe('doors', () => {
  test('ID-8: a visitor is led to the sign-in and back', async () => {
    expect((await app.inject('/en/mine')).headers.location).toBe('/en/sign-in?next=%2Fmine');
    expect((await app.inject('/en/desk')).headers.location).toBe('/en/desk/sign-in?next=%2Fdesk');
    expect((await app.inject('/api/v1/mine')).json()).toMatchObject({
      code: 'sign_in_required',
      status: 401,
    });
  });

  test('an account that is not active yet only gets to its activation', async () => {
    const who = { kind: 'citizen', accountId: 'a', sessionId: 's', name: 'Ada', officeId: null } as const;
    const server = await bareServer({
      identify: async () => ({ ...who, active: false, signedInWith: 'password', level: 1 }),
    });
    server.get('/mine', { preHandler: citizensOnly }, (_request, reply) => reply.send('mine'));
    server.get('/api/v1/mine', { preHandler: citizensOnly }, (_request, reply) => reply.send('mine'));
    expect((await server.inject('/en/mine')).headers.location).toBe('/en/account/activation');
    expect((await server.inject('/api/v1/mine')).json()).toMatchObject({ code: 'account_not_active' });
    await server.close();
  });

  test('too many requests are refused for a minute, in the form of the page or the API', async () => {
    const server = await bareServer({ requestsPerMinute: 2 });
    for (let turn = 0; turn < 2; turn += 1) await server.inject('/en/nowhere');
    const [page, api] = [await server.inject('/en/nowhere'), await server.inject('/api/v1/nowhere')];
    expect([page.statusCode, api.statusCode]).toEqual([429, 429]);
    expect(page.headers['retry-after']).toBeDefined();
    expect(api.json()).toMatchObject({ code: 'too_many_requests' });
    expect((await server.inject('/status')).statusCode).toBe(404);
    await server.close();
  });

  test('DOC-2: behind a trusted balancer each person has a limit of their own; others cannot pretend', async () => {
    const server = await bareServer({ requestsPerMinute: 1, trustedProxies: '10.0.0.9' });
    const from = (remoteAddress: string, person: string) =>
      server.inject({ url: '/en/nowhere', remoteAddress, headers: { 'x-forwarded-for': person } });
    const statuses = [];
    for (const [sender, person] of [
      ['10.0.0.9', '192.0.2.1'],
      ['10.0.0.9', '192.0.2.2'],
      ['10.0.0.9', '192.0.2.1'],
      ['198.51.100.7', '192.0.2.3'],
      ['198.51.100.7', '192.0.2.4'],
    ] as const)
      statuses.push((await from(sender, person)).statusCode);
    expect(statuses).toEqual([404, 404, 429, 404, 429]);
    await server.close();
  });

  test('strict headers on every page; over https strict cookies too', async () => {
    const page = await app.inject('/en/form');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['content-security-policy']).not.toContain('unsafe');
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    expect(page.headers['strict-transport-security']).toBeUndefined();
    const server = await bareServer({ publicUrl: 'https://sportello.example' });
    server.get('/form', (_request, reply) =>
      reply.page({ title: 'F', main: form(reply, { action: '/form', content: '' }) }),
    );
    const secure = await server.inject('/en/form');
    expect(secure.headers['strict-transport-security']).toContain('max-age=31536000');
    expect(String(secure.headers['set-cookie'])).toMatch(/^__Host-csrf=.*HttpOnly; Secure/);
    await server.close();
  });
});
