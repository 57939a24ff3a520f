import type { FastifyRequest } from 'fastify';
import { countryName } from '#kernel/country.ts';
import type { Locale } from '#kernel/locale.ts';
import { findMunicipality, type MunicipalOffice } from '#modules/offices/public.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import type { ComparedField } from '../../domain/registry-comparison.ts';
import type { ComparedPerson, MunicipalView } from '../../use-cases/see-municipal-file.ts';
import { dayText } from '../answer-text.ts';
import { municipalityWords } from '../words/municipality.ts';

/** What was declared beside the registry's record, datum by datum, with the press that leads to the change. */
export async function comparedPeople(
  { locale }: Pick<FastifyRequest, 'locale'>,
  office: MunicipalOffice,
  { people }: Pick<MunicipalView, 'people'>,
): Promise<Html> {
  const words = municipalityWords[locale];
  const parts: Html[] = [];
  for (const [index, person] of people.entries())
    parts.push(await comparedPerson(locale, office, person, index));
  return html`<section aria-labelledby="compare-title"><h2 id="compare-title">${words.compare}</h2><p>${words.compareLead}</p>${parts}</section>`;
}

const nameOf = ({ declared }: ComparedPerson) =>
  [declared.givenName, declared.familyName].filter(Boolean).join(' ');

async function comparedPerson(
  locale: Locale,
  office: MunicipalOffice,
  person: ComparedPerson,
  index: number,
): Promise<Html> {
  const words = municipalityWords[locale];
  const { record, fields } = person;
  const differences = fields.filter(({ verdict }) => verdict === 'differs').length;
  const registry = `/desk/offices/${office.id}/registry`;
  return html`<h3 id="person-${index}">${nameOf(person)}</h3>${
    record === undefined
      ? html`<div class="notice notice-warning"><p>${words.noRecord}</p></div><p><a href="${localized(locale, registry)}">${words.searchRecord}</a></p>`
      : html`<p>${await enrolledText(record, locale)} <strong>${words.differences(differences)}</strong></p>`
  }<table class="stacked compared" aria-labelledby="person-${index}"><thead><tr>${(
    ['datum', 'declared', 'registered', 'verdict'] as const
  ).map(
    (each) => html`<th scope="col">${words.comparison[each]}</th>`,
  )}</tr></thead><tbody>${fields.map((field) => row(field, locale))}</tbody></table>${
    record !== undefined &&
    html`<p><a class="btn btn-primary" href="${localized(locale, `${registry}/people/${record.id}/changes/${record.enrolment.register === 'aire' ? 'address-abroad' : 'aire-registration'}`)}">${words.enterChange}</a> <a class="btn btn-outline-primary" href="${localized(locale, `${registry}/people/${record.id}?why=procedure`)}">${words.openRecord}</a></p><p class="form-note">${words.enterHint}</p>`
  }`;
}

async function enrolledText(
  { enrolment }: NonNullable<ComparedPerson['record']>,
  locale: Locale,
): Promise<string> {
  const town = (await findMunicipality(enrolment.municipality))?.municipality.name[locale];
  return municipalityWords[locale].enrolled[enrolment.register](
    town ?? enrolment.municipality,
    dayText(enrolment.since, locale),
  );
}

function row({ datum, declared, registered, verdict }: ComparedField, locale: Locale): Html {
  const words = municipalityWords[locale];
  const text = (value: string) => (value === '' ? '–' : valueText(datum, value, locale));
  return html`<tr class="compared-${verdict}"><th scope="row" data-label="${words.comparison.datum}">${words.data[datum]}</th><td data-label="${words.comparison.declared}">${text(declared)}</td><td data-label="${words.comparison.registered}">${text(registered)}</td><td data-label="${words.comparison.verdict}">${words.verdicts[verdict]}</td></tr>`;
}

const writtenBy: Partial<Record<ComparedField['datum'], (value: string, locale: Locale) => string>> = {
  bornOn: dayText,
  country: countryName,
  citizenships: (value, locale) =>
    value
      .split(', ')
      .map((each) => countryName(each, locale))
      .join(', '),
  maritalStatus: (value, locale) => municipalityWords[locale].maritalStatuses[value] ?? value,
};

const valueText = (datum: ComparedField['datum'], value: string, locale: Locale): string =>
  writtenBy[datum]?.(value, locale) ?? value;
