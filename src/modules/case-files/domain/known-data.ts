import type { FormAnswers, KnownDatum, ProcedureForm } from './form.ts';

/** What the portal knows of the person who begins a form. */
export type KnownData = Readonly<Partial<Record<KnownDatum, string>>>;

/** The answers that the portal can give itself; the person sees them and can change them. */
export function prefilled({ sections }: Pick<ProcedureForm, 'sections'>, known: KnownData): FormAnswers {
  return Object.fromEntries(
    sections
      .filter(({ repeats }) => repeats === undefined)
      .flatMap(({ questions }) => questions)
      .flatMap(({ name, known: datum }) => {
        const answer = datum === undefined ? undefined : known[datum];
        return answer === undefined || answer === '' ? [] : [[name, answer]];
      }),
  );
}
