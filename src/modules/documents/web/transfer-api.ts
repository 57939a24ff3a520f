import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sendProblem } from '#platform/web/problem.ts';
import { largestReceived } from '../domain/document.ts';
import { type PieceRefusal, pieceBytes, type TransferRefusal } from '../domain/transfer.ts';
import type { DocumentDeps } from '../use-cases/document-deps.ts';
import {
  beginTransfer,
  discardTransfer,
  type Sender,
  seeTransfer,
  takePiece,
} from '../use-cases/transfers.ts';
import { documentWords } from './words/words.ts';

const tags = ['documents'];
const pieceType = 'application/offset+octet-stream';

/** Whose transfers a request may touch: a signed-in person's own; for everybody else the id alone opens one. */
export function senderOf({ who }: FastifyRequest): Sender {
  return who.kind === 'citizen' && who.active ? who.accountId : null;
}

const transferSchema = z.strictObject({
  transfer_id: z.uuid().max(36),
  bytes: z.int().min(1).max(largestReceived),
  received: z.int().min(0).max(largestReceived).describe('Where the next piece begins'),
});
const transferOut = ({ id, bytes, received }: { id: string; bytes: number; received: number }) => ({
  transfer_id: id,
  bytes,
  received,
});
const params = z.strictObject({ transfer_id: z.uuid().max(36) });

const statuses: Record<TransferRefusal['code'] | PieceRefusal['code'], number> = {
  empty: 422,
  too_large: 413,
  too_many_transfers: 409,
  quota_full: 409,
  no_such_transfer: 404,
  other_offset: 409,
};

function sendRefusal(reply: FastifyReply, { code }: TransferRefusal | PieceRefusal): FastifyReply {
  const words = documentWords[reply.request.locale];
  const detail =
    code === 'empty' || code === 'too_large' || code === 'quota_full'
      ? words.refusals[code]
      : words.transfers[code];
  return sendProblem(reply, { status: statuses[code], code, title: 'The file was not taken', detail });
}

/**
 * Files that come piece by piece, in the manner of tus: the sender says where a piece begins, and asks where to go on
 * after a cut. What arrived before the cut is kept. Whoever is not signed in is known by the id of the transfer alone.
 */
export function transferApi(deps: DocumentDeps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    // A piece is read as it comes, by the route itself.
    plain.addContentTypeParser(pieceType, (_request, _payload, done) => done(null));
    const app = plain.withTypeProvider<ZodTypeProvider>();

    app.post(
      '/api/v1/transfers',
      {
        config: { rateLimit: { max: 120, timeWindow: '10 minutes' } },
        schema: {
          tags,
          operationId: 'begin-transfer',
          summary: 'Begin to send a file piece by piece',
          description:
            'Send the pieces with PATCH, then name the transfer where the file belongs. It waits for 24 hours.',
          body: z.strictObject({
            name: z.string().min(1).max(300),
            media_type: z.string().max(120),
            bytes: z.int().min(0).max(1_000_000_000),
          }),
          response: { 201: transferSchema },
        },
      },
      async (request, reply) => {
        const { name, media_type: declaredType, bytes } = request.body;
        const begun = await beginTransfer(deps, senderOf(request), { name, declaredType, bytes });
        if (!begun.ok) return sendRefusal(reply, begun.refusal);
        return reply
          .code(201)
          .header('location', `/api/v1/transfers/${begun.value.id}`)
          .header('upload-offset', 0)
          .send(transferOut(begun.value));
      },
    );

    app.get(
      '/api/v1/transfers/:transfer_id',
      {
        schema: {
          tags,
          operationId: 'see-transfer',
          summary: 'How much of a file has arrived',
          description: 'HEAD answers the same in the headers Upload-Offset and Upload-Length.',
          params,
          response: { 200: transferSchema },
        },
      },
      async (request, reply) => {
        const transfer = await seeTransfer(deps, senderOf(request), request.params.transfer_id);
        if (transfer === undefined) return sendRefusal(reply, { code: 'no_such_transfer' });
        return reply
          .header('cache-control', 'no-store')
          .header('upload-offset', transfer.received)
          .header('upload-length', transfer.bytes)
          .send(transferOut(transfer));
      },
    );

    app.patch(
      '/api/v1/transfers/:transfer_id',
      {
        bodyLimit: largestReceived,
        schema: {
          tags,
          operationId: 'send-piece',
          summary: 'Send the next piece of a file',
          description: `The body is the piece itself (${pieceType}). What arrived before a cut is kept.`,
          consumes: [pieceType],
          params,
          headers: z.object({ 'upload-offset': z.coerce.number().int().min(0).max(largestReceived) }),
          response: { 204: z.null().describe('Here; Upload-Offset says where to go on') },
        },
      },
      async (request, reply) => {
        const offset = request.headers['upload-offset'];
        const { transfer_id: id } = request.params;
        const before = await seeTransfer(deps, senderOf(request), id);
        if (before === undefined) return sendRefusal(reply, { code: 'no_such_transfer' });
        if (before.received !== offset) return sendRefusal(reply, { code: 'other_offset' });
        const taken = await takeStream(deps, request, { id, offset });
        if (!taken.ok) return sendRefusal(reply, taken.refusal);
        return reply.code(204).header('upload-offset', taken.value.received).send(null);
      },
    );

    app.delete(
      '/api/v1/transfers/:transfer_id',
      {
        schema: {
          tags,
          operationId: 'cancel-transfer',
          summary: 'Stop sending a file',
          params,
          response: { 204: z.null().describe('Gone') },
        },
      },
      async (request, reply) => {
        const discarded = await discardTransfer(deps, senderOf(request), request.params.transfer_id);
        return discarded.ok ? reply.code(204).send(null) : sendRefusal(reply, discarded.refusal);
      },
    );
  };
}

/** Puts down what comes, a mebibyte at a time; what came before the line was cut is put down too. */
async function takeStream(
  deps: DocumentDeps,
  request: FastifyRequest,
  { id, offset }: { readonly id: string; readonly offset: number },
): ReturnType<typeof takePiece> {
  const sender = senderOf(request);
  let waiting: Buffer[] = [];
  let length = 0;
  let at = offset;
  const putDown = async () => {
    const taken = await takePiece(deps, sender, { id, offset: at, content: Buffer.concat(waiting) });
    at += length;
    [waiting, length] = [[], 0];
    return taken;
  };
  try {
    for await (const chunk of request.raw as AsyncIterable<Buffer>) {
      waiting.push(chunk);
      length += chunk.length;
      if (length < pieceBytes) continue;
      const taken = await putDown();
      if (!taken.ok) return taken;
    }
  } catch (cut) {
    if (length > 0) await putDown();
    throw cut;
  }
  return putDown();
}
