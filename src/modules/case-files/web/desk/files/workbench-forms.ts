import type { FastifyReply, FastifyRequest } from 'fastify';
import { uploadField } from '#modules/documents/public.ts';
import { selectField, textArea } from '#platform/web/form/fields.ts';
import { form } from '#platform/web/form/form.ts';
import { officialOf } from '#platform/web/guards.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { mayAdminister } from '#platform/web/who.ts';
import { webWords } from '#platform/web/words/words.ts';
import { longestText } from '../../../domain/case-file.ts';
import type { CaseFileEvent } from '../../../domain/case-file-lifecycle.ts';
import type { ChecklistLine } from '../../../domain/checklist.ts';
import { skipReasons } from '../../../domain/skip-reason.ts';
import { otherReason } from '../../../use-cases/decide-file.ts';
import { worksAt } from '../../../use-cases/file-work.ts';
import { filesDeskWords } from '../../words/files-desk.ts';
import { documentIndications } from './file-data.ts';
import { filesPath } from './paths.ts';
import { reasonsIn, tickField, type Workbench } from './workbench.ts';

const pathOf = ({ locale }: FastifyRequest, { office, view }: Workbench, noun: string) =>
  localized(locale, `${filesPath(office.id)}/${view.file.id}/${noun}`);

/** The checklist: what the rules found, what the official ticks, and what becomes an indication. */
export function checklistPart(request: FastifyRequest, bench: Workbench, works: boolean): Html {
  const words = filesDeskWords[request.locale];
  return html`<section aria-labelledby="checks-title" id="checks" tabindex="-1"><h2 id="checks-title">${words.checklist}</h2><p class="field-hint">${words.checklistHint}</p><ul class="findings">${bench.checklist.map((line) => check(request, bench, line, works))}</ul>${
    works &&
    html`<button type="submit" class="btn btn-outline-primary" accesskey="s" formaction="${pathOf(request, bench, 'checks')}">${words.actions.checks}</button>${documentIndications(request, bench)}`
  }</section>`;
}

function check(request: FastifyRequest, bench: Workbench, line: ChecklistLine, works: boolean): Html {
  const { locale } = request;
  const words = filesDeskWords[locale];
  const { check: rule, found, counts } = line;
  const name = tickField(rule.id);
  const given = bench.writing.typed[name] ?? line.tick?.verdict;
  const fixed = found === 'fails' && rule.weight === 'stops';
  const box = (verdict: 'holds' | 'fails') =>
    html`<div class="choice"><input type="radio" id="${name}-${verdict}" name="${name}" value="${verdict}"${given === verdict && html` checked`}><label for="${name}-${verdict}">${words[verdict]}</label></div>`;
  const ticks = html`<fieldset class="ticks"><legend class="visually-hidden">${rule.title[locale]}</legend>${box('holds')}${box('fails')}</fieldset>`;
  return html`<li class="finding finding-${counts}"><p><span class="finding-mark">${words.found[counts]}</span> <strong>${rule.title[locale]}</strong>${rule.law !== undefined && html` <span class="detail">${rule.law}</span>`}</p>${
    found !== 'to_be_seen' && html`<p class="detail">${words.byRule}: ${words.found[found]}</p>`
  }${counts === 'fails' && html`<p class="field-problem">${rule.problem[locale]}</p>`}${
    works && fixed && html`<p class="detail">${words.stops}</p>`
  }${works && !fixed && (found === 'holds' && given === undefined ? html`<details class="disagree"><summary>${words.disagree}<span class="visually-hidden">: ${rule.title[locale]}</span></summary>${ticks}</details>` : ticks)}${
    works &&
    counts !== 'holds' &&
    rule.about[0] !== undefined &&
    html`<button type="submit" class="btn btn-sm btn-link" formaction="${pathOf(request, bench, 'reply-texts')}" name="insert" value="check:${rule.id}">${words.useProblem}<span class="visually-hidden">: ${rule.title[locale]}</span></button>`
  }</li>`;
}

