import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemSummary, selectField, textField } from '#platform/web/form/fields.ts';
import { submitButton } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import type { Office } from '../domain/office.ts';
import type { ResponsibleOffice } from '../domain/responsible-office.ts';
import { listCountries } from '../domain/search-countries.ts';
import { officeWords } from './words/words.ts';

export interface FindPage {
  readonly country: string;
  readonly place: string;
  readonly answer?: ResponsibleOffice;
  readonly countryMissing?: boolean;
}

/** Country, then place, then the office: two plain fields, with suggestions where JavaScript runs. */
export function findPage(request: FastifyRequest, reply: FastifyReply, page: FindPage): FastifyReply {
  const { locale } = request;
  const words = officeWords[locale].find;
  const problem = page.countryMissing ? words.countryMissing : undefined;
  return reply.page({
    title: words.title,
    section: 'offices',
    breadcrumb: [{ label: words.title }],
    scripts: ['place-suggestions'],
    status: problem === undefined ? 200 : 422,
    hasProblems: problem !== undefined,
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${problem && problemSummary(webWords[locale].problems.summaryTitle, [{ name: 'country', text: problem }])}
<form method="get" action="${localized(locale, '/offices')}" class="form" novalidate><place-suggestions>${selectField(
      {
        name: 'country',
        label: words.country,
        empty: '',
        value: page.country,
        problem,
        choices: listCountries(locale).map(({ code, name }) => ({ value: code, label: name })),
      },
    )}${textField({
      name: 'place',
      label: words.place,
      hint: words.placeHint,
      value: page.place,
      autocomplete: 'address-level2',
      maxlength: 100,
      list: html``,
    })}</place-suggestions>${submitButton(words.submit)}</form>
${page.answer && answerSection(request, page.answer)}`,
  });
}

function answerSection(request: FastifyRequest, answer: ResponsibleOffice): Html {
  const { locale } = request;
  const words = officeWords[locale].find;
  const section = (title: string, content: Html) =>
    html`<section class="answer" id="answer" aria-labelledby="answer-title" tabindex="-1"><h2 id="answer-title">${title}</h2>${content}</section>`;
  switch (answer.kind) {
    case 'one':
      return section(
        words.one(answer.office.name[locale]),
        html`${answer.isDemonstration && html`<p>${words.district}</p>`}<p><a class="btn btn-primary" href="${localized(locale, `/offices/${answer.office.id}`)}">${words.go}</a></p>`,
      );
    case 'choose':
      return section(
        words.all,
        html`<p>${words.choose[answer.why]}</p>${officeLinks(request, answer.offices)}`,
      );
    case 'italy':
      return section(
        words.italy(`${answer.municipality.name[locale]} (${answer.municipality.province})`),
        html`<p>${words.italyText}</p><p><a class="btn btn-primary" href="${localized(locale, `/municipalities/${answer.municipality.code.toLowerCase()}`)}">${words.goMunicipality}</a></p>`,
      );
    case 'choose_municipality':
      return section(
        words.italyChoose,
        html`<p>${words.italyText}</p><ul>${answer.municipalities.map((each) => html`<li><a href="${localized(locale, `/municipalities/${each.code.toLowerCase()}`)}">${each.name[locale]} (${each.province})</a></li>`)}</ul>`,
      );
    case 'none':
      return section(words.none, html`<p>${words.noneText}</p>`);
  }
}

export function officeLinks(request: FastifyRequest, offices: readonly Office[]): Html {
  return html`<ul class="card-list">${offices.map(
    (office) =>
      html`<li class="card-line"><a href="${localized(request.locale, `/offices/${office.id}`)}">${office.name[request.locale]}</a></li>`,
  )}</ul>`;
}
