import { dayAt } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { formatMoment, formatShortDay } from '#kernel/moment.ts';
import type { Message } from '#modules/notifications/public.ts';
import { findOffice } from '#modules/offices/public.ts';
import { findService } from '#modules/services/public.ts';
import type { Deps } from '#platform/deps.ts';
import { type Appointment, referenceOf } from '../domain/appointment.ts';
import { confirmationToken } from '../domain/confirmation-token.ts';
import { calendarFile } from './calendar-file.ts';
import { letterWords } from './words/words.ts';

/** What every letter about an appointment says. */
export type LetterSubject = Pick<
  Appointment,
  | 'officeId'
  | 'id'
  | 'serviceId'
  | 'startsAt'
  | 'endsAt'
  | 'accountId'
  | 'givenName'
  | 'familyName'
  | 'locale'
>;

export interface LetterFacts {
  readonly locale: Locale;
  readonly service: string;
  readonly day: string;
  readonly moment: string;
  readonly url: string;
  readonly place: readonly string[];
}

export type World = Pick<Deps, 'publicUrl' | 'keys' | 'now'>;

export function factsOf(world: World, subject: LetterSubject): LetterFacts {
  const { locale } = subject;
  const words = letterWords[locale];
  const office = findOffice(subject.officeId);
  const service = findService(subject.serviceId);
  if (office === undefined || service === undefined)
    throw new Error('A letter about an unknown office or service');
  const moment = formatMoment(subject.startsAt, office.timeZone, locale);
  return {
    locale,
    moment,
    service: service.title[locale],
    day: formatShortDay(dayAt(subject.startsAt, office.timeZone), locale),
    url: `${world.publicUrl}/${locale}/appointments/${subject.id}`,
    place: [
      words.when(moment, office.city[locale]),
      words.where(office.name[locale], office.address),
      words.what(service.title[locale], referenceOf(subject.id)),
    ],
  };
}

export function letter(
  subject: LetterSubject,
  to: string,
  content: Pick<Message, 'subject' | 'paragraphs' | 'action' | 'calendar'>,
): Message {
  return {
    channel: 'mail',
    to,
    locale: subject.locale,
    officeId: subject.officeId,
    ...(subject.accountId === null ? {} : { accountId: subject.accountId }),
    ...content,
    paragraphs: [letterWords[subject.locale].greeting(subject.givenName), ...content.paragraphs],
  };
}

function calendar(
  world: World,
  subject: LetterSubject & { revision: number },
  to: string,
  method: 'REQUEST' | 'CANCEL',
): NonNullable<Message['calendar']> {
  return { method, content: calendarOf(world, subject, method, to) };
}

/** The calendar file of an appointment, for a letter or to download. */
export function calendarOf(
  world: World,
  subject: LetterSubject & { revision: number },
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH',
  to?: string,
): string {
  const facts = factsOf(world, subject);
  const office = findOffice(subject.officeId);
  return calendarFile(
    {
      id: subject.id,
      startsAt: subject.startsAt,
      endsAt: subject.endsAt,
      revision: subject.revision,
      locale: subject.locale,
      service: facts.service,
      office: {
        name: office?.name[subject.locale] ?? '',
        address: office?.address ?? '',
        email: office?.email ?? '',
      },
      url: facts.url,
      stampedAt: world.now(),
      ...(to === undefined
        ? {}
        : { attendee: { name: `${subject.givenName} ${subject.familyName}`, email: to } }),
    },
    method,
  );
}

/** "Confirm your place": the first letter after booking. */
export function heldLetter(
  world: World,
  subject: LetterSubject & { heldUntil: Temporal.Instant },
  to: string,
): Message {
  const facts = factsOf(world, subject);
  const words = letterWords[facts.locale].held;
  const zone = findOffice(subject.officeId)?.timeZone ?? 'UTC';
  const token = confirmationToken(world.keys, subject);
  return letter(subject, to, {
    subject: words.subject(facts.service),
    paragraphs: [
      words.paragraph(formatMoment(subject.heldUntil, zone, facts.locale)),
      ...facts.place,
      words.unknown,
    ],
    action: {
      label: words.action,
      url: `${facts.url}/confirmation?office=${subject.officeId}&token=${token}`,
    },
  });
}

export function bookedLetter(
  world: World,
  subject: LetterSubject & { revision: number },
  to: string,
): Message {
  const facts = factsOf(world, subject);
  const words = letterWords[facts.locale].booked;
  return letter(subject, to, {
    subject: words.subject(facts.service, facts.day),
    paragraphs: [
      words.paragraph,
      ...facts.place,
      words.bring,
      words.printout(`${facts.url}/printout`),
      words.change,
    ],
    action: { label: words.action, url: facts.url },
    calendar: calendar(world, subject, to, 'REQUEST'),
  });
}

export function movedLetter(
  world: World,
  subject: LetterSubject & { revision: number },
  to: string,
  before: Temporal.Instant,
): Message {
  const facts = factsOf(world, subject);
  const words = letterWords[facts.locale].moved;
  const zone = findOffice(subject.officeId)?.timeZone ?? 'UTC';
  return letter(subject, to, {
    subject: words.subject(facts.service, facts.day),
    paragraphs: [words.paragraph(formatMoment(before, zone, facts.locale)), ...facts.place],
    action: { label: words.action, url: facts.url },
    calendar: calendar(world, subject, to, 'REQUEST'),
  });
}

/** Why its owner gives an appointment up, where the wish was a larger one. */
export type LeavingBecause = 'office_changed' | 'account_closed';

export function cancelledLetter(
  world: World,
  subject: LetterSubject & { revision: number },
  to: string,
  { wasBooked, because }: { wasBooked: boolean; because?: LeavingBecause | undefined },
): Message {
  const facts = factsOf(world, subject);
  const words = letterWords[facts.locale].cancelled;
  return letter(subject, to, {
    subject: words.subject(facts.service, facts.day),
    paragraphs: [
      because === undefined ? words.byCitizen : words[because],
      ...facts.place,
      ...(because === undefined ? [words.again] : []),
    ],
    ...(because === undefined ? { action: { label: words.action, url: monthUrl(world, subject) } } : {}),
    ...(wasBooked ? { calendar: calendar(world, subject, to, 'CANCEL') } : {}),
  });
}

export function lapsedLetter(
  world: World,
  subject: LetterSubject & Pick<Appointment, 'changeId'>,
  to: string,
): Message {
  const facts = factsOf(world, subject);
  const words = letterWords[facts.locale].lapsed;
  return letter(subject, to, {
    subject: words.subject(facts.service),
    paragraphs: [words.paragraph, ...facts.place],
    action: { label: words.action, url: monthUrl(world, subject, subject.changeId) },
  });
}

export function reminderLetter(world: World, subject: LetterSubject, to: string): Message {
  const facts = factsOf(world, subject);
  const words = letterWords[facts.locale];
  return letter(subject, to, {
    subject: words.reminder.subject(facts.service, facts.day),
    paragraphs: [words.reminder.paragraph, ...facts.place, words.booked.bring, words.booked.change],
    action: { label: words.reminder.action, url: facts.url },
  });
}

/** Where to look for another place; with priority, where the office has taken one away. */
export function monthUrl(
  world: World,
  { locale, officeId, serviceId }: LetterSubject,
  changeId: string | null = null,
): string {
  const priority = changeId === null ? '' : `?priority=${changeId}`;
  return `${world.publicUrl}/${locale}/offices/${officeId}/services/${serviceId}/places${priority}`;
}
