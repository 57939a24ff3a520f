import type { CivilDate } from '#kernel/civil-date.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { RegistryRecord } from '#modules/registry/public.ts';
import { blockingRules, type RuleId } from './blocking-rules.ts';
import { conflictsAmong } from './combinations.ts';
import { type KindId, kindIds } from './kinds.ts';
import { type CertificateLanguage, languagesOf } from './languages.ts';
import type { Asker, BlockingRule } from './rules/rule.ts';

export type { Asker, BlockingRule } from './rules/rule.ts';

/** A certificate that somebody would like to have. */
export interface Wish {
  readonly kinds: readonly KindId[];
  readonly language: CertificateLanguage;
  readonly asker: Asker;
  readonly on: CivilDate;
  /** Province of the municipality that keeps the record, for the languages that it offers. */
  readonly province: string | undefined;
}

export type Decline =
  | { readonly code: 'nothing_asked' }
  /** The person is neither who asks nor of the same household (CE-10). */
  | { readonly code: 'outside_household' }
  | { readonly code: 'do_not_go_together'; readonly pairs: readonly (readonly [KindId, KindId])[] }
  | { readonly code: 'language_not_offered'; readonly language: CertificateLanguage }
  | { readonly code: 'blocked'; readonly kind: KindId; readonly rule: RuleId };

/** The conditions that keep one kind from being issued about a record; none where it can be had. */
export function rulesBlocking(
  kind: KindId,
  about: { readonly record: RegistryRecord; readonly asker: Asker; readonly on: CivilDate },
): BlockingRule<RuleId>[] {
  return blockingRules.filter((rule) => rule.kinds.includes(kind) && rule.blocks({ kind, ...about }));
}

/** Whether somebody may ask about a record at all: the own one, or one of the registered household (CE-2, CE-10). */
export function isOfHousehold(asker: Asker, record: RegistryRecord): boolean {
  return (
    asker.personId === record.id ||
    record.household?.members.some((member) => member.id === asker.personId) === true
  );
}

/** Grants a certificate, or says everything that stands in its way at once. */
export function decide(record: RegistryRecord, wish: Wish): Outcome<null, readonly Decline[]> {
  const { kinds, language, asker, on, province } = wish;
  // Of somebody else's record nothing else is said.
  if (!isOfHousehold(asker, record)) return refused([{ code: 'outside_household' }]);
  const pairs = conflictsAmong(kinds);
  const offered = languagesOf({ code: record.enrolment.municipality, province }, on);
  const declines: Decline[] = [
    ...(kinds.length === 0 ? [{ code: 'nothing_asked' } as const] : []),
    ...(pairs.length > 0 ? [{ code: 'do_not_go_together', pairs } as const] : []),
    ...(offered.includes(language) ? [] : [{ code: 'language_not_offered', language } as const]),
    ...kinds.flatMap((kind) =>
      rulesBlocking(kind, { record, asker, on }).map(
        (rule) => ({ code: 'blocked', kind, rule: rule.id }) as const,
      ),
    ),
  ];
  return declines.length === 0 ? granted(null) : refused(declines);
}

export interface Availability {
  readonly kind: KindId;
  readonly blockedBy: readonly BlockingRule<RuleId>[];
}

/** Every kind with what keeps this person from having it: the catalogue of a person (CE-1, CE-2). */
export function availabilityOf(about: {
  readonly record: RegistryRecord;
  readonly asker: Asker;
  readonly on: CivilDate;
}): Availability[] {
  return kindIds.map((kind) => ({ kind, blockedBy: rulesBlocking(kind, about) }));
}
