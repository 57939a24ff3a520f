import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readForm } from './read-form.ts';

const schema = z.object({
  email: z.email('not_an_email'),
  notes: z.string().max(20, 'too_long').default(''),
});

describe('reading a form', () => {
  test('a wrong field gets its code, and nothing that was typed is lost', () => {
    const reading = readForm(schema, { email: 'ada', notes: 'Two children', _key: 'key-12345678' });
    expect(reading).toEqual({
      ok: false,
      problems: { email: 'not_an_email' },
      typed: { email: 'ada', notes: 'Two children', _key: 'key-12345678' },
      key: 'key-12345678',
    });
  });

  test('all the wrong fields are named at once', () => {
    const reading = readForm(schema, { email: '', notes: 'x'.repeat(21) });
    expect(reading.ok ? {} : reading.problems).toEqual({ email: 'not_an_email', notes: 'too_long' });
  });

  test('the key of a form survives; a missing or strange one is replaced', () => {
    expect(readForm(schema, { _key: 'a-good-key' }).key).toBe('a-good-key');
    for (const bad of ['', 'short', 'with space in it', 'x'.repeat(201), "'; drop table"])
      expect(readForm(schema, { _key: bad }).key).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('the character NUL, which the database cannot keep, is taken out', () => {
    const reading = readForm(schema, { email: 'ada@example.org', notes: 'a\0b' });
    expect(reading.ok && reading.value.notes).toBe('ab');
  });

  test('no body, a list or a number is a form with nothing in it', () => {
    for (const body of [undefined, null, 'text', 7]) expect(readForm(schema, body).ok).toBe(false);
  });

  test('whatever is posted, the answer is a value or a problem for a field', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))), (body) => {
        const reading = readForm(schema, body);
        expect(reading.ok || Object.keys(reading.problems).length > 0).toBe(true);
      }),
    );
  });
});
