import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';
import { type Paper, renderPdf } from '#platform/pdf/render-pdf.ts';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import type { CaseFileDeps } from '../use-cases/case-file-deps.ts';
import { printForm, printReceipt } from '../use-cases/print-file.ts';

interface OneRoute {
  Params: { id: string };
}

/** The papers of a person’s files: the receipt of what was sent, and the form that is signed by hand. */
export function paperRoutes(deps: CaseFileDeps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.addHook('preHandler', citizensOnly);
    app.get<OneRoute>('/files/:id/receipt.pdf', async (request, reply) => {
      const { accountId } = citizenOf(request);
      const { locale, params } = request;
      return sendPaper(reply, await printReceipt(deps, { accountId, id: params.id, locale }), 'ricevuta.pdf');
    });
    app.get<OneRoute>('/drafts/:id/form.pdf', async (request, reply) => {
      const { accountId } = citizenOf(request);
      const { locale, params } = request;
      const paper = await printForm(deps, { accountId, draftId: params.id, locale });
      return sendPaper(reply, paper, 'modulo-da-firmare.pdf');
    });
  };
}

/** A paper as PDF, for the reader’s eyes alone. */
export async function sendPaper(
  reply: FastifyReply,
  paper: Paper | undefined,
  name: string,
): Promise<FastifyReply> {
  if (paper === undefined) return reply.notFound();
  return reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${name}"`)
    .send(await renderPdf(paper));
}
