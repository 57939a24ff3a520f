import type { Locale } from '#kernel/locale.ts';
import { knownDay } from '../reasoning/step.ts';
import type { SeenStep } from '../reasoning/verdict.ts';
import { ruleBook } from '../rules/rule-book.ts';
import { capitalised, fill, sayCountry, sayWhen } from '../words/say.ts';

/** A step as people and officers read it. */
export interface ToldStep {
  readonly rule: string;
  readonly holds: boolean | null;
  readonly because: string;
  readonly citation: string;
  readonly person: string;
  /** Set where an officer decided against the reasoning; `because` is then the officer's reason. */
  readonly overruled?: true;
}

export function tellStep(
  step: SeenStep,
  { who, heading }: { who: (id: string) => string; heading: (id: string) => string },
  locale: Locale,
): ToldStep {
  const { citation } = ruleBook[step.rule];
  const told = { rule: step.rule, holds: step.holds, citation, person: step.person };
  if (step.overruling !== undefined) return { ...told, because: step.overruling.reason, overruled: true };
  return { ...told, because: `${capitalised(heading(step.person))}: ${sentenceOf(step, who, locale)}` };
}

function sentenceOf(step: SeenStep, who: (id: string) => string, locale: Locale): string {
  const rule = ruleBook[step.rule];
  const { detail } = step;
  if (step.holds === null) {
    const open = locale === 'it' ? 'dipende da un dato che manca' : 'depends on a fact that is missing';
    return `${open}. ${rule.says[locale]}`;
  }
  const chosen = (step.holds ? rule.whenItHolds : rule.whenItDoesNot)?.[locale];
  const lacksDay = chosen !== undefined && /\{day\}/.test(chosen) && detail?.day === undefined;
  if (chosen === undefined || lacksDay) return rule.says[locale];
  return fill(chosen, {
    day: () => sayWhen(knownDay(detail?.day), locale),
    until: () => sayWhen(knownDay(detail?.until), locale),
    other: () => (detail?.other === undefined ? '…' : who(detail.other)),
    country: () => (detail?.country === undefined ? '…' : sayCountry(detail.country, locale)),
  });
}
