import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Principal } from '#platform/database/principal.ts';
import type { Inad } from '#platform/interoperability/inad.ts';
import { type DigitalDomicile, domicileIn, goodUntil } from '../domain/digital-domicile.ts';
import type { RegistryRecord } from '../domain/record.ts';
import { findKeptDomicile, keepDomicile } from '../store/digital-domiciles.ts';
import type { RegistryDeps } from './read-record.ts';

export interface DomicileDeps extends RegistryDeps {
  /** The index of digital domiciles; none where the installation is not connected to it. */
  readonly inad: Inad | undefined;
}

export interface SeenDomicile {
  readonly domicile: DigitalDomicile;
  readonly askedAt: Temporal.Instant;
  /** The index did not answer: this is what it said before. */
  readonly old: boolean;
}

export interface DomicileRefusal {
  readonly code: 'not_connected' | 'no_tax_code' | 'unavailable' | 'just_asked';
}

/** Nobody asks the index about the same person twice within a minute. */
const pause = { minutes: 1 };

/** The digital domicile of a person (domicilio digitale, RG-4): what the index says, asked at most once a day unless wanted. */
export async function seeDigitalDomicile(
  deps: DomicileDeps,
  {
    as,
    person,
    again = false,
  }: { as: Principal; person: Pick<RegistryRecord, 'id' | 'taxCode'>; again?: boolean },
): Promise<Outcome<SeenDomicile, DomicileRefusal>> {
  const { db, now, inad } = deps;
  if (inad === undefined) return refused({ code: 'not_connected' });
  if (person.taxCode === undefined) return refused({ code: 'no_tax_code' });
  const at = now();
  const kept = await db.transaction(as, (tx) => findKeptDomicile(tx, person.id));
  if (kept !== undefined && !again && Temporal.Instant.compare(at, goodUntil(kept.askedAt)) < 0)
    return granted({ ...kept, old: false });
  if (kept !== undefined && Temporal.Instant.compare(at, kept.askedAt.add(pause)) < 0)
    return refused({ code: 'just_asked' });

  const answer = await inad.extract(person.taxCode, `sportello-${crypto.randomUUID()}`);
  if (!answer.ok)
    return kept === undefined ? refused({ code: 'unavailable' }) : granted({ ...kept, old: true });
  const fresh = { domicile: domicileIn(answer.value, at), askedAt: at };
  await db.transaction(as, (tx) => keepDomicile(tx, person.id, fresh));
  return granted({ ...fresh, old: false });
}
