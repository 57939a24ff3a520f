import type { CivilDate } from '#kernel/civil-date.ts';
import type { Reminder } from './procedure.ts';
import { daysBetween } from './terms.ts';

/** Why a municipality does not confirm (motivo del diniego): a closed list, so that people and clerks know them. */
export const municipalReasons = [
  'never_registered_here',
  'registered_elsewhere',
  'data_differ',
  'family_differs',
  'act_not_transcribed',
  'citizenship_not_shown',
  'address_abroad_incomplete',
  'document_missing',
  'registered_already',
  'residence_in_italy_kept',
  'something_else',
] as const;
export type MunicipalReason = (typeof municipalReasons)[number];

/** Longest text of a municipality, in characters: with the reasons before it, it fits a message. */
export const longestMunicipalText = 2000;

export function isMunicipalReason(raw: string): raw is MunicipalReason {
  return (municipalReasons as readonly string[]).includes(raw);
}

export const decisions = ['confirmed', 'refused', 'shown_by_registry'] as const;
export type MunicipalDecision = (typeof decisions)[number];

/** What a municipality does with a file that was sent to it (fase al comune); a file sent again gets another one. */
export interface MunicipalStage {
  readonly officeId: string;
  readonly caseFileId: string;
  readonly number: number;
  readonly municipalityId: string;
  readonly sentAt: Temporal.Instant;
  /** The officer who has it in hand: one at a time. */
  readonly officerId: string | null;
  readonly takenAt: Temporal.Instant | null;
  readonly decision: MunicipalDecision | null;
  readonly decidedAt: Temporal.Instant | null;
  /** Since when the registration holds. */
  readonly registeredOn: CivilDate | null;
  /** Act or protocol number of the municipality. */
  readonly act: string | null;
  readonly reasons: readonly MunicipalReason[];
  readonly reminded: number;
  readonly nextReminderAt: Temporal.Instant | null;
  /** When the registry showed the change. */
  readonly shownAt: Temporal.Instant | null;
}

export const municipalStatuses = ['new', 'in_hand', 'decided'] as const;
/** How a file stands at the desk of the municipality. */
export type MunicipalStatus = (typeof municipalStatuses)[number];

export function statusOf({
  decidedAt,
  officerId,
}: Pick<MunicipalStage, 'decidedAt' | 'officerId'>): MunicipalStatus {
  if (decidedAt !== null) return 'decided';
  return officerId === null ? 'new' : 'in_hand';
}

/** When a municipality that has not decided is reminded, where a procedure says nothing else (docs/decisions). */
export const usualReminders: readonly Reminder[] = [
  { afterDays: 15, channel: 'mail', tellsConsulate: true },
  { afterDays: 30, channel: 'pec', tellsConsulate: true },
  { afterDays: 45, channel: 'pec', tellsConsulate: true },
];

/** Days after a confirmation on which an officer is told that the registry does not show it yet. */
export const usualRecordChecks: readonly number[] = [10, 30];

const hoursOf = (days: number) => ({ hours: days * 24 });

/** When the next reminder is due, after so many; nothing where there is none any more. */
export function nextReminderAt(
  days: readonly number[],
  since: Temporal.Instant,
  reminded: number,
): Temporal.Instant | null {
  const next = days[reminded];
  return next === undefined ? null : since.add(hoursOf(next));
}

/**
 * How many reminders are behind once those that are due at an instant have been sent: where the timers stood still for
 * weeks, one letter makes up for all that were missed.
 */
export function remindedBy(days: readonly number[], since: Temporal.Instant, at: Temporal.Instant): number {
  const passed = daysBetween(since, at);
  return days.filter((each) => each <= passed).length;
}

/** The first day that a registration with AIRE can bear: the law that made it (L. 470/1988) was in force from then on. */
export const firstRegistrationDay = '1988-11-22' as CivilDate;

export type ConfirmationProblem = 'not_a_date' | 'in_the_future' | 'before_the_law' | 'no_act';

/** Whether a confirmation says what it has to: the day of the registration, and the act or protocol number. */
export function confirmationProblems(
  { registeredOn, act }: { readonly registeredOn: CivilDate | undefined; readonly act: string },
  today: CivilDate,
): Partial<Record<'registeredOn' | 'act', ConfirmationProblem>> {
  const day =
    registeredOn === undefined
      ? 'not_a_date'
      : registeredOn > today
        ? 'in_the_future'
        : registeredOn < firstRegistrationDay
          ? 'before_the_law'
          : undefined;
  return {
    ...(day === undefined ? {} : { registeredOn: day }),
    ...(act === '' ? { act: 'no_act' as const } : {}),
  };
}
