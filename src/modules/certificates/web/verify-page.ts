import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Reason, reasons } from '#platform/qr-credential/verdict.ts';
import { fieldId, problemSummary, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { attributes, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import type { Verdict } from '../use-cases/verify-document.ts';
import { kindNames } from './kind-name.ts';
import { verdictBlock, verdictFacts } from './verdict-block.ts';
import { verifyWords } from './words/verify.ts';

export interface VerifyPage {
  readonly facSimile: boolean;
  readonly typed?: string;
  readonly problems?: { readonly code?: string; readonly file?: string };
}

/** The page on which anybody checks a document: by camera, by file, by code. */
export function verifyPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { facSimile, typed, problems = {} }: VerifyPage,
): FastifyReply {
  const { locale } = request;
  const words = verifyWords[locale];
  const wrong = Object.entries(problems).map(([name, text]) => ({ name, text }));
  const { file } = problems;
  return reply.page({
    title: words.title,
    description: words.lead,
    breadcrumb: [{ label: words.title }],
    scripts: ['document-check'],
    hasProblems: wrong.length > 0,
    status: wrong.length > 0 ? 422 : 200,
    main: html`<h1>${words.title}</h1>${problemSummary(webWords[locale].problems.summaryTitle, wrong)}<p class="lead">${words.lead}</p>
${facSimile && html`<div class="notice notice-warning"><p>${words.facSimile}</p></div>`}
<section aria-labelledby="scan"><h2 id="scan">${words.scan.title}</h2><p>${words.scan.lead}</p>
<document-check${attributes({
      scan: words.scan.start,
      stop: words.scan.stop,
      camera: words.scan.camera,
      refused: words.scan.refused,
      offline: words.scan.offline,
      forgets: words.scan.forgets,
      lang: locale,
      names: JSON.stringify({ kinds: kindNames(locale), claims: words.claims, facts: words.facts }),
    })}><p>${words.scan.without}</p></document-check>
<div role="status" id="checked" tabindex="-1"></div>
${(Object.keys(reasons) as Reason[]).map((reason) => html`<template id="reason-${reason}">${verdictBlock(locale, reason)}</template>`)}</section>
<section aria-labelledby="by-file"><h2 id="by-file">${words.file.title}</h2>${form(reply, {
      action: '/v/files',
      files: true,
      content: html`<div class="field${file && ' field-in-error'}"><label class="field-label" for="${fieldId('file')}">${words.file.label}</label><p class="field-hint" id="f-file-hint">${words.file.hint}</p>${
        file && html`<p class="field-problem" id="f-file-problem">${file}</p>`
      }<input class="form-control"${attributes({
        id: fieldId('file'),
        name: 'files',
        type: 'file',
        accept: 'application/pdf',
        'aria-describedby': `f-file-hint${file === undefined ? '' : ' f-file-problem'}`,
        'aria-invalid': file === undefined ? undefined : 'true',
      })}></div>${submitButton(words.file.button)}`,
    })}</section>
<section aria-labelledby="by-code"><h2 id="by-code">${words.code.title}</h2>${form(reply, {
      action: '/v/codes',
      content: html`${textField({
        name: 'code',
        label: words.code.label,
        hint: words.code.hint,
        value: typed,
        problem: problems.code,
        autocomplete: 'off',
        spellcheck: false,
        maxlength: 40,
        width: 'medium',
      })}${submitButton(words.code.button)}`,
    })}</section>
<p><a href="${localized(locale, '/v/authority')}">${words.authority.link}</a></p>`,
  });
}

/** The answer of a check that the server has made. */
export function verdictPage(
  request: FastifyRequest,
  reply: FastifyReply,
  verdict: Verdict,
  facSimile: boolean,
): FastifyReply {
  const { locale } = request;
  const words = verifyWords[locale];
  return reply.page({
    title: `${words.words[reasons[verdict.reason]]} – ${words.result}`,
    breadcrumb: [{ label: words.title, path: '/v' }, { label: words.result }],
    main: html`<h1>${words.result}</h1>${verdictBlock(locale, verdict.reason, verdictFacts(locale, verdict))}
${facSimile && html`<div class="notice notice-warning"><p>${words.facSimile}</p></div>`}
<p class="actions"><a class="btn btn-primary" href="${localized(locale, '/v')}">${words.again}</a></p>`,
  });
}
