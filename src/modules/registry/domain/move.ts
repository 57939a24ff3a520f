import type { CivilDate } from '#kernel/civil-date.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { PartialDate } from '#kernel/partial-date.ts';
import { isBefore } from './correction.ts';
import { afterMove } from './electoral.ts';
import type { PersonContent } from './person-content.ts';
import type { Address } from './record.ts';

/** An address in Italy to which somebody moves, without its days. */
export type NewAddress = Omit<Address, 'from' | 'until' | 'country' | 'municipality'> & {
  readonly municipality: string;
};

export type MoveRefusal = { readonly code: 'addresses_overlap' };

/**
 * A move (cambio di abitazione, or iscrizione per trasferimento from another municipality): the old address ends on the
 * day on which the new one begins; in another municipality the roll of voters has to follow (RG-3).
 */
export function moveTo(
  content: PersonContent,
  to: NewAddress,
  on: CivilDate,
): Outcome<PersonContent, MoveRefusal> {
  const day = on as CivilDate & PartialDate;
  const last = content.addresses.at(-1);
  if (last?.from !== undefined && isBefore(day, last.from)) return refused({ code: 'addresses_overlap' });
  if (last?.until !== undefined && isBefore(day, last.until)) return refused({ code: 'addresses_overlap' });
  const before = content.addresses.slice(0, -1);
  const moved = content.enrolment.municipality !== to.municipality || content.enrolment.register === 'aire';
  const electoral = moved ? afterMove(content.electoral, on) : content.electoral;
  const { facilityId: _facility, electoral: _roll, ...rest } = content;
  return granted({
    ...rest,
    enrolment: {
      register: 'resident',
      municipality: to.municipality,
      since: moved ? day : content.enrolment.since,
    },
    addresses: [
      ...before,
      ...(last === undefined ? [] : [{ ...last, until: last.until ?? day }]),
      { ...to, from: day, country: 'IT' },
    ],
    ...(electoral && { electoral }),
  });
}
