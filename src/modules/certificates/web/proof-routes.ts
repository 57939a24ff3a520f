import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { dayAt } from '#kernel/civil-date.ts';
import { formatDay } from '#kernel/moment.ts';
import { requireStrong } from '#modules/identity/public.ts';
import { checkboxField, problemSummary } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm, typedIn } from '#platform/web/form/read-form.ts';
import { citizenOf } from '#platform/web/guards.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import { type IssueProofRefusal, type ProofFact, proofFacts } from '../domain/proof.ts';
import { type SealedDocument, standingOf } from '../domain/verification.ts';
import { issueProof } from '../use-cases/issue-proof.ts';
import { listProofs, openProof, revokeProof } from '../use-cases/own-proofs.ts';
import { codeOf } from '../use-cases/register-sealed.ts';
import type { SealedDeps } from '../use-cases/sealed-deps.ts';
import { claimText } from './claim-text.ts';
import { proofWords } from './words/proofs.ts';

interface ProofsPage {
  readonly chosen?: readonly ProofFact[];
  readonly key?: string;
  readonly problem?: string;
  readonly status?: number;
}

/** What a refusal says; of facts that the registry does not confirm it names each. */
export function proofProblem(refusal: IssueProofRefusal, locale: 'it' | 'en'): string {
  const words = proofWords[locale];
  const sentence = words.refusals[refusal.code];
  return refusal.code === 'not_so'
    ? `${sentence} ${refusal.facts.map((fact) => words.facts[fact]).join('; ')}.`
    : sentence;
}

/** Proofs for one purpose: made, listed, fetched, taken back. */
export function proofRoutes(deps: SealedDeps): FastifyPluginAsync {
  const guarded = { preHandler: requireStrong('certificates') };
  return async (app: FastifyInstance) => {
    app.get<{ Querystring: { done?: string } }>('/proofs', guarded, (request, reply) =>
      proofsPage(deps, request, reply, {}),
    );

    app.post('/proofs', guarded, async (request, reply) => {
      const { accountId } = citizenOf(request);
      const { key } = readForm(z.object({}), request.body);
      const typed = typedIn(request.body);
      const chosen = proofFacts.filter((fact) => typed[fact] !== undefined);
      const issued = await issueProof(deps, { accountId, facts: chosen, locale: request.locale, key });
      if (issued.ok) return reply.seeOther('/proofs?done=created');
      const problem = proofProblem(issued.refusal, request.locale);
      const status = issued.refusal.code === 'seal_away' ? 503 : 422;
      return proofsPage(deps, request, reply, { chosen, key, problem, status });
    });

    app.get<{ Params: { id: string } }>('/proofs/:id/proof.pdf', guarded, async (request, reply) => {
      const id = z.uuid().safeParse(request.params.id);
      const { accountId } = citizenOf(request);
      const pdf = id.success ? await openProof(deps, { accountId, id: id.data }) : undefined;
      if (pdf === undefined) return reply.notFound();
      return reply
        .type('application/pdf')
        .header('content-disposition', 'attachment; filename="attestazione.pdf"')
        .send(Buffer.from(pdf));
    });

    app.post<{ Params: { id: string } }>('/proofs/:id/revocation', guarded, async (request, reply) => {
      const id = z.uuid().safeParse(request.params.id);
      if (!id.success) return reply.notFound();
      const { accountId } = citizenOf(request);
      const revoked = await revokeProof(deps, { accountId, id: id.data });
      return revoked.ok ? reply.seeOther('/proofs?done=revoked') : reply.notFound();
    });
  };
}

async function proofsPage(
  deps: SealedDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { chosen = [], key, problem, status = 200 }: ProofsPage,
): Promise<FastifyReply> {
  const { locale } = request;
  const words = proofWords[locale];
  const proofs = await listProofs(deps, citizenOf(request).accountId);
  const { done } = request.query as { done?: string };
  const told = done === 'created' || done === 'revoked' ? words[done] : undefined;
  const wrong = problem === undefined ? [] : [{ name: 'of_age', text: problem }];
  return reply.page({
    title: words.title,
    section: 'your-data',
    breadcrumb: [{ label: words.title }],
    hasProblems: problem !== undefined,
    status,
    main: html`${told && html`<div class="notice notice-success" role="status"><p>${told}</p></div>`}<h1>${words.title}</h1>${problemSummary(
      webWords[locale].problems.summaryTitle,
      wrong,
    )}<p class="lead">${words.lead}</p>
<h2>${words.newTitle}</h2>${form(reply, {
      action: '/proofs',
      key,
      content: html`<fieldset class="field-group"><legend class="field-label">${words.choose}</legend>${proofFacts.map(
        (fact) => checkboxField({ name: fact, label: words.facts[fact], checked: chosen.includes(fact) }),
      )}</fieldset><p>${words.validFor}</p>${submitButton(words.create)}`,
    })}
<h2>${words.list}</h2>${
      proofs.length === 0
        ? html`<p>${words.none}</p>`
        : html`<ul class="card-list">${proofs.map((proof) => proofCard(deps, reply, proof))}</ul>`
    }`,
  });
}

function proofCard({ now }: SealedDeps, reply: FastifyReply, proof: SealedDocument): Html {
  const { locale } = reply.request;
  const words = proofWords[locale];
  const standing = standingOf(proof, dayAt(now(), 'Europe/Rome'));
  const code = codeOf(proof);
  return html`<li class="card-line"><h3>${proof.claims.map((claim) => claimText(claim, locale)).join('; ')}</h3>
<p><span class="state">${words.states[standing]}</span> ${words.until(formatDay(proof.validUntil, locale))}</p><p>${words.code(code)}</p>
${
  standing === 'holds' &&
  html`<div class="actions"><a class="btn btn-outline-primary" href="${localized(locale, `/proofs/${proof.id}/proof.pdf`)}">${words.download}</a>${form(
    reply,
    {
      action: `/proofs/${proof.id}/revocation`,
      class: 'inline-form',
      content: html`<button type="submit" class="btn btn-outline-primary" aria-label="${words.revokeWhich(code)}">${words.revoke}</button>`,
    },
  )}</div>`
}</li>`;
}
