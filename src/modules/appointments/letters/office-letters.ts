import { dayAt } from '#kernel/civil-date.ts';
import { formatMoment, formatShortDay } from '#kernel/moment.ts';
import type { Message } from '#modules/notifications/public.ts';
import { findOffice } from '#modules/offices/public.ts';
import type { Appointment } from '../domain/appointment.ts';
import type { OfficeChange } from '../domain/office-change.ts';
import type { Party } from '../domain/party.ts';
import { calendarOf, letter, monthUrl, type World } from './letters.ts';
import { linesOf, partyCalendar, type Reader, subjectOf } from './party-letters.ts';
import { letterWords } from './words/words.ts';

/** The appointments that a change concerns, as they are after it; one by itself has no party. */
export interface Concerned {
  readonly party: Party | null;
  readonly members: readonly Appointment[];
  readonly change: Pick<OfficeChange, 'id' | 'reason' | 'wasAt' | 'priorityUntil'>;
}

function wordsOf({ members, change }: Concerned, reader: Reader) {
  const subject = subjectOf(members, reader);
  const { locale } = subject;
  const zone = findOffice(subject.officeId)?.timeZone ?? 'UTC';
  return {
    subject,
    locale,
    words: letterWords[locale].office,
    was: formatMoment(change.wasAt, zone, locale),
    reason: letterWords[locale].office.reason(change.reason[locale]),
    priorityDay: formatShortDay(dayAt(change.priorityUntil, zone), locale),
    moment: (instant: Temporal.Instant) => formatMoment(instant, zone, locale),
  };
}

/** Whose appointments were in the calendar before, and who of their party is left in it. */
export interface Before {
  readonly gone: readonly Appointment[];
  readonly left: readonly Appointment[];
}

/** What was in the calendar goes out of it; an accepted offer puts it in again. */
function outOfCalendar(
  world: World,
  { party, members }: Concerned,
  { gone, left }: Before,
  reader: Reader,
): Pick<Message, 'calendar'> {
  const [first] = gone;
  if (first === undefined || gone.every((each) => each.state === 'held')) return {};
  if (party !== null && left.length > 0)
    return { calendar: { method: 'REQUEST', content: partyCalendar(world, party, left, reader, 'REQUEST') } };
  const revised = { ...first, revision: members[0]?.revision ?? first.revision };
  const content =
    party === null
      ? calendarOf(world, revised, 'CANCEL', reader.email)
      : partyCalendar(world, party, gone, reader, 'CANCEL');
  return { calendar: { method: 'CANCEL', content } };
}

/** "The office offers you another date": one letter for all whom the change concerns. */
export function offeredLetter(
  world: World,
  concerned: Concerned,
  gone: readonly Appointment[],
  reader: Reader,
  { until, token }: { until: Temporal.Instant; token: string },
): Message {
  const { subject, locale, words, was, reason, priorityDay, moment } = wordsOf(concerned, reader);
  const facts = linesOf(world, concerned.members, subject);
  return letter(subject, reader.email, {
    subject: words.offered.subject(facts.service),
    paragraphs: [
      words.offered.paragraph(was),
      ...facts.place,
      reason,
      words.offered.until(moment(until)),
      words.offered.otherwise(priorityDay),
    ],
    action: {
      label: words.offered.action,
      url: `${world.publicUrl}/${locale}/offers/${concerned.change.id}?office=${subject.officeId}&token=${token}`,
    },
    ...outOfCalendar(world, concerned, { gone, left: [] }, reader),
  });
}

/** "The office had to cancel", with an apology, the reason and the way to choose anew first. */
export function cancelledByOfficeLetter(
  world: World,
  concerned: Concerned,
  before: Before,
  reader: Reader,
): Message {
  const { subject, locale, words, was, reason, priorityDay } = wordsOf(concerned, reader);
  const facts = linesOf(world, concerned.members, subject);
  return letter(subject, reader.email, {
    subject: letterWords[locale].cancelled.subject(facts.service, facts.day),
    paragraphs: [
      words.cancelled.paragraph(was),
      reason,
      ...facts.place,
      words.cancelled.priority(priorityDay),
    ],
    action: { label: words.cancelled.action, url: monthUrl(world, subject, concerned.change.id) },
    ...outOfCalendar(world, concerned, before, reader),
  });
}

/** The answer "no" to an offer, with the way to choose anew first. */
export function refusedOfferLetter(world: World, concerned: Concerned, reader: Reader): Message {
  const { subject, words, priorityDay } = wordsOf(concerned, reader);
  const facts = linesOf(world, concerned.members, subject);
  return letter(subject, reader.email, {
    subject: words.refused.subject(facts.service),
    paragraphs: [words.refused.paragraph, ...facts.place, words.cancelled.priority(priorityDay)],
    action: { label: words.cancelled.action, url: monthUrl(world, subject, concerned.change.id) },
  });
}
