import { type CivilDate, dayAt } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { formatMoment, formatShortDay } from '#kernel/moment.ts';
import { formatEuro } from '#kernel/money.ts';
import { findOffice } from '#modules/offices/public.ts';
import { findService, type Service } from '#modules/services/public.ts';
import { feeFor } from '#modules/tariff/public.ts';
import type { Deps } from '#platform/deps.ts';
import { type Appointment, referenceOf } from '../../domain/appointment.ts';
import { entryUrl } from '../../domain/entry-code.ts';
import { printoutWords } from './words/words.ts';

export interface PrintedFact {
  readonly label: string;
  readonly lines: readonly string[];
}

/** What the printed confirmation says (conferma da stampare), the same on the page and on paper. */
export interface Printout {
  readonly locale: Locale;
  readonly title: string;
  /** The office, as the sender of the paper. */
  readonly sender: string;
  /** Nobody enters with it yet: the place is not confirmed. */
  readonly warning: string | null;
  readonly facts: readonly PrintedFact[];
  readonly entry: {
    readonly title: string;
    readonly text: string;
    /** One code for each person: each enters with their own document. */
    readonly codes: readonly {
      readonly name: string;
      readonly reference: string;
      readonly alt: string;
      readonly url: string;
    }[];
  } | null;
  readonly bring: {
    readonly title: string;
    readonly items: readonly { readonly what: string; readonly when: string; readonly detail: string }[];
  };
  readonly costs: {
    readonly title: string;
    readonly head: readonly [string, string];
    readonly rows: readonly { readonly what: string; readonly payment: string; readonly amount: string }[];
    readonly note: string;
  };
  readonly closing: readonly string[];
  readonly printed: string;
}

type World = Pick<Deps, 'publicUrl' | 'keys' | 'now'>;

/** The confirmation of people who come together, the first to come first; `ownZone` is the reader's, where it is known. */
export function printoutOf(
  world: World,
  people: readonly [Appointment, ...Appointment[]],
  { locale, ownZone }: { locale: Locale; ownZone?: string | undefined },
): Printout {
  const [first] = people;
  const office = findOffice(first.officeId);
  const service = findService(first.serviceId);
  if (office === undefined || service === undefined) throw new Error('A printout of an unknown office');
  const words = printoutWords[locale];
  const day = dayAt(first.startsAt, office.timeZone);
  const held = people.some((each) => each.state === 'held');
  const moment = formatMoment(first.startsAt, office.timeZone, locale);
  const own = ownZone === undefined ? moment : formatMoment(first.startsAt, ownZone, locale);
  return {
    locale,
    title: words.title,
    sender: office.name[locale],
    warning: held ? `${words.draft}. ${words.draftText}` : null,
    facts: [
      { label: words.service, lines: [service.title[locale]] },
      {
        label: words.when,
        lines: [
          `${moment} (${words.zone(office.city[locale])})`,
          ...(own === moment || ownZone === undefined ? [] : [words.ownTime(own, ownZone)]),
        ],
      },
      { label: words.where, lines: [office.name[locale], office.address] },
      { label: words.who, lines: people.map((each) => personLine(each, locale)) },
    ],
    entry: held
      ? null
      : {
          title: words.entry,
          text: words.entryText,
          codes: people.map((each) => ({
            name: `${each.givenName} ${each.familyName}`,
            reference: `${words.reference} ${referenceOf(each.id)}`,
            alt: words.codeFor(`${each.givenName} ${each.familyName}`),
            url: entryUrl(world, each),
          })),
        },
    bring: { title: words.bring, items: itemsToBring(service, locale) },
    costs: {
      title: words.costs,
      head: [words.cost, words.amount],
      rows: costRows(service, locale, day),
      note: costsNote(service, locale, day),
    },
    closing: [
      words.free,
      words.change(`${world.publicUrl}/${locale}/appointments/${first.id}`),
      words.questions(office.email),
    ],
    printed: words.printed(formatMoment(world.now(), office.timeZone, locale)),
  };
}

function personLine({ givenName, familyName, bornOn }: Appointment, locale: Locale): string {
  const name = `${givenName} ${familyName}`;
  return bornOn === null ? name : `${name}, ${printoutWords[locale].born(formatShortDay(bornOn, locale))}`;
}

function itemsToBring({ needs }: Service, locale: Locale): Printout['bring']['items'] {
  const words = printoutWords[locale];
  const plain = (what: string) => ({ what, when: '', detail: '' });
  if (needs === 'to_be_confirmed') return [plain(words.identity), plain(words.toBeConfirmed)];
  return [
    plain(words.identity),
    ...needs
      .filter(({ what }) => what[locale] !== words.identity)
      .map(({ what, when, detail }) => ({
        what: what[locale],
        when: when?.[locale] ?? '',
        detail: detail?.[locale] ?? '',
      })),
  ];
}

function costRows({ costs }: Service, locale: Locale, day: CivilDate): Printout['costs']['rows'] {
  if (costs === 'to_be_confirmed') return [];
  const words = printoutWords[locale];
  return costs.map(({ what, fee, payment }) => ({
    what: what[locale],
    payment: payment?.[locale] ?? '',
    amount: fee === 'to_be_confirmed' ? words.toBeConfirmed : formatEuro(feeFor(fee, day).amount, locale),
  }));
}

function costsNote({ costs }: Service, locale: Locale, day: CivilDate): string {
  const words = printoutWords[locale];
  if (costs === 'to_be_confirmed') return words.toBeConfirmed;
  return costs.length === 0 ? words.costsNone : words.costsOn(formatShortDay(day, locale));
}
