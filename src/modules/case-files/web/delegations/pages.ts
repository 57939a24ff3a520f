import type { FastifyReply, FastifyRequest } from 'fastify';
import { civilDate, dayAt } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { formatMoment, formatShortDay } from '#kernel/moment.ts';
import { type Deed, lastDayOf, longestDelegation, type ShownDelegation } from '#modules/identity/public.ts';
import { problemSummary, selectField, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import type { Typed } from '#platform/web/form/read-form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import type { Delegable } from '../../use-cases/entrust.ts';
import { notice } from '../pieces.ts';
import { delegationWords } from '../words/delegations.ts';
import { caseFileWords } from '../words/words.ts';

const zone = 'Europe/Rome';
const shortDay = (delegation: ShownDelegation, locale: Locale) =>
  formatShortDay(civilDate(lastDayOf(delegation)), locale);

function lines(locale: Locale, all: readonly ShownDelegation[]): Html {
  const words = delegationWords[locale];
  return html`<ul class="card-list">${all.map((each) => {
    const with_ =
      each.side === 'owner'
        ? words.toDelegate(each.delegateName ?? words.nobody)
        : words.fromOwner(each.ownerName);
    return html`<li class="card-line"><h3><a href="${localized(locale, `/account/delegations/${each.id}`)}">${each.title[locale]}</a></h3><p>${with_}, ${words.until(shortDay(each, locale))}</p><p><span class="state">${words.states[each.state]}</span></p></li>`;
  })}</ul>`;
}

/** The delegations of a person: what waits for an answer first. */
export function delegationsPage(
  request: FastifyRequest,
  reply: FastifyReply,
  {
    given,
    received,
    done,
  }: {
    given: readonly ShownDelegation[];
    received: readonly ShownDelegation[];
    done: string | undefined;
  },
): FastifyReply {
  const { locale } = request;
  const words = delegationWords[locale];
  return reply.page({
    title: words.title,
    section: 'account',
    breadcrumb: [{ label: words.title }],
    main: html`${notice(done)}<h1>${words.title}</h1><p class="lead">${words.lead}</p><p>${words.never}</p>
<p><a class="btn btn-primary" href="${localized(locale, '/account/delegations/new')}">${words.offer}</a></p>
<h2>${words.received}</h2>${received.length === 0 ? html`<p>${words.noneReceived}</p>` : lines(locale, received)}
<h2>${words.given}</h2>${given.length === 0 ? html`<p>${words.noneGiven}</p>` : lines(locale, given)}`,
  });
}

export const choiceOf = ({ what }: Pick<Delegable, 'what'>): string =>
  what.kind === 'procedure' ? `procedure:${what.procedure}` : `file:${what.caseFileId}`;

/** The form of an offer. */
export function offerPage(
  request: FastifyRequest,
  reply: FastifyReply,
  {
    delegable,
    today,
    typed,
    key,
    problems,
  }: {
    delegable: readonly Delegable[];
    today: Temporal.PlainDate;
    typed: Typed;
    key: string;
    problems: Readonly<Record<string, string>>;
  },
): FastifyReply {
  const { locale } = request;
  const words = delegationWords[locale];
  const listed = Object.entries(problems).map(([name, text]) => ({ name, text }));
  return reply.page({
    title: words.form.title,
    section: 'account',
    status: listed.length > 0 ? 422 : 200,
    hasProblems: listed.length > 0,
    breadcrumb: [{ label: words.title, path: '/account/delegations' }, { label: words.form.title }],
    main: html`${problemSummary(webWords[locale].problems.summaryTitle, listed)}<h1>${words.form.title}</h1><p class="lead">${words.form.lead}</p><p>${words.never}</p>
${form(reply, {
  action: '/account/delegations',
  key,
  content: html`${selectField({
    name: 'what',
    label: words.form.what,
    empty: words.form.choose,
    value: typed['what'],
    problem: problems['what'],
    choices: delegable.map((each) => ({
      value: choiceOf(each),
      label:
        each.protocol === null
          ? words.form.procedure(each.title[locale])
          : words.form.file(each.title[locale], each.protocol),
    })),
  })}${textField({
    name: 'email',
    label: words.form.email,
    hint: words.form.emailHint,
    type: 'email',
    value: typed['email'],
    problem: problems['email'],
    maxlength: 254,
  })}${textField({
    name: 'last_day',
    label: words.form.lastDay,
    hint: words.form.lastDayHint,
    type: 'date',
    value: typed['last_day'],
    problem: problems['last_day'],
    min: today.toString(),
    max: today.add(longestDelegation).toString(),
    width: 'medium',
  })}${submitButton(words.form.submit)}`,
})}`,
  });
}

/** One delegation: who, what, until when, what was done under it, and what the reader can do. */
export function delegationPage(
  request: FastifyRequest,
  reply: FastifyReply,
  {
    delegation,
    deeds,
    done,
    warning,
  }: {
    delegation: ShownDelegation;
    deeds: readonly Deed[];
    done: string | undefined;
    warning: string | undefined;
  },
): FastifyReply {
  const { locale } = request;
  const words = delegationWords[locale];
  const day = (at: Temporal.Instant | null) => at && formatShortDay(dayAt(at, zone), locale);
  const facts: [string, string | null][] = [
    [words.facts.what, delegation.title[locale]],
    [words.facts.from, delegation.ownerName],
    [words.facts.to, delegation.delegateName ?? words.nobody],
    [words.facts.state, words.states[delegation.state]],
    [words.facts.lastDay, shortDay(delegation, locale)],
    [words.facts.offeredOn, day(delegation.offeredAt)],
    [words.facts.acceptedOn, day(delegation.acceptedAt)],
    [words.facts.endedOn, day(delegation.endedAt)],
  ];
  return reply.page({
    title: delegation.title[locale],
    section: 'account',
    status: warning === undefined ? 200 : 409,
    hasProblems: warning !== undefined,
    breadcrumb: [{ label: words.title, path: '/account/delegations' }, { label: delegation.title[locale] }],
    main: html`${notice(done)}${notice(warning, 'warning')}<h1>${delegation.title[locale]}</h1>
<dl class="summary">${facts.map(([label, value]) => value !== null && html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
${steps(reply, delegation)}
<h2>${words.deeds}</h2>${deeds.length === 0 ? html`<p>${words.noDeeds}</p>` : deedList(locale, delegation, deeds)}`,
  });
}

function steps(reply: FastifyReply, delegation: ShownDelegation): Html {
  const { locale } = reply.request;
  const words = delegationWords[locale];
  const at = `/account/delegations/${delegation.id}`;
  const isDelegate = delegation.side === 'delegate';
  return html`${
    delegation.mayAnswer &&
    html`<p>${words.acceptText}</p>${form(reply, { action: `${at}/acceptance`, class: 'inline-form', content: submitButton(words.accept) })}${form(reply, { action: `${at}/refusal`, class: 'inline-form', content: submitButton(words.decline, 'secondary') })}`
  }${
    isDelegate &&
    delegation.state === 'accepted' &&
    delegation.what.kind === 'procedure' &&
    form(reply, {
      action: `${at}/drafts`,
      class: 'inline-form',
      content: submitButton(words.begin(delegation.ownerName)),
    })
  }${
    delegation.mayRevoke &&
    html`<p>${words.revokeText}</p>${form(reply, { action: `${at}/revocation`, class: 'inline-form', content: submitButton(isDelegate ? words.giveUp : words.revoke, 'danger') })}`
  }`;
}

function deedList(locale: Locale, delegation: ShownDelegation, deeds: readonly Deed[]): Html {
  const words = delegationWords[locale];
  const mayOpen = delegation.side === 'owner' || delegation.state === 'accepted';
  return html`<ol class="timeline-list">${deeds.map(({ type, at, subjectKind, subjectId }) => {
    const said = words.draftDeeds[type] ?? caseFileWords[locale].events[type] ?? type;
    const isFile = mayOpen && subjectKind === 'case-file';
    return html`<li>${isFile ? html`<a href="${localized(locale, `/files/${subjectId}`)}">${said}</a>` : said} <span class="detail">${formatMoment(at, zone, locale)}</span></li>`;
  })}</ol>`;
}
