import { type CivilDate, civilDate } from '#kernel/civil-date.ts';
import type { MunicipalityCode } from '#modules/registry/public.ts';

/** The language that stands beside Italian on a bilingual certificate. */
export type SecondLanguage = 'de' | 'sl';
export type CertificateLanguage = 'it' | SecondLanguage;
export const certificateLanguages = ['it', 'de', 'sl'] as const satisfies readonly CertificateLanguage[];

interface Offer {
  readonly language: SecondLanguage;
  readonly from: CivilDate;
  readonly until?: CivilDate;
  readonly source: string;
  readonly municipalities: 'province_bz' | readonly MunicipalityCode[];
}

/** Where certificates are bilingual (CE-8), since when, and under which provision. */
export const offers: readonly Offer[] = [
  {
    language: 'de',
    from: civilDate('1989-05-23'),
    source: 'DPR 31 agosto 1972, n. 670, artt. 99 e 100; DPR 15 luglio 1988, n. 574',
    municipalities: 'province_bz',
  },
  {
    language: 'sl',
    from: civilDate('2001-03-23'),
    source: 'Legge 23 febbraio 2001, n. 38, artt. 3, 4 e 8',
    // San Dorligo della Valle, Monrupino, Sgonico, Duino Aurisina; Savogna d’Isonzo, Doberdò del Lago, San Floriano.
    municipalities: ['D324', 'F378', 'I715', 'D383', 'I479', 'D312', 'H845'],
  },
];

/** The languages in which a municipality issues certificates on a day; Italian always, and when nothing is chosen. */
export function languagesOf(
  municipality: { readonly code: MunicipalityCode; readonly province: string | undefined },
  day: CivilDate,
): CertificateLanguage[] {
  const second = offers.filter(
    ({ from, until, municipalities }) =>
      from <= day &&
      (until === undefined || day <= until) &&
      (municipalities === 'province_bz'
        ? municipality.province === 'BZ'
        : municipalities.includes(municipality.code)),
  );
  return ['it', ...second.map((each) => each.language)];
}
