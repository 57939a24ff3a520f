import type { FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import { formatShortDay } from '#kernel/moment.ts';
import { findOffice } from '#modules/offices/public.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { DraftPage } from '../../domain/draft.ts';
import type { EntryAnswers, FormSection } from '../../domain/form.ts';
import type { DraftView } from '../../use-cases/see-draft.ts';
import { behalfNote } from '../delegations/on-behalf.ts';
import { formWords } from '../words/form-words.ts';
import { stepsOf } from './steps.ts';

/** Path of a page of the form, without the language. */
export const pathOfPage = (draftId: string, { section, entry }: DraftPage) =>
  `/drafts/${draftId}/sections/${section}${entry === null ? '' : `/entries/${entry}`}`;

/** Where one is on the way, and until when the draft is kept. */
export function progress(request: FastifyRequest, view: DraftView, path: string): Html {
  const { locale } = request;
  const words = formWords[locale].page;
  const { title } = view.procedure.form;
  const behalf = behalfNote(locale, view.onBehalfOf);
  if (view.correction !== undefined)
    return html`${behalf}<p class="detail">${title[locale]} · ${formWords[locale].correction.title}</p>`;
  const steps = stepsOf(view);
  const number = steps.findIndex((each) => each.path === path) + 1;
  return html`${behalf}<p class="detail form-progress">${title[locale]}${number > 0 && html` · <strong>${words.step(number, steps.length)}</strong>`}</p>${
    number > 0 &&
    html`<progress class="form-progress-bar" max="${steps.length}" value="${number}" aria-label="${words.step(number, steps.length)}"></progress>`
  }`;
}

export function keptUntil(
  { locale }: Pick<FastifyRequest, 'locale'>,
  { draft, officeId }: DraftView,
): string {
  const day = dayAt(draft.expiresAt, findOffice(officeId ?? '')?.timeZone ?? 'Europe/Rome');
  return formWords[locale].page.savedUntil(formatShortDay(day, locale));
}

export function crumbs({ locale }: FastifyRequest, view: DraftView) {
  return [
    { label: formWords[locale].start.list, path: '/requests' },
    { label: view.procedure.form.title[locale] },
  ];
}

/** What an entry is called, after its number; nothing while it has no name. */
export function entryName({ repeats }: FormSection, entry: EntryAnswers): string {
  const name = (repeats?.calledBy ?? []).map((each) => entry[each] ?? '').filter((each) => each !== '');
  return name.length === 0 ? '' : `: ${name.join(' ')}`;
}
