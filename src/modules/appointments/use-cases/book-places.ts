import type { CivilDate } from '#kernel/civil-date.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { type Applicant, findApplicants, holdAccounts } from '#modules/identity/public.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import { findOffice } from '#modules/offices/public.ts';
import { findOffer, type MissingEntry, type Offer } from '#modules/services/public.ts';
import { joinCalls } from '#platform/batch/in-turns.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { record } from '#platform/event-log/record.ts';
import { type KeyReused, onceEach } from '#platform/idempotency/once.ts';
import { announce } from '#platform/outbox/announce.ts';
import { type BookingReason, mayBook } from '../domain/booking-policies.ts';
import { heldUntil } from '../domain/timing.ts';
import { heldLetter } from '../letters/letters.ts';
import { listMissed } from '../store/absences.ts';
import { findSlots, type Slot } from '../store/slots.ts';
import { type PlaceWish, takePlaces } from '../store/take-places.ts';
import { entriesMissing } from './entries.ts';
import { topicOf } from './topics.ts';

/** One person asks for one place. */
export interface BookingRequest {
  readonly officeId: string;
  readonly serviceId: string;
  readonly slotId: number;
  readonly accountId: string;
  readonly notes: string;
  readonly answers: Readonly<Record<string, string>>;
  /** Idempotency key: the same key gives the same answer. */
  readonly key: string;
}

export interface Held {
  readonly id: string;
  /** RFC 3339 instant until which the place is held. */
  readonly heldUntil: string;
}

export type BookingRefusal =
  | { readonly code: 'policies'; readonly reasons: BookingReason[] }
  /** The places of this hour went to others in the meantime. */
  | { readonly code: 'full' }
  /** The person has a live booking of this service. */
  | { readonly code: 'already_booked' }
  /** No such hour, or not for this service, or not public yet. */
  | { readonly code: 'no_such_place' }
  | KeyReused;

export type BookPlace = (request: BookingRequest) => Promise<Outcome<Held, BookingRefusal>>;

/**
 * Books places provisionally. Requests for an office that arrive together are served together, in one transaction,
 * in the order of their arrival; one such transaction at a time, because a second one would wait for the hours of the
 * first.
 */
export function bookingDesk(deps: Deps): BookPlace {
  const desks = new Map<string, BookPlace>();
  return (request) => {
    const desk =
      desks.get(request.officeId) ??
      joinCalls<BookingRequest, Outcome<Held, BookingRefusal>>(
        (requests) => bookPlaces(deps, request.officeId, requests),
        { inFlight: 1 },
      );
    desks.set(request.officeId, desk);
    return desk(request);
  };
}

/** Books places of one office for several people: load, check, change, record. */
export async function bookPlaces(
  deps: Deps,
  officeId: string,
  requests: readonly BookingRequest[],
): Promise<Outcome<Held, BookingRefusal>[]> {
  const now = deps.now();
  return deps.db.transaction({ kind: 'office', officeId }, (tx) =>
    onceEach<Held, BookingRefusal>(
      tx,
      requests.map(({ accountId, key, ...wish }) => ({ scope: accountId, key, wish, at: now })),
      (fresh) =>
        bookFresh(
          tx,
          deps,
          officeId,
          now,
          fresh.map((index) => requests[index] as BookingRequest),
        ),
    ),
  );
}

async function bookFresh(
  tx: Tx,
  deps: Deps,
  officeId: string,
  now: Temporal.Instant,
  requests: readonly BookingRequest[],
): Promise<Outcome<Held, BookingRefusal>[]> {
  if (requests.length === 0) return [];
  const zone = findOffice(officeId)?.timeZone ?? 'UTC';
  const accountIds = requests.map((request) => request.accountId);
  // Who is closing the account or changing office this moment is waited for.
  await holdAccounts(tx, accountIds);
  const found = await findApplicants(tx, accountIds);
  const applicants = new Map(found.map((applicant) => [applicant.accountId, applicant]));
  const slots = await findSlots(
    tx,
    officeId,
    requests.map((request) => request.slotId),
  );
  const offers = new Map<string, Offer | undefined>();
  for (const { serviceId } of requests) {
    if (!offers.has(serviceId)) offers.set(serviceId, await findOffer(tx, officeId, serviceId));
  }

  const missed = await missedOf(tx, officeId, requests, applicants, offers);
  const lacks = await entriesMissing(tx, officeId, requests, (serviceId) => offers.get(serviceId));
  const checked = requests.map((request) =>
    check({
      request,
      missed: missed(request),
      missingEntry: lacks(request),
      applicant: applicants.get(request.accountId),
      slot: slots.get(request.slotId),
      offer: offers.get(request.serviceId),
      zone,
      now,
    }),
  );
  const passed = checked.flatMap((outcome, index) => (outcome.ok ? [{ index, ...outcome.value }] : []));
  const results = await takePlaces(
    tx,
    officeId,
    now,
    passed.map((each) => each.wish),
  );

  const answers: Outcome<Held, BookingRefusal>[] = checked.map((outcome) =>
    outcome.ok ? refused({ code: 'full' }) : refused(outcome.refusal),
  );
  const taken: typeof passed = [];
  for (const [position, each] of passed.entries()) {
    const result = results[position];
    if (result === 'taken') {
      taken.push(each);
      answers[each.index] = granted({ id: each.wish.id, heldUntil: each.wish.heldUntil.toString() });
    } else {
      answers[each.index] = refused({ code: result === 'gone' ? 'no_such_place' : (result ?? 'full') });
    }
  }
  await tellAndRecord(tx, deps, officeId, now, taken);
  return answers;
}

