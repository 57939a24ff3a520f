import { type CivilDate, dayAt } from '#kernel/civil-date.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { pausedUntil } from './absences.ts';

/** What the rules of booking look at. */
export interface BookingCase {
  readonly applicant: {
    readonly active: boolean;
    readonly bothContactsVerified: boolean;
    readonly officeId: string | null;
  };
  readonly offer: {
    readonly officeId: string;
    readonly switchedOn: boolean;
    readonly firstBookableOn: CivilDate | null;
    readonly noticeHours: number;
    /** The office serves people without the entry that the service needs. */
    readonly withoutEntry: boolean;
    readonly absences: Parameters<typeof pausedUntil>[0];
  };
  readonly slot: { readonly day: CivilDate; readonly startsAt: Temporal.Instant; readonly zone: string };
  readonly now: Temporal.Instant;
  /** What is missing in the consular register for this service. */
  readonly missingEntry?: MissingEntry | undefined;
  /** Absences of the person in this service, those that the office excused left out. */
  readonly missed?: readonly Temporal.Instant[];
}

/** CF-10: the service needs an entry in the consular register of the office, or with AIRE. */
type MissingEntry = 'consular_register_missing' | 'aire_missing';

export type BookingReason =
  | 'account_not_active'
  | 'second_contact_missing'
  | 'other_office'
  | MissingEntry
  | 'service_not_open'
  | 'before_first_day'
  | 'too_late'
  | 'beyond_horizon'
  | 'paused_after_absences';

type Policy = (facts: BookingCase) => BookingReason | undefined;

const bookingPolicies: readonly Policy[] = [
  ({ applicant }) => (applicant.active ? undefined : 'account_not_active'),
  ({ applicant }) => (applicant.bothContactsVerified ? undefined : 'second_contact_missing'),
  // Each person is served by the office of the residence (sede competente).
  ({ applicant, offer }) => (applicant.officeId === offer.officeId ? undefined : 'other_office'),
  ({ offer, missingEntry }) => (offer.withoutEntry ? undefined : missingEntry),
  ({ offer }) => (offer.switchedOn && offer.firstBookableOn !== null ? undefined : 'service_not_open'),
  ({ offer, slot }) =>
    offer.firstBookableOn !== null && slot.day < offer.firstBookableOn ? 'before_first_day' : undefined,
  ({ offer, slot, now }) =>
    Temporal.Instant.compare(now.add({ hours: offer.noticeHours }), slot.startsAt) > 0
      ? 'too_late'
      : undefined,
  ({ slot, now }) =>
    slot.day > Temporal.PlainDate.from(dayAt(now, slot.zone)).add({ months: 3 }).toString()
      ? 'beyond_horizon'
      : undefined,
  ({ offer, slot, missed = [], now }) =>
    pausedUntil(offer.absences, missed, { now, zone: slot.zone }) === undefined
      ? undefined
      : 'paused_after_absences',
];

/** Whether a person may book; all the reasons at once, so that nobody mends one only to meet the next. */
export function mayBook(facts: BookingCase): Outcome<null, { code: 'policies'; reasons: BookingReason[] }> {
  const reasons = bookingPolicies.flatMap((policy) => policy(facts) ?? []);
  return reasons.length === 0 ? granted(null) : refused({ code: 'policies', reasons });
}
