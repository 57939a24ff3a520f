import { z } from 'zod';
import { assessmentShape } from './answer/assessment-shape.ts';
import { factsShape } from './facts/shape.ts';
import { recordsShape } from './records/shape.ts';

const published = (shape: z.ZodType, title: string, io: 'input' | 'output') => ({
  ...z.toJSONSchema(shape, { target: 'draft-2020-12', io }),
  title,
});

/** The published JSON Schemas: what is asked and what is answered. */
export const factsJsonSchema = () =>
  published(factsShape, 'Facts of a family for an assessment of citizenship', 'input');
export const assessmentJsonSchema = () => published(assessmentShape, 'Assessment of citizenship', 'output');
export const recordsJsonSchema = () => published(recordsShape, 'Records of a line to be compared', 'input');
