import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { formatShortDay } from '#kernel/moment.ts';
import { findMunicipality } from '#modules/offices/public.ts';
import type { ShownSection } from '../domain/file-content.ts';
import type { FormQuestion } from '../domain/form.ts';
import { type TownNames, answerText as written } from '../letters/answer-text.ts';

/** The names of the municipalities that a file speaks of. */
export async function municipalitiesIn(content: readonly ShownSection[], locale: Locale): Promise<TownNames> {
  const codes = content.flatMap(({ entries }) =>
    entries.flatMap(({ answers }) =>
      answers.flatMap(({ question, answer }) => (question.kind === 'municipality' ? [answer] : [])),
    ),
  );
  const found = await Promise.all(
    [...new Set(codes)].map(async (code) => [code, await findMunicipality(code)] as const),
  );
  return new Map(
    found.flatMap(([code, office]) =>
      office === undefined
        ? []
        : [[code, `${office.municipality.name[locale]} (${office.municipality.province})`] as const],
    ),
  );
}

/** A day as people write it; what is no day stays as it was typed. */
export function dayText(raw: string, locale: Locale): string {
  return parseCivilDate(raw).ok ? formatShortDay(raw as CivilDate, locale) : raw;
}

/** An answer as pages show it: days short, States, municipalities and choices by their names. */
export function answerText(
  question: Pick<FormQuestion, 'kind' | 'choices'>,
  answer: string,
  locale: Locale,
  towns: TownNames = new Map(),
): string {
  return written(question, answer, { locale, towns, day: formatShortDay });
}
