import type { FastifyReply, FastifyRequest } from 'fastify';
import { findMunicipalOffice } from '#modules/offices/public.ts';
import { officialOf } from '#platform/web/guards.ts';
import { mayServe } from '#platform/web/who.ts';
import { isPersonId, type KnownRecord } from '../../domain/person-content.ts';
import type { Reader } from '../../domain/reading.ts';
import type { ByOfficial } from '../../use-cases/change-record.ts';
import { type RegistryDeps, readRecord } from '../../use-cases/read-record.ts';
import { deskWords } from '../words/desk.ts';
import { type ReadingReason, readingReasons } from './reading-reasons.ts';

export interface OfficeParams {
  readonly office: string;
}
export interface PersonParams extends OfficeParams {
  readonly person: string;
}

export const registryDeskPath = (office: string) => `/desk/offices/${office}/registry`;
export const personPath = (office: string, person: string) => `${registryDeskPath(office)}/people/${person}`;

function officeIdOf(request: FastifyRequest): string {
  const { office, office_id: officeId } = request.params as { office?: string; office_id?: string };
  return office ?? officeId ?? '';
}

/** Lets those pass who serve the municipality of the address; for all others there is nothing here (BO-1). */
export async function municipalOfficialsOnly(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const id = officeIdOf(request);
  const may = mayServe(request.who, id) && (await findMunicipalOffice(id)) !== undefined;
  return may ? undefined : reply.notFound();
}

export function readerOf(request: FastifyRequest, why: string): Extract<Reader, { kind: 'official' }> {
  return { kind: 'official', officialId: officialOf(request).officialId, officeId: officeIdOf(request), why };
}

export function byOf(request: FastifyRequest, key: string): ByOfficial {
  return { officialId: officialOf(request).officialId, officeId: officeIdOf(request), key };
}

export function reasonIn(raw: unknown): ReadingReason | undefined {
  return readingReasons.find((each) => each === raw);
}

/** The record that the address names, read and written down for this reason; nothing where it is another municipality's. */
export async function recordFor(
  deps: RegistryDeps,
  request: FastifyRequest<{ Params: PersonParams }>,
  why: ReadingReason,
): Promise<KnownRecord | undefined> {
  const { person } = request.params;
  return isPersonId(person)
    ? readRecord(deps, { personId: person, reader: readerOf(request, why) })
    : undefined;
}

export function nameOf(
  { givenName, familyName }: Pick<KnownRecord, 'givenName' | 'familyName'>,
  locale: keyof typeof deskWords,
): string {
  return [givenName, familyName].filter(Boolean).join(' ') || deskWords[locale].record.nobody;
}
