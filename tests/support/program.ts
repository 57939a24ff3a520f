import type { FastifyInstance, LightMyRequestResponse } from 'fastify';

interface Wish {
  readonly body?: Readonly<Record<string, unknown>>;
  readonly key?: string;
  readonly bearer?: string;
}

/** A program that uses the API as somebody would write one: JSON, the cookies that it gets, a key for each write. */
export interface TestProgram {
  send(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, wish?: Wish): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly detail: string | undefined;
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly detail?: string }[];
  readonly cookies: LightMyRequestResponse['cookies'];
  json<Body>(): Body;
}

export function openProgram(
  app: FastifyInstance,
  { locale = 'it', cookies = {} }: { locale?: 'it' | 'en'; cookies?: Record<string, string> } = {},
): TestProgram {
  const jar = new Map(Object.entries(cookies));
  return {
    async send(method, path, { body, key = crypto.randomUUID(), bearer } = {}) {
      const answer = await app.inject({
        method,
        url: `/api/v1${path}`,
        headers: {
          'accept-language': locale,
          'idempotency-key': key,
          ...(jar.size === 0
            ? {}
            : { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }),
          ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      });
      for (const { name, value } of answer.cookies) {
        if (value === '') jar.delete(name);
        else jar.set(name, value);
      }
      const said: Record<string, unknown> = answer.body.startsWith('{') ? answer.json() : {};
      return {
        status: answer.statusCode,
        code: said['code'] as string | undefined,
        detail: said['detail'] as string | undefined,
        errors: (said['errors'] ?? []) as Answer['errors'],
        cookies: answer.cookies,
        json: <Body>() => answer.json<Body>(),
      };
    },
  };
}
