import type { ApplicationFacts, Route, UnionFacts } from '../facts/shape.ts';
import { notKnown } from './answers.ts';
import type { Reader } from './ask.ts';
import { yesNo } from './build-person.ts';

/** The marriage or civil union; without its day there is nothing to reckon from. */
export function buildUnion(read: Reader): UnionFacts | undefined {
  const kind = read.known('s', 'union');
  const date = read.day('s', 'wedding_on');
  if ((kind !== 'marriage' && kind !== 'civil_union') || date === null) return undefined;
  const how = read.known('s', 'ended');
  const endedOn = read.day('s', 'ended_on');
  const transcribed = yesNo(read, 's', 'transcribed');
  const country = read.known('s', 'wedding_country') ?? 'XX';
  return {
    id: 'w',
    kind,
    partners: ['a', 's'],
    date,
    country,
    ...(transcribed !== false && { transcribed_in_italy_on: transcribed ? date : null }),
    ...(how !== undefined &&
      how !== 'no' &&
      endedOn !== null && {
        ended: { date: endedOn, how: how as NonNullable<UnionFacts['ended']>['how'] },
      }),
    same_address: yesNo(read, 's', 'same_address'),
    ...(read.is('s', 'same_address', 'no', notKnown) && {
      separate_address_reason_documented: yesNo(read, 's', 'reason'),
    }),
  };
}

/** What was filed, declared, decreed; what the route does not look at is left out. */
export function buildApplication(read: Reader, route: Route): ApplicationFacts {
  if (route === 'descent_adult_abb') return { route, ...filedBefore2025(read) };
  if (route === 'benefit_of_law' || route === 'transitional_1ter')
    return { route, declarations: declarations(read) };
  if (route !== 'marriage' && route !== 'marriage_oath') return { route };
  const adopted = read.day('a', 'adopted_on');
  const notified = read.day('a', 'notified_on');
  const decreed = route === 'marriage_oath' ? (adopted ?? notified) : null;
  const oath = read.known('a', 'oath_on');
  return {
    route,
    ...filing(read),
    language: language(read),
    convictions: convictions(read),
    ...(decreed !== null && {
      decree: { adopted_on: decreed, ...(notified !== null && { notified_on: notified }) },
      ...(oath !== 'not_yet' && { oath_on: read.day('a', 'oath_on') }),
    }),
  };
}

function filing(read: Reader): Pick<ApplicationFacts, 'filed_on'> {
  const filed = read.raw('a', 'filed_on');
  return filed === undefined || filed === 'not_yet' ? {} : { filed_on: read.day('a', 'filed_on') };
}

function filedBefore2025(read: Reader): Omit<ApplicationFacts, 'route'> {
  const filed = read.known('a', 'filed');
  const inTime = read.known('a', 'filed_in_time');
  const home = read.known('a', 'home');
  const day = read.day('a', 'filed_on');
  const kind = filed === 'court' ? 'court' : home === 'IT' ? 'comune' : 'consulate';
  const told = read.known('a', 'communicated');
  const instant =
    inTime === undefined
      ? filing(read)
      : { filed_at: inTime === 'yes' ? '2025-03-27T12:00:00+01:00' : '2025-03-28T12:00:00+01:00' };
  // the hour is asked only for the last day itself, or where no day is known
  const filedThen = day !== null && day !== '2025-03-27' ? { filed_on: day } : instant;
  return {
    office: { kind },
    documents_complete: filed === 'court' ? true : yesNo(read, 'a', 'complete'),
    ...(read.is('a', 'filed', notKnown) ? { filed_at: null } : filed === undefined ? {} : filedThen),
    ...(filed === 'appointment' && {
      appointment: {
        communicated_at:
          told === undefined
            ? null
            : told === 'yes'
              ? '2025-03-27T12:00:00+01:00'
              : '2025-03-28T12:00:00+01:00',
        on: read.day('a', 'appointment_on'),
        addressee: 'a',
      },
    }),
  };
}

function declarations(read: Reader): NonNullable<ApplicationFacts['declarations']> {
  if (!read.is('a', 'declared', 'yes')) return [];
  return ['af', 'am'].flatMap((by) => {
    const on = read.day(by, 'declared_on');
    return on === null ? [] : [{ by, on, capacity: 'parent' as const }];
  });
}

const exemptions = {
  agreement: 'integration_agreement',
  permit: 'eu_long_term_permit_issued_by_italy',
  school: 'italian_school_qualification',
} as const;

function language(read: Reader): NonNullable<ApplicationFacts['language']> {
  const told = read.known('a', 'language');
  switch (told) {
    case undefined:
      return { certificate: null, exemption: null };
    case 'agreement':
    case 'permit':
    case 'school':
      return { certificate: 'none', exemption: exemptions[told] };
    case 'lower':
      return { certificate: 'other', level: 'A2' };
    case 'other':
    case 'none':
      return { certificate: told };
    default:
      return { certificate: told as 'PLIDA', level: 'B1' };
  }
}

function convictions(read: Reader): NonNullable<ApplicationFacts['convictions']> {
  switch (read.raw('a', 'convictions') ?? 'none') {
    case 'italy':
      return [{ court_country: 'IT', offence: 'ordinary', statutory_maximum_months: 37 }];
    case 'abroad':
      return [{ court_country: 'XX', offence: 'ordinary', penalty_imposed_months: 13 }];
    case 'state':
      return [{ court_country: 'IT', offence: 'against_personality_of_state' }];
    case notKnown:
      return [{ court_country: 'IT', offence: 'ordinary' }];
    default:
      return [];
  }
}
