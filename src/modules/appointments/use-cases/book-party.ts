import type { CivilDate } from '#kernel/civil-date.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { type Applicant, findApplicants, personKeyOf } from '#modules/identity/public.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import { findOffice } from '#modules/offices/public.ts';
import { findOffer, findService, mostPeopleOf } from '#modules/services/public.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import { announce } from '#platform/outbox/announce.ts';
import { type BookingReason, mayBook } from '../domain/booking-policies.ts';
import { confirmationToken } from '../domain/confirmation-token.ts';
import type { Companion } from '../domain/party.ts';
import { heldUntil } from '../domain/timing.ts';
import { heldPartyLetter } from '../letters/party-letters.ts';
import { listMissed } from '../store/absences.ts';
import { insertParty, type NewMember, undoable } from '../store/parties.ts';
import { type Seat, takeSeats } from '../store/party-hours.ts';
import { findSlots, type Slot } from '../store/slots.ts';
import { entriesMissing } from './entries.ts';
import { findPriority, usePriority } from './priority.ts';
import { seatLocked } from './seat-party.ts';
import { dayTopicOf, topicOf } from './topics.ts';

/** Several people ask for places next to each other. */
export interface PartyRequest {
  readonly officeId: string;
  readonly serviceId: string;
  readonly slotId: number;
  readonly accountId: string;
  /** Whether the one who books needs the service too; a parent may come for the children alone. */
  readonly withBooker: boolean;
  readonly companions: readonly Companion[];
  readonly notes: string;
  readonly answers: Readonly<Record<string, string>>;
  /** The change by the office that gives priority, where there was one. */
  readonly priorityId?: string;
  /** Idempotency key: the same key gives the same answer. */
  readonly key: string;
}

export interface HeldParty {
  /** The first member's appointment: its page shows them all. */
  readonly id: string;
  readonly ids: readonly string[];
  /** RFC 3339 instant until which the places are held. */
  readonly heldUntil: string;
}

export type PartyRefusal =
  | { readonly code: 'policies'; readonly reasons: BookingReason[] }
  /** The service takes fewer people together, or nobody was written down. */
  | { readonly code: 'too_many_people'; readonly most: number }
  /** Not enough places next to each other are left at this hour. */
  | { readonly code: 'full' }
  /** These people have a live booking of this service; 0 is who books, 1 the first companion. */
  | { readonly code: 'already_booked'; readonly people: readonly number[] }
  /** The same person was written down twice. */
  | { readonly code: 'person_twice'; readonly people: readonly number[] }
  | { readonly code: 'no_such_place' }
  | KeyReused;

interface Person extends Omit<NewMember, 'id' | 'seat' | 'notes' | 'answers'> {
  /** 0 is who books. */
  readonly position: number;
}

/** Books places for a party, provisionally: all of them or none. */
export async function bookParty(
  deps: Deps,
  { key, ...request }: PartyRequest,
): Promise<Outcome<HeldParty, PartyRefusal>> {
  const now = deps.now();
  const { officeId, accountId } = request;
  return deps.db.transaction({ kind: 'office', officeId }, (tx) =>
    once<HeldParty, PartyRefusal>(tx, { scope: accountId, key, wish: request, at: now }, () =>
      bookFresh(tx, deps, request),
    ),
  );
}

