import type { Locale, Text } from '#kernel/locale.ts';
import { formatMoment } from '#kernel/moment.ts';
import { findOffice } from '#modules/offices/public.ts';
import { findService } from '#modules/services/public.ts';
import type { Appointment } from '../domain/appointment.ts';

/** An appointment in one line of each language: service, moment, office. */
export function describedAppointment({
  officeId,
  serviceId,
  startsAt,
}: Pick<Appointment, 'officeId' | 'serviceId' | 'startsAt'>): Text {
  const office = findOffice(officeId);
  const service = findService(serviceId);
  const line = (locale: Locale) =>
    `${service?.title[locale] ?? serviceId}, ${formatMoment(startsAt, office?.timeZone ?? 'UTC', locale)}, ${office?.name[locale] ?? officeId}`;
  return { it: line('it'), en: line('en') };
}

/** What a change of office does to an appointment. */
export function leavingWords(what: 'ended' | 'stays', { it, en }: Text): Text {
  return what === 'ended'
    ? {
        it: `Appuntamento annullato: ${it}. Il posto torna libero per gli altri.`,
        en: `Appointment cancelled: ${en}. Its place goes to others.`,
      }
    : {
        it: `Appuntamento che resta: ${it}. La sede lo ha già preso in carico: se non puoi andare, avvisala.`,
        en: `Appointment that stays: ${en}. The office has taken it in charge already: if you cannot go, tell the office.`,
      };
}
