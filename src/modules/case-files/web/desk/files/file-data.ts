import type { FastifyRequest } from 'fastify';
import { documentList, documentSheets } from '#modules/documents/public.ts';
import { textArea } from '#platform/web/form/fields.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { calledOf, type ShownAnswer, type ShownSection, targetName } from '../../../domain/file-content.ts';
import type { FormTarget } from '../../../domain/form.ts';
import { longestIndication } from '../../../use-cases/decide-file.ts';
import type { ShownDocument } from '../../../use-cases/see-file.ts';
import { answerText } from '../../answer-text.ts';
import { momentAt } from '../../pieces.ts';
import { filesDeskWords } from '../../words/files-desk.ts';
import { filesPath } from './paths.ts';
import { noteField, type Workbench } from './workbench.ts';

/** What the form says, page by page; beside each answer the place for an indication. */
export function dataOf(request: FastifyRequest, bench: Workbench, works: boolean): Html {
  const words = filesDeskWords[request.locale];
  return html`<section aria-labelledby="data-title"><h2 id="data-title">${words.data}</h2>${bench.view.content.filter(({ entries }) => entries.some(({ answers }) => answers.length > 0)).map((each) => section(request, bench, each, works))}</section>${wantedSoFar(request, bench)}`;
}

function section(
  request: FastifyRequest,
  bench: Workbench,
  { section: page, entries }: ShownSection,
  works: boolean,
): Html | false {
  const { locale } = request;
  if (entries.every(({ answers }) => answers.length === 0)) return false;
  return html`<h3>${page.title[locale]}</h3>${entries.map(
    ({ called, answers }, index) =>
      html`${page.repeats !== undefined && html`<h4>${page.repeats.one[locale]} ${index + 1}${called !== '' && html`: ${called}`}</h4>`}<dl class="answers">${answers.map((each) => answer(request, bench, each, works))}</dl>`,
  )}`;
}

function answer(request: FastifyRequest, bench: Workbench, shown: ShownAnswer, works: boolean): Html {
  const { locale } = request;
  const words = filesDeskWords[locale];
  const { question, path } = shown;
  const problem = bench.view.findings.problems.find((each) => each.path === path);
  const text = answerText(question, shown.answer, locale, bench.names);
  return html`<div><dt>${question.label[locale]}</dt><dd><span class="typed">${text === '' ? html`<span class="detail">${words.notAnswered}</span>` : text}</span>${
    shown.changed && html` <strong class="changed">${words.changed}</strong>`
  }${problem !== undefined && html`<p class="field-problem">${problem.text[locale]}</p>`}${works && indication(request, bench, { kind: 'question', path }, question.label[locale])}</dd></div>`;
}

/** Where an indication about a place is written: closed until it is needed, open where something is in it. */
function indication(request: FastifyRequest, bench: Workbench, target: FormTarget, place: string): Html {
  const { locale } = request;
  const words = filesDeskWords[locale];
  const { writing, view } = bench;
  const name = noteField(target);
  const typed = writing.typed[name] ?? '';
  const reasons = view.procedure.form.reasonsToCorrect.filter(
    ({ about }) => about === undefined || (about.kind === target.kind && isAbout(about.path, target.path)),
  );
  const path = localized(locale, `${filesPath(bench.office.id)}/${view.file.id}/reply-texts`);
  return html`<details class="indication"${typed !== '' && html` open`}><summary>${words.correct}<span class="visually-hidden">: ${place}</span></summary>${textArea(
    {
      name,
      label: words.correctHere(place),
      rows: 2,
      maxlength: longestIndication,
      value: typed,
    },
  )}${
    reasons.length > 0 &&
    html`<p class="field-hint">${words.knownReasons}</p><div class="known-reasons">${reasons.map(
      (reason) =>
        html`<button type="submit" class="btn btn-sm btn-outline-primary" formaction="${path}" name="insert" value="reason:${reason.id}:${name}">${reason.text[locale]}</button>`,
    )}</div>`
  }</details>`;
}

/** A reason about `identity` is about every entry’s document. */
const isAbout = (about: string, path: string) => path === about || path.startsWith(`${about}/`);

function wantedSoFar({ locale }: FastifyRequest, { view }: Workbench): Html | false {
  if (view.wanted.length === 0) return false;
  const words = filesDeskWords[locale];
  const asked = view.documents.map((each) => each.asked);
  return html`<details class="timeline"${view.wanted.some(({ answeredAt }) => answeredAt === null) && html` open`}><summary>${words.alreadyWanted}</summary><ul>${view.wanted.map(
    ({ round, target, note, answeredAt }) =>
      html`<li><strong>${targetName(view.content, asked, target)?.name[locale] ?? target.path}</strong>: <span class="typed">${note}</span> <span class="detail">(${words.round(round)}, ${answeredAt === null ? words.notYet : words.answeredOn(momentAt(answeredAt, view.file, locale))})</span></li>`,
  )}</ul></details>`;
}

/** The documents, drawn as sheets that can do nothing, beside the data; their indications are in the form. */
export function documentsPane(request: FastifyRequest, bench: Workbench): Html {
  const { locale } = request;
  const words = filesDeskWords[locale];
  const { documents, otherDocuments } = bench.view;
  return html`<section class="bench-documents" id="documents" aria-labelledby="documents-title" tabindex="0"><h2 id="documents-title">${words.documents}</h2>${documents.map(
    (each) => document(request, each),
  )}${otherDocuments.length > 0 && html`<h3>${words.otherDocuments}</h3>${documentList({ locale }, otherDocuments, { kind: 'desk' })}`}</section>`;
}

function document({ locale }: FastifyRequest, { asked, files, before }: ShownDocument): Html {
  const words = filesDeskWords[locale];
  const { document: wanted } = asked;
  const called = calledOf(asked);
  return html`<h3>${wanted.title[locale]}${called !== '' && html`: ${called}`}</h3>${
    wanted.mustShow.length > 0 &&
    html`<p class="field-hint">${words.mustShow} ${wanted.mustShow.map((each) => each[locale]).join(' ')}</p>`
  }${files.length === 0 ? html`<p>${wanted.optional === true ? words.optionalDocument : words.noDocument}</p>` : documentSheets({ locale }, files)}${
    before.length > 0 &&
    html`<details><summary>${words.earlier}</summary>${documentList({ locale }, before, { kind: 'desk' })}</details>`
  }`;
}

/** The places of indications about documents, with the checklist. */
export function documentIndications(request: FastifyRequest, bench: Workbench): Html {
  const { locale } = request;
  return html`${bench.view.documents.map(({ asked }) => {
    const called = calledOf(asked);
    const title = `${asked.document.title[locale]}${called === '' ? '' : `: ${called}`}`;
    return html`<div class="document-indication"><strong>${title}</strong>${indication(request, bench, { kind: 'document', path: asked.path }, title)}</div>`;
  })}`;
}
