import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Locale } from '#kernel/locale.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { keyOf, parseKey } from '../../domain/guide/answers.ts';
import { type Guidance, guide, type Tried } from '../../domain/guide/guide.ts';
import { toDay } from '../../domain/reasoning/day.ts';
import { sayDay } from '../../domain/words/say.ts';
import type { OpenedAssessment } from '../../use-cases/read-assessment.ts';
import { guideWords } from '../words/words.ts';
import { familyTree } from './family-tree.ts';
import { keeping, lawDayForm } from './keeping.ts';
import type { FoundOffice } from './office-finder.ts';
import { isAboutChild, nameForPapers, whoIs } from './people.ts';
import { documents, fees, officeAndBooking } from './practicalities.ts';
import { reasoning } from './reasoning.ts';
import { asked, said, toldList } from './told.ts';
import { verdictOf } from './verdict.ts';

export interface ResultPage {
  readonly saved: OpenedAssessment;
  readonly guidance: Guidance;
  readonly asOf: string;
  readonly base: string;
  readonly link: string;
  readonly offices: readonly FoundOffice[];
  readonly lawDayProblem?: string | undefined;
  readonly typedLawDay?: string | undefined;
  readonly isCopy: boolean;
}

/** The answer: the verdict, then every step, the papers, the money, the office, and what can be done with it. */
export async function resultPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: ResultPage,
): Promise<FastifyReply> {
  const { locale } = request;
  const { guidance, saved, base, asOf } = page;
  const words = guideWords[locale];
  const [best, ...others] = guidance.tried;
  const title = verdictOf(guidance, locale);
  return reply.page({
    title,
    section: 'citizenship',
    hasProblems: page.lawDayProblem !== undefined,
    status: page.lawDayProblem === undefined ? 200 : 422,
    breadcrumb: [{ label: words.landing.title, path: '/citizenship' }, { label: words.title }],
    main: html`${page.isCopy && html`<div class="notice notice-success"><p>${words.result.copied}</p></div>`}
<h1>${title}</h1>
${guidance.stuckOn === undefined && best !== undefined ? outcome(best, page, locale) : stuck(page, locale)}
${changed(page, locale)}
${best !== undefined && guidance.stuckOn === undefined && answer(best, others, page, locale)}
${await familyTree(saved.answers, asOf, locale)}
<section aria-labelledby="told"><h2 id="told">${words.result.toldTitle}</h2>${toldList(guidance.told, saved.answers, { locale, base })}</section>
${lawDayForm(reply, { base, lawOf: saved.lawOf, problem: page.lawDayProblem, typed: page.typedLawDay })}
${keeping(request, reply, { base, saved, link: page.link })}`,
  });
}

function outcome({ assessment }: Tried, page: ResultPage, locale: Locale): Html {
  const { guidance, asOf, base, saved } = page;
  const words = guideWords[locale].result;
  const missing = assessment.missing_fact;
  const { open } = guidance;
  return html`<p class="lead">${assessment.reason}</p>
${assessment.review && html`<div class="notice notice-warning"><p>${assessment.review.reason}</p></div>`}
${assessment.deadline && html`<div class="notice notice-warning"><h2>${words.deadline}</h2><p><strong>${words.deadlineText(sayDay(toDay(assessment.deadline), locale))}</strong></p></div>`}
${
  missing &&
  html`<section class="answer" aria-labelledby="missing"><h2 id="missing">${words.missing}</h2><p>${missing.question}</p><p>${words.missingProof(missing.proof)}</p>${open && saved.answers[keyOf(open)] !== undefined && html`<p><a href="${localized(locale, `${base}/questions/${keyOf(open)}`)}">${words.missingAnswer}</a></p>`}</section>`
}
${guidance.unclear.length > 0 && unclear(page, locale)}
${assessment.counterfactual && html`<section aria-labelledby="counterfactual"><h2 id="counterfactual">${words.counterfactual}</h2><p>${assessment.counterfactual.explanation}</p></section>`}
<div class="notice"><p>${words.information}</p><p>${words.law(sayDay(toDay(asOf), locale), assessment.rules_version)}</p></div>`;
}

function unclear({ guidance, saved, base }: ResultPage, locale: Locale): Html {
  const words = guideWords[locale].result;
  const aboutChild = isAboutChild(saved.answers);
  const { unclear: people } = guidance;
  return html`<section class="answer" aria-labelledby="unclear"><h2 id="unclear">${words.unclear}</h2><p>${words.unclearText}</p><ul>${people.map(
    (person) =>
      html`<li><a href="${localized(locale, `${base}/questions/${person}.status`)}">${whoIs(person, locale, aboutChild).name}</a></li>`,
  )}</ul></section>`;
}

function stuck({ guidance: { stuckOn }, base }: ResultPage, locale: Locale): Html {
  const words = guideWords[locale].result;
  return html`<p class="lead">${words.stuckText}</p>${
    stuckOn &&
    html`<p><a class="btn btn-primary" href="${localized(locale, `${base}/questions/${keyOf(stuckOn)}`)}">${words.stuckButton}</a></p>`
  }`;
}

/** What the answer changed last has changed. */
function changed({ saved, guidance, asOf }: ResultPage, locale: Locale): Html | false {
  const { change, answers } = saved;
  const question = change && parseKey(change.key);
  if (change === undefined || question === undefined) return false;
  const words = guideWords[locale].result;
  const before = guide({ ...answers, [change.key]: change.was }, { asOf, locale });
  const was = before.question === undefined ? verdictOf(before, locale) : undefined;
  const is = verdictOf(guidance, locale);
  return html`<section class="notice" aria-labelledby="changed"><h2 id="changed">${words.changed}</h2>
<p>${words.changedText(asked(question, answers, locale), said(question, change.was, locale), said(question, answers[change.key] ?? '', locale))}</p>
${was !== undefined && html`<p>${was === is ? words.sameVerdict : words.changedVerdict(was)}</p>`}</section>`;
}

function answer(best: Tried, others: readonly Tried[], page: ResultPage, locale: Locale): Html {
  const words = guideWords[locale].result;
  const routes = guideWords[locale].routes;
  const { assessment, route } = best;
  const nameOf = (person: string) => nameForPapers(person, page.saved.answers, locale);
  const triedRoutes = new Set<string>(page.guidance.tried.map((each) => each.route));
  const next = assessment.next_routes.filter((each) => !triedRoutes.has(each.route));
  return html`<section aria-labelledby="steps"><h2 id="steps">${words.steps}</h2><p><strong>${routes[route]}</strong></p>${reasoning(assessment, locale)}</section>
${assessment.verdict !== 'not_eligible' && html`${documents(assessment, nameOf, locale)}${fees(assessment, locale)}${officeAndBooking(assessment, { route, offices: page.offices, locale })}`}
${
  others.length > 0 &&
  html`<section aria-labelledby="also"><h2 id="also">${words.also}</h2><ul class="card-list">${others.map(
    (each) =>
      html`<li class="card-line"><h3>${routes[each.route]}: ${guideWords[locale].verdictWords[each.assessment.verdict]}</h3><p>${each.assessment.reason}</p><details><summary>${words.steps}</summary>${reasoning(each.assessment, locale)}</details></li>`,
  )}</ul></section>`
}
${
  next.length > 0 &&
  html`<section aria-labelledby="next"><h2 id="next">${words.next}</h2><ul class="card-list">${next.map(
    (each) => html`<li class="card-line"><h3>${routes[each.route]}</h3><p>${each.why}</p></li>`,
  )}</ul></section>`
}`;
}
