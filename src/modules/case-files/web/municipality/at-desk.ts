import type { FastifyReply, FastifyRequest } from 'fastify';
import { findMunicipalOffice } from '#modules/offices/public.ts';
import { officialOf } from '#platform/web/guards.ts';
import { mayServe } from '#platform/web/who.ts';
import type { AtMunicipality } from '../../use-cases/at-municipality.ts';

export interface MunicipalParams {
  readonly office: string;
}
export interface MunicipalFileParams extends MunicipalParams {
  readonly id: string;
}

function officeIdIn(request: FastifyRequest): string {
  const { office, office_id: officeId } = request.params as { office?: string; office_id?: string };
  return office ?? officeId ?? '';
}

/** Lets those pass who serve the municipality of the address; for all others there is nothing here. */
export async function municipalOfficialsOnly(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const id = officeIdIn(request);
  const may = mayServe(request.who, id) && (await findMunicipalOffice(id)) !== undefined;
  return may ? undefined : reply.notFound();
}

export function atMunicipality(request: FastifyRequest): AtMunicipality {
  return { official: officialOf(request), municipalityId: officeIdIn(request) };
}

/** What an officer does with a file, and the last part of the address that it is posted to. */
export const municipalSteps = {
  take: 'charge',
  put_back: 'return',
  confirm: 'confirmation',
  refuse: 'refusal',
  write: 'messages',
} as const;
export type MunicipalStep = keyof typeof municipalSteps;

export const municipalFilesPath = (office: string) => `/desk/municipalities/${office}/files`;
export const municipalFilePath = (office: string, id: string) => `${municipalFilesPath(office)}/${id}`;
