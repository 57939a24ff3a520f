import { type CivilDate, civilDate } from '#kernel/civil-date.ts';
import type { ConsularData } from './consular-entry.ts';
import type { RegistryRecord } from './record.ts';

/** What the consular register of an office takes from a record that AIRE has for it. */
export interface FromRecord {
  readonly consulate: string;
  readonly data: ConsularData;
  /** A date of which less is known counts as early as it can be. */
  readonly aireSince: CivilDate;
}

/** The entry of somebody whom the municipality has in AIRE with this consulate; nothing for all others. */
export function fromRecord(record: Omit<RegistryRecord, 'household'>): FromRecord | undefined {
  const { enrolment, standing, addresses, familyName, givenName, taxCode, maritalStatus } = record;
  const present = addresses.at(-1);
  if (enrolment.register !== 'aire' || enrolment.consulate === undefined || standing.state !== 'enrolled')
    return undefined;
  if (present === undefined || present.country === 'IT') return undefined;
  const { municipality: _none, changedExOfficio: _neither, ...address } = present;
  return {
    consulate: enrolment.consulate,
    aireSince: civilDate(`${enrolment.since}${'-01-01'.slice(enrolment.since.length - 4)}`),
    data: {
      ...(familyName && { familyName }),
      ...(givenName && { givenName }),
      sex: record.sex,
      birth: { on: record.birth.on, place: record.birth.place },
      ...(taxCode && { taxCode }),
      citizenships: record.citizenships,
      ...(maritalStatus && { maritalStatus: maritalStatus.state }),
      addresses: [address],
      municipality: enrolment.municipality,
    },
  };
}
