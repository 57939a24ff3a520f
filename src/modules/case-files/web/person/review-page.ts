import type { FastifyReply, FastifyRequest } from 'fastify';
import { form, submitButton } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { contentOf, type ShownSection } from '../../domain/file-content.ts';
import type { FormTarget } from '../../domain/form.ts';
import { askedForOf } from '../../domain/form-documents.ts';
import type { DraftView } from '../../use-cases/see-draft.ts';
import { notice, officeName } from '../pieces.ts';
import { formWords } from '../words/form-words.ts';
import { answerTexts } from './answer-text.ts';
import { documentTitle } from './documents-page.ts';
import { crumbs, keptUntil, progress } from './form-frame.ts';
import type { SendRefusalCode } from './send-refusals.ts';
import { pathTo, stepBefore } from './steps.ts';

export interface Point {
  readonly text: string;
  readonly href: string;
}

/** What stops a form from being sent, and what only warns, each with the way to put it right. */
export function pointsOf(view: DraftView, locale: 'it' | 'en'): { stops: Point[]; warns: Point[] } {
  const { findings, procedure, asked } = view;
  const words = formWords[locale];
  const labelOf = (path: string) => {
    const name = path.split('/').at(-1) ?? '';
    const sections = procedure.form.sections;
    const question = sections.flatMap(({ questions }) => questions).find((each) => each.name === name);
    return (question?.label ?? sections.find((each) => each.name === name)?.title)?.[locale] ?? '';
  };
  const href = (target: FormTarget) => localized(locale, pathTo(view, target));
  const review = `/drafts/${view.draft.id}/review`;
  const failing = (weight: 'stops' | 'warns') =>
    findings.checks
      .filter(({ check, verdict }) => verdict === 'fails' && check.weight === weight)
      .map(({ check }) => {
        const [about] = check.about;
        const document =
          about?.kind === 'document'
            ? asked.find(({ path, document: { name } }) => path === about.path || name === about.path)
            : undefined;
        const target = document === undefined ? about : ({ kind: 'document', path: document.path } as const);
        return {
          text: check.problem[locale],
          href: target === undefined ? localized(locale, review) : href(target),
        };
      });
  return {
    stops: [
      ...findings.problems.map(({ path, code, text }) => ({
        text:
          code === 'missing'
            ? words.documents.missing(labelOf(path))
            : `${labelOf(path).replace(/\?$/, '')}: ${text[locale]}`,
        href: href({ kind: 'question', path }),
      })),
      ...findings.missingDocuments.map((each) => ({
        text: words.documents.missing(documentTitle(each, locale)),
        href: href({ kind: 'document', path: each.path }),
      })),
      ...failing('stops'),
    ],
    warns: failing('warns'),
  };
}

export function pointList(points: readonly Point[]): Html {
  return html`<ul>${points.map(({ text, href }) => html`<li><a href="${href}">${text}</a></li>`)}</ul>`;
}

