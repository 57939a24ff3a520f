import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { problemSummary, textArea, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm, type Typed } from '#platform/web/form/read-form.ts';
import { html } from '#platform/web/html.ts';
import { webWords } from '#platform/web/words/words.ts';
import { longestText } from '../../domain/case-file.ts';
import type { CaseFileDeps } from '../../use-cases/case-file-deps.ts';
import { keepReply, listSavedReplies, removeReply, type SavedReply } from '../../use-cases/saved-replies.ts';
import { notice } from '../pieces.ts';
import { caseFileWords } from '../words/words.ts';
import { handlingOf, type OfficeParams, officeOf, queuePath } from './handling.ts';

const text = z.string().trim().min(1, 'missing').max(longestText, 'long');
const schema = z.object({
  title: z.string().trim().min(1, 'missing').max(80, 'long_title'),
  text_it: text,
  text_en: text,
});

/** The answers that an office gives often. */
export function savedReplyRoutes(app: FastifyInstance, deps: CaseFileDeps): void {
  const path = '/desk/offices/:office/requests/saved-replies';

  app.get<{ Params: OfficeParams; Querystring: { done?: string } }>(path, async (request, reply) =>
    page(request, reply, await listSavedReplies(deps, handlingOf(request)), {}, {}),
  );
  app.post<{ Params: OfficeParams }>(path, async (request, reply) => {
    const handling = handlingOf(request);
    const reading = readForm(schema, request.body);
    if (!reading.ok) {
      return page(request, reply, await listSavedReplies(deps, handling), reading.typed, reading.problems);
    }
    const { title, text_it: it, text_en: en } = reading.value;
    const kept = await keepReply(deps, handling, { title, text: { it, en }, key: reading.key });
    if (kept.ok) return reply.seeOther(`${queuePath(handling.officeId)}/saved-replies?done=yes`);
    const problems = { title: kept.refusal.code };
    return page(request, reply, await listSavedReplies(deps, handling), reading.typed, problems);
  });
  app.post<{ Params: OfficeParams & { reply: string } }>(`${path}/:reply/removal`, async (request, reply) => {
    const handling = handlingOf(request);
    const { reply: id } = request.params;
    const removed = z.uuid().safeParse(id).success && (await removeReply(deps, handling, id)).ok;
    return removed
      ? reply.seeOther(`${queuePath(handling.officeId)}/saved-replies?done=yes`)
      : reply.notFound();
  });
}

function page(
  request: FastifyRequest,
  reply: FastifyReply,
  replies: readonly SavedReply[],
  typed: Typed,
  codes: Readonly<Record<string, string>>,
): FastifyReply {
  const { locale } = request;
  const words = caseFileWords[locale];
  const office = officeOf(request);
  const base = `${queuePath(office.id)}/saved-replies`;
  const sentences: Readonly<Record<string, string>> = {
    missing: words.form.missing,
    long: words.form.tooLong(longestText),
    long_title: words.form.tooLong(80),
    key_reused: words.desk.refusals.key_reused,
  };
  const problem = (name: string) => sentences[codes[name] ?? ''];
  const lines = Object.keys(codes).map((name) => ({ name, text: problem(name) ?? '' }));
  const done = (request.query as { done?: string }).done !== undefined && lines.length === 0;
  return reply.page({
    title: words.desk.replies,
    section: 'desk',
    status: lines.length > 0 ? 422 : 200,
    hasProblems: lines.length > 0,
    breadcrumb: [
      { label: words.desk.desk, path: '/desk' },
      { label: words.desk.title, path: queuePath(office.id) },
      { label: words.desk.replies },
    ],
    main: html`${notice(done ? words.desk.done : undefined)}<h1>${words.desk.replies}</h1><p class="lead">${words.desk.repliesLead}</p>
${problemSummary(webWords[locale].problems.summaryTitle, lines)}
<ul class="card-list">${replies.map(
      (each) =>
        html`<li class="card-line"><h2>${each.title}</h2><p class="typed">${each.text[locale]}</p>${form(
          reply,
          {
            action: `${base}/${each.id}/removal`,
            class: 'inline-form',
            content: html`<button type="submit" class="btn btn-sm btn-outline-danger" aria-label="${words.desk.remove}: ${each.title}">${words.desk.remove}</button>`,
          },
        )}</li>`,
    )}</ul>
${form(reply, {
  action: base,
  content: html`${textField({ name: 'title', label: words.desk.replyTitle, value: typed['title'], problem: problem('title'), maxlength: 80 })}${textArea(
    {
      name: 'text_it',
      label: words.desk.replyIt,
      value: typed['text_it'],
      problem: problem('text_it'),
      maxlength: longestText,
    },
  )}${textArea({ name: 'text_en', label: words.desk.replyEn, value: typed['text_en'], problem: problem('text_en'), maxlength: longestText })}${submitButton(words.desk.keep)}`,
})}`,
  });
}
