import { dayAt } from '#kernel/civil-date.ts';
import { municipalityOfOffice } from '#kernel/municipal-office.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { OpenProcedure } from '../domain/record.ts';
import { type ByOfficial, type Changed, changeRecord, type Refusal, type Target } from './change-record.ts';
import type { RegistryDeps } from './read-record.ts';

/** Opens a procedure on a record (procedimento): until it is closed, few certificates may be drawn from it (CE-2). */
export async function openProcedure(
  deps: RegistryDeps,
  by: ByOfficial,
  { kind, ...target }: Target & { readonly kind: OpenProcedure['kind'] },
): Promise<Outcome<Changed, Refusal>> {
  const today = dayAt(deps.now(), 'Europe/Rome');
  const municipality = municipalityOfOffice(by.officeId) ?? '';
  // The key of the form is the procedure's identifier: a repetition asks for the same one.
  const procedure: OpenProcedure = { id: by.key, kind, municipality, openedOn: today };
  return changeRecord(deps, by, target, {
    kind: 'procedure_opened',
    data: [kind],
    from: today,
    apply: (content) => granted({ ...content, openProcedures: [...content.openProcedures, procedure] }),
  });
}

/** Closes a procedure that is open on a record. */
export async function closeProcedure(
  deps: RegistryDeps,
  by: ByOfficial,
  { procedureId, ...target }: Target & { readonly procedureId: string },
): Promise<Outcome<Changed, Refusal>> {
  return changeRecord(deps, by, target, {
    kind: 'procedure_closed',
    data: [procedureId],
    from: dayAt(deps.now(), 'Europe/Rome'),
    apply: (content) => {
      const left = content.openProcedures.filter(({ id }) => id !== procedureId);
      return left.length === content.openProcedures.length
        ? refused({ code: 'no_such_procedure' })
        : granted({ ...content, openProcedures: left });
    },
  });
}
