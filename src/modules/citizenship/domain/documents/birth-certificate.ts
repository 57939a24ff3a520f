import type { Text } from '#kernel/locale.ts';
import { text } from '../rules/rule.ts';

/** States of the Vienna Convention of 8 September 1976 (certificati plurilingue). */
const vienna = new Set('AT BE BA BG CV HR EE FR DE LT LU MK MD ME NL PL PT RO RS SI ES CH TR'.split(' '));
/** Other States of the Union, whose multilingual form Regulation (EU) 2016/1191 frees from the apostille. */
const union = new Set('CY CZ DK FI GR HU IE LV MT SK SE'.split(' '));
const both = new Set('AT BE BG HR EE FR DE LT LU NL PL PT RO SI ES'.split(' '));

export type BirthVariant = 'italy' | 'united_kingdom' | 'vienna_1976' | 'eu_2016_1191' | 'other';
export type Legalisation =
  | 'none'
  | 'apostille'
  | 'apostille_or_legalisation'
  | 'as_the_italian_office_there_says';
export type Translation = 'none' | 'into_italian' | 'as_the_italian_office_there_says';

export interface BirthForm {
  readonly variant: BirthVariant;
  readonly name: Text;
  readonly legalisation: Legalisation;
  readonly translation: Translation;
  readonly note?: Text;
}

const euForm = text([
  'Va bene anche il certificato con il modulo standard multilingue del Regolamento (UE) 2016/1191.',
  'The certificate with the multilingual standard form of Regulation (EU) 2016/1191 is acceptable too.',
]);

/** The form of a birth certificate by country of birth. The benefit-of-law page does not know the EU form. */
export function birthForm(country: string | null, euFormListed = true): BirthForm {
  if (country === 'IT')
    return {
      variant: 'italy',
      name: text([
        'Estratto per riassunto o copia conforme dell’atto di nascita, con i nomi dei genitori e le annotazioni',
        'Extract or certified copy of the birth record, with the parents’ names and the marginal notes',
      ]),
      legalisation: 'none',
      translation: 'none',
    };
  if (country === 'GB')
    return {
      variant: 'united_kingdom',
      name: text([
        '“Certified copy of an entry of birth”, in originale',
        'Certified copy of an entry of birth, original',
      ]),
      legalisation: 'apostille',
      translation: 'into_italian',
    };
  if (country !== null && vienna.has(country))
    return {
      variant: 'vienna_1976',
      name: text([
        'Certificato o estratto plurilingue di nascita (Convenzione di Vienna del 1976), in originale',
        'Plurilingual birth certificate or extract (Vienna Convention of 1976), original',
      ]),
      legalisation: 'none',
      translation: 'none',
      ...(both.has(country) && { note: euForm }),
    };
  if (country !== null && union.has(country) && euFormListed)
    return {
      variant: 'eu_2016_1191',
      name: text([
        'Certificato di nascita con il modulo standard multilingue (Regolamento UE 2016/1191)',
        'Birth certificate with the multilingual standard form (Regulation EU 2016/1191)',
      ]),
      legalisation: 'none',
      translation: 'none',
    };
  return {
    variant: 'other',
    name: text(['Atto di nascita in originale', 'Birth certificate, original']),
    legalisation: 'as_the_italian_office_there_says',
    translation: 'as_the_italian_office_there_says',
    note:
      country !== null && union.has(country)
        ? euForm
        : text([
            'Tipo e formalità li indica la sede italiana competente per il luogo di nascita: legalizzazione o apostille, e traduzione.',
            'Type and formalities are stated by the Italian office competent for the place of birth: legalisation or apostille, and translation.',
          ]),
  };
}