async function bookFresh(
  tx: Tx,
  deps: Deps,
  request: Omit<PartyRequest, 'key'>,
): Promise<Outcome<HeldParty, PartyRefusal>> {
  const now = deps.now();
  const { officeId, serviceId, slotId, accountId } = request;
  const slot = (await findSlots(tx, officeId, [slotId])).get(slotId);
  const service = findService(serviceId);
  if (slot === undefined || service === undefined || !slot.serviceIds.includes(serviceId))
    return refused({ code: 'no_such_place' });
  const [applicant] = await findApplicants(tx, [accountId]);
  // The office's policy hides people of other districts: who is not found here is served elsewhere.
  if (applicant === undefined) return refused({ code: 'policies', reasons: ['other_office'] });
  const offer = await findOffer(tx, officeId, serviceId);
  if (offer === undefined) return refused({ code: 'policies', reasons: ['service_not_open'] });

  const everybody = peopleOf(deps, applicant, request);
  // Who books counts as written down also where the service is for the children alone.
  const people = request.withBooker ? everybody : everybody.slice(1);
  const most = mostPeopleOf(service);
  if (people.length === 0 || people.length > most) return refused({ code: 'too_many_people', most });
  const twice = writtenTwice(everybody);
  if (twice.length > 0) return refused({ code: 'person_twice', people: twice });
  const priority = await findPriority(tx, request, now);
  const zone = findOffice(officeId)?.timeZone ?? 'UTC';
  const missed = offer.absences === null ? [] : await mostMissed(tx, officeId, serviceId, people);
  const missingEntry = (await entriesMissing(tx, officeId, [request], () => offer))(request);
  const allowed = mayBook({ applicant, offer, slot: { ...slot, zone }, now, missed, missingEntry });
  if (!allowed.ok) return allowed;

  const publishedBy = priority === undefined ? now : slot.startsAt;
  const seated = await seatLocked(tx, officeId, { slotId, size: people.length, publishedBy });
  if (seated === 'no_such_place' || seated === 'full') return refused({ code: seated });

  const until = heldUntil(now, offer.holdMinutes, slot.startsAt);
  const party = { officeId, id: crypto.randomUUID(), serviceId, accountId };
  const ids = people.map(() => crypto.randomUUID());
  const missing = await undoable(tx, async () => {
    const places = await takeSeats(tx, officeId, seated.hours, seated.seats, { held: true });
    const members = people.map((person, index): NewMember => {
      const notes =
        index === 0 ? { notes: request.notes, answers: request.answers } : { notes: '', answers: {} };
      return { ...person, ...notes, id: ids[index] as string, seat: places[index] as Seat };
    });
    const written = await insertParty(tx, party, members, {
      locale: applicant.locale,
      heldUntil: until,
      now,
    });
    const without = members.flatMap(({ id }, index) =>
      written.has(id) ? [] : [people[index]?.position ?? 0],
    );
    return { keep: without.length === 0, result: without.length > 0 ? without : members };
  });
  if (isPositions(missing)) return refused({ code: 'already_booked', people: missing });

  if (priority !== undefined) await usePriority(tx, officeId, priority, now);
  await tell(tx, deps, { request, applicant, slot, party, members: missing, until });
  return granted({ id: ids[0] as string, ids, heldUntil: until.toString() });
}

function isPositions(result: readonly number[] | readonly NewMember[]): result is readonly number[] {
  return typeof result[0] === 'number';
}

function peopleOf(
  deps: Deps,
  applicant: Applicant,
  { companions }: Pick<PartyRequest, 'companions'>,
): Person[] {
  const booker: Person = {
    position: 0,
    personKey: applicant.personKey,
    givenName: applicant.givenName,
    familyName: applicant.familyName,
    bornOn: applicant.bornOn as CivilDate,
    taxCode: applicant.taxCode,
    parents: [],
    consent: null,
  };
  const others = companions.map((companion, index) => ({
    ...companion,
    position: index + 1,
    personKey: personKeyOf(deps.keys, companion),
  }));
  return [booker, ...others];
}

/** The absences of the one among these people who has most of them. */
async function mostMissed(
  tx: Tx,
  officeId: string,
  serviceId: string,
  people: readonly Person[],
): Promise<readonly Temporal.Instant[]> {
  const missed = await listMissed(
    tx,
    officeId,
    serviceId,
    people.map((person) => person.personKey),
  );
  return [...missed.values()].toSorted((one, other) => other.length - one.length)[0] ?? [];
}

/** The positions of people who are somebody before them, by tax code or by name and date of birth. */
function writtenTwice(people: readonly Person[]): number[] {
  const seen = new Set<string>();
  return people.flatMap((person) => {
    const marks = [
      person.personKey,
      `${person.givenName} ${person.familyName} ${person.bornOn}`.toLowerCase(),
    ];
    const known = marks.some((mark) => seen.has(mark));
    for (const mark of marks) seen.add(mark);
    return known ? [person.position] : [];
  });
}

async function tell(
  tx: Tx,
  deps: Deps,
  {
    request,
    applicant,
    slot,
    party,
    members,
    until,
  }: {
    request: Omit<PartyRequest, 'key'>;
    applicant: Applicant;
    slot: Slot;
    party: { id: string };
    members: readonly NewMember[];
    until: Temporal.Instant;
  },
): Promise<void> {
  const { officeId, serviceId, accountId } = request;
  const now = deps.now();
  await record(
    tx,
    ...members.map(({ id, seat }) => ({
      type: 'appointment.held',
      subject: { kind: 'appointment', id },
      actor: { kind: 'citizen' as const, id: accountId },
      at: now,
      officeId,
      accountId,
      facts: { slot: seat.slotId, service: serviceId, until: until.toString(), party: party.id },
    })),
  );
  const written = members.map((member) => ({
    ...member,
    ...member.seat,
    officeId,
    serviceId,
    accountId,
    locale: applicant.locale,
  }));
  const token = confirmationToken(deps.keys, { id: members[0]?.id ?? '' });
  await enqueueMessages(tx, now, [heldPartyLetter(deps, written, applicant, { heldUntil: until, token })]);
  await announce(tx, topicOf(officeId, slot.agendaId), dayTopicOf(officeId));
}
