import { nameOfficials } from '#modules/identity/public.ts';
import { enqueueMessages } from '#modules/notifications/public.ts';
import { findMunicipalOffice, type MunicipalOffice } from '#modules/offices/public.ts';
import type { Tx } from '#platform/database/database.ts';
import { record, system } from '#platform/event-log/record.ts';
import type { CaseFile } from '../domain/case-file.ts';
import { type MunicipalStage, nextReminderAt, remindedBy } from '../domain/municipal-stage.ts';
import type { Reminder } from '../domain/procedure.ts';
import { daysBetween } from '../domain/terms.ts';
import {
  differsLetter,
  type Recipient,
  remindedLetter,
  reminderLetter,
} from '../letters/municipal-reminder.ts';
import { findCaseFile } from '../store/case-files.ts';
import { findStage, listStagesToRemind, saveStage } from '../store/municipal-stages.ts';
import { advance } from './advance.ts';
import { asCaseFiles, type CaseFileDeps } from './case-file-deps.ts';
import { municipalPartOf } from './municipal-stage.ts';
import { acceptShown, findShown } from './shown-by-registry.ts';

const atOnce = 100;
const actor = system('municipal-reminders');

/**
 * Reminds the municipalities that have had a file for so many days, tells the officials of the consulates, and asks those
 * who confirmed what the registry does not show. Each reminder is one line of history, however often this runs. Answers
 * how many files were looked at.
 */
export async function remindMunicipalities(deps: CaseFileDeps): Promise<number> {
  const due = await deps.db.transaction(asCaseFiles, (tx) => listStagesToRemind(tx, deps.now(), atOnce));
  for (const { officeId, caseFileId } of due) await remind(deps, officeId, caseFileId);
  return due.length;
}

async function remind(deps: CaseFileDeps, officeId: string, id: string): Promise<void> {
  const at = deps.now();
  await deps.db.transaction(asCaseFiles, async (tx) => {
    const file = await findCaseFile(tx, officeId, id, { forChange: true });
    const stage = file && (await findStage(tx, file, { forChange: true }));
    const isDue = stage?.nextReminderAt && Temporal.Instant.compare(stage.nextReminderAt, at) <= 0;
    if (file === undefined || stage === undefined || !isDue) return;
    const municipality = await findMunicipalOffice(stage.municipalityId);
    if (municipality === undefined) throw new Error(`No municipality ${stage.municipalityId}`);
    // Changes are followed as they come; one that came before the file was sent is found here at the latest.
    const shown = await findShown(tx, deps, file, stage);
    if (shown !== undefined) await acceptShown(tx, deps, { file, stage }, shown);
    else if (stage.decision === null) await remindOfFile(tx, deps, { file, stage, municipality, at });
    else await remindOfRecord(tx, deps, { file, stage, municipality, at });
  });
}

interface Due {
  readonly file: CaseFile;
  readonly stage: MunicipalStage;
  readonly municipality: MunicipalOffice;
  readonly at: Temporal.Instant;
}

/** A file on which the municipality has not decided. */
async function remindOfFile(
  tx: Tx,
  deps: CaseFileDeps,
  { file, stage, municipality, at }: Due,
): Promise<void> {
  const { reminders } = municipalPartOf(deps, file);
  const days = reminders.map((each) => each.afterDays);
  const reminded = remindedBy(days, stage.sentAt, at);
  const step = reminders[reminded - 1];
  const next = deps.procedures.of(file.procedure).lifecycle.next(file.state, 'remind_municipality');
  if (step === undefined || !next.ok) {
    await saveStage(tx, { ...stage, nextReminderAt: null });
    return;
  }
  await saveStage(tx, { ...stage, reminded, nextReminderAt: nextReminderAt(days, stage.sentAt, reminded) });
  const waited = daysBetween(stage.sentAt, at);
  await advance(tx, deps, file, {
    event: 'remind_municipality',
    next: next.value,
    actor,
    at,
    facts: { number: reminded, days: waited, municipality: stage.municipalityId },
  });
  const about = { file, municipality, days: waited };
  await enqueueMessages(tx, at, [
    ...(await toMunicipality(tx, stage, municipality, step)).map((recipient) =>
      reminderLetter(deps, about, recipient, recipient, reminded),
    ),
    ...(step.tellsConsulate
      ? (await officialOf(tx, file.takenBy)).map((recipient) => remindedLetter(deps, about, recipient))
      : []),
  ]);
}

/** The desk of the municipality, by certified mail too where that is due, and whoever has the file in hand there. */
async function toMunicipality(
  tx: Tx,
  { officerId }: MunicipalStage,
  { email, pec }: MunicipalOffice,
  { channel }: Reminder,
): Promise<(Recipient & Pick<Reminder, 'channel'>)[]> {
  const officer = (await officialOf(tx, officerId)).map((each) => ({ ...each, channel: 'mail' as const }));
  const certified = channel === 'pec' ? [{ to: pec, locale: 'it' as const, channel }] : [];
  return [{ to: email, locale: 'it', channel: 'mail' }, ...certified, ...officer];
}

async function officialOf(tx: Tx, id: string | null): Promise<Recipient[]> {
  const official = id === null ? undefined : (await nameOfficials(tx, [id])).get(id);
  return official?.active ? [{ to: official.email, locale: official.locale }] : [];
}

/** A file that was confirmed, and whose person’s record is still as it was. */
async function remindOfRecord(
  tx: Tx,
  deps: CaseFileDeps,
  { file, stage, municipality, at }: Due,
): Promise<void> {
  if (stage.decidedAt === null) return;
  const { recordChecks } = municipalPartOf(deps, file);
  const reminded = remindedBy(recordChecks, stage.decidedAt, at);
  await saveStage(tx, {
    ...stage,
    reminded,
    nextReminderAt: nextReminderAt(recordChecks, stage.decidedAt, reminded),
  });
  const days = daysBetween(stage.decidedAt, at);
  await record(tx, {
    type: 'case-file.registry-differs',
    subject: { kind: 'case-file', id: file.id },
    actor,
    at,
    officeId: file.officeId,
    ...(file.accountId === null ? {} : { accountId: file.accountId }),
    facts: { number: reminded, days, municipality: stage.municipalityId },
  });
  const officer = await officialOf(tx, stage.officerId);
  const recipients = officer.length > 0 ? officer : [{ to: municipality.email, locale: 'it' as const }];
  await enqueueMessages(
    tx,
    at,
    recipients.map((each) => differsLetter(deps, { file, municipality, days }, each)),
  );
}
