import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { renderPdf } from '#platform/pdf/render-pdf.ts';
import { citizenOf } from '#platform/web/guards.ts';
import { printedPaper } from '../letters/printout/printed-paper.ts';
import { type Printout, printoutOf } from '../letters/printout/printout.ts';
import { findPrintable } from '../use-cases/find-printable.ts';
import { printoutPage } from './printout-page.ts';

interface Route {
  Params: { id: string };
  Querystring: { zone?: string };
}

/** The printed confirmation of a citizen's appointment, as a page and as PDF. */
export function printoutRoutes(app: FastifyInstance, deps: Deps): void {
  const find = async (
    accountId: string,
    id: string,
    reader: { locale: 'it' | 'en'; ownZone: string | undefined },
  ): Promise<Printout | undefined> => {
    const people = await findPrintable(deps, accountId, id);
    return people && printoutOf(deps, people, reader);
  };

  app.get<Route>('/appointments/:id/printout', async (request, reply) => {
    const zone = zoneOf(request.query.zone);
    const { id } = request.params;
    const printout = await find(citizenOf(request).accountId, id, { locale: request.locale, ownZone: zone });
    return printout === undefined ? reply.notFound() : printoutPage(request, reply, { printout, id, zone });
  });

  app.get<Route>('/appointments/:id/printout.pdf', async (request, reply) => {
    const ownZone = zoneOf(request.query.zone);
    const { id } = request.params;
    const printout = await find(citizenOf(request).accountId, id, { locale: request.locale, ownZone });
    if (printout === undefined) return reply.notFound();
    return reply
      .type('application/pdf')
      .header('content-disposition', 'inline; filename="sportello.pdf"')
      .send(await renderPdf(await printedPaper(printout, deps.now())));
  });
}

/** A zone of the reader that exists, as browsers name it. */
function zoneOf(raw: string | undefined): string | undefined {
  if (raw === undefined || !/^[\w+-]+(\/[\w+-]+)*$/.test(raw)) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: raw }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
