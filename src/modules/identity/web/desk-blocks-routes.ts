import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm } from '#platform/web/form/read-form.ts';
import { officialOf, officialsOnly } from '#platform/web/guards.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { blockLifecycle } from '../domain/registration-block.ts';
import { decideBlock } from '../use-cases/decide-block.ts';
import { markIntermediary, unmarkIntermediary } from '../use-cases/mark-intermediary.ts';
import { type Block, type IntermediaryContact, readBlock, readBlocks } from '../use-cases/read-blocks.ts';
import { type IdentityWeb, queryText } from './identity-web.ts';
import { emptyForm, type FormState, hasProblems, instantText, summaryOf } from './pieces.ts';
import { identityWords } from './words/words.ts';

/** Blocked registrations, their contests, and the contacts of intermediaries. */
export function deskBlocksRoutes(app: FastifyInstance, { deps }: IdentityWeb): void {
  const guarded = { preHandler: officialsOnly };
  const show = async (request: FastifyRequest, reply: FastifyReply, state: FormState) => {
    const read = await readBlocks(deps, officialOf(request));
    return listPage(reply, { ...read, marked: queryText(request, 'marked') !== '' }, state);
  };

  app.get('/desk/identity', guarded, (request, reply) => show(request, reply, emptyForm));

  app.post('/desk/identity/intermediaries', guarded, async (request, reply) => {
    const { typed } = readForm(z.object({}), request.body);
    const marked = await markIntermediary(deps, {
      contact: (typed['contact'] ?? '').slice(0, 300),
      by: officialOf(request),
    });
    if (marked.ok) return reply.seeOther('/desk/identity?marked=yes');
    const { problems: words } = identityWords[request.locale].desk.blocks;
    return show(request, reply, { typed, problems: { contact: words[marked.refusal.code] } });
  });

  app.post<{ Params: { key: string } }>(
    '/desk/identity/intermediaries/:key/removal',
    guarded,
    async (request, reply) => {
      const removed = await unmarkIntermediary(deps, { key: request.params.key, by: officialOf(request) });
      return removed.ok ? reply.seeOther('/desk/identity') : reply.notFound();
    },
  );

  type WithId = { Params: { id: string } };
  const showOne = async (request: FastifyRequest, reply: FastifyReply, id: string, problem?: string) => {
    const block = z.uuid().safeParse(id).success ? await readBlock(deps, officialOf(request), id) : undefined;
    return block === undefined ? reply.notFound() : blockPage(reply, block, problem);
  };

  app.get<WithId>('/desk/identity/blocks/:id', guarded, (request, reply) =>
    showOne(request, reply, request.params.id),
  );

  for (const [path, decision] of [
    ['lifting', 'lift'],
    ['upholding', 'uphold'],
  ] as const) {
    app.post<WithId>(`/desk/identity/blocks/:id/${path}`, guarded, async (request, reply) => {
      const { id } = request.params;
      if (!z.uuid().safeParse(id).success) return reply.notFound();
      const decided = await decideBlock(deps, { blockId: id, decision, by: officialOf(request) });
      if (decided.ok) return reply.seeOther(`/desk/identity/blocks/${id}`);
      if (decided.refusal.code === 'no_such_block') return reply.notFound();
      return showOne(request, reply, id, identityWords[request.locale].desk.blocks.decidedAlready);
    });
  }
}

