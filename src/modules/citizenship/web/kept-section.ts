import type { FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import type { Deps } from '#platform/deps.ts';
import { citizenOf } from '#platform/web/guards.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { toDay } from '../domain/reasoning/day.ts';
import { sayDay } from '../domain/words/say.ts';
import { listKeptLinks } from '../use-cases/keep-assessment.ts';
import { guideWords } from './words/words.ts';

/** What a person's own page shows of citizenship: the assessments that the account keeps. */
export function keptAssessments(deps: Deps): (request: FastifyRequest) => Promise<Html> {
  return async (request) => {
    const { locale } = request;
    const links = await listKeptLinks(deps, citizenOf(request).accountId);
    if (links.length === 0) return html``;
    const words = guideWords[locale].section;
    const day = (instant: Temporal.Instant) => sayDay(toDay(dayAt(instant, 'Europe/Rome')), locale);
    return html`<section aria-labelledby="assessments"><h2 id="assessments">${words.title}</h2><ul>${links.map(
      ({ token, keptAt, expiresAt }) =>
        html`<li><a href="${localized(locale, `/citizenship/assessments/${token}`)}">${words.item(day(keptAt), day(expiresAt))}</a></li>`,
    )}</ul></section>`;
  };
}
