import { type CivilDate, dayAt, parseCivilDate } from '#kernel/civil-date.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { KeyReused } from '#platform/idempotency/once.ts';
import { actorOf } from '#platform/web/who.ts';
import {
  confirmationProblems,
  isMunicipalReason,
  longestMunicipalText,
  type MunicipalReason,
  nextReminderAt,
} from '../domain/municipal-stage.ts';
import { refusalText } from '../letters/municipal-reasons.ts';
import { saveStage } from '../store/municipal-stages.ts';
import { advance } from './advance.ts';
import {
  type AtMunicipality,
  inHandOf,
  type MunicipalRefusal,
  type MunicipalWish,
  stepAtMunicipality,
} from './at-municipality.ts';
import type { CaseFileDeps } from './case-file-deps.ts';
import { decidedStage, municipalPartOf } from './municipal-stage.ts';

type Done = Outcome<{ readonly id: string }, MunicipalRefusal | KeyReused>;

const registryZone = 'Europe/Rome';

/** Takes a file in hand at the municipality: whoever has it before, has it no more, and the history says so. */
export async function takeAtMunicipality(
  deps: CaseFileDeps,
  by: AtMunicipality,
  wish: MunicipalWish,
): Promise<Done> {
  const event = 'take_at_municipality';
  return stepAtMunicipality(deps, by, wish, { event, wish: null }, async (tx, { file, stage, next, at }) => {
    const { officialId } = by.official;
    // Taken already by the same officer: nothing is left to do.
    if (stage.officerId === officialId) return granted({ id: file.id });
    await saveStage(tx, { ...stage, officerId: officialId, takenAt: at });
    await advance(tx, deps, file, { event, next, actor: actorOf(by.official), at });
    return granted({ id: file.id });
  });
}

/** Puts a file that one has in hand back to the new ones of the municipality. */
export async function putBackAtMunicipality(
  deps: CaseFileDeps,
  by: AtMunicipality,
  wish: MunicipalWish,
): Promise<Done> {
  const event = 'put_back_at_municipality';
  return stepAtMunicipality(deps, by, wish, { event, wish: null }, async (tx, { file, stage, next, at }) => {
    const notMine = inHandOf(stage, by);
    if (notMine !== undefined) return refused(notMine);
    await saveStage(tx, { ...stage, officerId: null, takenAt: null });
    await advance(tx, deps, file, { event, next, actor: actorOf(by.official), at });
    return granted({ id: file.id });
  });
}

/** The municipality has registered the person (conferma dell’iscrizione): only by this, or by the registry, a file is defined (CF-4). */
export async function confirmFile(
  deps: CaseFileDeps,
  by: AtMunicipality,
  { registeredOn, act, ...wish }: MunicipalWish & { readonly registeredOn: string; readonly act: string },
): Promise<Done> {
  const day = parseCivilDate(registeredOn.trim());
  const written = act.trim().slice(0, 100);
  const said = { registeredOn: day.ok ? day.value : undefined, act: written };
  const problems = confirmationProblems(said, dayAt(deps.now(), registryZone));
  if (Object.keys(problems).length > 0) return refused({ code: 'confirmation_incomplete', problems });
  const on = said.registeredOn as CivilDate;
  return stepAtMunicipality(
    deps,
    by,
    wish,
    { event: 'confirm', wish: { on, written } },
    async (tx, { file, stage, next, at }) => {
      const notMine = inHandOf(stage, by);
      if (notMine !== undefined) return refused(notMine);
      const { recordChecks } = municipalPartOf(deps, file);
      await saveStage(
        tx,
        decidedStage(stage, {
          decision: 'confirmed',
          decidedAt: at,
          registeredOn: on,
          act: written,
          reminded: 0,
          nextReminderAt: nextReminderAt(recordChecks, at, 0),
        }),
      );
      const actor = actorOf(by.official);
      await advance(tx, deps, file, { event: 'confirm', next, actor, at, registeredOn: on });
      return granted({ id: file.id });
    },
  );
}

/**
 * The municipality does not confirm (rifiuto motivato, L. 241/1990 art. 3): the file comes back to the official of the
 * consulate who had it, with the reasons, which the person reads, too.
 */
export async function refuseFile(
  deps: CaseFileDeps,
  by: AtMunicipality,
  { reasons, text, ...wish }: MunicipalWish & { readonly reasons: readonly string[]; readonly text: string },
): Promise<Done> {
  const known = [...new Set(reasons)].filter((each): each is MunicipalReason => isMunicipalReason(each));
  if (known.length === 0) return refused({ code: 'no_reasons' });
  const written = text.trim();
  if (written === '') return refused({ code: 'no_text' });
  if (written.length > longestMunicipalText) return refused({ code: 'text_too_long' });
  return stepAtMunicipality(
    deps,
    by,
    wish,
    { event: 'refuse', wish: { known, written } },
    async (tx, { file, stage, next, at }) => {
      const notMine = inHandOf(stage, by);
      if (notMine !== undefined) return refused(notMine);
      await saveStage(tx, decidedStage(stage, { decision: 'refused', decidedAt: at, reasons: known }));
      await advance(tx, deps, file, {
        event: 'refuse',
        next,
        actor: actorOf(by.official),
        at,
        facts: { reasons: known },
        message: {
          kind: 'municipal_refusal',
          text: refusalText(known, written, file.locale),
          holder: { formKey: wish.key, accountId: null },
          author: 'municipality',
        },
      });
      return granted({ id: file.id });
    },
  );
}

/** Writes to the consulate: the two desks read it, the person sees that they wrote to each other, not what. */
export async function writeFromMunicipality(
  deps: CaseFileDeps,
  by: AtMunicipality,
  { text, ...wish }: MunicipalWish & { readonly text: string },
): Promise<Done> {
  const written = text.trim();
  if (written === '') return refused({ code: 'no_text' });
  if (written.length > longestMunicipalText) return refused({ code: 'text_too_long' });
  const event = 'write_between_offices';
  return stepAtMunicipality(
    deps,
    by,
    wish,
    { event, wish: written },
    async (tx, { file, stage, next, at }) => {
      if (stage.officerId !== null && stage.officerId !== by.official.officialId)
        return refused({ code: 'in_hand_of_colleague' });
      await advance(tx, deps, file, {
        event,
        next,
        actor: actorOf(by.official),
        at,
        message: {
          kind: 'between_offices',
          text: written,
          holder: { formKey: wish.key, accountId: null },
          author: 'municipality',
        },
      });
      return granted({ id: file.id });
    },
  );
}
