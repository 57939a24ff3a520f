import { type KindId, kinds } from './kinds.ts';

/** Statements of the family that say the same thing in different depth: one of them at a time. */
const family: readonly KindId[] = [
  'family_status',
  'family_and_civil_status',
  'family_relationships',
  'facility_residence',
];

/** Pairs that a cumulative certificate may not hold (certificato contestuale). */
const apart: readonly (readonly [KindId, KindId])[] = [
  ['marriage', 'free_status'],
  ['marriage', 'civil_union'],
  ['free_status', 'civil_status'],
  ['civil_status', 'family_status'],
  ['civil_status', 'facility_residence'],
  ['civil_status', 'family_relationships'],
  ...family.flatMap((one, index) => family.slice(index + 1).map((other) => [one, other] as const)),
];

/**
 * Whether two kinds may stand on one certificate. Statements about residents and about Italians abroad exclude each
 * other, and what the electoral office certifies does not go with what the registrar certifies.
 */
export function goTogether(one: KindId, other: KindId): boolean {
  if (one === other) return true;
  const [first, second] = [kinds[one].register, kinds[other].register];
  if ((first === 'electoral') !== (second === 'electoral')) return false;
  if ((first === 'aire' && second === 'resident') || (first === 'resident' && second === 'aire'))
    return false;
  return !apart.some(([a, b]) => (a === one && b === other) || (a === other && b === one));
}

/** The pairs among the kinds asked for that may not stand together. */
export function conflictsAmong(asked: readonly KindId[]): (readonly [KindId, KindId])[] {
  return asked.flatMap((one, index) =>
    asked.slice(index + 1).flatMap((other) => (goTogether(one, other) ? [] : [[one, other] as const])),
  );
}
