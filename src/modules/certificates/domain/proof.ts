import { type CivilDate, plainDate } from '#kernel/civil-date.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { RegistryRecord } from '#modules/registry/public.ts';
import type { Claim } from './verification.ts';

/** What a person may have attested alone, without the rest of the record (attestazione mirata; GDPR art. 5.1.c). */
export const proofFacts = ['of_age', 'italian_citizen', 'resident_in', 'resident_since'] as const;
export type ProofFact = (typeof proofFacts)[number];

/** Why a fact cannot be attested. */
export type ProofRefusal =
  /** The record is closed to certificates, struck or being changed: nothing is attested of it. */
  | { readonly code: 'record_closed' }
  | { readonly code: 'nothing_chosen' }
  /** The registry does not say so: not true, or not known. */
  | { readonly code: 'not_so'; readonly facts: readonly ProofFact[] };

/** Why a proof is not issued: also where there is no record, no seal at the moment, or the form was used for another wish. */
export type IssueProofRefusal = ProofRefusal | { readonly code: 'no_record' | 'seal_away' | 'key_reused' };

/**
 * The facts that a person has chosen, as the record states them; all of those that it does not state at once. A proof says
 * only what is true: nobody carries about a paper that says "not of age".
 */
export function proofOf(
  record: RegistryRecord,
  facts: readonly ProofFact[],
  today: CivilDate,
): Outcome<readonly Claim[], ProofRefusal> {
  if (facts.length === 0) return refused({ code: 'nothing_chosen' });
  const closed =
    record.standing.state !== 'enrolled' ||
    record.certifiability !== 'full' ||
    record.openProcedures.length > 0;
  if (closed) return refused({ code: 'record_closed' });
  const chosen = proofFacts.filter((fact) => facts.includes(fact));
  const claims = chosen.map((fact) => ({ fact, claim: claimOf[fact](record, today) }));
  const missing = claims.filter(({ claim }) => claim === undefined).map(({ fact }) => fact);
  if (missing.length > 0) return refused({ code: 'not_so', facts: missing });
  return granted(claims.flatMap(({ claim }) => (claim === undefined ? [] : [claim])));
}

const claimOf: Readonly<Record<ProofFact, (record: RegistryRecord, today: CivilDate) => Claim | undefined>> =
  {
    of_age: (record, today) => (isOfAge(record.birth.on, today) ? ['of_age'] : undefined),
    italian_citizen: ({ citizenships }) =>
      citizenships.some(({ of }) => of === 'IT') ? ['italian_citizen'] : undefined,
    resident_in: (record) => residence(record),
    resident_since: (record) => {
      const claim = residence(record);
      const from = record.enrolment.register === 'resident' ? record.enrolment.since : undefined;
      return claim === undefined || from === undefined ? undefined : [...claim, from];
    },
  };

/**
 * Of age (maggiore età) is whoever has completed eighteen years (art. 2 codice civile). Where day or month of the birth are not
 * known the latest possible day counts, so that nobody is taken for older than they are.
 */
function isOfAge(born: string, today: CivilDate): boolean {
  const [year = 0, month, day] = born.split('-').map(Number);
  const lastMonth = month ?? 12;
  const last =
    day === undefined
      ? Temporal.PlainYearMonth.from({ year, month: lastMonth }).toPlainDate({ day: 31 })
      : Temporal.PlainDate.from({ year, month: lastMonth, day });
  return Temporal.PlainDate.compare(last.add({ years: 18 }), plainDate(today)) <= 0;
}

/** The municipality of residence by its code; the place abroad for those in AIRE. */
function residence({ enrolment, addresses }: RegistryRecord): Claim | undefined {
  if (enrolment.register === 'resident') return ['resident_in', enrolment.municipality];
  const country = addresses.at(-1)?.country;
  return country === undefined ? undefined : ['resident_abroad', country];
}