/** One text, and a press for each decision that the state allows; what is typed stays whatever is pressed. */
export function decisionPart(request: FastifyRequest, bench: Workbench, works: boolean): Html | false {
  const { locale } = request;
  const words = filesDeskWords[locale];
  const { view, writing, replies, office } = bench;
  const { file, procedure } = view;
  const official = officialOf(request);
  const allows = (event: CaseFileEvent) => procedure.lifecycle.allows(file.state, event);
  const here = worksAt(official, office.id);
  const moves =
    (file.takenBy === official.officialId || mayAdminister(official, office.id)) && allows('hand_over');
  if (!(here && (allows('write') || allows('note'))) && !moves) return false;
  const press = (noun: string, label: string, style: string, key?: string) =>
    html`<button type="submit" class="btn ${style}" formaction="${pathOf(request, bench, noun)}"${key !== undefined && html` accesskey="${key}"`}>${label}</button>`;
  return html`<section aria-labelledby="decide-title" id="decide"><h2 id="decide-title">${words.decide}</h2>${
    here &&
    html`${
      replies.length > 0 &&
      html`<div class="insert-reply">${selectField({
        name: 'saved',
        label: words.saved,
        empty: words.savedNone,
        value: '',
        choices: replies.map(({ id, title }) => ({ value: id, label: title })),
      })}${press('reply-texts', words.insert, 'btn-sm btn-outline-primary')}</div>`
    }${textArea({
      name: 'text',
      label: words.text,
      hint: words.textHint,
      rows: 5,
      maxlength: longestText,
      value: writing.typed['text'],
      problem: writing.problem,
    })}${uploadField(request, {
      label: words.attachments,
      optional: webWords[locale].optional,
      drafts: writing.drafts,
      problems: writing.uploadProblems,
    })}`
  }<div class="actions">${
    works &&
    html`${allows('send_to_municipality') && press('municipality-transfers', words.actions.send, 'btn-primary', 'v')}${allows('define') && press('acceptance', words.actions.accept, 'btn-primary', 'v')}${allows('fail_verification') && press('corrections', words.actions.correct, 'btn-primary', 'c')}`
  }${here && allows('write') && press('messages', words.actions.write, 'btn-outline-primary')}${here && allows('note') && press('notes', words.actions.note, 'btn-outline-primary')}${here && allows('write_between_offices') && press('office-messages', words.actions.writeToMunicipality, 'btn-outline-primary')}${works && allows('put_back') && press('return', words.actions.putBack, 'btn-outline-primary')}</div>${works && allows('reject') && rejection(request, bench)}${moves && handOverPart(request, bench)}</section>`;
}

function rejection(request: FastifyRequest, bench: Workbench): Html {
  const { locale } = request;
  const words = filesDeskWords[locale];
  const chosen = new Set(reasonsIn(bench.writing.typed));
  const reasons = [
    ...bench.view.procedure.form.reasonsToReject.map(({ id, text }) => ({ id, text: text[locale] })),
    { id: otherReason, text: words.otherReason },
  ];
  return html`<details class="rejection"${chosen.size > 0 && html` open`}><summary>${words.actions.reject}</summary><fieldset class="field-group"><legend class="field-label">${words.rejectReasons}</legend>${reasons.map(
    ({ id, text }) =>
      html`<div class="choice"><input type="checkbox" id="reason-${id}" name="reasons" value="${id}"${chosen.has(id) && html` checked`}><label for="reason-${id}">${text}</label></div>`,
  )}</fieldset><div class="actions"><button type="submit" class="btn btn-outline-primary" formaction="${pathOf(request, bench, 'reply-texts')}" name="insert" value="reject">${words.insert}</button><button type="submit" class="btn btn-danger" formaction="${pathOf(request, bench, 'rejection')}">${words.actions.reject}</button></div></details>`;
}

function handOverPart(request: FastifyRequest, bench: Workbench): Html {
  const { locale } = request;
  const words = filesDeskWords[locale];
  const { clerks, view, writing } = bench;
  const others = clerks.filter(({ id, away }) => id !== view.file.takenBy && away === undefined);
  return html`<div class="insert-reply">${selectField({
    name: 'to',
    label: words.handOverTo,
    empty: words.chooseColleague,
    value: writing.typed['to'] ?? '',
    choices: others.map(({ id, name }) => ({ value: id, label: name })),
  })}<button type="submit" class="btn btn-outline-primary" formaction="${pathOf(request, bench, 'hand-overs')}">${words.actions.handOver}</button></div>`;
}

/** Taking a file before those that came earlier, which needs a reason. */
export function takePart(request: FastifyRequest, reply: FastifyReply, bench: Workbench): Html | false {
  const { locale } = request;
  const words = filesDeskWords[locale];
  const { view, office, writing } = bench;
  if (!view.procedure.lifecycle.allows(view.file.state, 'take') || !worksAt(officialOf(request), office.id))
    return false;
  return html`<section aria-labelledby="take-title"><h2 id="take-title">${words.skipTitle}</h2>${form(reply, {
    action: `${filesPath(office.id)}/${view.file.id}/charge`,
    content: html`<input type="hidden" name="version" value="${view.file.version}"><p>${words.skipHint}</p>${selectField(
      {
        name: 'reason',
        label: words.skipReason,
        empty: '',
        value: writing.typed['reason'] ?? '',
        choices: skipReasons.map((reason) => ({ value: reason, label: words.skipReasons[reason] })),
      },
    )}${textArea({ name: 'skip_text', label: words.skipText, rows: 2, maxlength: longestText, value: writing.typed['skip_text'] })}<button type="submit" class="btn btn-primary">${words.actions.take}</button>`,
  })}</section>`;
}
