import type { CivilDate } from '#kernel/civil-date.ts';

/** Something that was true from one day until another, and was known from one instant until another (bitemporal). */
export interface Version<Content> {
  readonly number: number;
  readonly trueFrom: CivilDate;
  /** First day on which it was true no longer; none while it is. */
  readonly trueUntil: CivilDate | null;
  readonly knownFrom: Temporal.Instant;
  /** Since when something else is known instead; none while this is what is known. */
  readonly knownUntil: Temporal.Instant | null;
  readonly content: Content;
}

export interface Superseding<Content> {
  /** Numbers of the versions that are believed no longer. */
  readonly closed: readonly number[];
  readonly added: readonly Version<Content>[];
  /** The instant from which the new versions are known. */
  readonly knownFrom: Temporal.Instant;
}

/** Whether a version speaks of a day, as it was known at an instant. */
export function speaksOf(
  version: Omit<Version<unknown>, 'content' | 'number'>,
  day: CivilDate,
  knownAt: Temporal.Instant,
): boolean {
  const { trueFrom, trueUntil, knownFrom, knownUntil } = version;
  return (
    trueFrom <= day &&
    (trueUntil === null || day < trueUntil) &&
    Temporal.Instant.compare(knownFrom, knownAt) <= 0 &&
    (knownUntil === null || Temporal.Instant.compare(knownAt, knownUntil) < 0)
  );
}

/**
 * Learns that something is otherwise from a day on (and until another, where that is given). What was believed of these
 * days is superseded, not altered: whoever asks what was known before still finds it.
 */
export function supersede<Content>(
  versions: readonly Version<Content>[],
  {
    from,
    until = null,
    at,
    change,
  }: {
    readonly from: CivilDate;
    readonly until?: CivilDate | null;
    readonly at: Temporal.Instant;
    readonly change: (content: Content) => Content;
  },
): Superseding<Content> {
  const knownFrom = versions.reduce((latest, each) => laterThan(each.knownFrom, latest), at);
  let number = versions.reduce((most, each) => Math.max(most, each.number), 0);
  const touched = versions.filter(
    (each) =>
      each.knownUntil === null &&
      (each.trueUntil === null || from < each.trueUntil) &&
      (until === null || each.trueFrom < until),
  );
  const piece = (trueFrom: CivilDate, trueUntil: CivilDate | null, content: Content): Version<Content> => {
    number += 1;
    return { number, trueFrom, trueUntil, knownFrom, knownUntil: null, content };
  };
  const added = touched
    .toSorted((one, other) => (one.trueFrom < other.trueFrom ? -1 : 1))
    .flatMap((each) => {
      const begins = each.trueFrom < from ? from : each.trueFrom;
      const ends =
        until !== null && (each.trueUntil === null || until < each.trueUntil) ? until : each.trueUntil;
      return [
        ...(each.trueFrom < from ? [piece(each.trueFrom, from, each.content)] : []),
        piece(begins, ends, change(each.content)),
        ...(ends === each.trueUntil || ends === null ? [] : [piece(ends, each.trueUntil, each.content)]),
      ];
    });
  return { closed: touched.map((each) => each.number), added, knownFrom };
}

/** Two changes are never known from the same instant, however coarse the clock. */
function laterThan(known: Temporal.Instant, at: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(known, at) < 0 ? at : known.add({ microseconds: 1 });
}
