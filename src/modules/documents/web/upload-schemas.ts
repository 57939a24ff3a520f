import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { sendProblem } from '#platform/web/problem.ts';
import {
  askedForPattern,
  type Draft,
  documentKinds,
  largestFile,
  legibilityWarnings,
  type UploadRefusal,
} from '../domain/document.ts';
import { documentWords } from './words/words.ts';

export const tags = ['documents'];
export const uuid = z.uuid().max(36);
export const formKey = z
  .string()
  .min(8)
  .max(200)
  .regex(/^[\w-]+$/)
  .describe(
    'Made by the client for one form; the same goes as Idempotency-Key of the request that the files belong to',
  );
export const base64 = z
  .string()
  .max(Math.ceil(largestFile / 3) * 4)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/)
  .describe('Content of the file in base 64; a larger one comes by a transfer');
export const name = z.string().max(300);

export const askedFor = z
  .string()
  .max(60)
  .regex(askedForPattern)
  .describe('Which of the documents it is that the procedure asks for');

export const uploadSchema = z.strictObject({
  upload_id: uuid,
  name,
  asked_for: askedFor.nullable(),
  kind: z.enum(documentKinds),
  bytes: z
    .int()
    .min(1)
    .max(largestFile * 4),
  pages: z.int().min(1).max(1000).nullable().describe('Pages of a PDF'),
  warnings: z.array(z.enum(legibilityWarnings)).max(5).describe('What makes it hard to read'),
  virus_checked: z.boolean(),
});
export const listSchema = z.strictObject({
  items: z.array(uploadSchema).max(100),
  next: z.string().max(200).nullable(),
});

type Refusal = UploadRefusal | { readonly code: 'no_such_transfer' | 'not_all_here' };

const statuses: Record<Refusal['code'], number> = {
  no_such_transfer: 404,
  not_all_here: 409,
  empty: 422,
  too_large: 413,
  stays_too_large: 413,
  picture_too_small: 422,
  blank_picture: 422,
  too_many_files: 409,
  kind_not_accepted: 415,
  kinds_disagree: 415,
  phone_picture: 415,
  too_many_pixels: 422,
  unreadable_picture: 422,
  unreadable_pdf: 422,
  encrypted_pdf: 422,
  active_pdf: 422,
  too_many_pages: 422,
  infected: 422,
  scanner_away: 503,
  quota_full: 409,
};

export const uploadOut = (draft: Draft) => ({
  upload_id: draft.id,
  name: draft.name,
  asked_for: draft.askedFor,
  kind: draft.kind,
  bytes: draft.bytes,
  pages: draft.pages,
  warnings: [...draft.warnings],
  virus_checked: draft.scanned,
});

/** Says why a file was not taken. */
export function sendRefusal(reply: FastifyReply, { code }: Refusal): FastifyReply {
  if (code === 'scanner_away') reply.header('retry-after', 60);
  const words = documentWords[reply.request.locale];
  const detail =
    code === 'no_such_transfer' || code === 'not_all_here' ? words.transfers[code] : words.refusals[code];
  return sendProblem(reply, { status: statuses[code], code, title: 'The file was not taken', detail });
}