/** Everything that was answered, before it is sent: with what is missing, and the way back to each page. */
export async function reviewPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { view, key, refusal }: { view: DraftView; key: string; refusal: SendRefusalCode | undefined },
): Promise<FastifyReply> {
  const { locale } = request;
  const words = formWords[locale];
  const { draft, procedure, answers, asked, uploads, hindrance, other, officeId } = view;
  const path = `/drafts/${draft.id}/review`;
  const { stops, warns } = pointsOf(view, locale);
  const text = await answerTexts(procedure.form, locale, answers);
  const hinders = refusal ?? hindrance?.code;
  return reply.page({
    title: words.review.title,
    section: 'requests',
    status: refusal === undefined ? 200 : 422,
    hasProblems: refusal !== undefined,
    breadcrumb: crumbs(request, view),
    main: html`${progress(request, view, path)}<h1>${words.review.title}</h1>
${hinders !== undefined && hindranceNotice(request, view, hinders)}
${other !== undefined && html`<div class="notice"><p>${other.because[locale]}</p>${form(reply, { action: `/drafts/${draft.id}/transfer`, class: 'inline-form', content: submitButton(words.review.becomes) })}</div>`}
${stops.length > 0 && html`<section class="notice notice-warning" aria-labelledby="stops"><h2 id="stops">${words.review.stops}</h2>${pointList(stops)}</section>`}
${warns.length > 0 && html`<section class="notice" aria-labelledby="warns"><h2 id="warns">${words.review.warns}</h2>${pointList(warns)}<p>${words.review.warnsText}</p></section>`}
${contentOf(procedure.form, answers, undefined).map((each) =>
  shownSection(request, each, text, {
    href: localized(locale, `/drafts/${draft.id}/sections/${each.section.name}`),
    label: words.review.change,
    name: words.review.changeNamed(each.section.title[locale]),
  }),
)}
${
  asked.length > 0 &&
  html`<section aria-labelledby="review-documents"><div class="review-title"><h2 id="review-documents">${words.documents.title}</h2><a href="${localized(locale, `/drafts/${draft.id}/documents`)}" aria-label="${words.review.changeNamed(words.documents.title)}">${words.review.change}</a></div><dl class="summary">${asked.map(
    (each) => {
      const files = uploads.filter(({ askedFor }) => askedFor === askedForOf(each.path));
      return html`<div><dt>${documentTitle(each, locale)}</dt><dd>${files.length === 0 ? words.review.noFile : files.map(({ name }) => name).join(', ')}</dd></div>`;
    },
  )}</dl></section>`
}
${officeId !== null && html`<p>${words.review.office(officeName(officeId, locale))}</p>`}
${
  view.maySend && hindrance === undefined
    ? html`<p>${words.review.truth}</p>${form(reply, { action: `/drafts/${draft.id}/submission`, key, content: submitButton(words.review.send) })}`
    : html`<p>${words.review.cannot}</p>`
}
<p><a href="${localized(locale, stepBefore(view, path))}">${words.page.back}</a></p><p class="source">${keptUntil(request, view)}</p>`,
  });
}

/** Why it cannot be sent, and where to go instead. */
function hindranceNotice({ locale }: FastifyRequest, { hindrance }: DraftView, code: SendRefusalCode): Html {
  const words = formWords[locale];
  const way =
    code === 'open_already' && hindrance?.code === 'open_already'
      ? { path: `/files/${hindrance.id}`, label: words.review.openAlready }
      : code === 'no_office'
        ? { path: '/account/profile', label: words.review.toProfile }
        : code === 'needs_aire' || code === 'needs_consular_register'
          ? { path: '/procedures/aire-registration', label: words.review.toAire }
          : undefined;
  return html`${notice(words.refusals[code], 'warning')}${way && html`<p><a href="${localized(locale, way.path)}">${way.label}</a></p>`}`;
}

/** The answers of a page, as they are read. */
export function shownSection(
  { locale }: Pick<FastifyRequest, 'locale'>,
  { section, entries }: ShownSection,
  text: Awaited<ReturnType<typeof answerTexts>>,
  change?: { readonly href: string; readonly label: string; readonly name: string },
): Html | false {
  const words = formWords[locale];
  if (section.questions.length === 0 && change === undefined) return false;
  const id = `review-${section.name.replaceAll('_', '-')}`;
  return html`<section aria-labelledby="${id}"><div class="review-title"><h2 id="${id}">${section.title[locale]}</h2>${
    change && html`<a href="${change.href}" aria-label="${change.name}">${change.label}</a>`
  }</div>${
    entries.every(({ answers }) => answers.length === 0) && html`<p>${words.review.notGiven}</p>`
  }${entries.map(
    ({ called, answers }, index) =>
      html`${section.repeats && html`<h3>${section.repeats.one[locale]} ${index + 1}${called !== '' && `: ${called}`}</h3>`}${
        answers.length > 0 &&
        html`<dl class="summary">${answers.map(
          ({ question, answer, changed }) =>
            html`<div><dt>${question.label[locale]}</dt><dd><span class="typed">${answer === '' ? words.review.notGiven : text(question, answer)}</span>${changed && html` <span class="detail">(${words.file.changed})</span>`}</dd></div>`,
        )}</dl>`
      }`,
  )}</section>`;
}
