import type { CivilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { formatShortDay } from '#kernel/moment.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { RuleId } from '../domain/blocking-rules.ts';
import type { Certificate } from '../domain/certificate.ts';
import { isIssued } from '../domain/certificate-lifecycle.ts';
import type { KindId } from '../domain/kinds.ts';
import type { CertificateView } from '../use-cases/see-certificates.ts';
import { kindWords } from './words/kinds.ts';
import { ruleWords } from './words/rules.ts';
import { certificateWords } from './words/words.ts';

/** The kinds of a certificate by name, as people read them. */
export function kindNames(kinds: readonly KindId[], locale: Locale): string {
  return kinds.map((kind) => kindWords[locale].kinds[kind].name).join(', ');
}

/** One blocking condition: what, why, what to do now. */
export function ruleText(rule: RuleId, locale: Locale): Html {
  const { what, why, now } = ruleWords[locale][rule];
  return html`<p><strong>${what}</strong> ${why} ${now}</p>`;
}

type Now = 'valid' | 'expired' | 'revoked';
const nowOf = ({ revokedAt, valid }: CertificateView): Now =>
  revokedAt !== undefined ? 'revoked' : valid ? 'valid' : 'expired';

/** How a certificate stands, by word and sign, never by colour alone. */
export function stateBadge(view: CertificateView, locale: Locale): Html {
  const words = certificateWords[locale];
  const { state } = view.certificate;
  if (isIssued(state)) {
    const now = nowOf(view);
    return html`<span class="state state-cert-${now}">${words.stateNow[now]}</span>`;
  }
  return html`<span class="state state-cert-${state.replaceAll('_', '-')}">${words.states[state]}</span>`;
}

export const shortDay = (day: CivilDate, locale: Locale) => formatShortDay(day, locale);

export const certificatePath = ({ id }: Pick<Certificate, 'id'>) => `/certificates/${id}`;
