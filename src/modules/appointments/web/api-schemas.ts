import { z } from 'zod';
import type { Appointment } from '../domain/appointment.ts';
import { referenceOf } from '../domain/appointment.ts';
import type { Day, OpenSlot } from '../domain/availability.ts';
import { consents } from '../domain/party.ts';

const id = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[a-z0-9-]+$/);
const uuid = z.uuid().max(36);
const instant = z.iso.datetime({ offset: true }).max(40);
const date = z.iso.date();

export const placeParams = z.strictObject({ office_id: id, service_id: id });
export const appointmentParams = z.strictObject({ appointment_id: uuid });
const people = z.coerce.number().int().min(1).max(20).default(1).describe('How many people come together');
export const daysQuery = z.strictObject({ from: date.optional(), until: date.optional(), people });
export const hoursQuery = z.strictObject({ day: date, people });

export const dayKinds = [
  'free',
  'too_few',
  'held',
  'full',
  'closed',
  'no_hours',
  'not_published',
  'not_open',
  'beyond_horizon',
  'too_late',
  'past',
] as const;

export const daySchema = z.strictObject({
  day: date,
  status: z.enum(dayKinds).describe('Why the day has places or none'),
  places: z.int().min(0).max(1_000_000),
  published_at: instant.optional().describe('When places of the day appear'),
  reason: z.string().max(200).optional().describe('Why the office is closed, in the language asked for'),
});

export const daysAnswer = z.strictObject({
  time_zone: z.string().max(60),
  first_free_on: date.optional(),
  items: z.array(daySchema).max(100),
});

export type ApiPerson = z.output<typeof personSchema>;

export const hourSchema = z.strictObject({
  slot_id: z.int().min(1),
  starts_at: instant,
  ends_at: instant,
  places: z.int().min(0).max(500),
});

export const hoursAnswer = z.strictObject({
  time_zone: z.string().max(60),
  items: z.array(hourSchema).max(500),
});

const personSchema = z.strictObject({
  given_name: z.string().max(100),
  family_name: z.string().max(100),
  born_on: date,
  tax_code: z.string().max(20).default(''),
  parents: z.array(z.string().max(100)).max(2).default([]).describe('Of a minor: first and last names'),
  consent: z.enum(consents).optional().describe('Of a minor: whether the other parent agrees'),
});

export const bookingBody = z.strictObject({
  office_id: id,
  service_id: id,
  slot_id: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
  notes: z.string().max(2000).default(''),
  answers: z.record(z.string().max(60), z.string().max(300)).default({}),
  people: z.array(personSchema).max(19).default([]).describe('Others who come along, each with a place'),
  for_myself: z.boolean().default(true).describe('Whether a place is for the person who books, too'),
  priority_id: uuid.optional().describe('The change by the office that gives priority'),
});

export const cancellationBody = z
  .strictObject({ whole_party: z.boolean().default(false).describe('Everybody who came along, too') })
  .nullish();

export const movingBody = z.strictObject({ slot_id: z.int().min(1).max(Number.MAX_SAFE_INTEGER) });

export const heldAnswer = z.strictObject({
  appointment_id: uuid,
  held_until: instant,
  appointment_ids: z.array(uuid).max(20).optional().describe('Of everybody who comes together'),
});

export const appointmentSchema = z.strictObject({
  appointment_id: uuid,
  reference: z.string().max(8),
  office_id: id,
  service_id: id,
  starts_at: instant,
  ends_at: instant,
  state: z.enum([
    'held',
    'booked',
    'in_charge',
    'checked_in',
    'served',
    'no_show',
    'lapsed',
    'cancelled_by_citizen',
    'cancelled_by_office',
  ]),
  held_until: instant.optional(),
  given_name: z.string().max(100),
  family_name: z.string().max(100),
  notes: z.string().max(2000),
  answers: z.record(z.string().max(60), z.string().max(300)),
  party_id: uuid.optional().describe('The same for everybody who comes together'),
  appointment_change_id: uuid.optional().describe('What the office did to it last'),
});

export const appointmentsAnswer = z.strictObject({
  items: z.array(appointmentSchema).max(200),
  next: z.string().max(200).nullable(),
});

export function appointmentOut(appointment: Appointment): z.output<typeof appointmentSchema> {
  return {
    appointment_id: appointment.id,
    reference: referenceOf(appointment.id),
    office_id: appointment.officeId,
    service_id: appointment.serviceId,
    starts_at: appointment.startsAt.toString(),
    ends_at: appointment.endsAt.toString(),
    state: appointment.state,
    ...(appointment.heldUntil === null ? {} : { held_until: appointment.heldUntil.toString() }),
    given_name: appointment.givenName,
    family_name: appointment.familyName,
    notes: appointment.notes,
    answers: { ...appointment.answers },
    ...(appointment.partyId === null ? {} : { party_id: appointment.partyId }),
    ...(appointment.changeId === null ? {} : { appointment_change_id: appointment.changeId }),
  };
}

export function dayOut({ day, status }: Day, locale: 'it' | 'en'): z.output<typeof daySchema> {
  return {
    day,
    status: status.kind,
    places: status.kind === 'free' ? status.places : 0,
    ...(status.kind === 'not_published' ? { published_at: status.publishedAt.toString() } : {}),
    ...(status.kind === 'closed' ? { reason: status.reason[locale] } : {}),
  };
}

export function hourOut(slot: OpenSlot): z.output<typeof hourSchema> {
  return {
    slot_id: slot.id,
    starts_at: slot.startsAt.toString(),
    ends_at: slot.endsAt.toString(),
    places: slot.free,
  };
}
