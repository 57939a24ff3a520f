import { countryName } from '#kernel/country.ts';
import type { Locale } from '#kernel/locale.ts';
import { monthName } from '#kernel/moment.ts';
import type { PartialDate } from '#kernel/partial-date.ts';
import type { TaxCodeContent } from '#kernel/tax-code.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import type { ComparedDatum, ComparedField, Corrector, KnownData } from '../domain/comparison.ts';
import type { Comparison } from '../use-cases/compare-registers.ts';
import { citizenshipName } from './data-sections.ts';
import { comparisonWords } from './words/comparison.ts';
import { registryWords } from './words/words.ts';
import { addressText, type MunicipalityNames, municipalityNames, partialText, placeText } from './written.ts';

/** What is to be looked at: everything that somebody can put right. */
function differencesIn({ data }: Pick<Comparison, 'data'>): readonly ComparedDatum[] {
  return data.filter(({ correct }) => correct.length > 0);
}

/** How many differences there are, where there is something to compare at all, and what the tax code is worth. */
export function comparisonSummary(comparison: Comparison, locale: Locale): Html {
  const words = comparisonWords[locale];
  const { consular, registry, code } = comparison;
  const alone = (consular === undefined || registry === undefined) && code === undefined;
  return html`<p><strong>${alone ? words.nothing : words.count(differencesIn(comparison).length)}</strong> ${code === undefined ? words.noCode : words.hint}</p>`;
}

/** The three registers side by side; differences are said in words, and who puts each right. */
export async function comparisonTable(
  comparison: Comparison,
  locale: Locale,
  forPerson: boolean,
): Promise<Html> {
  const words = comparisonWords[locale];
  const { columns } = words;
  const { consular, registry, code } = comparison;
  const names = await municipalityNames(
    [consular, registry].flatMap((each) => [each?.municipality, each?.address?.municipality]),
    locale,
  );
  const cell = (known: KnownData | undefined, field: ComparedField, fits: boolean | undefined) =>
    known === undefined
      ? html`<span class="detail">${words.notRead}</span>`
      : html`${valueText(known, field, names, locale) ?? html`<span class="detail">${words.absent}</span>`}${
          fits === false && html`<br><span class="detail">${words.doesNotFit}</span>`
        }`;
  return html`<table class="stacked"><thead><tr><th scope="col">${columns.field}</th><th scope="col">${columns.consular}</th><th scope="col">${columns.registry}</th><th scope="col">${columns.code}</th><th scope="col">${columns.result}</th></tr></thead>
<tbody>${comparison.data.map(
    ({ field, agreement, fits, correct }) =>
      html`<tr><th scope="row" data-label="${columns.field}">${words.fields[field]}</th><td data-label="${columns.consular}">${cell(consular, field, fits.consular)}</td><td data-label="${columns.registry}">${cell(registry, field, fits.registry)}</td><td data-label="${columns.code}">${hintText(code, field, locale) ?? '–'}</td><td data-label="${columns.result}">${
        correct.length === 0
          ? words.agreements[agreement]
          : html`<strong>${words.agreements[agreement]}</strong>`
      }${correct.map((who) => html`<br>${(forPerson ? words.correct : words.correctDesk)[who]}`)}</td></tr>`,
  )}</tbody></table>
${forPerson && correctionLinks(comparison, locale)}`;
}

/** One link for each of those who can put something right. */
function correctionLinks(comparison: Comparison, locale: Locale): Html | false {
  const words = comparisonWords[locale];
  const who = [...new Set(differencesIn(comparison).flatMap(({ correct }) => correct))];
  if (who.length === 0) return false;
  const municipality = comparison.registry?.municipality;
  const paths: Record<Corrector, string> = {
    consulate: localized(locale, '/requests/new/identity-correction'),
    municipality: localized(
      locale,
      municipality === undefined ? '/municipalities' : `/municipalities/${municipality.toLowerCase()}`,
    ),
    revenue_agency: 'https://www.agenziaentrate.gov.it',
  };
  return html`<h2>${words.who}</h2><ul class="link-list">${who.map((each) => html`<li><a href="${paths[each]}">${words.link[each]}</a></li>`)}</ul>`;
}

/** What a register says of a datum, as it is written for people. */
function valueText(
  known: KnownData,
  field: ComparedField,
  names: MunicipalityNames,
  locale: Locale,
): string | undefined {
  const words = registryWords[locale];
  switch (field) {
    case 'family_name':
      return known.familyName;
    case 'given_name':
      return known.givenName;
    case 'sex':
      return known.sex && words.person.sexes[known.sex];
    case 'born_on':
      return known.bornOn && partialText(known.bornOn as PartialDate, locale);
    case 'birth_place':
      return known.birthPlace && placeText(known.birthPlace, locale);
    case 'tax_code':
      return known.taxCode;
    case 'citizenships':
      return known.citizenships.map(({ of }) => citizenshipName(of, locale)).join(', ') || undefined;
    case 'marital_status':
      return known.maritalStatus && words.marital.states[known.maritalStatus][known.sex ?? 'M'];
    case 'address':
      return known.address && addressText(known.address, names, locale);
    case 'municipality':
      return known.municipality && names(known.municipality);
  }
}

/** What the tax code says of a datum. */
function hintText(
  code: TaxCodeContent | undefined,
  field: ComparedField,
  locale: Locale,
): string | undefined {
  const words = comparisonWords[locale];
  if (code === undefined) return undefined;
  switch (field) {
    case 'family_name':
      return words.letters(code.familyLetters);
    case 'given_name':
      return words.letters(code.givenLetters);
    case 'sex':
      return registryWords[locale].person.sexes[code.sex];
    case 'born_on':
      return words.date(code.day, monthName(code.month, locale), code.yearOfCentury);
    case 'birth_place': {
      const { country, name, code: place } = code.place;
      return country === undefined ? (name ?? place) : countryName(country, locale);
    }
    case 'tax_code':
    case 'citizenships':
    case 'marital_status':
    case 'address':
    case 'municipality':
      return undefined;
  }
}
