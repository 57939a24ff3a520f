import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Locale } from '#kernel/locale.ts';
import { type Html, html } from '#platform/web/html.ts';
import { examplesOf } from '../domain/examples/worked-examples.ts';
import { toDay } from '../domain/reasoning/day.ts';
import type { Rule } from '../domain/rules/rule.ts';
import { type RuleId, ruleBook, ruleIds, rulesVersion } from '../domain/rules/rule-book.ts';
import { sayDay } from '../domain/words/say.ts';
import { guideWords, toolWords } from './words/words.ts';

type Group = keyof (typeof toolWords)['it']['rules']['groups'];

const groupOf = (rule: RuleId) => rule.slice(0, rule.indexOf('-')) as Group;
const made = new Map<Locale, Html>();

/** The rule book itself, from the code that applies it (CZ-8): every rule can be linked to by its name. */
export function ruleBookPage(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { locale } = request;
  const words = toolWords[locale].rules;
  const main = made.get(locale) ?? ruleBookIn(locale);
  made.set(locale, main);
  return reply.page({
    title: words.title,
    description: words.lead,
    section: 'citizenship',
    breadcrumb: [{ label: guideWords[locale].landing.title, path: '/citizenship' }, { label: words.title }],
    main,
  });
}

function ruleBookIn(locale: Locale): Html {
  const words = toolWords[locale].rules;
  const groups = [...new Set(ruleIds.map(groupOf))];
  return html`<h1>${words.title}</h1><p class="lead">${words.lead}</p><p>${words.version(rulesVersion)} ${words.api} <a href="/api/v1/citizenship/rules?locale=${locale}">/api/v1/citizenship/rules</a></p>
<div class="with-index"><nav class="page-index" aria-label="${words.index}"><p>${words.index}</p><ul>${groups.map(
    (group) => html`<li><a href="#group-${group}">${words.groups[group]}</a></li>`,
  )}</ul></nav><div>${groups.map(
    (group) =>
      html`<section aria-labelledby="group-${group}"><h2 id="group-${group}">${words.groups[group]}</h2>${ruleIds
        .filter((rule) => groupOf(rule) === group)
        .map((rule) => entry(rule, locale))}</section>`,
  )}</div></div>`;
}

function entry(id: RuleId, locale: Locale): Html {
  const words = toolWords[locale].rules;
  const rule = ruleBook[id];
  const examples = examplesOf(id, locale);
  const { verdictWords, routes } = guideWords[locale];
  return html`<article class="rule" id="${id}" aria-labelledby="${id}-name"><h3 id="${id}-name">${id}</h3><p>${rule.says[locale]}</p>
<dl class="summary"><div><dt>${words.source}</dt><dd>${rule.citation}</dd></div><div><dt>${words.validity}</dt><dd>${validity(rule, locale)}</dd></div></dl>
${
  rule.principle === true
    ? html`<p class="detail">${words.principle}</p>`
    : examples.length === 0
      ? html`<p class="detail">${words.noExamples}</p>`
      : html`<details><summary>${words.examples(examples.length)}<span class="visually-hidden">: ${id}</span></summary><ul class="card-list">${examples.map(
          (each) =>
            html`<li class="card-line"><p><strong>${each.id}</strong>, ${routes[each.route as keyof typeof routes]}: ${verdictWords[each.verdict]}</p><p>${each.reason}</p></li>`,
        )}</ul></details>`
}</article>`;
}

function validity({ from, until }: Rule, locale: Locale): string {
  const words = toolWords[locale].rules;
  const say = (day: string) => sayDay(toDay(day), locale);
  if (from !== undefined && until !== undefined) return words.between(say(from), say(until));
  if (from !== undefined) return words.from(say(from));
  return until === undefined ? words.always : words.until(say(until));
}
