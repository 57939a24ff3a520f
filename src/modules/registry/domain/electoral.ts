import { type CivilDate, plainDate } from '#kernel/civil-date.ts';
import type { Electoral, RegistryRecord } from './record.ts';

/** What "Your data" says about the electoral roll (RG-3). */
export type ElectoralStanding =
  /** without the right to vote: nothing is shown */
  | { readonly state: 'not_entitled'; readonly because: NotEntitled }
  | { readonly state: 'enrolled'; readonly roll: NonNullable<Electoral['roll']> }
  /** struck from the former municipality's roll, entered in the new one's at the next revision */
  | { readonly state: 'being_updated'; readonly since: CivilDate; readonly atTheLatest: CivilDate };

export type NotEntitled = 'not_a_citizen' | 'under_age' | 'lost_or_suspended' | 'not_recorded';

/** Whether somebody born then has completed so many years on a day; a date not fully known counts as late as it can be. */
export function hasCompleted(years: number, bornOn: string, day: CivilDate): boolean {
  const latest =
    bornOn.length === 10
      ? Temporal.PlainDate.from(bornOn)
      : bornOn.length === 7
        ? Temporal.PlainYearMonth.from(bornOn)
            .add({ months: 1 })
            .toPlainDate({ day: 1 })
            .subtract({ days: 1 })
        : Temporal.PlainDate.from(`${bornOn}-12-31`);
  return Temporal.PlainDate.compare(latest.add({ years }), plainDate(day)) <= 0;
}

/** Italian citizens of 18 and more vote, unless the right is lost or suspended: art. 48 Cost., DPR 223/1967 artt. 1 and 2. */
export function mayNotVote(
  { birth, citizenships, electoral }: Pick<RegistryRecord, 'birth' | 'citizenships' | 'electoral'>,
  day: CivilDate,
): NotEntitled | undefined {
  if (!citizenships.some((each) => each.of === 'IT')) return 'not_a_citizen';
  if (!hasCompleted(18, birth.on, day)) return 'under_age';
  if (electoral !== undefined && !electoral.mayVote) return 'lost_or_suspended';
  return undefined;
}

/** The rolls are revised every six months at the latest: DPR 223/1967 art. 6. */
const revision = { months: 6 };

export function electoralStanding(
  record: Pick<RegistryRecord, 'birth' | 'citizenships' | 'electoral'>,
  day: CivilDate,
): ElectoralStanding {
  const because = mayNotVote(record, day);
  if (because !== undefined) return { state: 'not_entitled', because };
  const { electoral } = record;
  if (electoral?.beingUpdatedSince !== undefined) {
    const since = electoral.beingUpdatedSince;
    return {
      state: 'being_updated',
      since,
      atTheLatest: plainDate(since).add(revision).toString() as CivilDate,
    };
  }
  if (electoral?.roll === undefined) return { state: 'not_entitled', because: 'not_recorded' };
  return { state: 'enrolled', roll: electoral.roll };
}

/** After a change of residence to another municipality the roll of the former one no longer counts. */
export function afterMove(electoral: Electoral | undefined, on: CivilDate): Electoral | undefined {
  if (electoral === undefined) return undefined;
  if (!electoral.mayVote || (electoral.roll === undefined && electoral.beingUpdatedSince === undefined))
    return electoral;
  return { mayVote: true, beingUpdatedSince: on };
}

/** The new municipality has entered the person in its roll (revisione dinamica o semestrale). */
export function entered(electoral: Electoral | undefined, roll: NonNullable<Electoral['roll']>): Electoral {
  return { mayVote: electoral?.mayVote ?? true, roll };
}
