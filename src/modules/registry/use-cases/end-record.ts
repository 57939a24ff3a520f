import type { CivilDate } from '#kernel/civil-date.ts';
import { municipalityOfOffice } from '#kernel/municipal-office.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { parseTaxCodeAlone } from '#kernel/tax-code.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Principal } from '#platform/database/principal.ts';
import { markAsDuplicate } from '../domain/duplicate.ts';
import { isPersonId } from '../domain/person-content.ts';
import type { PersonId, RegistryRecord, StrikingReason } from '../domain/record.ts';
import { strike } from '../domain/striking.ts';
import { listCandidates } from '../store/finding.ts';
import { findRecord } from '../store/records.ts';
import {
  type ByOfficial,
  type Change,
  type Changed,
  changeOnce,
  officialPrincipal,
  type Refusal,
  type Target,
  takeBack,
  writeChange,
} from './change-record.ts';
import type { RegistryDeps } from './read-record.ts';
import { type Succession, settleHousehold } from './settle-household.ts';

interface Ending extends Target, Succession {
  readonly on: CivilDate;
}

/**
 * The municipality strikes a record (cancellazione anagrafica, DPR 223/1989 art. 11, L. 470/1988 art. 4): no certificate
 * can be drawn from it any more, and a sign-in with its tax code is told so.
 */
export function strikeRecord(
  deps: RegistryDeps,
  by: ByOfficial,
  striking: Ending & { readonly why: StrikingReason },
): Promise<Outcome<Changed, Refusal>> {
  const { why, on } = striking;
  return endRecord(deps, officialPrincipal(by), by, striking, async () => ({
    kind: 'striking',
    data: [why],
    from: on,
    apply: (content) => strike(content, why, on),
  }));
}

/**
 * The municipality has found that a record is a second one of somebody (soggetto duplicato). The record that stays may be
 * of another municipality: so the platform reads it, and the use case lets each municipality end its own alone.
 */
export function markDuplicate(
  deps: RegistryDeps,
  by: ByOfficial,
  duplicate: Ending & {
    /** Identifier or tax code of the record that stays. */
    readonly of: string;
  },
): Promise<Outcome<Changed, Refusal>> {
  const { of, on } = duplicate;
  return endRecord(deps, { kind: 'system', task: 'registry-duplicates' }, by, duplicate, async (tx) => {
    const stays = await findNamed(tx, of);
    if (stays === undefined) return takeBack({ code: 'no_such_other_record' });
    return {
      kind: 'duplicate',
      data: [stays.id],
      from: on,
      apply: (content) => markAsDuplicate(content, stays, on),
    };
  });
}

function endRecord(
  deps: RegistryDeps,
  as: Principal,
  by: ByOfficial,
  ending: Ending,
  changeIn: (tx: Tx) => Promise<Change>,
): Promise<Outcome<Changed, Refusal>> {
  const { personId, act, reason, on } = ending;
  return changeOnce(deps, as, by, ending, async (tx, at) => {
    const record = await findRecord(tx, personId);
    if (record === undefined || record.enrolment.municipality !== municipalityOfOffice(by.officeId))
      return takeBack({ code: 'no_such_record' });
    const done = await writeChange(tx, by, ending, await changeIn(tx), at);
    if (record.household !== undefined)
      await settleHousehold(
        tx,
        by,
        { ...succession(ending), household: record.household.id, from: on, act, reason },
        at,
      );
    return done;
  });
}

export function succession({ holder, relations }: Succession): Succession {
  return { ...(holder && { holder }), ...(relations && { relations }) };
}

/** The live record that an identifier or a tax code names. */
export async function findNamed(tx: Tx, raw: string): Promise<RegistryRecord | undefined> {
  const id = await idNamed(tx, raw.replace(/\s/g, '').toUpperCase());
  return id === undefined ? undefined : findRecord(tx, id);
}

async function idNamed(tx: Tx, typed: string): Promise<PersonId | undefined> {
  if (isPersonId(typed)) return typed;
  const code = await parseTaxCodeAlone(typed);
  if (!code.ok) return undefined;
  const found = await listCandidates(tx, code.value, code.value);
  return found.find(({ standing, sameCode }) => standing === 'enrolled' && sameCode)?.personId;
}
