import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { findMunicipalOffice } from '#modules/offices/public.ts';
import { readForm } from '#platform/web/form/read-form.ts';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { mayServe } from '#platform/web/who.ts';
import { readAfter, type TypedSearch } from '../../domain/office-search.ts';
import type { CertificateDeps } from '../../use-cases/certificate-deps.ts';
import { revokeCertificate } from '../../use-cases/revoke-certificate.ts';
import { searchIssued } from '../../use-cases/search-issued.ts';
import { type CertificateView, seeIssuedCertificate } from '../../use-cases/see-certificates.ts';
import { certificateWords } from '../words/words.ts';
import { deskCertificatePage, deskListPage, deskPath } from './certificates-page.ts';

interface OfficeRoute {
  Params: { office: string };
  Querystring: { number?: string; after?: string };
}
interface OneRoute {
  Params: { office: string; id: string };
  Querystring: { done?: string };
}

export const revocationReasons = ['wrong_data', 'issued_by_mistake', 'holder'] as const;
const revocationForm = z.object({ because: z.enum(revocationReasons) });

/** Lets those pass who serve the municipality of the address; for all others there is nothing here (BO-1). */
export async function servingMunicipality(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const { office, office_id: officeId } = request.params as { office?: string; office_id?: string };
  const id = office ?? officeId ?? '';
  const may = mayServe(request.who, id) && (await findMunicipalOffice(id)) !== undefined;
  return may ? undefined : reply.notFound();
}

/** The certificate of the address, where it is this municipality's. */
export async function certificateOf(
  deps: CertificateDeps,
  request: FastifyRequest,
  { office, id }: { office: string; id: string },
): Promise<CertificateView | undefined> {
  return seeIssuedCertificate(deps, { officialId: officialOf(request).officialId, officeId: office, id });
}

/** The desk of a municipality: what it has issued, and taking it back. */
export function certificateDeskRoutes(deps: CertificateDeps): FastifyPluginAsync {
  const list = async (
    request: FastifyRequest<OfficeRoute>,
    reply: FastifyReply,
    typed: TypedSearch,
    { after, showsHolders }: { after: string | undefined; showsHolders: boolean },
  ) => {
    const { office } = request.params;
    const outcome = await searchIssued(deps, {
      officialId: officialOf(request).officialId,
      officeId: office,
      typed,
      after: readAfter(after),
      showsHolders,
    });
    const page = outcome.ok
      ? { ...outcome.value, isLater: readAfter(after) !== undefined }
      : { views: [], next: null, isLater: false, refusal: outcome.refusal.code };
    return deskListPage(request, reply, { office, typed, showsHolders, ...page });
  };

  return async (app: FastifyInstance) => {
    app.addHook('preHandler', officialsOnly);
    app.addHook('preHandler', servingMunicipality);
    // By number nobody is named; who is looked for by name or code stands in no address and no log.
    app.get<OfficeRoute>(deskPath(':office'), async (request, reply) => {
      const number = z.string().trim().max(40).min(1).safeParse(request.query.number).data;
      return list(request, reply, { number }, { after: request.query.after, showsHolders: false });
    });
    app.post<OfficeRoute>(`${deskPath(':office')}/searches`, async (request, reply) => {
      const { typed } = readForm(z.object({}), request.body);
      const { name, taxCode, issuedOn, after } = typed;
      return list(request, reply, { name, taxCode, issuedOn }, { after, showsHolders: true });
    });
    app.get<OneRoute>(`${deskPath(':office')}/:id`, async (request, reply) => {
      const { office } = request.params;
      const view = await certificateOf(deps, request, request.params);
      if (view === undefined) return reply.notFound();
      return deskCertificatePage(request, reply, { office, view, done: request.query.done === 'revoked' });
    });
    app.post<OneRoute>(`${deskPath(':office')}/:id/revocation`, async (request, reply) => {
      const { office, id } = request.params;
      const view = await certificateOf(deps, request, request.params);
      if (view === undefined) return reply.notFound();
      const words = certificateWords[request.locale];
      const reading = readForm(revocationForm, request.body);
      const again = (problem: string, key?: string) =>
        deskCertificatePage(request, reply, { office, view, problem, key });
      if (!reading.ok) return again(words.desk.pickBecause, reading.key);
      const outcome = await revokeCertificate(deps, officialOf(request), {
        id,
        because: reading.value.because,
        key: reading.key,
      });
      if (outcome.ok) return reply.seeOther(`${deskPath(office)}/${id}?done=revoked`);
      return again(words.refusals[outcome.refusal.code]);
    });
  };
}