function listPage(
  reply: FastifyReply,
  about: { blocks: readonly Block[]; intermediaries: readonly IntermediaryContact[]; marked: boolean },
  state: FormState,
): FastifyReply {
  const { locale } = reply.request;
  const { blocks: words } = identityWords[locale].desk;
  return reply.page({
    title: words.title,
    section: 'desk',
    breadcrumb: [{ label: words.title }],
    hasProblems: hasProblems(state),
    status: hasProblems(state) ? 422 : 200,
    main: html`<h1>${words.title}</h1>${summaryOf(locale, state)}<p class="lead">${words.lead}</p>
${about.marked && html`<p role="status">${words.marked}</p>`}
${about.blocks.length === 0 ? html`<p>${words.none}</p>` : blockTable(reply, about.blocks)}
<h2>${words.intermediariesTitle}</h2><p>${words.intermediariesLead}</p>
${
  about.intermediaries.length === 0
    ? html`<p>${words.noIntermediaries}</p>`
    : html`<ul>${about.intermediaries.map(
        (each) =>
          html`<li>${each.hint}, ${instantText(each.markedAt, locale)} ${form(reply, {
            action: `/desk/identity/intermediaries/${each.key}/removal`,
            class: 'inline-form',
            content: html`<button type="submit" class="btn btn-link" aria-label="${words.unmarkWhich(each.hint)}">${words.unmark}</button>`,
          })}</li>`,
      )}</ul>`
}
${form(reply, {
  action: '/desk/identity/intermediaries',
  content: html`${textField({
    name: 'contact',
    label: words.contactField,
    hint: words.contactHint,
    value: state.typed['contact'],
    problem: state.problems['contact'],
    maxlength: 254,
  })}${submitButton(words.mark)}`,
})}`,
  });
}

function blockTable(reply: FastifyReply, blocks: readonly Block[]): Html {
  const { locale } = reply.request;
  const { blocks: words } = identityWords[locale].desk;
  return html`<div class="table-responsive"><table class="table"><thead><tr><th scope="col">${words.columns.name}</th><th scope="col">${words.columns.reason}</th><th scope="col">${words.columns.state}</th><th scope="col">${words.columns.at}</th></tr></thead>
<tbody>${blocks.map(
    (block) =>
      html`<tr><th scope="row"><a href="${localized(locale, `/desk/identity/blocks/${block.id}`)}">${block.name ?? words.erased}</a></th>
<td>${words.reasons[block.reason]} (${words.contact[block.contactKind]})</td><td>${words.states[block.state]}</td><td>${instantText(block.blockedAt, locale)}</td></tr>`,
  )}</tbody></table></div>`;
}

function blockPage(reply: FastifyReply, block: Block, problem: string | undefined): FastifyReply {
  const { locale } = reply.request;
  const { blocks: words } = identityWords[locale].desk;
  const name = block.name ?? words.erased;
  const button = (path: string, label: string, kind: 'primary' | 'secondary', hint?: string) =>
    form(reply, {
      action: `/desk/identity/blocks/${block.id}/${path}`,
      content: html`${hint !== undefined && html`<p>${hint}</p>`}${submitButton(label, kind)}`,
    });
  return reply.page({
    title: `${words.detailTitle}: ${name}`,
    section: 'desk',
    breadcrumb: [{ label: words.title, path: '/desk/identity' }, { label: name }],
    status: problem === undefined ? 200 : 409,
    main: html`<h1>${name}</h1>${problem !== undefined && html`<p role="alert">${problem}</p>`}
<dl class="summary"><dt>${words.columns.reason}</dt><dd>${words.reasons[block.reason]} (${words.contact[block.contactKind]})</dd>
<dt>${words.columns.state}</dt><dd>${words.states[block.state]}</dd>
<dt>${words.columns.at}</dt><dd>${instantText(block.blockedAt, locale)}</dd></dl>
${block.explanation !== null && html`<h2>${words.explanation}</h2><p>${block.explanation}</p>`}
<p>${words.provenWith(words.contact[block.provenKind])}</p>
<h2>${words.contestTitle}</h2>${block.contest === null ? html`<p>${words.noContest}</p>` : html`<blockquote><p>${block.contest}</p></blockquote>`}
${blockLifecycle.allows(block.state, 'lift') && button('lifting', words.lift, 'primary', block.reason === 'closed_for_abuse' ? words.liftHintClosed : words.liftHint)}
${blockLifecycle.allows(block.state, 'uphold') && button('upholding', words.uphold, 'secondary')}`,
  });
}
