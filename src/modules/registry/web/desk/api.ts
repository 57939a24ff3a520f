import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type CivilDate, dayAt } from '#kernel/civil-date.ts';
import { sendProblem } from '#platform/web/problem.ts';
import { changeKinds, type RecordChange } from '../../domain/change.ts';
import type { FoundPerson } from '../../domain/search.ts';
import type { Refusal } from '../../use-cases/change-record.ts';
import { readChanges } from '../../use-cases/read-changes.ts';
import { type RegistryDeps, readRecord } from '../../use-cases/read-record.ts';
import { searchRecords } from '../../use-cases/search-records.ts';
import { recordOut } from '../api-schemas.ts';
import { instant, municipality, personId, recordSchema } from '../record-schema.ts';
import { applied, changeBody } from './change-schema.ts';
import { byOf, readerOf } from './desk-request.ts';
import { readingReasons } from './reading-reasons.ts';

const tags = ['registry-desk'];
const base = '/api/v1/desk/offices/:office_id';
const officeId = z
  .string()
  .max(20)
  .regex(/^[a-z0-9-]+$/);
const params = z.strictObject({ office_id: officeId, person_id: z.string().max(40) });
const version = z.int().min(1).max(1_000_000);
const deskRecord = recordSchema.extend({ version });
const found = z.strictObject({
  person_id: personId,
  tax_code: z.string().max(16).optional(),
  family_name: z.string().max(100).optional(),
  given_name: z.string().max(100).optional(),
  born_on: z.string().max(10),
  standing: z.enum(['enrolled', 'struck', 'duplicate']),
  register: z.enum(['resident', 'aire']),
  open_procedures: z.int().min(0).max(1000),
});
const change = z.strictObject({
  change_id: z.uuid().max(36),
  municipality,
  kind: z.enum(changeKinds),
  data: z.array(z.string().max(200)).max(50),
  act: z.string().max(200),
  reason: z.string().max(2000),
  from: z.iso.date(),
  at: instant,
});

const statuses: Record<Refusal['code'], { status: number; title: string }> = {
  nothing_changes: { status: 409, title: 'The record says so already' },
  no_citizenship: { status: 422, title: 'At least one citizenship is needed' },
  addresses_overlap: { status: 422, title: 'The addresses overlap' },
  no_address: { status: 422, title: 'At least one address is needed' },
  before_birth: { status: 422, title: 'A date is before the birth' },
  in_the_future: { status: 422, title: 'A date is in the future' },
  no_such_record: { status: 404, title: 'There is no such record in this municipality' },
  changed_meanwhile: { status: 409, title: 'The record has another version now' },
  no_act: { status: 422, title: 'The act is missing' },
  no_reason: { status: 422, title: 'The reason is missing' },
  before_the_record: { status: 422, title: 'The record begins later' },
  not_enrolled: { status: 409, title: 'Struck and duplicate records are not changed' },
  not_a_tax_code: { status: 422, title: 'This is not a tax code' },
  tax_code_taken: { status: 409, title: 'Another live record has this tax code' },
  no_such_procedure: { status: 409, title: 'This procedure is not open' },
  no_household: { status: 409, title: 'The person is in no household' },
  already_in_aire: { status: 409, title: 'The municipality has the person in its AIRE already' },
  not_in_aire: { status: 409, title: 'The person is not in AIRE' },
  no_aire_household: { status: 409, title: 'This family is in no AIRE household of the municipality' },
  other_municipality: { status: 422, title: 'The address is in another municipality' },
  may_not_vote: { status: 409, title: 'The person has no right to vote' },
  other_register: { status: 422, title: 'This reason belongs to the other register' },
  is_italian: { status: 409, title: 'This reason is for those who are not Italian citizens' },
  no_untraceability_procedure: { status: 409, title: 'No procedure of untraceability is open' },
  no_such_other_record: { status: 422, title: 'There is no record with this identifier or tax code' },
  other_not_live: { status: 409, title: 'The other record is not a live one' },
  another_person: { status: 409, title: 'The two records are not of one person' },
  not_of_household: { status: 422, title: 'Somebody who is named is not of the household' },
  nobody_moves: { status: 422, title: 'Nobody moves' },
  one_holder: { status: 422, title: 'A household has one holder' },
  no_household_to_join: { status: 422, title: 'There is no such household to join' },
  key_reused: { status: 422, title: 'This idempotency key was used for another request' },
};

function foundOut(person: FoundPerson): z.output<typeof found> {
  return {
    person_id: person.id,
    ...(person.taxCode === null ? {} : { tax_code: person.taxCode }),
    ...(person.familyName === null ? {} : { family_name: person.familyName }),
    ...(person.givenName === null ? {} : { given_name: person.givenName }),
    born_on: person.bornOn,
    standing: person.standing,
    register: person.register,
    open_procedures: person.openProcedures,
  };
}

