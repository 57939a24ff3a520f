import { countryName } from '#kernel/country.ts';
import type { Locale } from '#kernel/locale.ts';
import { type Cents, formatEuro } from '#kernel/money.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import type { Assessment } from '../../domain/answer/assessment.ts';
import type { Route } from '../../domain/facts/shape.ts';
import { toDay } from '../../domain/reasoning/day.ts';
import { sayDay } from '../../domain/words/say.ts';
import { guideWords } from '../words/words.ts';
import type { FoundOffice } from './office-finder.ts';
import { servicePaths } from './service-paths.ts';

/** In which form a paper is needed. */
export function documentDetails(paper: Assessment['documents'][number], locale: Locale): string {
  const words = guideWords[locale].result;
  const details = [
    paper.original ? words.original : words.copy,
    words.legalisation[paper.legalisation],
    words.translation[paper.translation],
    paper.max_age_months === undefined ? '' : words.maxAge(paper.max_age_months),
    paper.shareable ? words.shareable : '',
  ].filter((each) => each !== '');
  return `${details.join('; ')}.${paper.note === undefined ? '' : ` ${paper.note}`}`;
}

/** The subject of the letter, word by word, with what stands for the names. */
export function literalSubject(subject: string, locale: Locale): string {
  const words = guideWords[locale].result;
  return subject
    .replace('{name}', `[${words.yourName}]`)
    .replace('{italian_parent}', `[${words.parentName}]`);
}

/** The personal list of papers, by the person each is about. */
export function documents(
  { documents: papers }: Assessment,
  nameOf: (person: string) => string,
  locale: Locale,
): Html | false {
  if (papers.length === 0) return false;
  const words = guideWords[locale].result;
  const people = [...new Set(papers.map(({ person }) => person))];
  return html`<section aria-labelledby="documents"><h2 id="documents">${words.documents}</h2><p>${words.documentsLead}</p>${people.map(
    (person) =>
      html`<h3>${nameOf(person)}</h3><ul class="checklist">${papers
        .filter((paper) => paper.person === person)
        .map((paper) => {
          return html`<li>${paper.name}<br><span class="detail">${documentDetails(paper, locale)}</span></li>`;
        })}</ul>`,
  )}<p><a href="${localized(locale, '/citizenship/records')}">${words.compare}</a></p></section>`;
}

export function fees({ fees: lines }: Assessment, locale: Locale): Html {
  const words = guideWords[locale].result;
  return html`<section aria-labelledby="fees"><h2 id="fees">${words.fees}</h2>${
    lines.length === 0
      ? html`<p>${words.noFees}</p>`
      : html`<dl class="summary">${lines.map(
          (fee) =>
            html`<div><dt>${fee.name}</dt><dd><strong>${
              fee.amount_cents === 0 ? words.free : formatEuro(fee.amount_cents as Cents, locale)
            }</strong>${fee.per_document && ` ${words.perDocument}`} <span class="source">${fee.article}</span><br>${fee.payment}${
              fee.transfer &&
              html`<br>IBAN <code>${fee.transfer.iban}</code>, BIC <code>${fee.transfer.bic}</code>, ${fee.transfer.bank}<br>${words.beneficiary}: ${fee.transfer.beneficiary}`
            }${fee.reference && html`<br>${words.reference}: <code>${fee.reference}</code>`}</dd></div>`,
        )}</dl>`
  }</section>`;
}

export function officeAndBooking(
  { office, booking }: Assessment,
  { route, offices, locale }: { route: Route; offices: readonly FoundOffice[]; locale: Locale },
): Html {
  const words = guideWords[locale].result;
  const link = (path: string, label: string) => html`<a href="${localized(locale, path)}">${label}</a>`;
  const [only, ...others] = offices;
  const service = servicePaths[route];
  const named = office && (office.country === null ? undefined : countryName(office.country, locale));
  const subject = booking?.subject === undefined ? undefined : literalSubject(booking.subject, locale);
  return html`<section aria-labelledby="office"><h2 id="office">${words.office}</h2>
<p>${office === null ? '' : office.country === null && office.kind === 'consulate' ? words.officeUnknown : words.officeOf[office.kind](named ?? '')}</p>
${
  only !== undefined && others.length === 0
    ? html`<p>${words.oneOffice}: ${link(`/offices/${only.id}`, only.name)}.</p>`
    : only !== undefined && html`<p>${words.severalOffices}</p>`
}
${others.length > 0 && html`<ul>${offices.slice(0, 12).map(({ id, name }) => html`<li>${link(`/offices/${id}`, name)}</li>`)}</ul>`}
${office?.kind === 'consulate' && others.length > 0 && html`<p>${link(`/offices${office.country === null ? '' : `?country=${office.country}`}`, words.findOffice)}</p>`}
${
  booking !== null &&
  html`<h3>${words.booking}</h3><p>${booking.instructions}</p>${subject !== undefined && html`<p>${words.subject}: <code>${subject}</code></p>`}${
    booking.decided_by !== undefined &&
    html`<p>${words.decidedBy(sayDay(toDay(booking.decided_by), locale), sayDay(toDay(booking.decided_by_at_latest ?? booking.decided_by), locale))}</p>`
  }`
}
<p>${link(only !== undefined && others.length === 0 ? `/offices/${only.id}/services/${service}` : `/services/${service}`, words.service)}</p></section>`;
}
