import type { FastifyReply } from 'fastify';
import { checkboxField, problemSummary, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import type { ClosingOutcome, WordsByModule } from '../domain/closing.ts';
import { sentencesOf } from '../letters/closed.ts';
import { closingPageWords } from './words/words.ts';

export interface ClosingPage {
  readonly outcome: ClosingOutcome;
  readonly words: WordsByModule;
  readonly ways: { readonly passkey: boolean; readonly codeTo: 'email' | 'mobile' };
  readonly problems: Readonly<Record<string, string>>;
  readonly understood: boolean;
  readonly notice?: string | undefined;
  readonly key?: string | undefined;
}

/** What is erased, and what stays with its reason and its end. */
function list(reply: FastifyReply, outcome: ClosingOutcome, words: WordsByModule, done: boolean): Html {
  const { locale } = reply.request;
  const page = closingPageWords[locale];
  const { erased, kept } = sentencesOf(outcome, words, locale);
  return html`<section aria-labelledby="erased"><h2 id="erased">${done ? page.erasedDone : page.erasedTitle}</h2><ul>${erased.map(
    (each) => html`<li>${each}</li>`,
  )}</ul></section>
<section aria-labelledby="kept"><h2 id="kept">${done ? page.keptDone : page.keptTitle}</h2>${
    kept.length === 0
      ? html`<p>${page.nothingKept}</p>`
      : html`<ul class="card-list closing-kept">${kept.map(
          ({ what, why, until }) =>
            html`<li class="card-line"><h3>${what}</h3><p>${page.why}: ${why}</p><p>${page.untilLabel}: ${until}</p></li>`,
        )}</ul>`
  }</section>`;
}

export function closingPage(reply: FastifyReply, page: ClosingPage): FastifyReply {
  const { locale } = reply.request;
  const words = closingPageWords[locale];
  const { problems, ways, notice } = page;
  const hasProblems = Object.keys(problems).length > 0;
  return reply.page({
    title: words.title,
    section: 'account',
    scripts: ways.passkey ? ['passkey'] : [],
    breadcrumb: [{ label: words.account, path: '/account' }, { label: words.title }],
    hasProblems,
    status: hasProblems ? 422 : 200,
    main: html`<h1>${words.title}</h1>${problemSummary(
      webWords[locale].problems.summaryTitle,
      Object.entries(problems).map(([name, text]) => ({ name, text })),
    )}${notice !== undefined && html`<p class="notice" role="status">${notice}</p>`}<p class="lead">${words.lead}</p>
${list(reply, page.outcome, page.words, false)}
<section aria-labelledby="confirm"><h2 id="confirm">${words.confirmTitle}</h2>${aroundProof(reply, page)}</section>
<section aria-labelledby="by-code"><h2 id="by-code">${words.codeTitle}</h2>${form(reply, {
      action: '/account/closing/codes',
      content: submitButton(words.sendCode[ways.codeTo], 'secondary'),
    })}</section>
<p><a href="${localized(locale, '/account')}">${words.back}</a></p>`,
  });
}

function aroundProof(reply: FastifyReply, { problems, ways, understood, key }: ClosingPage): Html {
  const words = closingPageWords[reply.request.locale];
  const proof = form(reply, {
    action: '/account/closings',
    key,
    content: html`${checkboxField({ name: 'understood', label: words.understood, checked: understood, problem: problems['understood'] })}${textField(
      {
        name: 'password',
        label: words.password,
        type: 'password',
        problem: problems['password'],
        autocomplete: 'current-password',
      },
    )}${textField({
      name: 'code',
      label: words.code,
      hint: words.codeHint,
      inputmode: 'numeric',
      autocomplete: 'one-time-code',
      width: 'code',
      maxlength: 12,
    })}<div class="actions">${submitButton(words.submit, 'danger')}${
      ways.passkey &&
      html`<input type="hidden" name="passkey" value=""><button type="submit" class="btn btn-outline-danger passkey-button" hidden>${words.passkey}</button>`
    }</div>`,
  });
  if (!ways.passkey) return proof;
  return html`<passkey-form ask="/api/v1/account/passkey-challenges" ceremony="known"><p class="passkey-without form-note">${words.passkeyWithout}</p><div class="passkey-with">${proof}</div><p class="passkey-says" role="status" data-working="${words.working}" data-failed="${words.failed}"></p></passkey-form>`;
}

export function closedPage(reply: FastifyReply, outcome: ClosingOutcome, words: WordsByModule): FastifyReply {
  const { locale } = reply.request;
  const page = closingPageWords[locale];
  return reply.page({
    title: page.doneTitle,
    breadcrumb: [{ label: page.doneTitle }],
    main: html`<h1>${page.doneTitle}</h1><p class="lead" role="status">${page.done}</p>${list(reply, outcome, words, true)}
<p><a class="btn btn-primary" href="${localized(locale, '/register')}">${page.registerAgain}</a></p>`,
  });
}

export function receiptGonePage(reply: FastifyReply): FastifyReply {
  const page = closingPageWords[reply.request.locale];
  return reply.page({
    status: 410,
    title: page.doneTitle,
    breadcrumb: [{ label: page.doneTitle }],
    main: html`<h1>${page.doneTitle}</h1><p class="lead">${page.receiptGone}</p>`,
  });
}
