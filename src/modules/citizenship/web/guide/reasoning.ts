import type { Locale } from '#kernel/locale.ts';
import { type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import type { Assessment } from '../../domain/answer/assessment.ts';
import { guideWords } from '../words/words.ts';

type Step = Assessment['steps'][number];

/** The reasoning: first the steps that decide, the others folded away. */
export function reasoning({ steps, decisive_rules: decisive, verdict }: Assessment, locale: Locale): Html {
  const words = guideWords[locale].result;
  const isSettled = verdict !== 'needs_information';
  const named = decisive.flatMap((rule) => steps.filter((step) => step.rule === rule));
  // A condition that may hold or not, where the answer is settled, decides nothing: either way it is the same.
  const deciding = isSettled ? named.filter((step) => step.holds !== null) : named;
  const others = steps.filter((step) => !deciding.includes(step));
  const eitherWay = deciding.length < named.length;
  return html`<p>${words.stepsLead}</p>${list(deciding, locale)}${eitherWay && html`<p>${words.eitherWay}</p>`}${
    others.length > 0 &&
    html`<details><summary>${words.allSteps(others.length)}</summary>${list(others, locale)}</details>`
  }`;
}

function list(steps: readonly Step[], locale: Locale): Html | false {
  return steps.length > 0 && html`<ol class="reasoning">${steps.map((step) => stepLine(step, locale))}</ol>`;
}

function stepLine(step: Step, locale: Locale): Html {
  const words = guideWords[locale].result;
  const [mark, name] =
    step.holds === true
      ? [words.holds, 'holds']
      : step.holds === false
        ? [words.fails, 'fails']
        : [words.open, 'open'];
  return html`<li><span class="step step-${name}">${mark}</span> ${step.because} <span class="source">${step.citation}, <a href="${localized(locale, `/citizenship/rules#${step.rule}`)}">${step.rule}</a></span></li>`;
}
