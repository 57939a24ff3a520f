import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Paper, renderPdf } from '#platform/pdf/render-pdf.ts';
import { citizenOf, citizensOnly, officialsOnly } from '#platform/web/guards.ts';
import { principalOf } from '#platform/web/who.ts';
import type { CaseFileDeps } from '../use-cases/case-file-deps.ts';
import {
  printCommunication,
  printCommunicationAtMunicipality,
  printForm,
  printReceipt,
} from '../use-cases/print-file.ts';
import { handlingOf, officeOnly } from './desk/handling.ts';
import { atMunicipality, municipalOfficialsOnly } from './municipality/at-desk.ts';

interface OneRoute {
  Params: { id: string };
}
interface DeskRoute {
  Params: { office: string; id: string };
}

const tags = ['files'];

/** A paper as the API describes it. */
const pdf = (description: string) => ({
  200: {
    description,
    content: { 'application/pdf': { schema: z.any().meta({ type: 'string', format: 'binary' }) } },
  },
});

/** The papers of a person’s files: the receipt of what was sent, and the form that is signed by hand. */
export function paperRoutes(deps: CaseFileDeps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    await app.register(ownPapers(deps));
    await app.register(paperApi(deps));
    await app.register(consulatePapers(deps));
    await app.register(municipalPapers(deps));
  };
}

function ownPapers(deps: CaseFileDeps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.addHook('preHandler', citizensOnly);
    app.get<OneRoute>('/files/:id/receipt.pdf', async (request, reply) => {
      const { accountId } = citizenOf(request);
      const { locale, params } = request;
      return sendPaper(reply, await printReceipt(deps, { accountId, id: params.id, locale }), receiptFile);
    });
    app.get<{ Params: { draft: string } }>('/drafts/:draft/form.pdf', async (request, reply) => {
      const { accountId } = citizenOf(request);
      const { locale, params } = request;
      const paper = await printForm(deps, { accountId, draftId: params.draft, locale });
      return sendPaper(reply, paper, 'modulo-da-firmare.pdf');
    });
  };
}

function paperApi(deps: CaseFileDeps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('preHandler', citizensOnly);
    app.get(
      '/api/v1/files/:file_id/receipt',
      {
        schema: {
          tags,
          operationId: 'fetch-file-receipt',
          summary: 'The receipt of submission, with the fingerprints of the documents',
          params: z.strictObject({ file_id: z.string() }),
          response: pdf('PDF/A-2a, the same at every reading'),
        },
      },
      async (request, reply) => {
        const { accountId } = citizenOf(request);
        const { locale, params } = request;
        return sendPaper(
          reply,
          await printReceipt(deps, { accountId, id: params.file_id, locale }),
          receiptFile,
        );
      },
    );
    app.get(
      '/api/v1/drafts/:draft_id/form',
      {
        schema: {
          tags,
          operationId: 'fetch-draft-form',
          summary: 'The form of a draft, to be signed by hand',
          params: z.strictObject({ draft_id: z.string() }),
          response: pdf('PDF/A-2a of what the draft says now'),
        },
      },
      async (request, reply) => {
        const { accountId } = citizenOf(request);
        const { locale, params } = request;
        const paper = await printForm(deps, { accountId, draftId: params.draft_id, locale });
        return sendPaper(reply, paper, 'modulo-da-firmare.pdf');
      },
    );
  };
}

function consulatePapers(deps: CaseFileDeps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.addHook('preHandler', officialsOnly);
    app.addHook('preHandler', officeOnly);
    app.get<DeskRoute>('/desk/offices/:office/files/:id/communication.pdf', async (request, reply) => {
      const { official, officeId } = handlingOf(request);
      const as = principalOf(official);
      const { locale, params } = request;
      const paper = await printCommunication(deps, { officeId, id: params.id, as, locale });
      return sendPaper(reply, paper, communicationFile);
    });
  };
}

function municipalPapers(deps: CaseFileDeps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('preHandler', officialsOnly);
    app.addHook('preHandler', municipalOfficialsOnly);
    plain.get<OneRoute>(
      '/desk/municipalities/:office/files/:id/communication.pdf',
      async (request, reply) => {
        const { locale, params } = request;
        const by = atMunicipality(request);
        const paper = await printCommunicationAtMunicipality(deps, by, { id: params.id, locale });
        return sendPaper(reply, paper, communicationFile);
      },
    );
    app.get(
      '/api/v1/desk/municipalities/:office_id/files/:file_id/communication',
      {
        schema: {
          tags: ['desk'],
          operationId: 'fetch-municipal-file-communication',
          summary: 'What the consulate sends for the registration, with the codes of the national registry',
          params: z.strictObject({ office_id: z.string(), file_id: z.string() }),
          response: pdf('PDF/A-2a'),
        },
      },
      async (request, reply) => {
        const { locale, params } = request;
        const by = atMunicipality(request);
        const paper = await printCommunicationAtMunicipality(deps, by, { id: params.file_id, locale });
        return sendPaper(reply, paper, communicationFile);
      },
    );
  };
}

const receiptFile = 'ricevuta.pdf';
const communicationFile = 'comunicazione-al-comune.pdf';

/** A paper as PDF; nothing where there is none. */
async function sendPaper(reply: FastifyReply, paper: Paper | undefined, name: string): Promise<FastifyReply> {
  if (paper === undefined) return reply.notFound();
  return reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${name}"`)
    .send(await renderPdf(paper));
}
