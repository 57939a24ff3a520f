import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { readCode } from '#platform/qr-credential/code.ts';
import { type Reason, reasons } from '#platform/qr-credential/verdict.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { publishKeys, publishRevocations } from '../use-cases/published-lists.ts';
import type { SealedDeps } from '../use-cases/sealed-deps.ts';
import { type Verdict, verifyCode, verifyPdf, verifyScanned } from '../use-cases/verify-document.ts';
import { checksPerMinute, largestFile } from './verify-routes.ts';
import { withRegister } from './with-register.ts';
import { verifyWords } from './words/verify.ts';

const tags = ['certificates'];
const moment = z.iso.datetime().max(40);
const day = z.iso.date();
const number = z
  .number()
  .int()
  .positive()
  .describe('Grows with each issue: take none that is lower than one you have seen');
const packed = z
  .string()
  .max(20_000_000)
  .regex(/^[\w.-]*$/);

const verdictSchema = z.strictObject({
  word: z.enum(['valid', 'expired', 'revoked', 'altered', 'unknown', 'cannot_tell']),
  reason: z.enum(Object.keys(reasons) as [Reason, ...Reason[]]),
  detail: z.string().max(500),
  document: z
    .strictObject({
      kind: z.enum(['certificate', 'proof']),
      subject: z.string().max(60),
      number: z.string().max(40).nullable(),
      holder: z.string().max(20).describe('Initials and year of birth'),
      claims: z.array(z.array(z.string().max(200)).max(5)).max(10),
      issued_on: day,
      valid_until: day,
    })
    .nullable(),
  sealed_by: z.string().max(300).nullable(),
  sealed_at: moment.nullable(),
});

const keySchema = z.strictObject({
  key_id: z
    .string()
    .max(16)
    .regex(/^[0-9a-f]{16}$/),
  x: z
    .string()
    .max(43)
    .regex(/^[\w-]{43}$/)
    .describe('Coordinate of the public key on P-256'),
  y: z
    .string()
    .max(43)
    .regex(/^[\w-]{43}$/),
  signs_from: moment,
  signs_until: moment,
  withdrawn_at: moment.nullable(),
});

const question = z.union([
  z.strictObject({
    code: z
      .string()
      .max(40)
      .regex(/^[\w –-]+$/)
      .describe('As it is printed on the document'),
  }),
  z.strictObject({
    scanned: z
      .string()
      .max(4000)
      .regex(/^[^\0]*$/)
      .describe('What a scanner has read, or the address behind it'),
  }),
  z.strictObject({
    content: z
      .string()
      .max(Math.ceil(largestFile / 3) * 4)
      .regex(/^[A-Za-z0-9+/]*={0,2}$/)
      .describe('The PDF in base 64'),
  }),
]);

const answerOf = ({ reason, document, seal }: Verdict, locale: 'it' | 'en') => ({
  word: reasons[reason],
  reason,
  detail: verifyWords[locale].reasons[reason].what,
  document:
    document === undefined
      ? null
      : {
          kind: document.kind,
          subject: document.subject,
          number: document.number,
          holder: document.holder,
          claims: document.claims.map((each) => [...each]),
          issued_on: document.issuedOn,
          valid_until: document.validUntil,
        },
  sealed_by: seal?.name ?? null,
  sealed_at: seal?.at?.toString() ?? null,
});

/** Checking documents for machines, and the lists by which they check without us. */
export function verifyApi(deps: SealedDeps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();

    app.post(
      '/api/v1/document-verifications',
      {
        bodyLimit: largestFile * 1.5,
        config: checksPerMinute,
        schema: {
          tags,
          operationId: 'verify-document',
          summary: 'Check a document',
          description:
            'By verification code, by what a scanner has read from its QR code, or by the PDF. Nothing of it is kept.',
          security: [],
          body: question,
          response: { 200: verdictSchema },
        },
      },
      async (request, reply) => {
        const { body, locale } = request;
        if ('content' in body)
          return answerOf(
            await withRegister(verifyPdf(deps, new Uint8Array(Buffer.from(body.content, 'base64')))),
            locale,
          );
        if ('scanned' in body) return answerOf(await withRegister(verifyScanned(deps, body.scanned)), locale);
        const code = readCode(body.code);
        if (code !== undefined) return answerOf(await withRegister(verifyCode(deps, code)), locale);
        return sendProblem(reply, {
          status: 422,
          code: 'code_mistyped',
          title: 'The check characters of the code do not fit',
          errors: [{ pointer: '/code', code: 'code_mistyped' }],
        });
      },
    );

    app.get(
      '/api/v1/certificate-keys',
      {
        schema: {
          tags,
          operationId: 'list-certificate-keys',
          summary: 'Keys that sign the QR codes of documents',
          description:
            '`signed` is the same list as JWS, with the certificates of the seal (x5c). Good until `next_update`.',
          security: [],
          response: {
            200: z.strictObject({
              number,
              issued_at: moment,
              next_update: moment,
              items: z.array(keySchema).max(1000),
              next: z.string().max(200).nullable(),
              signed: packed,
            }),
          },
        },
      },
      async (_request, reply) => {
        const { list, signed } = await publishKeys(deps);
        reply.header('cache-control', 'public, max-age=300');
        return { ...list, items: [...list.items], next: null, signed };
      },
    );

    app.get(
      '/api/v1/certificate-revocations',
      {
        schema: {
          tags,
          operationId: 'see-certificate-revocations',
          summary: 'Revoked documents that would still be valid',
          description:
            '`revoked` holds the serial numbers of the QR codes: distances between them, seven bits a byte, base64url. `signed` is the same as JWS, signed with a key of the list of keys.',
          security: [],
          response: {
            200: z.strictObject({
              number,
              issued_at: moment,
              next_update: moment,
              revoked: packed,
              signed: packed,
            }),
          },
        },
      },
      async (_request, reply) => {
        const { list, signed } = await publishRevocations(deps);
        reply.header('cache-control', 'public, max-age=300');
        return { ...list, signed };
      },
    );
  };
}
