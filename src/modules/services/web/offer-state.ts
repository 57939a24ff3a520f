import { dayAt } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { formatShortDay } from '#kernel/moment.ts';
import type { Offer } from '../domain/offer.ts';
import type { Service } from '../domain/service.ts';
import { serviceWords } from './words/words.ts';

/** Whether a service can be booked at an office, in a few words; where not, when news will come. */
export function offerState(
  service: Service,
  offer: Offer | undefined,
  now: Temporal.Instant,
  locale: Locale,
): string {
  const words = serviceWords[locale].state;
  if (service.booking.kind === 'request') return words.request;
  if (service.booking.kind === 'contact') return words.contact;
  if (service.booking.kind === 'online') return words.online;
  if (offer?.switchedOn === true && offer.firstBookableOn !== null) {
    return offer.firstBookableOn > dayAt(now, 'UTC')
      ? words.from(formatShortDay(offer.firstBookableOn, locale))
      : words.bookable;
  }
  return offer?.newsOn == null ? words.notOpen : words.news(formatShortDay(offer.newsOn, locale));
}
