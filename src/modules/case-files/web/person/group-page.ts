import type { FastifyReply, FastifyRequest } from 'fastify';
import { hidden } from '#platform/web/form/fields.ts';
import { form } from '#platform/web/form/form.ts';
import { html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { type FormProblem, problemsOfEntry } from '../../domain/check-form.ts';
import type { FormSection } from '../../domain/form.ts';
import { entriesOf } from '../../domain/form-answers.ts';
import type { DraftView } from '../../use-cases/see-draft.ts';
import { notice } from '../pieces.ts';
import { formWords } from '../words/form-words.ts';
import { crumbs, entryName, keptUntil, progress } from './form-frame.ts';
import { stepAfter, stepBefore } from './steps.ts';

/** A page that repeats: its entries, each to be changed or taken out, and one more. */
export function groupPage(
  request: FastifyRequest,
  reply: FastifyReply,
  {
    view,
    section,
    problem,
    today,
  }: { view: DraftView; section: FormSection; problem?: FormProblem | undefined; today: string },
): FastifyReply {
  const { locale } = request;
  const words = formWords[locale];
  const { draft, answers } = view;
  const path = `/drafts/${draft.id}/sections/${section.name}`;
  const entries = entriesOf(draft.answers, section.name);
  const { repeats } = section;
  if (repeats === undefined) throw new Error(`The page ${section.name} does not repeat`);
  const full = entries.length >= repeats.most;
  return reply.page({
    title: section.title[locale],
    section: 'requests',
    status: problem === undefined ? 200 : 422,
    hasProblems: problem !== undefined,
    breadcrumb: crumbs(request, view),
    main: html`${progress(request, view, path)}${notice(problem?.text[locale], 'warning')}<h1>${section.title[locale]}</h1>${
      section.lead && html`<p class="lead">${section.lead[locale]}</p>`
    }
${entries.length === 0 && html`<p>${words.group.none}</p>`}<ul class="card-list">${entries.map(
      (entry, index) => {
        const name = `${repeats.one[locale]} ${index + 1}${entryName(section, entry)}`;
        const incomplete = problemsOfEntry(section, answers, index, today).length > 0;
        return html`<li class="card-line"><h2>${name}</h2>${incomplete && html`<p><span class="state state-held">${words.group.incomplete}</span></p>`}<div class="entry-actions"><a class="btn btn-sm btn-outline-primary" href="${localized(locale, `${path}/entries/${index}`)}" aria-label="${words.group.changeNamed(name)}">${words.group.change}</a> ${form(
          reply,
          {
            action: `${path}/entries/${index}/removal`,
            class: 'inline-form',
            content: html`${hidden('seen', String(entries.length))}<button type="submit" class="btn btn-sm btn-outline-primary" aria-label="${words.group.removeNamed(name)}">${words.group.remove}</button>`,
          },
        )}</div></li>`;
      },
    )}</ul>
${
  full
    ? html`<p class="detail">${words.group.full(repeats.most)}</p>`
    : form(reply, {
        action: `${path}/entries`,
        content: html`${hidden('seen', String(entries.length))}<button type="submit" class="btn ${entries.length < repeats.least ? 'btn-primary' : 'btn-outline-primary'}">${repeats.add[locale]}</button>`,
      })
}
${form(reply, { action: path, content: html`<button type="submit" class="btn ${entries.length < repeats.least ? 'btn-outline-primary' : 'btn-primary'}">${words.page.next}</button>` })}
${problem !== undefined && html`<p><a href="${localized(locale, stepAfter(view, path))}">${words.page.skip}</a></p>`}
<p><a href="${localized(locale, stepBefore(view, path))}">${words.page.back}</a></p><p class="source">${keptUntil(request, view)}</p>`,
  });
}
