import type { Locale } from '#kernel/locale.ts';
import { formatMoment } from '#kernel/moment.ts';
import { findOffice } from '#modules/offices/public.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { CaseFile } from '../domain/case-file.ts';
import type { CaseFileState } from '../domain/case-file-lifecycle.ts';
import { caseFileWords } from './words/words.ts';

export function stateBadge(state: CaseFileState, locale: Locale): Html {
  return html`<span class="state state-${state.replaceAll('_', '-')}">${caseFileWords[locale].states[state]}</span>`;
}

/** A moment as the office's clock shows it. */
export function momentAt(
  at: Temporal.Instant,
  { officeId }: Pick<CaseFile, 'officeId'>,
  locale: Locale,
): string {
  return formatMoment(at, findOffice(officeId)?.timeZone ?? 'Europe/Rome', locale);
}

export function officeName(officeId: string, locale: Locale): string {
  return findOffice(officeId)?.name[locale] ?? officeId;
}

/** A sentence that says how something ended. */
export function notice(text: string | undefined, kind: 'success' | 'warning' = 'success'): Html | false {
  if (text === undefined) return false;
  return html`<div class="notice notice-${kind}" role="${kind === 'warning' ? 'alert' : 'status'}"><p>${text}</p></div>`;
}

/** The sentence about what was just done, where the address names one; anything else that it says means nothing. */
export function saidAfter(done: Readonly<Record<string, string>>, named: unknown): string | undefined {
  return typeof named === 'string' && Object.hasOwn(done, named) ? done[named] : undefined;
}
