import { isDeepStrictEqual } from 'node:util';
import { type CivilDate, dayAt } from '#kernel/civil-date.ts';
import { municipalityOfOffice } from '#kernel/municipal-office.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Principal } from '#platform/database/principal.ts';
import type { Deps } from '#platform/deps.ts';
import { record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import type { Basis, ChangeKind, ChangeRefusal } from '../domain/change.ts';
import type { PersonContent } from '../domain/person-content.ts';
import type { PersonId } from '../domain/record.ts';
import { supersede } from '../domain/two-times.ts';
import { insertChange } from '../store/changes.ts';
import { closeVersions, insertVersions, listVersions } from '../store/records.ts';
import type { RegistryDeps } from './read-record.ts';

/** The official of a municipality who changes a record, with the key of the form or request. */
export interface ByOfficial {
  readonly officialId: string;
  /** `comune-a952` */
  readonly officeId: string;
  readonly key: string;
}

/** Which record, in which version it was read. */
export interface Target extends Basis {
  readonly personId: PersonId;
  readonly version: number;
}

export type Changed = { readonly version: number };
export type Refusal = ChangeRefusal | KeyReused;

class TakenBack extends Error {
  readonly refusal: ChangeRefusal;
  constructor(refusal: ChangeRefusal) {
    super('Refused: nothing was written');
    this.refusal = refusal;
  }
}

/** Stops a change in the middle: everything that it has written is undone. */
export function takeBack(refusal: ChangeRefusal): never {
  throw new TakenBack(refusal);
}

/** Does a change once for its key; what is refused leaves nothing behind, the key neither. */
export async function changeOnce<Value>(
  { db, now }: RegistryDeps,
  as: Principal,
  { officialId, key }: ByOfficial,
  wish: unknown,
  work: (tx: Tx, at: Temporal.Instant) => Promise<Value>,
): Promise<Outcome<Value, Refusal>> {
  const at = now();
  try {
    return await db.transaction(as, (tx) =>
      once<Value, never>(tx, { scope: officialId, key, wish, at }, async () => granted(await work(tx, at))),
    );
  } catch (error) {
    if (error instanceof TakenBack) return refused(error.refusal);
    const { constraint } = (error ?? {}) as { constraint?: unknown };
    // Two live records with one tax code: the index says so, also of records that this official may not see.
    if (constraint === 'tax_code_once') return refused({ code: 'tax_code_taken' });
    // Two changes of one household at the same moment want the same place in it.
    if (constraint === 'one_place') return refused({ code: 'changed_meanwhile' });
    throw error;
  }
}

export function officialPrincipal({ officialId, officeId }: ByOfficial): Principal {
  return { kind: 'official', officialId, officeIds: [officeId] };
}

export interface Change {
  readonly kind: ChangeKind;
  readonly data: readonly string[];
  /** Since when it is true; without it, since the registry knows the person. */
  readonly from: CivilDate | undefined;
  readonly apply: (content: PersonContent, today: CivilDate) => Outcome<PersonContent, ChangeRefusal>;
}

/** Changes one record: what was known until now is superseded, from a day on, and stays to be read. */
export async function changeRecord(
  deps: Pick<Deps, 'db' | 'now'>,
  by: ByOfficial,
  target: Target,
  change: Change,
): Promise<Outcome<Changed, Refusal>> {
  const { apply: _apply, ...said } = change;
  return changeOnce(deps, officialPrincipal(by), by, { ...target, ...said }, (tx, at) =>
    writeChange(tx, by, target, change, at).then(({ version }) => ({ version })),
  );
}

export async function writeChange(
  tx: Tx,
  by: ByOfficial,
  { personId, version, act, reason }: Omit<Target, 'version'> & { readonly version: number | undefined },
  { kind, data, from, apply }: Change,
  at: Temporal.Instant,
): Promise<Changed & { readonly changeId: string }> {
  const today = dayAt(at, 'Europe/Rome');
  if (act.trim() === '') takeBack({ code: 'no_act' });
  if (reason.trim() === '') takeBack({ code: 'no_reason' });
  // Consular offices read records; the municipality changes them.
  const municipality = municipalityOfOffice(by.officeId) ?? takeBack({ code: 'no_such_record' });
  const versions = await listVersions(tx, personId);
  const current = versions.find((each) => each.trueUntil === null);
  const since = versions[0]?.trueFrom;
  if (current === undefined || since === undefined) return takeBack({ code: 'no_such_record' });
  if (version !== undefined && current.number !== version) takeBack({ code: 'changed_meanwhile' });
  if (current.content.standing.state !== 'enrolled') takeBack({ code: 'not_enrolled' });
  const begins = from ?? since;
  if (begins > today) takeBack({ code: 'in_the_future' });
  if (begins < since) takeBack({ code: 'before_the_record', since });
  const superseding = supersede(versions, {
    from: begins,
    at,
    change: (content) => {
      const changed = apply(content, today);
      return changed.ok ? changed.value : takeBack(changed.refusal);
    },
  });
  const last = superseding.added.at(-1);
  if (last === undefined || isDeepStrictEqual(last.content, current.content))
    return takeBack({ code: 'nothing_changes' });
  const id = crypto.randomUUID();
  await insertChange(tx, {
    municipality,
    id,
    personId,
    kind,
    data,
    act: act.trim(),
    reason: reason.trim(),
    from: begins,
    officialId: by.officialId,
    at,
  });
  if (!(await closeVersions(tx, personId, superseding.closed, superseding.knownFrom)))
    takeBack({ code: 'changed_meanwhile' });
  await insertVersions(tx, superseding.added, id);
  await record(tx, {
    type: 'registry.record-changed',
    subject: { kind: 'registry-person', id: personId },
    actor: { kind: 'official', id: by.officialId },
    at,
    officeId: by.officeId,
    facts: { change: id, kind, data, version: last.number },
  });
  return { version: last.number, changeId: id };
}
