import type { Locale } from '#kernel/locale.ts';
import { formatMoment, formatTime } from '#kernel/moment.ts';
import type { Message } from '#modules/notifications/public.ts';
import { findOffice } from '#modules/offices/public.ts';
import { type Appointment, referenceOf, spanOf } from '../domain/appointment.ts';
import type { Party } from '../domain/party.ts';
import { calendarFile } from './calendar-file.ts';
import { factsOf, type LeavingBecause, type LetterSubject, letter, monthUrl, type World } from './letters.ts';
import { letterWords } from './words/words.ts';

/** Whom a letter about a party reaches: the one who booked. */
export interface Reader {
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
}

/** The members whom a letter is about; all of one party. */
export type Members = readonly Pick<
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
>[];

export function subjectOf(members: Members, reader: Reader): LetterSubject {
  const [first] = members;
  if (first === undefined) throw new Error('A letter about nobody');
  return { ...first, ...spanOf(members), givenName: reader.givenName, familyName: reader.familyName };
}

/** `Ada Prova, ore 9:00, codice 1A2B3C4D; …` */
function namesWithHours(members: Members, locale: Locale): string {
  return members
    .map((member) => {
      const zone = findOffice(member.officeId)?.timeZone ?? 'UTC';
      const time = formatTime(member.startsAt, zone, locale);
      return `${member.givenName} ${member.familyName} (${time}, ${referenceOf(member.id)})`;
    })
    .join('; ');
}

function names(members: Members): string {
  return members.map((member) => `${member.givenName} ${member.familyName}`).join(', ');
}

export function linesOf(world: World, members: Members, subject: LetterSubject) {
  const facts = factsOf(world, subject);
  const words = letterWords[subject.locale];
  return {
    ...facts,
    place: [
      ...facts.place.slice(0, 2),
      words.party.what(facts.service),
      words.party.who(namesWithHours(members, subject.locale)),
    ],
  };
}

/** The calendar file of a party: one entry from the first hour to the last. */
export function partyCalendar(
  world: World,
  party: Party,
  members: Members,
  reader: Reader,
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH',
): string {
  const subject = subjectOf(members, reader);
  const facts = factsOf(world, subject);
  const office = findOffice(subject.officeId);
  return calendarFile(
    {
      id: party.id,
      startsAt: subject.startsAt,
      endsAt: subject.endsAt,
      revision: party.revision,
      locale: subject.locale,
      service: facts.service,
      office: {
        name: office?.name[subject.locale] ?? '',
        address: office?.address ?? '',
        email: office?.email ?? '',
      },
      url: facts.url,
      stampedAt: world.now(),
      reference: namesWithHours(members, subject.locale),
      ...(method === 'PUBLISH'
        ? {}
        : { attendee: { name: `${reader.givenName} ${reader.familyName}`, email: reader.email } }),
    },
    method,
  );
}

function attached(
  world: World,
  party: Party,
  members: Members,
  reader: Reader,
  method: 'REQUEST' | 'CANCEL',
): NonNullable<Message['calendar']> {
  return { method, content: partyCalendar(world, party, members, reader, method) };
}

/** "Confirm your places": one letter and one link for the whole party. */
export function heldPartyLetter(
  world: World,
  members: Members,
  reader: Reader,
  { heldUntil, token }: { heldUntil: Temporal.Instant; token: string },
): Message {
  const subject = subjectOf(members, reader);
  const facts = linesOf(world, members, subject);
  const words = letterWords[facts.locale];
  const zone = findOffice(subject.officeId)?.timeZone ?? 'UTC';
  const until = formatMoment(heldUntil, zone, facts.locale);
  return letter(subject, reader.email, {
    subject: words.held.subject(facts.service),
    paragraphs: [
      members.length === 1 ? words.held.paragraph(until) : words.party.held(until, members.length),
      ...facts.place,
      words.held.unknown,
    ],
    action: {
      label: words.held.action,
      url: `${facts.url}/confirmation?office=${subject.officeId}&token=${token}`,
    },
  });
}

export function bookedPartyLetter(world: World, party: Party, members: Members, reader: Reader): Message {
  const subject = subjectOf(members, reader);
  const facts = linesOf(world, members, subject);
  const words = letterWords[facts.locale];
  return letter(subject, reader.email, {
    subject: words.booked.subject(facts.service, facts.day),
    paragraphs: [words.booked.paragraph, ...facts.place, words.party.bring, words.party.change],
    action: { label: words.booked.action, url: facts.url },
    calendar: attached(world, party, members, reader, 'REQUEST'),
  });
}

export function movedPartyLetter(
  world: World,
  party: Party,
  members: Members,
  reader: Reader,
  before: Temporal.Instant,
): Message {
  const subject = subjectOf(members, reader);
  const facts = linesOf(world, members, subject);
  const words = letterWords[facts.locale].moved;
  const zone = findOffice(subject.officeId)?.timeZone ?? 'UTC';
  return letter(subject, reader.email, {
    subject: words.subject(facts.service, facts.day),
    paragraphs: [words.paragraph(formatMoment(before, zone, facts.locale)), ...facts.place],
    action: { label: words.action, url: facts.url },
    calendar: attached(world, party, members, reader, 'REQUEST'),
  });
}

/** Some members, or all, are off by the wish of the one who booked; the others still stand. */
export function cancelledPartyLetter(
  world: World,
  party: Party,
  { gone, left }: { gone: Members; left: Members },
  reader: Reader,
  { wasBooked, because }: { wasBooked: boolean; because?: LeavingBecause | undefined },
): Message {
  const subject = subjectOf(gone, reader);
  const facts = linesOf(world, gone, subject);
  const words = letterWords[facts.locale];
  return letter(subject, reader.email, {
    subject: words.cancelled.subject(facts.service, facts.day),
    paragraphs: [
      words.party.cancelled(names(gone)),
      ...(because === undefined ? [] : [words.cancelled[because]]),
      ...facts.place,
      ...(left.length > 0 ? [words.party.left(names(left))] : [words.cancelled.again]),
    ],
    action:
      left.length > 0
        ? {
            label: words.booked.action,
            url: `${world.publicUrl}/${facts.locale}/appointments/${left[0]?.id}`,
          }
        : { label: words.cancelled.action, url: monthUrl(world, subject) },
    ...(wasBooked
      ? {
          calendar:
            left.length > 0
              ? attached(world, party, left, reader, 'REQUEST')
              : attached(world, party, gone, reader, 'CANCEL'),
        }
      : {}),
  });
}

export function lapsedPartyLetter(
  world: World,
  members: readonly (Members[number] & Pick<Appointment, 'changeId'>)[],
  reader: Reader,
): Message {
  const subject = subjectOf(members, reader);
  const facts = linesOf(world, members, subject);
  const words = letterWords[facts.locale].lapsed;
  return letter(subject, reader.email, {
    subject: words.subject(facts.service),
    paragraphs: [words.paragraph, ...facts.place],
    action: { label: words.action, url: monthUrl(world, subject, members[0]?.changeId) },
  });
}

export function reminderPartyLetter(world: World, members: Members, reader: Reader): Message {
  const subject = subjectOf(members, reader);
  const facts = linesOf(world, members, subject);
  const words = letterWords[facts.locale];
  return letter(subject, reader.email, {
    subject: words.reminder.subject(facts.service, facts.day),
    paragraphs: [words.reminder.paragraph, ...facts.place, words.party.bring, words.party.change],
    action: { label: words.reminder.action, url: facts.url },
  });
}