function changeOut(each: RecordChange): z.output<typeof change> {
  const { id, municipality: code, kind, data, act, reason, from, at } = each;
  return { change_id: id, municipality: code, kind, data: [...data], act, reason, from, at: at.toString() };
}

/** The registry office of a municipality, for the programs of its officials. */
export function registryDeskApi(deps: RegistryDeps): FastifyPluginAsync {
  return async (plain: FastifyInstance) => {
    reading(plain, deps);
    changing(plain, deps);
  };
}

function reading(plain: FastifyInstance, deps: RegistryDeps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  app.post(
    `${base}/registry-searches`,
    {
      schema: {
        tags,
        operationId: 'search-registry',
        summary: 'Look for people of the municipality; everybody found sees it',
        params: z.strictObject({ office_id: officeId }),
        body: z.union([
          z.strictObject({ tax_code: z.string().min(1).max(20) }),
          z.strictObject({ name: z.string().min(1).max(100), born_on: z.string().max(10).optional() }),
        ]),
        response: { 200: z.strictObject({ items: z.array(found).max(50), next: z.null() }) },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const wanted =
        'tax_code' in body
          ? { taxCode: body.tax_code }
          : { name: body.name, ...(body.born_on === undefined ? {} : { bornOn: body.born_on }) };
      const outcome = await searchRecords(deps, readerOf(request, 'search'), wanted);
      if (outcome.ok) return { items: outcome.value.map(foundOut), next: null };
      const { code } = outcome.refusal;
      const title = code === 'too_short' ? 'A name needs three letters' : 'This is not a date';
      return sendProblem(reply, { status: 422, code, title });
    },
  );

  app.get(
    `${base}/registry-records/:person_id`,
    {
      schema: {
        tags,
        operationId: 'read-registry-record',
        summary: 'A record of the municipality; the person sees who read it and why',
        params,
        querystring: z.strictObject({
          why: z.enum(readingReasons),
          at: z.iso.date().optional().describe('What was true on this day'),
          known_at: z.iso.datetime({ offset: true }).max(40).optional().describe('As it was known then'),
        }),
        response: { 200: deskRecord },
      },
    },
    async (request, reply) => {
      const { why, at, known_at: knownAt } = request.query;
      const record = await readRecord(deps, {
        personId: request.params.person_id,
        reader: readerOf(request, why),
        ...(at === undefined ? {} : { at: at as CivilDate }),
        ...(knownAt === undefined ? {} : { knownAt: Temporal.Instant.from(knownAt) }),
      });
      if (record === undefined) return reply.notFound();
      return { ...recordOut(record, dayAt(deps.now(), 'Europe/Rome')), version: record.version };
    },
  );

  app.get(
    `${base}/registry-records/:person_id/changes`,
    {
      schema: {
        tags,
        operationId: 'list-registry-changes',
        summary: 'What was changed in a record, by which act and why',
        params,
        response: { 200: z.strictObject({ items: z.array(change).max(200), next: z.null() }) },
      },
    },
    async (request, reply) => {
      const { changes, versions } = await readChanges(deps, {
        personId: request.params.person_id,
        reader: readerOf(request, 'verification'),
      });
      return versions.length === 0 ? reply.notFound() : { items: changes.map(changeOut), next: null };
    },
  );
}

function changing(plain: FastifyInstance, deps: RegistryDeps): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  app.post(
    `${base}/registry-records/:person_id/changes`,
    {
      schema: {
        tags,
        operationId: 'change-registry-record',
        summary: 'Change a record by an act and for a reason',
        description: 'What was known before is superseded and stays to be read.',
        params,
        headers: z.object({
          'idempotency-key': z
            .string()
            .min(8)
            .max(200)
            .regex(/^[\w-]+$/),
        }),
        body: z.strictObject({
          version: version.describe('The version that was read'),
          act: z.string().trim().min(1).max(200),
          reason: z.string().trim().min(1).max(2000),
          from: z.iso
            .date()
            .optional()
            .describe('Since when it is true; since the record begins where left out'),
          change: changeBody,
        }),
        response: { 200: z.strictObject({ version }) },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const target = {
        personId: request.params.person_id,
        version: body.version,
        act: body.act,
        reason: body.reason,
        ...(body.from === undefined ? {} : { from: body.from as CivilDate }),
      };
      const by = byOf(request, request.headers['idempotency-key']);
      const outcome = await applied(body.change)(deps, by, target);
      return outcome.ok ? { version: outcome.value.version } : refuse(reply, outcome.refusal.code);
    },
  );
}

function refuse(reply: FastifyReply, code: Refusal['code']): FastifyReply {
  return sendProblem(reply, { ...statuses[code], code });
}
