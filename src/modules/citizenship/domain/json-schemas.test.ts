import { describe, expect, test } from 'vitest';
import { routeCases } from '../route-cases.testing.ts';
import { assessed } from '../testing.ts';
import { assessmentShape } from './answer/assessment-shape.ts';
import { assessmentJsonSchema, factsJsonSchema, recordsJsonSchema } from './json-schemas.ts';

describe('BO-4: the published schemas', () => {
  test.each(['it', 'en'] as const)('every answer follows its own, in %s', (locale) => {
    for (const { name, facts } of routeCases) {
      const parsed = assessmentShape.safeParse(assessed(facts, { locale }));
      expect({ name, problems: parsed.error?.issues ?? [] }).toEqual({ name, problems: [] });
    }
  });

  test('are closed objects of the 2020-12 dialect with a title', () => {
    for (const schema of [factsJsonSchema(), assessmentJsonSchema(), recordsJsonSchema()]) {
      expect(schema).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        type: 'object',
        additionalProperties: false,
      });
      expect(schema.title).not.toBe('');
    }
    expect(Object.keys(factsJsonSchema().properties ?? {})).toEqual(
      expect.arrayContaining(['as_of', 'rules_profile', 'applicant', 'persons', 'unions', 'application']),
    );
  });
});
