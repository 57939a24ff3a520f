import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import { textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { toDay } from '../../domain/reasoning/day.ts';
import { sayDay } from '../../domain/words/say.ts';
import type { OpenedAssessment } from '../../use-cases/read-assessment.ts';
import { guideWords } from '../words/words.ts';

/** The same assessment under the law of another day (CZ-8). */
export function lawDayForm(
  reply: FastifyReply,
  state: {
    readonly base: string;
    readonly lawOf: string | undefined;
    readonly problem: string | undefined;
    readonly typed: string | undefined;
  },
): Html {
  const words = guideWords[reply.request.locale].result;
  const { base, lawOf, problem, typed } = state;
  return html`<section class="no-print" aria-labelledby="law-day"><h2 id="law-day">${words.lawDay}</h2><p>${words.lawDayText}</p>${form(
    reply,
    {
      action: `${base}/law-days`,
      content: html`${textField({ name: 'day', label: words.lawDayLabel, type: 'date', width: 'medium', value: typed ?? lawOf, problem, min: '1992-08-16', max: '2040-12-31' })}<div class="actions">${submitButton(words.lawDaySubmit, 'secondary')}${
        lawOf !== undefined &&
        html`<button type="submit" name="today" value="yes" class="btn btn-outline-primary">${words.lawDayToday}</button>`
      }</div>`,
    },
  )}</section>`;
}

/** Keeping the answers, passing them on, deleting them. */
export function keeping(
  request: FastifyRequest,
  reply: FastifyReply,
  { base, saved, link }: { base: string; saved: OpenedAssessment; link: string },
): Html {
  const { locale, who } = request;
  const words = guideWords[locale].result;
  const day = sayDay(toDay(dayAt(saved.expiresAt, 'Europe/Rome')), locale);
  const citizen = who.kind === 'citizen' && who.active;
  const isOwn = who.kind === 'citizen' && saved.accountId === who.accountId;
  return html`<section class="no-print" aria-labelledby="keep"><h2 id="keep">${words.keep}</h2>
<p>${saved.kept ? words.keptText(day) : words.draftText(day)}</p>
<p>${words.link}: <code>${link}</code></p><p class="detail">${words.linkHint}</p>
${(!saved.kept || (citizen && !isOwn)) && form(reply, { action: `${base}/keeping`, content: submitButton(citizen ? words.keepAccountButton : words.keepButton) })}
${!citizen && html`<p class="detail">${words.keepHere}</p>`}
<p><a class="btn btn-outline-primary" href="${localized(locale, `${base}/paper.pdf`)}">${words.pdf}</a></p><p class="detail">${words.print}</p>
<h3>${words.copyTitle}</h3><p>${words.copyText}</p>${form(reply, { action: `${base}/copies`, content: submitButton(words.copyButton, 'secondary') })}
<h3>${words.deleteTitle}</h3><p>${words.deleteText}</p>${form(reply, { action: `${base}/deletion`, content: submitButton(words.deleteButton, 'danger') })}</section>`;
}
