import type { Locale, Text } from '#kernel/locale.ts';
import { demoPeople } from '../registry/people.ts';
import { taxCodeOf, withLetters } from '../registry/tax-codes.ts';
import type { DemoIdentity } from './routes.ts';

/** Digital identities whose tax code fits no record: the provider knows these people by another code than the registry. */
const strange: readonly (Omit<DemoIdentity, 'shows'> & { readonly shows: Text })[] = [
  {
    givenName: 'Zita',
    familyName: 'Ombralunghe',
    bornOn: '1991-03-12',
    // The last letter does not check.
    taxCode: checkedWrongly({
      givenName: 'Zita',
      familyName: 'Ombralunghe',
      sex: 'F',
      bornOn: '1991-03-12',
      placeCode: 'F205',
    }),
    shows: {
      it: 'codice fiscale che non torna: l’accesso dice quale caso è',
      en: 'tax code that does not check: signing in says which case it is',
    },
  },
  ...demoPeople
    .filter(({ givenName }) => givenName === 'Leone')
    .map(({ givenName, familyName, bornOn, taxCode }) => ({
      givenName,
      familyName,
      bornOn,
      taxCode: withLetters(taxCode, 1),
      shows: {
        it: 'la stessa persona, ma SPID ha un codice fiscale diverso da quello dell’anagrafe: l’accesso dice quale caso è',
        en: 'the same person, but SPID has another tax code than the registry: signing in says which case it is',
      },
    })),
];

function checkedWrongly(facts: Parameters<typeof taxCodeOf>[0]): string {
  const right = taxCodeOf(facts);
  return `${right.slice(0, -1)}${right.endsWith('A') ? 'B' : 'A'}`;
}

/** Who has a digital identity in the demonstration: the people of its registry, each with what they show. */
export function demoIdentities(locale: Locale): readonly DemoIdentity[] {
  return [...demoPeople, ...strange].map(({ givenName, familyName, bornOn, taxCode, shows }) => ({
    givenName,
    familyName,
    bornOn,
    taxCode,
    shows: shows[locale],
  }));
}
