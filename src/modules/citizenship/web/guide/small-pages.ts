import type { FastifyReply, FastifyRequest } from 'fastify';
import { form, submitButton } from '#platform/web/form/form.ts';
import { html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import type { Answers, QuestionKey } from '../../domain/guide/answers.ts';
import { guideWords } from '../words/words.ts';
import { toldList } from './told.ts';

const start = '/citizenship/assessments';

/** Where the guided assessment begins, and the ways to the other tools. */
export function landingPage(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { locale } = request;
  const words = guideWords[locale].landing;
  const ways = [
    { title: words.records, text: words.recordsText, path: '/citizenship/records' },
    { title: words.rules, text: words.rulesText, path: '/citizenship/rules' },
    { title: words.services, text: words.servicesText, path: '/services?q=cittadinanza' },
  ];
  return reply.page({
    title: words.title,
    description: words.lead,
    section: 'citizenship',
    breadcrumb: [{ label: words.title }],
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
<ul>${words.points.map((point) => html`<li>${point}</li>`)}</ul>
${form(reply, { action: start, content: submitButton(words.start) })}
<div class="notice"><p>${words.information}</p></div>
<section aria-labelledby="more"><h2 id="more">${words.more}</h2><ul class="ways">${ways.map(
      (way) =>
        html`<li class="way"><h3><a href="${localized(locale, way.path)}">${way.title}</a></h3><p>${way.text}</p></li>`,
    )}</ul><p><a href="/api/docs">${words.api}</a></p></section>`,
  });
}

/** What was answered so far. */
export function toldPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { told, answers, base }: { told: readonly QuestionKey[]; answers: Answers; base: string },
): FastifyReply {
  const { locale } = request;
  const words = guideWords[locale];
  return reply.page({
    title: words.result.toldTitle,
    section: 'citizenship',
    breadcrumb: [{ label: words.landing.title, path: '/citizenship' }, { label: words.result.toldTitle }],
    main: html`<h1>${words.result.toldTitle}</h1>${toldList(told, answers, { locale, base })}<p><a class="btn btn-primary" href="${localized(locale, base)}">${words.question.submit}</a></p>`,
  });
}

/** A link that opens nothing any more. */
export function gonePage(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const words = guideWords[request.locale].gone;
  return again(reply, words, 404);
}

export function deletedPage(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return again(reply, guideWords[request.locale].deleted, 200);
}

function again(
  reply: FastifyReply,
  words: { title: string; text: string; again: string },
  status: number,
): FastifyReply {
  return reply.page({
    title: words.title,
    status,
    section: 'citizenship',
    main: html`<h1>${words.title}</h1><p class="lead">${words.text}</p>${form(reply, { action: start, content: submitButton(words.again) })}`,
  });
}
