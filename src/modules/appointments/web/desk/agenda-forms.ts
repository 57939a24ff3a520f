import { z } from 'zod';
import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { findService } from '#modules/services/public.ts';

// The messages are the codes of `deskWords.problems`.

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time');
const date = z
  .string()
  .refine((raw) => parseCivilDate(raw).ok, 'date')
  .transform((raw) => raw as CivilDate);
const optionalDate = z
  .string()
  .optional()
  .refine((raw) => raw === undefined || raw === '' || parseCivilDate(raw).ok, 'date')
  .transform((raw) => (raw === undefined || raw === '' ? null : (raw as CivilDate)));
const wholeNumber = (min: number, max: number, code: string) =>
  z
    .string()
    .regex(/^\d{1,4}$/, code)
    .transform(Number)
    .refine((value) => value >= min && value <= max, code);

const optionalTime = z
  .string()
  .default('')
  .refine((raw) => raw === '' || time.safeParse(raw).success, 'time');

/** Settings of an agenda. */
export const agendaForm = z.object({
  name: z.string().trim().min(1, 'name').max(80, 'name'),
  services: z
    .string()
    .optional()
    .transform((raw) => (raw ?? '').split(',').filter((id) => findService(id) !== undefined))
    .refine((ids) => ids.length > 0, 'services'),
  minutes: wholeNumber(5, 240, 'minutes'),
  daysAhead: wholeNumber(1, 92, 'daysAhead'),
  publishedAtTime: time,
});

const hours = z.object({ starts: time, ends: time, desks: wholeNumber(1, 50, 'desks') });

/** Hours of every week. */
export const weeklyForm = hours
  .extend({ weekday: wholeNumber(1, 7, 'weekday'), fromOn: date, untilOn: optionalDate })
  .refine((value) => value.starts < value.ends, { message: 'order', path: ['ends'] })
  .refine((value) => value.untilOn === null || value.fromOn <= value.untilOn, {
    message: 'dateOrder',
    path: ['untilOn'],
  });

/** Hours of one day. */
export const extraForm = hours
  .extend({ day: date })
  .refine((value) => value.starts < value.ends, { message: 'order', path: ['ends'] });

/** Closed days. */
export const closureForm = z
  .object({
    fromOn: date,
    untilOn: date,
    reasonIt: z.string().trim().min(1, 'reason').max(200, 'reason'),
    reasonEn: z.string().trim().min(1, 'reason').max(200, 'reason'),
    agendaId: z
      .string()
      .regex(/^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/, 'no_such_agenda')
      .default(''),
    starts: optionalTime,
    ends: optionalTime,
    desks: z
      .string()
      .default('')
      .refine(
        (raw) => raw === '' || (/^\d{1,2}$/.test(raw) && Number(raw) >= 1 && Number(raw) <= 50),
        'desks',
      )
      .transform((raw) => (raw === '' ? null : Number(raw))),
  })
  .refine((value) => (value.starts === '') === (value.ends === ''), { message: 'bothTimes', path: ['ends'] })
  .refine((value) => value.starts === '' || value.ends === '' || value.starts < value.ends, {
    message: 'order',
    path: ['ends'],
  })
  .refine((value) => value.fromOn <= value.untilOn, { message: 'dateOrder', path: ['untilOn'] });
