import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { type BookingCase, mayBook } from './booking-policies.ts';
import { heldUntil, nextReminder, publicAgainAt } from './timing.ts';

const now = Temporal.Instant.from('2026-11-24T09:00:00Z');

function aCase(change: {
  applicant?: Partial<BookingCase['applicant']>;
  offer?: Partial<BookingCase['offer']>;
  startsAt?: string;
  missingEntry?: BookingCase['missingEntry'];
}): BookingCase {
  const startsAt = Temporal.Instant.from(change.startsAt ?? '2026-12-01T09:00:00Z');
  return {
    applicant: { active: true, bothContactsVerified: true, officeId: 'manchester', ...change.applicant },
    offer: {
      officeId: 'manchester',
      switchedOn: true,
      firstBookableOn: civilDate('2026-11-01'),
      noticeHours: 24,
      absences: null,
      withoutEntry: false,
      ...change.offer,
    },
    slot: { day: civilDate(startsAt.toString().slice(0, 10)), startsAt, zone: 'Europe/London' },
    now,
    missingEntry: change.missingEntry,
  };
}

const reasons = (facts: BookingCase) => {
  const outcome = mayBook(facts);
  return outcome.ok ? [] : outcome.refusal.reasons;
};

describe('who may book', () => {
  test('BK-2: a person with an active account at the responsible office', () => {
    expect(reasons(aCase({}))).toEqual([]);
    expect(reasons(aCase({ applicant: { active: false } }))).toEqual(['account_not_active']);
    expect(reasons(aCase({ applicant: { officeId: 'london' } }))).toEqual(['other_office']);
    expect(reasons(aCase({ applicant: { officeId: null } }))).toEqual(['other_office']);
  });

  test('ID-1: the second contact is verified before the first booking', () => {
    expect(reasons(aCase({ applicant: { bothContactsVerified: false } }))).toEqual([
      'second_contact_missing',
    ]);
  });

  test('OF-2: only from the first bookable date of the office', () => {
    expect(reasons(aCase({ offer: { switchedOn: false } }))).toEqual(['service_not_open']);
    expect(reasons(aCase({ offer: { firstBookableOn: null } }))).toEqual(['service_not_open']);
    expect(reasons(aCase({ offer: { firstBookableOn: civilDate('2026-12-02') } }))).toEqual([
      'before_first_day',
    ]);
    expect(reasons(aCase({ offer: { firstBookableOn: civilDate('2026-12-01') } }))).toEqual([]);
  });

  test('BK-1: until the office’s notice and not beyond three months', () => {
    expect(reasons(aCase({ startsAt: '2026-11-25T09:00:00Z' }))).toEqual([]);
    expect(reasons(aCase({ startsAt: '2026-11-25T08:59:00Z' }))).toEqual(['too_late']);
    expect(reasons(aCase({ startsAt: '2027-02-24T09:00:00Z' }))).toEqual([]);
    expect(reasons(aCase({ startsAt: '2027-02-25T09:00:00Z' }))).toEqual(['beyond_horizon']);
  });

  test('CF-10: only with the entry that the service needs, unless the office serves without', () => {
    const missingEntry = 'consular_register_missing' as const;
    expect(reasons(aCase({ missingEntry }))).toEqual(['consular_register_missing']);
    expect(reasons(aCase({ missingEntry: 'aire_missing' }))).toEqual(['aire_missing']);
    expect(reasons(aCase({ missingEntry, offer: { withoutEntry: true } }))).toEqual([]);
  });

  test('BK-2: all the reasons at once', () => {
    const facts = aCase({ applicant: { active: false, bothContactsVerified: false, officeId: null } });
    expect(reasons(facts)).toEqual(['account_not_active', 'second_contact_missing', 'other_office']);
  });
});

describe('times', () => {
  test('BK-4: a freed place is public again after 1 to 30 minutes', () => {
    expect(publicAgainAt(now, 0).toString()).toBe('2026-11-24T09:01:00Z');
    expect(publicAgainAt(now, 1 - 2 ** -32).toString()).toBe('2026-11-24T09:29:59.999Z');
  });

  test('BK-3: a place is held for the service’s time, and never beyond its hour', () => {
    const soon = now.add({ minutes: 30 });
    expect(heldUntil(now, 60, now.add({ hours: 48 })).toString()).toBe('2026-11-24T10:00:00Z');
    expect(heldUntil(now, 60, soon).toString()).toBe(soon.toString());
  });

  test('BK-11: reminders three days and one day before, none that would be past', () => {
    const startsAt = Temporal.Instant.from('2026-12-01T09:00:00Z');
    expect(nextReminder(startsAt, now)?.toString()).toBe('2026-11-28T09:00:00Z');
    expect(nextReminder(startsAt, Temporal.Instant.from('2026-11-28T09:00:00Z'))?.toString()).toBe(
      '2026-11-30T09:00:00Z',
    );
    expect(nextReminder(startsAt, Temporal.Instant.from('2026-11-30T09:00:00Z'))).toBeNull();
  });
});
