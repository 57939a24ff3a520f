import type { Locale } from '#kernel/locale.ts';
import type { CorrectableDatum } from '#modules/identity/public.ts';
import { findService } from '#modules/services/public.ts';
import type { CaseFile } from '../domain/case-file.ts';
import { answerTo } from '../domain/form-answers.ts';
import type { Procedure } from '../domain/procedure.ts';
import { isFormProcedure, type ProcedureId, procedureOf } from '../domain/procedures.ts';
import { caseFileLetterWords } from './words/words.ts';

/** What a file is about, in a few words: in letters and on pages the same. */
export function titleOf(
  procedure: Procedure,
  { serviceId, answers }: Pick<CaseFile, 'serviceId'> & { answers?: CaseFile['answers'] },
  locale: Locale,
): string {
  if (isFormProcedure(procedure)) return procedure.form.title[locale];
  const plain = procedureOf(procedure.id as ProcedureId);
  const words = caseFileLetterWords[locale];
  const service = serviceId === null ? undefined : findService(serviceId);
  const datum = (answers === undefined ? '' : answerTo(answers, 'datum')) as CorrectableDatum | '';
  const detail = service?.title[locale] ?? (datum === '' ? undefined : words.data[datum]);
  return detail === undefined ? words.titles[plain.id] : words.about(words.titles[plain.id], detail);
}
