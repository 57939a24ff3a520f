import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { testApp } from '#tests/support/app.ts';
import { testDeps } from '#tests/support/store.ts';
import { assessmentShape } from '../domain/answer/assessment-shape.ts';
import worked from '../domain/examples/worked-cases.json' with { type: 'json' };
import { ruleIds } from '../domain/rules/rule-book.ts';

const path = '/api/v1/citizenship';
let app: FastifyInstance;
beforeAll(async () => {
  app = await testApp(await testDeps());
});
afterAll(async () => app.close());

const post = (to: string, payload: unknown, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: `${path}/${to}`, payload: payload as object, headers });

describe('assessing over HTTP', () => {
  test('CZ-1 BO-4: every worked case gets its verdict, its rules, and an answer that fits the published schema', async () => {
    for (const { id, facts, expected } of worked.cases) {
      const answer = await post('assessments', facts);
      expect(answer.statusCode, id).toBe(200);
      const body = assessmentShape.parse(answer.json());
      expect(body.verdict, id).toBe(expected.verdict);
      expect(body.decisive_rules, id).toEqual(expect.arrayContaining(expected.decisive_rules));
      if ('deadline' in expected) expect(body.deadline, id).toBe(expected.deadline);
      if ('missing_fact' in expected) expect(body.missing_fact, id).toBeDefined();
    }
  });

  test('BO-4: the words are in the language asked for, or the browser’s', async () => {
    const facts = worked.cases[0]?.facts;
    const reason = async (to: string, language: string) =>
      (await post(to, facts, { 'accept-language': language })).json<{ reason: string }>().reason;
    expect(await reason('assessments', 'en')).toMatch(/^Yes/);
    expect(await reason('assessments', 'it')).toMatch(/^Sì/);
    expect(await reason('assessments?locale=it', 'en')).toMatch(/^Sì/);
  });

  test('CZ-1: what cannot be is refused with a pointer and a closed code', async () => {
    const [first] = worked.cases;
    const persons = structuredClone(first?.facts.persons ?? []) as { died?: { date: string } }[];
    (persons[0] as { died?: { date: string } }).died = { date: '1900-01-01' };
    const answer = await post('assessments', { ...first?.facts, persons });
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({
      code: 'impossible_facts',
      errors: expect.arrayContaining([
        expect.objectContaining({ pointer: '/persons/0/died/date', code: 'death_before_birth' }),
      ]),
    });
  });

  test.each([[{}], [[]], ['text'], [null]])('BO-4: %j is refused, not a fault', async (payload) => {
    const answer = await app.inject({
      method: 'POST',
      url: `${path}/assessments`,
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify(payload),
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.json<{ errors: unknown[] }>().errors.length).toBeGreaterThan(0);
  });

  test('BO-4: it is open without session, cookie or token, and says how many requests are left', async () => {
    const answer = await post('assessments', worked.cases[0]?.facts);
    expect(answer.cookies).toEqual([]);
    expect(Number(answer.headers['ratelimit-limit'])).toBeGreaterThan(10_000);
  });
});

describe('records, rules and schemas over HTTP', () => {
  test('CZ-4: a difference comes with its class and the way to correct it', async () => {
    const birth = {
      id: 'birth',
      kind: 'birth',
      country: 'IT',
      mentions: [{ person: 'g', role: 'subject', given_names: 'Giuseppe', surname: 'De Santis' }],
    };
    const wedding = {
      id: 'wedding',
      kind: 'marriage',
      country: 'GB',
      mentions: [{ person: 'g', role: 'spouse', given_names: 'Guiseppe', surname: 'Desantis' }],
    };
    const answer = await post('record-comparisons?locale=en', { records: [birth, wedding] });
    expect(answer.json()).toMatchObject({ ready: false });
    expect(answer.json<{ discrepancies: { class: string; correction?: string }[] }>().discrepancies).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'particle',
          class: 'to_correct',
          correction: expect.stringMatching(/register office/),
        }),
        expect.objectContaining({ kind: 'spelling', class: 'to_correct' }),
      ]),
    );
    expect((await post('record-comparisons', { records: [birth, birth] })).json()).toMatchObject({
      errors: [{ pointer: '/records/1/id', code: 'duplicate_id' }],
    });
  });

  test('CZ-8: the rule book lists every rule with its article and its worked cases', async () => {
    const book = (await app.inject(`${path}/rules?locale=it`)).json<{
      items: { rule: string; citation: string; examples: unknown[] }[];
    }>();
    expect(book.items.map(({ rule }) => rule)).toEqual(ruleIds);
    expect(book.items.every(({ citation }) => citation !== '')).toBe(true);
    expect(book.items.find(({ rule }) => rule === 'DESC-A')?.examples.length).toBeGreaterThan(0);
  });

  test.each(['facts', 'assessment', 'records', 'record-comparison'])(
    'BO-4: the JSON Schema of %s is published',
    async (name) => {
      const answer = await app.inject(`${path}/schemas/${name}`);
      expect(answer.headers['content-type']).toContain('application/schema+json');
      expect(answer.json()).toMatchObject({ type: 'object', title: expect.any(String) });
      expect(() => z.fromJSONSchema(answer.json())).not.toThrow();
    },
  );
});