interface Passed {
  readonly wish: PlaceWish;
  readonly slot: Slot;
  readonly applicant: Applicant;
}

/** The absences of those who ask, for the services whose office counts them. */
async function missedOf(
  tx: Tx,
  officeId: string,
  requests: readonly BookingRequest[],
  applicants: ReadonlyMap<string, Applicant>,
  offers: ReadonlyMap<string, Offer | undefined>,
): Promise<(request: BookingRequest) => readonly Temporal.Instant[]> {
  const byService = new Map<string, Awaited<ReturnType<typeof listMissed>>>();
  for (const [serviceId, offer] of offers) {
    if (offer?.absences == null) continue;
    const keys = requests
      .filter((request) => request.serviceId === serviceId)
      .flatMap((request) => applicants.get(request.accountId)?.personKey ?? []);
    byService.set(serviceId, await listMissed(tx, officeId, serviceId, keys));
  }
  return ({ serviceId, accountId }) =>
    byService.get(serviceId)?.get(applicants.get(accountId)?.personKey ?? '') ?? [];
}

function check({
  request,
  missed,
  missingEntry,
  applicant,
  slot,
  offer,
  zone,
  now,
}: {
  request: BookingRequest;
  missed: readonly Temporal.Instant[];
  missingEntry: MissingEntry | undefined;
  applicant: Applicant | undefined;
  slot: Slot | undefined;
  offer: Offer | undefined;
  zone: string;
  now: Temporal.Instant;
}): Outcome<Passed, BookingRefusal> {
  if (slot === undefined || !slot.serviceIds.includes(request.serviceId))
    return refused({ code: 'no_such_place' });
  // The office's policy hides people of other districts: who is not found here is served elsewhere.
  if (applicant === undefined) return refused({ code: 'policies', reasons: ['other_office'] });
  if (offer === undefined) return refused({ code: 'policies', reasons: ['service_not_open'] });
  const allowed = mayBook({ applicant, offer, slot: { ...slot, zone }, now, missed, missingEntry });
  if (!allowed.ok) return allowed;
  return granted({
    applicant,
    slot,
    wish: {
      id: crypto.randomUUID(),
      slotId: slot.id,
      serviceId: request.serviceId,
      accountId: applicant.accountId,
      personKey: applicant.personKey,
      givenName: applicant.givenName,
      familyName: applicant.familyName,
      bornOn: applicant.bornOn as CivilDate,
      locale: applicant.locale,
      notes: request.notes,
      answers: request.answers,
      heldUntil: heldUntil(now, offer.holdMinutes, slot.startsAt),
    },
  });
}

async function tellAndRecord(
  tx: Tx,
  deps: Deps,
  officeId: string,
  now: Temporal.Instant,
  taken: readonly Passed[],
): Promise<void> {
  await record(
    tx,
    ...taken.map(({ wish }) => ({
      type: 'appointment.held',
      subject: { kind: 'appointment', id: wish.id },
      actor: { kind: 'citizen' as const, id: wish.accountId },
      at: now,
      officeId,
      accountId: wish.accountId,
      facts: { slot: wish.slotId, service: wish.serviceId, until: wish.heldUntil.toString() },
    })),
  );
  await enqueueMessages(
    tx,
    now,
    taken.map(({ wish, slot, applicant }) =>
      heldLetter(deps, { ...wish, officeId, startsAt: slot.startsAt, endsAt: slot.endsAt }, applicant.email),
    ),
  );
  await announce(tx, ...taken.map(({ slot }) => topicOf(officeId, slot.agendaId)));
}
