import type { Tx } from '#platform/database/database.ts';
import type { CaseFile } from '../domain/case-file.ts';
import {
  type MunicipalStage,
  nextReminderAt,
  usualRecordChecks,
  usualReminders,
} from '../domain/municipal-stage.ts';
import type { Reminder } from '../domain/procedure.ts';
import { isFormProcedure } from '../domain/procedures.ts';
import { insertStage } from '../store/municipal-stages.ts';
import type { CaseFileDeps } from './case-file-deps.ts';

/** The table of reminders of a procedure, and on which days after a confirmation its registration is looked for. */
export function municipalPartOf(
  { procedures }: Pick<CaseFileDeps, 'procedures'>,
  { procedure }: Pick<CaseFile, 'procedure'>,
): {
  readonly reminders: readonly Reminder[];
  readonly recordChecks: readonly number[];
  readonly shownBy: readonly string[];
} {
  const definition = procedures.of(procedure);
  const part = isFormProcedure(definition) ? definition.atMunicipality : undefined;
  return {
    reminders: part?.reminders ?? usualReminders,
    recordChecks: part?.recordChecks ?? usualRecordChecks,
    shownBy: part?.shownBy ?? ['aire_registration', 'address_abroad'],
  };
}

/** What begins when a file is sent to a municipality: its part in it, with the first reminder. */
export async function openStage(
  tx: Tx,
  deps: CaseFileDeps,
  file: CaseFile,
  at: Temporal.Instant,
): Promise<void> {
  const { officeId, id, municipalityId } = file;
  if (municipalityId === null) throw new Error('A file is sent to a municipality that is not named');
  const days = municipalPartOf(deps, file).reminders.map((each) => each.afterDays);
  await insertStage(tx, {
    officeId,
    caseFileId: id,
    municipalityId,
    sentAt: at,
    nextReminderAt: nextReminderAt(days, at, 0),
  });
}

/** A part that is over: nobody is reminded of it any more, unless the registry has to show what was confirmed. */
export function decidedStage(
  stage: MunicipalStage,
  decision: Pick<MunicipalStage, 'decision' | 'decidedAt'> &
    Partial<
      Pick<MunicipalStage, 'registeredOn' | 'act' | 'reasons' | 'nextReminderAt' | 'shownAt' | 'reminded'>
    >,
): MunicipalStage {
  return { ...stage, nextReminderAt: null, ...decision };
}
