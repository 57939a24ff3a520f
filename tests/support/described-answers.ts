import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import { z } from 'zod';
import type { OpenApi } from '#tests/support/api-offences.ts';
import { call, type Kind, type World } from '../security/world.ts';

type Answers = OpenApi['paths'][string][string]['responses'];

/** Calls an operation as somebody and expects a status, and the answer that the description promises. */
export type Say = (
  kind: Kind,
  operation: string,
  status: number,
  wish?: {
    readonly params?: Record<string, string>;
    readonly query?: string;
    readonly body?: Record<string, unknown>;
    /** The version of the object that was read. */
    readonly version?: number;
  },
) => Promise<LightMyRequestResponse>;

export function sayAsDescribed(
  app: FastifyInstance,
  world: World,
  document: OpenApi,
): { readonly say: Say; readonly tried: ReadonlySet<string> } {
  const tried = new Set<string>();
  /** What the description says about an answer of this status. */
  function described(operation: string, status: number): Answers[string] {
    const [method = '', path = ''] = operation.split(' ');
    const answers = document.paths[path]?.[method]?.responses;
    const answer = answers?.[String(status)] ?? answers?.['default'];
    if (answer === undefined) throw new Error(`${operation} is not described`);
    return answer;
  }

  /** The answer has the media type, the headers and the shape that the description promises. */
  function expectAsDescribed(operation: string, answer: LightMyRequestResponse): void {
    const where = `${operation} ${answer.statusCode}`;
    const { content, headers = {} } = described(operation, answer.statusCode);
    for (const name of Object.keys(headers).filter((each) => each !== 'Retry-After')) {
      expect(answer.headers, where).toHaveProperty(name.toLowerCase());
    }
    if (content === undefined) {
      expect(answer.body, where).toBe('');
      return;
    }
    const [media = '', { schema }] = Object.entries(content)[0] ?? ['', { schema: undefined }];
    expect(answer.headers['content-type'], where).toContain(media);
    if (!media.endsWith('json')) {
      // Of a paper the description promises no more than that it is one.
      expect(answer.rawPayload.length, where).toBeGreaterThan(0);
      return;
    }
    const whole = { ...inPlace(schema), $schema: 'https://json-schema.org/draft/2020-12/schema' };
    expect(z.fromJSONSchema(whole as never).safeParse(answer.json()).error?.issues ?? [], where).toEqual([]);
  }

  /** A schema with the shared ones put in the place of their references; the validator takes a reference for an address. */
  function inPlace(schema: unknown): Record<string, unknown> {
    return JSON.parse(JSON.stringify(schema), (name, value: unknown) => {
      if (name === 'format' && value === 'uri-reference') return undefined;
      const ref = (value as { $ref?: string } | null)?.$ref?.split('/').at(-1);
      return ref === undefined ? value : inPlace(document.components.schemas[ref]);
    }) as Record<string, unknown>;
  }

  const say: Say = async (kind, operation, status, { params = {}, query = '', body, version } = {}) => {
    const [method = '', path = ''] = operation.split(' ');
    const url = path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '') + query;
    const answer = await call(app, world.principals[kind], method.toUpperCase(), url, body, version);
    expect(answer.statusCode, `${operation}: ${answer.body}`).toBe(status);
    expectAsDescribed(operation, answer);
    if (status < 300) tried.add(operation);
    return answer;
  };
  return { say, tried };
}
