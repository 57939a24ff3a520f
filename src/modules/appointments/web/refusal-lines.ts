import type { FastifyRequest } from 'fastify';
import type { BookingReason } from '../domain/booking-policies.ts';
import type { BookingPage } from './booking-page.ts';
import { appointmentWords } from './words/words.ts';

/** The key of a posted form; one that no form of ours made is replaced. */
export function wholeKey(raw: string | undefined): string {
  return raw !== undefined && /^[\w-]{8,200}$/.test(raw) ? raw : crypto.randomUUID();
}

/** The reasons of the rules of booking, with where to go. */
export function reasonLines(
  reasons: readonly BookingReason[],
  { locale }: Pick<FastifyRequest, 'locale'>,
): NonNullable<BookingPage['refusals']> {
  const words = appointmentWords[locale];
  return reasons.map((reason) => ({
    text: words.reasons[reason],
    ...(reason === 'second_contact_missing' || reason === 'account_not_active'
      ? { link: { label: words.reasonLinks.secondContact, path: '/account' } }
      : {}),
    ...(reason === 'consular_register_missing' || reason === 'aire_missing'
      ? { link: { label: words.reasonLinks.aire, path: '/services/aire-registration' } }
      : {}),
    ...(reason === 'other_office' ? { link: { label: words.reasonLinks.office, path: '/account' } } : {}),
  }));
}
