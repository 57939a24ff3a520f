import { z } from 'zod';
import type { CivilDate } from '#kernel/civil-date.ts';
import { findOffice } from '#modules/offices/public.ts';
import { aireInitiatives, type NewAddressAbroad } from '../../domain/abroad.ts';
import type { Correction } from '../../domain/correction.ts';
import type { NewAddress } from '../../domain/move.ts';
import { type Relation, relations, type StrikingReason } from '../../domain/record.ts';
import { strikingReasons } from '../../domain/striking.ts';
import { changeAddress } from '../../use-cases/change-address.ts';
import { correctRecord } from '../../use-cases/correct-record.ts';
import { markDuplicate, strikeRecord } from '../../use-cases/end-record.ts';
import { enterInRoll } from '../../use-cases/enter-in-roll.ts';
import { changeAddressAbroad, type FamilyAbroad, registerWithAire } from '../../use-cases/move-abroad.ts';
import { type Destination, moveMembers, setRelations } from '../../use-cases/move-members.ts';
import { closeProcedure, openProcedure } from '../../use-cases/procedures.ts';
import { setCertifiability, setHouseholdCertifiability } from '../../use-cases/set-certifiability.ts';
import {
  address,
  birth,
  citizenship,
  contract,
  identityDocument,
  maritalStatus,
  municipality,
  personId,
} from '../record-schema.ts';
import { relationsAbroad } from './abroad-forms.ts';
import type { Apply } from './change-form.ts';

const line = z.string().trim().min(1).max(100);
const short = z.string().trim().min(1).max(30);

const abroad = address
  .omit({ from: true, until: true, municipality: true, changed_ex_officio: true })
  .refine(({ country }) => country !== 'IT', { message: 'not abroad' });
const consulate = z
  .string()
  .max(60)
  .refine((id) => findOffice(id) !== undefined, { message: 'no such consular office' });
const newAddress = address.omit({ from: true, until: true, country: true }).extend({ municipality });
const members = z.array(z.strictObject({ person_id: personId, relation: z.enum(relations) })).max(100);

/** What a municipality changes in a record, for programs; the kinds are those of the forms. */
export const changeBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('names'),
    family_name: line.optional(),
    given_name: line.optional(),
  }),
  z.strictObject({ kind: z.literal('sex'), sex: z.enum(['M', 'F']) }),
  z.strictObject({ kind: z.literal('tax_code'), tax_code: z.string().max(20).optional() }),
  z.strictObject({ kind: z.literal('birth'), birth }),
  z.strictObject({ kind: z.literal('marital_status'), marital_status: maritalStatus.optional() }),
  z.strictObject({ kind: z.literal('citizenships'), citizenships: z.array(citizenship).max(20) }),
  z.strictObject({ kind: z.literal('cohabitation_contract'), contract: contract.optional() }),
  z.strictObject({ kind: z.literal('identity_documents'), documents: z.array(identityDocument).max(20) }),
  z.strictObject({ kind: z.literal('addresses'), addresses: z.array(address).min(1).max(100) }),
  z.strictObject({
    kind: z.literal('move'),
    on: z.iso.date(),
    to: newAddress,
  }),
  z.strictObject({
    kind: z.literal('aire_registration'),
    on: z.iso.date(),
    to: abroad,
    consulate,
    reason_code: z.enum(['C01', 'C02', 'C03', 'C04', 'C05']),
    initiative: z.enum(aireInitiatives),
    reached_consulate_on: z.iso.date().optional(),
    family: z.discriminatedUnion('who', [
      z.strictObject({ who: z.literal('household') }),
      z.strictObject({ who: z.literal('alone') }),
      z.strictObject({
        who: z.literal('joins'),
        tax_code: z.string().min(1).max(20),
        relation: z.enum(relationsAbroad),
      }),
    ]),
  }),
  z.strictObject({ kind: z.literal('address_abroad'), on: z.iso.date(), to: abroad, consulate }),
  z.strictObject({
    kind: z.literal('procedure_opening'),
    procedure: z.enum(['residence', 'correction', 'untraceability', 'citizenship', 'civil_status', 'other']),
  }),
  z.strictObject({ kind: z.literal('procedure_closing'), procedure_id: z.string().min(1).max(200) }),
  z.strictObject({
    kind: z.literal('certifiability'),
    certifiability: z.enum(['full', 'partial', 'none', 'not_enrollable', 'barred']),
  }),
  z.strictObject({ kind: z.literal('household_certifiability'), certifiable: z.boolean() }),
  z.strictObject({ kind: z.literal('roll_entry'), section: short, card_number: short.optional() }),
  z.strictObject({
    kind: z.literal('striking'),
    why: z.enum(strikingReasons as [StrikingReason, ...StrikingReason[]]),
    on: z.iso.date(),
    holder: personId.optional().describe('Who has the household afterwards; the eldest where left out'),
  }),
  z.strictObject({
    kind: z.literal('duplicate'),
    of: z.string().min(9).max(20).describe('Identifier or tax code of the record that stays'),
    on: z.iso.date(),
    holder: personId.optional(),
  }),
  z.strictObject({
    kind: z.literal('members_move'),
    on: z.iso.date(),
    members: members.describe('Who moves, and what each is to the holder of the household of arrival'),
    destination: z.union([
      z.strictObject({ to: newAddress }),
      z.strictObject({ joins: z.string().min(9).max(20).describe('Somebody of the household of arrival') }),
    ]),
    holder: personId.optional(),
  }),
  z.strictObject({
    kind: z.literal('household'),
    on: z.iso.date(),
    holder: personId,
    members: members.describe('What the others are to the holder'),
  }),
]);

