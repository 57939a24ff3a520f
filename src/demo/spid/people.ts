import type { Locale } from '#kernel/locale.ts';
import { demoPeople } from '../registry/people.ts';
import type { DemoIdentity } from './routes.ts';

/** Who has a digital identity in the demonstration: the people of its registry, each with what they show. */
export function demoIdentities(locale: Locale): readonly DemoIdentity[] {
  return demoPeople.map(({ givenName, familyName, bornOn, taxCode, shows }) => ({
    givenName,
    familyName,
    bornOn,
    taxCode,
    shows: shows[locale],
  }));
}
