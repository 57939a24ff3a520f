import type { FastifyReply, FastifyRequest } from 'fastify';
import { countryCodes, countryName } from '#kernel/country.ts';
import type { Locale } from '#kernel/locale.ts';
import { hidden, problemSummary, selectField, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import type { Typed } from '#platform/web/form/read-form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { webWords } from '#platform/web/words/words.ts';
import { compareRecords } from '../../domain/records/compare-records.ts';
import type { LineRecord } from '../../domain/records/shape.ts';
import { whoIs } from '../guide/people.ts';
import { guideWords, toolWords } from '../words/words.ts';
import { kinds, people, type RecordProblems } from './read-record.ts';

interface RecordsPage {
  readonly records: readonly LineRecord[];
  readonly typed?: Typed;
  readonly problems?: RecordProblems;
  readonly notice?: string;
}

const path = '/citizenship/records';

/** Every record of the line, what differs between them, and what to do about it (CZ-4). */
export function recordsPage(request: FastifyRequest, reply: FastifyReply, page: RecordsPage): FastifyReply {
  const { locale } = request;
  const words = toolWords[locale].records;
  const { records, problems = {}, notice } = page;
  const wrong = Object.entries(problems).map(([name, code]) => ({ name, text: words.needed[code] }));
  return reply.page({
    title: words.title,
    description: words.lead,
    section: 'citizenship',
    status: wrong.length > 0 || notice !== undefined ? 422 : 200,
    hasProblems: wrong.length > 0,
    breadcrumb: [{ label: guideWords[locale].landing.title, path: '/citizenship' }, { label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${notice !== undefined && html`<div class="notice notice-warning" role="alert"><p>${notice}</p></div>`}
${problemSummary(words.problemTitle, wrong)}
${records.length > 1 && differences(records, locale)}
${recordList(reply, records)}
<section class="no-print" aria-labelledby="add"><h2 id="add">${words.add}</h2>${form(reply, {
      action: path,
      content: html`${hidden('records', JSON.stringify(records))}${fields(page, locale)}${submitButton(words.submit)}`,
    })}</section>`,
  });
}

function whose(person: string, locale: Locale): string {
  const { name } = whoIs(person, locale, false);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function titleOf(record: LineRecord, locale: Locale): string {
  const words = toolWords[locale].records;
  return words.recordOf(words.kinds[record.kind], whose(record.mentions[0]?.person ?? 'a', locale));
}

function recordList(reply: FastifyReply, records: readonly LineRecord[]): Html {
  const { locale } = reply.request;
  const words = toolWords[locale].records;
  return html`<section aria-labelledby="list"><h2 id="list">${words.list}</h2>${
    records.length === 0
      ? html`<p>${words.none}</p>`
      : form(reply, {
          action: path,
          content: html`${hidden('records', JSON.stringify(records))}<ul class="card-list">${records.map(
            (record) => {
              const [first] = record.mentions;
              const details = [
                [first?.given_names, first?.surname].filter(Boolean).join(' '),
                record.on,
                record.at,
                countryName(record.country, locale),
              ].filter(Boolean);
              return html`<li class="card-line"><h3>${titleOf(record, locale)}</h3><p>${details.join(', ')}</p><button type="submit" name="remove" value="${record.id}" class="btn btn-sm btn-outline-primary no-print">${words.remove}<span class="visually-hidden">: ${titleOf(record, locale)}</span></button></li>`;
            },
          )}</ul>`,
        })
  }</section>`;
}

function differences(records: readonly LineRecord[], locale: Locale): Html {
  const words = toolWords[locale].records;
  const outcome = compareRecords({ records }, { locale });
  if (!outcome.ok) return html`<div class="notice notice-warning"><p>${words.lost}</p></div>`;
  const { discrepancies, names, ready } = outcome.value;
  const titles = new Map(records.map((record) => [record.id, titleOf(record, locale)]));
  const several = names.filter(({ variants }) => variants.length > 1);
  return html`<section aria-labelledby="differences"><h2 id="differences">${words.differences}</h2>
<div class="notice notice-${ready ? 'success' : 'warning'}"><p>${ready ? words.ready : words.notReady}</p></div>
<ul class="card-list">${discrepancies.map(
    (each) => html`<li class="card-line"><h3>${whose(each.person, locale)}: ${words.fields[each.field]}</h3>
<p><span class="state difference-${each.class}">${words.classes[each.class]}</span> ${words.against(each.found, titles.get(each.record) ?? each.record, each.expected, titles.get(each.against) ?? each.against)}</p><p>${each.explanation}</p>${each.correction && html`<p><strong>${words.correct}:</strong> ${each.correction}</p>`}</li>`,
  )}</ul>${
    several.length > 0 &&
    html`<h3>${words.names}</h3><p>${words.namesText}</p><dl class="summary">${several.map(
      ({ person, variants }) =>
        html`<div><dt>${whose(person, locale)}</dt><dd>${variants.join(' / ')}</dd></div>`,
    )}</dl>`
  }</section>`;
}

function fields({ typed = {}, problems = {} }: RecordsPage, locale: Locale): Html {
  const words = toolWords[locale].records;
  const optional = webWords[locale].optional;
  const problem = (name: string) => problems[name] && words.needed[problems[name]];
  const text = (name: string, label: string, more: { hint?: string; optional?: string } = { optional }) =>
    textField({
      name,
      label,
      value: typed[name],
      problem: problem(name),
      maxlength: 200,
      spellcheck: false,
      ...more,
    });
  const select = (name: string, label: string, choices: readonly { value: string; label: string }[]) =>
    selectField({ name, label, choices, value: typed[name], problem: problem(name), empty: words.choose });
  const countries = countryCodes
    .map((value) => ({ value, label: countryName(value, locale) }))
    .sort((one, other) => one.label.localeCompare(other.label, locale));
  const choicesOf = (record: Readonly<Record<string, string>>) =>
    Object.entries(record).map(([value, label]) => ({ value, label }));
  return html`${select(
    'whose',
    words.whose,
    people.map((value) => ({ value, label: whose(value, locale) })),
  )}${select(
    'kind',
    words.kind,
    kinds.map((value) => ({ value, label: words.kinds[value] })),
  )}${select('country', words.country, countries)}${text('given', words.given, {})}${text('surname', words.surname, {})}${text('on', words.on, { optional, hint: words.dateHint })}${text('at', words.at)}${text('born_on', words.bornOn, { optional, hint: words.dateHint })}${text('born_at', words.bornAt)}${text('alias', words.alias, { optional, hint: words.aliasHint })}
<fieldset class="field-group"><legend class="field-label">${words.parents}</legend>${text('father_given', words.fatherGiven)}${text('father_surname', words.fatherSurname)}${text('mother_given', words.motherGiven)}${text('mother_surname', words.motherSurname)}${select(
    'married',
    words.married,
    [
      { value: 'yes', label: words.yes },
      { value: 'no', label: words.no },
    ],
  )}${select('informants', words.informants, choicesOf(words.informantChoices))}</fieldset>`;
}
