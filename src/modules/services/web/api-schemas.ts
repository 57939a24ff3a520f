import { z } from 'zod';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Locale, Text } from '#kernel/locale.ts';
import { feeFor } from '#modules/tariff/public.ts';
import type { Offer } from '../domain/offer.ts';
import {
  audiences,
  entriesNeeded,
  type Service,
  serviceCategories,
  toBeConfirmed,
} from '../domain/service.ts';

const text = z.string().max(2000);
const texts = z.array(text).max(100);

export const serviceSummary = z.strictObject({
  service_id: z.string().max(80),
  category: z.enum(serviceCategories),
  title: z.string().max(300),
  summary: text,
  may_use: z
    .enum(audiences)
    .describe(
      'Everybody, who lives in the district, who is in AIRE there, or who is in the national registry',
    ),
  entry_needed: z
    .enum(entriesNeeded)
    .describe('In the consular register of the office, confirmed with AIRE, or none'),
  booking: z
    .enum(['appointment', 'request', 'contact', 'online'])
    .describe('Booked here; asked for by e-mail with the documents; ask the office; or done here with SPID'),
});

/** The instructions of a service; `null` where no source says it and the office confirms it. */
export const serviceSchema = serviceSummary.extend({
  who: texts,
  how: texts.describe('The steps, in order'),
  needs: z
    .array(z.strictObject({ what: text, detail: text.nullable(), when: text.nullable() }))
    .max(100)
    .nullable()
    .describe('What to bring or send; null: to be confirmed by the office'),
  result: texts,
  costs: z
    .array(
      z.strictObject({
        what: text,
        cents: z.int().min(0).max(100_000_000).nullable().describe('Euro cents; null: to be confirmed'),
        source: text.nullable(),
        payment: text.nullable(),
      }),
    )
    .max(100)
    .nullable(),
  times: z
    .array(z.strictObject({ what: text, law: text }))
    .max(100)
    .nullable(),
  conditions: texts,
  may_go_wrong: texts,
  may_not_need_to_come: texts,
  questions: z
    .array(
      z.strictObject({
        question_id: z.string().max(60),
        kind: z.enum(['text', 'yes_no', 'date', 'choice']),
        required: z.boolean(),
        label: text,
        hint: text.nullable(),
        choices: z.array(z.strictObject({ value: z.string().max(60), label: text })).max(50),
      }),
    )
    .max(50)
    .describe('What the office asks when somebody books'),
  minutes: z.int().min(1).max(600).nullable().describe('Length of an appointment'),
  most_people: z.int().min(1).max(20).nullable().describe('How many may come together'),
  online_path: z
    .string()
    .max(200)
    .nullable()
    .describe('Page where it is done without coming, without the language'),
  email_subject: z.string().max(300).nullable().describe('Of the e-mail that asks for an appointment'),
  law: texts,
});

export function summaryOut(service: Service, locale: Locale): z.output<typeof serviceSummary> {
  return {
    service_id: service.id,
    category: service.category,
    title: service.title[locale],
    summary: service.summary[locale],
    may_use: service.mayUse,
    entry_needed: service.entry,
    booking: service.booking.kind,
  };
}

function costsOut({ costs }: Service, locale: Locale, today: CivilDate) {
  if (costs === toBeConfirmed) return null;
  return costs.map(({ what, fee, payment }) => ({
    what: what[locale],
    cents: fee === toBeConfirmed ? null : feeFor(fee, today).amount,
    source: fee === toBeConfirmed ? null : feeFor(fee, today).source,
    payment: payment?.[locale] ?? null,
  }));
}

export function serviceOut(
  service: Service,
  locale: Locale,
  today: CivilDate,
): z.output<typeof serviceSchema> {
  const { booking, needs, times } = service;
  const said = (list: readonly Text[]) => list.map((each) => each[locale]);
  return {
    ...summaryOut(service, locale),
    who: said(service.who),
    how: said(service.how),
    needs:
      needs === toBeConfirmed
        ? null
        : needs.map(({ what, detail, when }) => ({
            what: what[locale],
            detail: detail?.[locale] ?? null,
            when: when?.[locale] ?? null,
          })),
    result: said(service.result),
    costs: costsOut(service, locale, today),
    times: times === toBeConfirmed ? null : times.map(({ what, law }) => ({ what: what[locale], law })),
    conditions: said(service.conditions),
    may_go_wrong: said(service.mayGoWrong),
    may_not_need_to_come: said(service.mayNotNeedToCome),
    questions: service.questions.map((question) => ({
      question_id: question.id,
      kind: question.kind,
      required: question.required,
      label: question.label[locale],
      hint: question.hint?.[locale] ?? null,
      choices:
        question.kind === 'choice'
          ? question.choices.map(({ value, label }) => ({ value, label: label[locale] }))
          : [],
    })),
    minutes: booking.kind === 'appointment' ? booking.minutes : null,
    most_people: booking.kind === 'appointment' ? booking.mostPeople : null,
    online_path: booking.kind === 'online' ? booking.path : (service.online ?? null),
    email_subject: booking.kind === 'request' ? booking.subject : null,
    law: [...service.law],
  };
}

const day = z.iso.date().nullable();
const count = (min: number, max: number) => z.int().min(min).max(max);

const absences = z
  .strictObject({ most: count(1, 10), months: count(1, 24), pause_days: count(1, 90) })
  .describe('After so many absences in so many months booking pauses for so many days');

/** What an office has decided about a service. */
export const offerSchema = z.strictObject({
  service_id: z.string().max(80),
  switched_on: z.boolean(),
  first_bookable_on: day.describe('Without a day the service is not yet open'),
  news_on: day.describe('When news about the opening will come'),
  hold_minutes: count(5, 4320).describe('For how long an unconfirmed place is held'),
  notice_hours: count(0, 720).describe('Hours before the appointment after which nobody books it'),
  without_entry: z.boolean().describe('The office serves people without the entry that the service needs'),
  absences: absences.nullable().describe('null: absences do not pause booking'),
});

export function offerOut(offer: Offer): z.output<typeof offerSchema> {
  return {
    service_id: offer.serviceId,
    switched_on: offer.switchedOn,
    first_bookable_on: offer.firstBookableOn,
    news_on: offer.newsOn,
    hold_minutes: offer.holdMinutes,
    notice_hours: offer.noticeHours,
    without_entry: offer.withoutEntry,
    absences:
      offer.absences === null
        ? null
        : { most: offer.absences.most, months: offer.absences.months, pause_days: offer.absences.pauseDays },
  };
}
