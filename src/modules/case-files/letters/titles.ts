import type { Locale } from '#kernel/locale.ts';
import type { CorrectableDatum } from '#modules/identity/public.ts';
import { findService } from '#modules/services/public.ts';
import type { CaseFile } from '../domain/case-file.ts';
import { caseFileLetterWords } from './words/words.ts';

/** What a file is about, in a few words: in letters and on pages the same. */
export function titleOf(
  {
    procedure,
    serviceId,
    answers,
  }: Pick<CaseFile, 'procedure' | 'serviceId'> & { answers?: CaseFile['answers'] },
  locale: Locale,
): string {
  const words = caseFileLetterWords[locale];
  const service = serviceId === null ? undefined : findService(serviceId);
  const datum = answers?.['datum'] as CorrectableDatum | undefined;
  const detail = service?.title[locale] ?? (datum === undefined ? undefined : words.data[datum]);
  return detail === undefined ? words.titles[procedure] : words.about(words.titles[procedure], detail);
}
