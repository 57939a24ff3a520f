import type { FastifyRequest } from 'fastify';
import { type Html, html } from '#platform/web/html.ts';
import { targetName } from '../../../domain/file-content.ts';
import { momentAt } from '../../pieces.ts';
import { filesDeskWords } from '../../words/files-desk.ts';
import { caseFileWords } from '../../words/words.ts';
import type { Workbench } from './workbench.ts';

/** Steps that change a file; readings and ticks do not. */
const isStep = (type: string) => type !== 'case-file.read' && type !== 'case-file.checked';

/** What others did since the page was opened: as many steps as the version has moved. */
export function whatHappened({ locale }: FastifyRequest, { view, changes }: Workbench): Html | false {
  if (changes === undefined) return false;
  const words = filesDeskWords[locale];
  const steps = view.timeline.filter(({ type }) => isStep(type)).slice(-changes);
  return html`<div class="notice notice-warning"><p>${words.changes(steps.length)}</p><ul>${steps.map(
    (step) =>
      html`<li>${caseFileWords[locale].events[step.type] ?? step.type} <span class="detail">${momentAt(step.at, view.file, locale)}</span></li>`,
  )}</ul></div>`;
}

/** Everything that keeps a file from going on, each in words. */
export function obstaclesNotice({ locale }: FastifyRequest, { view, obstacles }: Workbench): Html | false {
  if (obstacles === undefined) return false;
  const words = filesDeskWords[locale];
  const check = (id: string) =>
    view.procedure.form.checks.find((each) => each.id === id)?.title[locale] ?? id;
  const asked = view.documents.map((each) => each.asked);
  const place = (kind: 'question' | 'document', path: string) =>
    targetName(view.content, asked, { kind, path })?.name[locale] ?? path;
  const lines = [
    ...obstacles.problems.map((path) => words.obstacles.problem(place('question', path))),
    ...obstacles.missingDocuments.map((path) => words.obstacles.missing(place('document', path))),
    ...obstacles.failed.map((id) => words.obstacles.failed(check(id))),
    ...obstacles.unticked.map((id) => words.obstacles.unticked(check(id))),
  ];
  return html`<div class="notice notice-warning" role="alert"><p>${words.refusals.not_complete}</p><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></div>`;
}
