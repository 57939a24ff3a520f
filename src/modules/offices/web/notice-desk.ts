import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { formatShortDay } from '#kernel/moment.ts';
import type { Deps } from '#platform/deps.ts';
import { problemSummary, textArea, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm, type Typed, typedIn } from '#platform/web/form/read-form.ts';
import { officialsOnly } from '#platform/web/guards.ts';
import { html } from '#platform/web/html.ts';
import { webWords } from '#platform/web/words/words.ts';
import { findSeat } from '../domain/seat.ts';
import { publishNotice, readOwnNotices, withdrawNotice } from '../use-cases/notices.ts';
import { noticeWriterOf, noticeWritersOnly } from './notice-writers.ts';
import { officeWords } from './words/words.ts';

interface Params {
  readonly office: string;
}

const date = z
  .string()
  .refine((raw) => parseCivilDate(raw).ok, 'date')
  .transform((raw) => raw as CivilDate);
const title = z.string().trim().min(1, 'title').max(120, 'title');
const text = z.string().trim().min(1, 'text').max(2000, 'text');
const noticeForm = z
  .object({ titleIt: title, titleEn: title, textIt: text, textEn: text, fromOn: date, untilOn: date })
  .refine((value) => value.fromOn <= value.untilOn, { message: 'order', path: ['untilOn'] });

function publishingOf(request: FastifyRequest) {
  const key = typedIn(request.body)['_key'] ?? '';
  return {
    ...noticeWriterOf(request, (request.params as Params).office),
    key: /^[\w-]{8,200}$/.test(key) ? key : crypto.randomUUID(),
  };
}

/** Writing and withdrawing notices. */
export function noticeDeskRoutes(deps: Deps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.addHook('preHandler', officialsOnly);
    app.addHook('preHandler', (request, reply) =>
      noticeWritersOnly(request, reply, (request.params as Params).office),
    );
    const path = '/desk/offices/:office/notices';

    app.get<{ Params: Params }>(path, (request, reply) => page(deps, request, reply, {}, {}));
    app.post<{ Params: Params }>(path, async (request, reply) => {
      const reading = readForm(noticeForm, request.body);
      if (!reading.ok) return page(deps, request, reply, reading.typed, reading.problems, reading.key);
      const { titleIt, titleEn, textIt, textEn, fromOn, untilOn } = reading.value;
      await publishNotice(deps, publishingOf(request), {
        title: { it: titleIt, en: titleEn },
        text: { it: textIt, en: textEn },
        fromOn,
        untilOn,
      });
      return reply.seeOther(`/desk/offices/${request.params.office}/notices`);
    });
    app.post<{ Params: Params & { notice: string } }>(
      `${path}/:notice/withdrawal`,
      async (request, reply) => {
        if (!z.uuid().safeParse(request.params.notice).success) return reply.notFound();
        await withdrawNotice(deps, publishingOf(request), request.params.notice);
        return reply.seeOther(`/desk/offices/${request.params.office}/notices`);
      },
    );
  };
}

async function page(
  deps: Deps,
  request: FastifyRequest<{ Params: Params }>,
  reply: FastifyReply,
  typed: Typed,
  codes: Readonly<Record<string, string>>,
  key?: string,
): Promise<FastifyReply> {
  const { locale } = request;
  const words = officeWords[locale].notices;
  const notices = await readOwnNotices(deps, publishingOf(request));
  const sentences = officeWords[locale].problems;
  const problems = Object.fromEntries(
    Object.entries(codes).map(([name, code]) => [name, sentences[code as keyof typeof sentences] ?? code]),
  );
  const path = `/desk/offices/${request.params.office}/notices`;
  const seat = await findSeat(request.params.office);
  const base = (name: 'titleIt' | 'titleEn' | 'textIt' | 'textEn' | 'fromOn' | 'untilOn') => ({
    name,
    label: words[name],
    value: typed[name],
    problem: problems[name],
  });
  return reply.page({
    title: words.deskTitle,
    section: 'desk',
    status: Object.keys(problems).length > 0 ? 422 : 200,
    hasProblems: Object.keys(problems).length > 0,
    breadcrumb: [{ label: officeWords[locale].desk, path: '/desk' }, { label: words.deskTitle }],
    main: html`<h1>${words.deskTitle}</h1><p class="lead">${seat?.name[locale] ?? words.everybody}. ${words.deskLead}</p>
${problemSummary(
  webWords[locale].problems.summaryTitle,
  Object.entries(problems).map(([name, sentence]) => ({ name, text: sentence })),
)}
${
  notices.length === 0
    ? html`<p>${words.empty}</p>`
    : html`<ul class="card-list">${notices.map(
        (notice) =>
          html`<li class="card-line"><h2>${notice.title[locale]}</h2><p class="typed">${notice.text[locale]}</p><p>${formatShortDay(notice.fromOn, locale)} – ${formatShortDay(notice.untilOn, locale)}</p>${form(
            reply,
            {
              action: `${path}/${notice.id}/withdrawal`,
              class: 'inline-form',
              content: html`<button type="submit" class="btn btn-sm btn-outline-danger" aria-label="${words.withdraw}: ${notice.title[locale]}">${words.withdraw}</button>`,
            },
          )}</li>`,
      )}</ul>`
}
<h2>${words.add}</h2>${form(reply, {
      action: path,
      key,
      content: html`${textField(base('titleIt'))}${textField(base('titleEn'))}${textArea(base('textIt'))}${textArea(base('textEn'))}<div class="field-row">${textField({ ...base('fromOn'), type: 'date', width: 'medium' })}${textField({ ...base('untilOn'), type: 'date', width: 'medium' })}</div>${submitButton(words.submit)}`,
    })}`,
  });
}
