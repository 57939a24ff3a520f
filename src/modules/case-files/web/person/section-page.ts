import type { FastifyReply, FastifyRequest } from 'fastify';
import { hidden, problemSummary } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import type { FormProblem } from '../../domain/check-form.ts';
import { mayChange, pathOn } from '../../domain/correction.ts';
import { type AnswerConflict, answersOnPage } from '../../domain/draft.ts';
import type { EntryAnswers, FormSection } from '../../domain/form.ts';
import { entriesOf, holds, questionsOf } from '../../domain/form-answers.ts';
import type { DraftView } from '../../use-cases/see-draft.ts';
import { notice } from '../pieces.ts';
import { formWords } from '../words/form-words.ts';
import { answerTexts } from './answer-text.ts';
import { crumbs, entryName, keptUntil, pathOfPage, progress } from './form-frame.ts';
import { questionField } from './question-field.ts';
import { stepAfter, stepBefore } from './steps.ts';

export interface SectionPage {
  readonly view: DraftView;
  readonly section: FormSection;
  readonly entry: number | null;
  readonly problems: readonly FormProblem[];
  readonly conflicts: readonly AnswerConflict[];
  /** Questions that the answers have just brought. */
  readonly more: boolean;
}

/** One page of the form, or one entry of a page that repeats. */
export async function sectionPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: SectionPage,
): Promise<FastifyReply> {
  const { locale } = request;
  const words = formWords[locale];
  const { view, section, entry, conflicts } = page;
  const { draft, procedure } = view;
  const sectionPath = `/drafts/${draft.id}/sections/${section.name}`;
  const path = pathOfPage(draft.id, { section: section.name, entry });
  const text = await answerTexts(procedure.form, locale, view.answers);
  const problems = page.problems.map((each) => ({
    name: each.path.split('/').at(-1) ?? '',
    text: each.text[locale],
  }));
  const status = conflicts.length > 0 ? 409 : problems.length > 0 ? 422 : 200;
  const heading = section.ends === true ? words.page.ends : section.title[locale];
  const title =
    entry === null || section.repeats === undefined
      ? section.title[locale]
      : `${section.repeats.one[locale]} ${entry + 1}${entryName(section, entriesOf(draft.answers, section.name)[entry] ?? {})}`;
  const next = stepAfter(view, sectionPath);
  return reply.page({
    title,
    section: 'requests',
    status,
    hasProblems: status !== 200,
    scripts: ['form-draft'],
    breadcrumb: crumbs(request, view),
    main: html`${progress(request, view, sectionPath)}
${conflicts.length > 0 && conflictNotice(request, conflicts, section)}${problemSummary(webWords[locale].problems.summaryTitle, problems)}${
  page.more && notice(words.page.more, 'warning')
}<h1>${entry === null ? heading : title}</h1>${section.ends === true && html`<p><strong>${section.title[locale]}</strong></p>`}${
      section.lead && html`<p class="lead">${section.lead[locale]}</p>`
    }
${
  section.ends === true && section.questions.length === 0
    ? html`<p><a class="btn btn-outline-primary" href="${localized(locale, stepBefore(view, sectionPath))}">${words.page.endsBack}</a></p>`
    : form(reply, {
        action: path,
        content: html`<form-draft saving="${words.page.saving}" saved="${words.page.saved}" failed="${words.page.notSaved}" elsewhere="${words.page.elsewhere}">${fields(page, locale, text)}<p class="draft-status detail" role="status"></p></form-draft>
<div class="form-buttons">${submitButton(words.page.next)} <button type="submit" class="btn btn-outline-primary" name="later" value="yes">${words.page.later}</button></div>`,
      })
}
${problems.length > 0 && entry === null && html`<p><a href="${localized(locale, next)}">${words.page.skip}</a></p>`}
<p><a href="${localized(locale, entry === null ? stepBefore(view, sectionPath) : view.correction ? `/drafts/${draft.id}/review` : sectionPath)}">${words.page.back}</a></p>
<p class="source">${keptUntil(request, view)}</p>`,
  });
}

function conflictNotice(
  { locale }: FastifyRequest,
  conflicts: readonly AnswerConflict[],
  { questions }: FormSection,
): Html {
  const words = formWords[locale].page;
  return html`<div class="notice notice-warning" role="alert"><h2>${words.conflictTitle}</h2><p>${words.conflict}</p><ul>${conflicts.map(
    ({ name }) =>
      html`<li><a href="#f-${name}">${questions.find((each) => each.name === name)?.label[locale]}</a></li>`,
  )}</ul></div>`;
}

function fields(
  { view, section, entry, problems, conflicts }: SectionPage,
  locale: 'it' | 'en',
  text: Awaited<ReturnType<typeof answerTexts>>,
): Html {
  const { draft, answers, procedure, correction } = view;
  const page = { section: section.name, entry };
  const names = section.questions.map(({ name }) => name);
  const here = answersOnPage(draft.answers, page, names);
  const settled = { ...answers, ...(entry === null ? here : {}) };
  const shown = new Set(
    questionsOf(section, settled, entry === null ? undefined : here).map(({ name }) => name),
  );
  const onPage = new Set(names);
  const open = section.questions
    .filter(({ name }) => mayChange(procedure.form, correction?.wanted, page, name))
    // What hangs on another page is asked or not; what hangs on this page can still change.
    .filter(({ when }) => when === undefined || onPage.has(when.name) || holds(when, settled, here));
  const base: EntryAnswers = Object.fromEntries(
    open.map(({ name }) => {
      const clash = conflicts.find((each) => each.name === name);
      return [name, clash?.theirs ?? here[name] ?? ''];
    }),
  );
  return html`${hidden('_base', JSON.stringify(base))}${open.map((question) => {
    const clash = conflicts.find((each) => each.name === question.name);
    const path = pathOn(page, question.name);
    return questionField(
      locale,
      {
        question,
        value: clash?.mine ?? here[question.name] ?? '',
        problem: problems.find((each) => each.path === path)?.text[locale],
        note: correction?.wanted.find(({ target }) => target.kind === 'question' && target.path === path)
          ?.note,
        theirs: clash?.theirs,
        dependsHere: question.when !== undefined && onPage.has(question.when.name),
        shown: shown.has(question.name),
      },
      text,
    );
  })}`;
}
