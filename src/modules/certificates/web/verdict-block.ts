import type { Locale } from '#kernel/locale.ts';
import { formatDay, formatMoment } from '#kernel/moment.ts';
import { type Reason, reasons } from '#platform/qr-credential/verdict.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { Verdict } from '../use-cases/verify-document.ts';
import { claimText } from './claim-text.ts';
import { kindNameOf } from './kind-name.ts';
import { verifyWords } from './words/verify.ts';

/** The word of a check with why and what to do; the browser shows the same block for what it checks itself. */
export function verdictBlock(locale: Locale, reason: Reason, facts: Html | false = false): Html {
  const { words, reasons: sentences } = verifyWords[locale];
  const word = reasons[reason];
  return html`<div class="verdict verdict-${word.replace('_', '-')}"><p class="verdict-word">${words[word]}</p>
<p>${sentences[reason].what}</p><p>${sentences[reason].todo}</p>${facts}</div>`;
}

/** What the check shows of the document: what stands on the paper, and nothing that does not. */
export function verdictFacts(locale: Locale, { document, seal }: Verdict): Html | false {
  const words = verifyWords[locale].facts;
  const rows: (readonly [string, string])[] = [];
  if (document !== undefined) {
    rows.push([words.subject, kindNameOf(document.subject, locale)]);
    if (document.number !== null) rows.push([words.number, document.number]);
    if (document.claims.length > 0)
      rows.push([words.says, document.claims.map((claim) => claimText(claim, locale)).join('; ')]);
    rows.push(
      [words.holder, document.holder],
      [words.issuedOn, formatDay(document.issuedOn, locale)],
      [words.validUntil, formatDay(document.validUntil, locale)],
    );
  }
  if (seal !== undefined) {
    rows.push([words.sealedBy, seal.name]);
    if (seal.at !== undefined) rows.push([words.sealedAt, formatMoment(seal.at, 'Europe/Rome', locale)]);
  }
  if (rows.length === 0) return false;
  return html`<dl class="summary">${rows.map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl>`;
}
