import { addDays, type CivilDate, dayAt, plainDate } from '#kernel/civil-date.ts';
import { type PartialDate, partialDate } from '#kernel/partial-date.ts';
import type { NewPerson } from '#modules/identity/public.ts';
import {
  type ConsularData,
  fromRecord,
  type KnownInRegister,
  takeOverRegister,
} from '#modules/registry/public.ts';
import type { Deps } from '#platform/deps.ts';
import { demoJoining, demoPersonId } from './registry/people.ts';

const as = { kind: 'system', task: 'demonstration' } as const;
const actor = { kind: 'system', id: 'demonstration' } as const;
const streets = ['Sample Road', 'Trial Lane', 'Draft Street', 'Specimen Avenue'];

/**
 * What is to be seen at each office: the first person is confirmed with AIRE, the second waits for the municipality or
 * has an account alone, and one in twelve of the others has not registered yet.
 */
function standingOf(index: number, town: number): 'registered' | 'waiting' | 'account_only' {
  if (index === 1) return town % 2 === 0 ? 'waiting' : 'account_only';
  return index % 12 === 11 ? 'account_only' : 'registered';
}

const noonOf = (day: CivilDate) =>
  plainDate(day).toZonedDateTime({ timeZone: 'Europe/Rome', plainTime: '12:00' }).toInstant();

function knownAs(person: NewPerson, index: number, arrived: CivilDate): ConsularData {
  return {
    givenName: person.givenName,
    familyName: person.familyName,
    birth: { on: person.bornOn as string as PartialDate },
    citizenships: [{ of: 'IT' }],
    addresses: [
      {
        country: person.country,
        locality: person.place,
        street: streets[index % streets.length] ?? 'Sample Road',
        number: String(1 + index),
        from: arrived as string as PartialDate,
      },
    ],
    municipality: ['A952', 'D324', 'H501'][index % 3] ?? 'A952',
  };
}

/** The consular registers of the demonstration: people with accounts, and some of those whom the registry has in AIRE. */
export async function loadConsularRegisters(deps: Deps, citizens: readonly NewPerson[]): Promise<void> {
  const at = deps.now();
  const today = dayAt(at, 'Europe/Rome');
  const offices = [...new Set(citizens.flatMap(({ officeId }) => officeId ?? []))];
  for (const [town, officeId] of offices.entries()) {
    const people = citizens
      .filter((each) => each.officeId === officeId)
      .flatMap((person, index): KnownInRegister[] => {
        const standing = standingOf(index, town);
        if (standing === 'account_only') return [];
        const arrived = standing === 'waiting' ? addDays(today, -60) : addDays(today, -900 - 31 * index);
        return [
          {
            accountId: person.id ?? null,
            data: knownAs(person, index, arrived),
            knownSince: noonOf(addDays(arrived, 20)),
            ...(standing === 'registered' && { aireSince: addDays(arrived, 45) }),
          },
        ];
      });
    const cast = officeId === 'manchester' ? fromTheRegistry() : [];
    await deps.db.transaction(as, (tx) =>
      takeOverRegister(tx, {
        officeId,
        people: [...people, ...cast],
        source: 'Schedario della sede',
        actor,
        at,
      }),
    );
  }
}

/**
 * Otto and Nora as Manchester knows them. Otto’s entry is as it was written by hand long ago: another spelling, the year
 * of birth alone, an old address; Nora’s is as it should be.
 */
function fromTheRegistry(): KnownInRegister[] {
  const { people } = demoJoining();
  const known = (name: 'otto' | 'nora', different: Partial<ConsularData>): KnownInRegister[] => {
    const content = people.findLast((each) => each.content.id === demoPersonId(name))?.content;
    const taken = content && fromRecord(content);
    if (content === undefined || taken === undefined) return [];
    const { aireSince, data } = taken;
    return [
      { personId: content.id, aireSince, knownSince: noonOf(aireSince), data: { ...data, ...different } },
    ];
  };
  return [
    ...known('otto', {
      familyName: 'Ventoquièti',
      birth: { on: partialDate('1974') },
      addresses: [{ country: 'GB', locality: 'Manchester', street: 'Former Street', number: '2' }],
    }),
    ...known('nora', {}),
  ];
}
