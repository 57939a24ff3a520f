import type { Locale } from '#kernel/locale.ts';
import { findMunicipalOffice } from '#modules/offices/public.ts';
import { holderIn } from '../domain/case-file-lifecycle.ts';
import { daysBetween } from '../domain/terms.ts';
import type { FileView } from '../use-cases/see-file.ts';
import { officeName } from './pieces.ts';
import { municipalityWords } from './words/municipality.ts';

/** Who has to act now, by the name of the desk, and for how many days the file has lain there; nothing when it is over. */
export async function stepOwner(
  { file, turns }: Pick<FileView, 'file' | 'turns'>,
  now: Temporal.Instant,
  locale: Locale,
): Promise<string | undefined> {
  const words = municipalityWords[locale];
  const holder = holderIn(file.state);
  const from = turns.at(-1)?.from;
  if (holder === undefined || from === undefined) return undefined;
  const municipality =
    file.municipalityId === null ? undefined : await findMunicipalOffice(file.municipalityId);
  const desk = holder === 'municipality' ? municipality?.name[locale] : officeName(file.officeId, locale);
  const who = words.desks[holder](desk ?? '');
  const days = daysBetween(from, now);
  return days === 0 ? words.turnToday(who) : words.turn(who, days);
}
