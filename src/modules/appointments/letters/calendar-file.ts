import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Locale } from '#kernel/locale.ts';
import { referenceOf } from '../domain/appointment.ts';
import { letterWords } from './words/words.ts';

/** What a calendar needs to know of an appointment. */
export interface CalendarEntry {
  readonly id: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly revision: number;
  readonly locale: Locale;
  readonly service: string;
  readonly office: { readonly name: string; readonly address: string; readonly email: string };
  /** Address of the page where the appointment can be seen, moved and cancelled. */
  readonly url: string;
  readonly attendee?: { readonly name: string; readonly email: string };
  readonly stampedAt: Temporal.Instant;
  /** The codes of several people who come together; else the code follows from the id. */
  readonly reference?: string;
}

function date(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}

/**
 * An appointment as an iCalendar file (RFC 5545). The same UID with a growing SEQUENCE lets calendars replace the
 * entry when the appointment moves and take it out when it is cancelled.
 */
export function calendarFile(entry: CalendarEntry, method: 'REQUEST' | 'CANCEL' | 'PUBLISH'): string {
  const words = letterWords[entry.locale].calendar;
  const calendar = ical({
    prodId: { company: 'Sportello', product: 'Appointments', language: entry.locale.toUpperCase() },
    method: ICalCalendarMethod[method],
  });
  const event = calendar.createEvent({
    id: `${entry.id}@sportello`,
    sequence: entry.revision,
    start: date(entry.startsAt),
    end: date(entry.endsAt),
    stamp: date(entry.stampedAt),
    summary: words.summary(entry.service, entry.office.name),
    description: words.description(entry.reference ?? referenceOf(entry.id), entry.url),
    location: entry.office.address,
    url: entry.url,
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  if (entry.attendee !== undefined) {
    event.organizer({ name: entry.office.name, email: entry.office.email });
    event.createAttendee({ ...entry.attendee, rsvp: false, status: ICalAttendeeStatus.ACCEPTED });
  }
  if (method !== 'CANCEL') event.createAlarm({ type: 'display' as never, trigger: 24 * 3600 });
  return calendar.toString();
}
