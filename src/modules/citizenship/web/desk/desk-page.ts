import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Locale } from '#kernel/locale.ts';
import { hidden, problemSummary, textArea } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import type { Assessment } from '../../domain/answer/assessment.ts';
import type { Route } from '../../domain/facts/shape.ts';
import type { Overruling } from '../../domain/reasoning/step.ts';
import { guideWords, toolWords } from '../words/words.ts';

interface DeskPage {
  readonly source: string;
  readonly problem?: string | undefined;
  readonly result?: {
    readonly assessment: Assessment;
    readonly route: Route;
    readonly overrulings: readonly Overruling[];
    /** The step whose reason is missing. */
    readonly missing?: string | undefined;
  };
}

const path = '/desk/citizenship';

/** The reasoning as the person sees it, with every step open to be decided otherwise (CZ-7). */
export function deskPage(request: FastifyRequest, reply: FastifyReply, page: DeskPage): FastifyReply {
  const { locale } = request;
  const words = toolWords[locale].desk;
  const { source, problem, result } = page;
  return reply.page({
    title: words.title,
    section: 'desk',
    status: problem === undefined ? 200 : 422,
    hasProblems: problem !== undefined,
    breadcrumb: [{ label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p><p>${words.notStored}</p>
${problemSummary(words.problemTitle, problem === undefined ? [] : [{ name: 'source', text: problem }])}
${result && reasoned(reply, source, result, locale)}
<section class="no-print">${form(reply, {
      action: path,
      content: html`${textArea({ name: 'source', label: words.source, hint: words.sourceHint, value: source, problem: result === undefined ? problem : undefined, rows: 5 })}${submitButton(words.open, result === undefined ? 'primary' : 'secondary')}`,
    })}</section>`,
  });
}

function reasoned(
  reply: FastifyReply,
  source: string,
  { assessment, route, overrulings, missing }: NonNullable<DeskPage['result']>,
  locale: Locale,
): Html {
  const words = toolWords[locale].desk;
  const { verdictWords, routes } = guideWords[locale];
  const decided = new Set(overrulings.map(({ rule, person }) => `${rule} ${person}`));
  return html`<section class="answer" aria-labelledby="verdict"><h2 id="verdict">${
    assessment.review === undefined ? verdictWords[assessment.verdict] : words.reviewTitle
  }</h2><p>${assessment.reason}</p><p>${words.route}: ${routes[route]}</p></section>
${form(reply, {
  action: path,
  class: 'reasoning-form',
  content: html`${hidden('source', source)}${hidden('overrulings', JSON.stringify(overrulings))}<ol class="reasoning">${assessment.steps.map(
    (step, index) => stepForm(step, index, { decided, missing, locale }),
  )}</ol>`,
})}`;
}

function stepForm(
  step: Assessment['steps'][number],
  index: number,
  { decided, missing, locale }: { decided: ReadonlySet<string>; missing: string | undefined; locale: Locale },
): Html {
  const words = toolWords[locale].desk;
  const marks = guideWords[locale].result;
  const key = `${step.rule} ${step.person}`;
  const mark = step.holds === true ? marks.holds : step.holds === false ? marks.fails : marks.open;
  const name = step.holds === true ? 'holds' : step.holds === false ? 'fails' : 'open';
  const id = `reason-${index}`;
  return html`<li><span class="step step-${name}">${mark}</span> ${step.overruled === true && html`<strong>${words.overruled}:</strong> `}${step.because} <span class="source">${step.citation}, <a href="${localized(locale, `/citizenship/rules#${step.rule}`)}">${step.rule}</a></span>
${
  decided.has(key)
    ? html`<button type="submit" name="withdraw" value="${key}" class="btn btn-sm btn-outline-primary no-print">${words.withdraw}<span class="visually-hidden"> (${step.rule})</span></button>`
    : html`<details class="no-print"${missing === key && html` open`}><summary>${words.decide}<span class="visually-hidden"> (${step.rule}, ${index + 1})</span></summary>
<label class="field-label" for="${id}">${words.reason}</label>${missing === key && html`<p class="field-problem">${words.reasonMissing}</p>`}<textarea class="form-control" id="${id}" name="${id}" rows="2" maxlength="1000"></textarea>
<div class="actions">${(step.holds === null ? [true, false] : [!step.holds]).map(
        (holds) =>
          html`<button type="submit" name="overrule" value="${index} ${holds ? 'yes' : 'no'} ${key}" class="btn btn-sm btn-primary">${words.overruleTo(holds)}<span class="visually-hidden"> (${step.rule}, ${index + 1})</span></button>`,
      )}</div></details>`
}</li>`;
}
