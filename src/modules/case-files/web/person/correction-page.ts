import type { FastifyReply, FastifyRequest } from 'fastify';
import { hidden, textArea } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import { longestText } from '../../domain/case-file.ts';
import { contentOf, targetName } from '../../domain/file-content.ts';
import type { DraftView } from '../../use-cases/see-draft.ts';
import { notice } from '../pieces.ts';
import { formWords } from '../words/form-words.ts';
import { crumbs, keptUntil, progress } from './form-frame.ts';
import { pointList, pointsOf } from './review-page.ts';
import type { SendRefusalCode } from './send-refusals.ts';
import { pathTo } from './steps.ts';

/** What the office wants put right: each point leads to its very place, and all go back together. */
export function correctionPage(
  request: FastifyRequest,
  reply: FastifyReply,
  {
    view,
    key,
    text,
    refusal,
  }: { view: DraftView; key: string; text: string; refusal: SendRefusalCode | undefined },
): FastifyReply {
  const { locale } = request;
  const words = formWords[locale];
  const { draft, procedure, correction, asked } = view;
  if (correction === undefined) throw new Error(`The draft ${draft.id} corrects nothing`);
  const { file, wanted, unanswered } = correction;
  const { stops } = pointsOf(view, locale);
  const content = contentOf(procedure.form, file.answers, undefined);
  return reply.page({
    title: words.correction.title,
    section: 'requests',
    status: refusal === undefined ? 200 : 422,
    hasProblems: refusal !== undefined,
    breadcrumb: crumbs(request, view),
    main: html`${progress(request, view, '')}<h1>${words.correction.title}</h1><p class="lead">${words.correction.lead}</p>
${refusal !== undefined && notice(words.refusals[refusal], 'warning')}
<ol class="card-list wanted-list">${wanted.map((each) => {
      const target = targetName(content, asked, each.target);
      const name = [target?.name[locale] ?? each.target.path, target?.of].filter(Boolean).join(': ');
      const open = unanswered.includes(each);
      return html`<li class="card-line"><h2>${name}</h2><p class="typed">${each.note}</p><p><span class="state ${open ? 'state-held' : 'state-served'}">${open ? words.correction.notYet : words.correction.done}</span></p><p><a class="btn btn-sm btn-outline-primary" href="${localized(locale, pathTo(view, each.target))}" aria-label="${words.correction.openNamed(name)}">${words.correction.open}</a></p></li>`;
    })}</ol>
${stops.length > 0 && html`<section class="notice notice-warning" aria-labelledby="stops"><h2 id="stops">${words.correction.also}</h2>${pointList(stops)}</section>`}
${form(reply, {
  action: `/drafts/${draft.id}/submission`,
  key,
  content: html`${hidden('version', String(file.version))}${textArea({
    name: 'text',
    label: words.correction.text,
    hint: words.correction.textHint,
    optional: webWords[locale].optional,
    rows: 4,
    maxlength: longestText,
    value: text,
  })}${submitButton(words.correction.send)}`,
})}
<p><a href="${localized(locale, `/files/${file.id}`)}">${words.correction.back}</a></p><p class="source">${keptUntil(request, view)}</p>`,
  });
}
