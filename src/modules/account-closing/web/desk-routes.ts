import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { checkboxField, problemSummary, textArea } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm } from '#platform/web/form/read-form.ts';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import type { ClosingDeps } from '../use-cases/close-account.ts';
import { closeForAbuse, findToClose } from '../use-cases/close-for-abuse.ts';
import { closingPageWords } from './words/words.ts';

type WithId = { Params: { id: string } };

/** An administrator of the office closes an account for abuse. */
export function closingDeskRoutes(app: FastifyInstance, closing: ClosingDeps): void {
  const guarded = { preHandler: officialsOnly };

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    state: { typed: Readonly<Record<string, string>>; problems: Record<string, string> },
  ) => {
    const { locale } = request;
    const { abuse: words } = closingPageWords[locale];
    const known = z.uuid().safeParse(id).success;
    const person = known ? await findToClose(closing, { accountId: id, by: officialOf(request) }) : undefined;
    if (person === undefined) return reply.notFound();
    const problems = Object.entries(state.problems).map(([name, text]) => ({ name, text }));
    return reply.page({
      title: words.title,
      section: 'desk',
      breadcrumb: [{ label: words.people, path: '/desk/people' }, { label: words.title }],
      hasProblems: problems.length > 0,
      status: problems.length > 0 ? 422 : 200,
      main: html`<h1>${words.title}</h1>${problemSummary(webWords[locale].problems.summaryTitle, problems)}
<p class="lead">${words.about(person.name)}</p><div class="notice notice-warning"><p>${words.lead}</p></div>${form(
        reply,
        {
          action: `/desk/people/${id}/abuse-closings`,
          content: html`${textArea({
            name: 'reason',
            label: words.reason,
            hint: words.reasonHint,
            value: state.typed['reason'],
            problem: state.problems['reason'],
            maxlength: 1000,
          })}${checkboxField({ name: 'understood', label: words.understood, problem: state.problems['understood'] })}${submitButton(words.submit, 'danger')}`,
        },
      )}`,
    });
  };

  app.get<WithId>('/desk/people/:id/closing', guarded, (request, reply) =>
    show(request, reply, request.params.id, { typed: {}, problems: {} }),
  );

  app.post<WithId>('/desk/people/:id/abuse-closings', guarded, async (request, reply) => {
    const { id } = request.params;
    const { locale } = request;
    const { abuse: words } = closingPageWords[locale];
    const { typed, key } = readForm(z.object({}), request.body);
    const reason = typed['reason'] ?? '';
    if (typed['understood'] !== 'yes' || reason.trim() === '') {
      const problems = {
        ...(reason.trim() === '' && { reason: words.reasonMissing }),
        ...(typed['understood'] !== 'yes' && { understood: words.understoodMissing }),
      };
      return show(request, reply, id, { typed, problems });
    }
    if (!z.uuid().safeParse(id).success) return reply.notFound();
    const closed = await closeForAbuse(closing, { accountId: id, reason, by: officialOf(request), key });
    if (closed.ok) {
      return reply.page({
        title: words.doneTitle,
        section: 'desk',
        breadcrumb: [{ label: words.people, path: '/desk/people' }, { label: words.doneTitle }],
        main: html`<h1>${words.doneTitle}</h1><p class="lead" role="status">${words.done}</p><p><a href="${localized(locale, '/desk/identity')}">${words.toBlocks}</a></p>`,
      });
    }
    switch (closed.refusal.code) {
      case 'no_such_person':
        return reply.notFound();
      case 'reason_missing':
        return show(request, reply, id, { typed, problems: { reason: words.reasonMissing } });
      case 'key_reused':
        return show(request, reply, id, { typed, problems: { reason: webWords[locale].problems.keyReused } });
    }
  });
}
