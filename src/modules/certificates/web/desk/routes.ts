import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { findMunicipalOffice } from '#modules/offices/public.ts';
import { readForm } from '#platform/web/form/read-form.ts';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { mayServe, principalOf } from '#platform/web/who.ts';
import type { CertificateDeps } from '../../use-cases/certificate-deps.ts';
import { revokeCertificate } from '../../use-cases/revoke-certificate.ts';
import {
  type CertificateView,
  seeCertificate,
  seeOfficeCertificates,
} from '../../use-cases/see-certificates.ts';
import { certificateWords } from '../words/words.ts';
import { deskCertificatePage, deskListPage, deskPath } from './certificates-page.ts';

interface OfficeRoute {
  Params: { office: string };
  Querystring: { number?: string };
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
  const view = await seeCertificate(deps, principalOf(officialOf(request)), id);
  return view?.certificate.officeId === office && view.certificate.issue !== null ? view : undefined;
}

/** The desk of a municipality: what it has issued, and taking it back. */
export function certificateDeskRoutes(deps: CertificateDeps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.addHook('preHandler', officialsOnly);
    app.addHook('preHandler', servingMunicipality);
    app.get<OfficeRoute>(deskPath(':office'), async (request, reply) => {
      const { office } = request.params;
      const number = z.string().trim().max(40).min(1).safeParse(request.query.number).data;
      const views = await seeOfficeCertificates(deps, principalOf(officialOf(request)), {
        officeId: office,
        search: number === undefined ? {} : { number },
      });
      return deskListPage(request, reply, { office, number, views });
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
