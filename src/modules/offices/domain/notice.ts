import type { CivilDate } from '#kernel/civil-date.ts';
import type { Text } from '#kernel/locale.ts';

/** Something an office, or the ministry for all of them, tells the public (avviso); both days belong to it. */
export interface Notice {
  readonly id: string;
  readonly officeId: string | null;
  readonly title: Text;
  readonly text: Text;
  readonly fromOn: CivilDate;
  readonly untilOn: CivilDate;
}