/** Members as the domain writes them: `given_name` becomes `givenName`, in every depth. */
function camel(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camel);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      camel(inner),
    ]),
  );
}

function relationsIn(all: z.output<typeof members>): Record<string, Relation> {
  return Object.fromEntries(all.map(({ person_id: id, relation }) => [id, relation]));
}

/** The use case that a change asks for. */
export function applied(change: z.output<typeof changeBody>): Apply {
  switch (change.kind) {
    case 'move':
      return (deps, by, { from: _from, ...target }) =>
        changeAddress(deps, by, {
          ...target,
          to: camel(change.to) as NewAddress,
          on: change.on as CivilDate,
        });
    case 'aire_registration': {
      const {
        reason_code: code,
        initiative,
        reached_consulate_on: reached,
        family,
        to,
        consulate: at,
      } = change;
      return (deps, by, { from: _from, ...target }) =>
        registerWithAire(deps, by, {
          ...target,
          code,
          initiative,
          reachedConsulateOn: (reached ?? null) as CivilDate | null,
          family: camel(family) as FamilyAbroad,
          to: { address: camel(to) as NewAddressAbroad['address'], consulate: at },
          on: change.on as CivilDate,
        });
    }
    case 'address_abroad':
      return (deps, by, { from: _from, ...target }) =>
        changeAddressAbroad(deps, by, {
          ...target,
          to: { address: camel(change.to) as NewAddressAbroad['address'], consulate: change.consulate },
          on: change.on as CivilDate,
        });
    case 'procedure_opening':
      return (deps, by, target) => openProcedure(deps, by, { ...target, kind: change.procedure });
    case 'procedure_closing':
      return (deps, by, target) => closeProcedure(deps, by, { ...target, procedureId: change.procedure_id });
    case 'certifiability':
      return (deps, by, target) =>
        setCertifiability(deps, by, { ...target, certifiability: change.certifiability });
    case 'household_certifiability':
      return (deps, by, target) =>
        setHouseholdCertifiability(deps, by, { ...target, certifiable: change.certifiable });
    case 'roll_entry': {
      const { section, card_number: cardNumber } = change;
      return (deps, by, target) =>
        enterInRoll(deps, by, { ...target, section, ...(cardNumber && { cardNumber }) });
    }
    case 'striking': {
      const { why, on, holder } = change;
      return (deps, by, { from: _from, ...target }) =>
        strikeRecord(deps, by, { ...target, why, on: on as CivilDate, ...(holder && { holder }) });
    }
    case 'duplicate': {
      const { of, on, holder } = change;
      return (deps, by, { from: _from, ...target }) =>
        markDuplicate(deps, by, { ...target, of, on: on as CivilDate, ...(holder && { holder }) });
    }
    case 'members_move': {
      const { on, holder } = change;
      const destination = camel(change.destination) as Destination;
      return (deps, by, { from: _from, ...target }) =>
        moveMembers(deps, by, {
          ...target,
          movers: relationsIn(change.members),
          destination,
          on: on as CivilDate,
          ...(holder && { holder }),
        });
    }
    case 'household': {
      const { on, holder } = change;
      return (deps, by, { from: _from, ...target }) =>
        setRelations(deps, by, {
          ...target,
          holder,
          relations: relationsIn(change.members),
          on: on as CivilDate,
        });
    }
    case 'names':
    case 'sex':
    case 'tax_code':
    case 'birth':
    case 'marital_status':
    case 'citizenships':
    case 'cohabitation_contract':
    case 'identity_documents':
    case 'addresses': {
      const { kind, ...datum } = change;
      const correction = { datum: kind, ...(camel(datum) as object) } as Correction;
      return (deps, by, target) => correctRecord(deps, by, { ...target, correction });
    }
  }
}
