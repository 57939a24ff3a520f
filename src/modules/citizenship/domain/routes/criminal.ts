import type { Person } from '../facts/tree.ts';
import { unknownDay } from '../facts/unknown-days.ts';
import { allOf, type Finding, no, officer, yes } from '../reasoning/finding.ts';
import type { When } from '../reasoning/unknown.ts';
import { later } from '../reasoning/unknown-arithmetic.ts';
import type { World } from '../reasoning/world.ts';
import { foreignCitizenshipsOn } from '../status/foreign.ts';

/** Convictions that stand in the way (art. 6). A maximum of exactly three years is read differently by page and law. */
export function convictionsBar(world: World, person: Person): Finding {
  const findings = (world.tree.application.convictions ?? []).map((conviction, index): Finding => {
    const pointer = `/application/convictions/${index}`;
    if (conviction.offence === 'against_personality_of_state') return no('MARR-10');
    if (conviction.court_country === 'IT') {
      const maximum = conviction.statutory_maximum_months;
      if (maximum === 36) return officer({ rule: 'MARR-10', person: person.id });
      const member = `${pointer}/statutory_maximum_months`;
      const harmless =
        maximum === undefined ? !world.ask('statutory_maximum', member, person.id) : maximum < 36;
      return harmless ? yes() : no('MARR-10');
    }
    if (conviction.offence === 'political') return yes();
    const penalty = conviction.penalty_imposed_months;
    const member = `${pointer}/penalty_imposed_months`;
    const harmless = penalty === undefined ? !world.ask('penalty_imposed', member, person.id) : penalty <= 12;
    return harmless ? yes() : no('MARR-10');
  });
  const found = allOf(findings);
  const holds = world.satisfies('MARR-10', person.id, found.truth === 'yes');
  if (holds) return yes('MARR-10');
  return found.truth === 'officer' ? found : no('MARR-10');
}

/** Recent criminal records of every country of citizenship, or of residence from the age of 14, Italy excluded. */
export function criminalRecords(world: World, person: Person, day: When, filed: boolean): Finding {
  const records = world.tree.application.criminal_records;
  if (records === undefined || !filed) return yes();
  const missing = countriesOfRecords(world, person, day).find((country) => {
    const issues = records.flatMap((record, index) =>
      record.country === country
        ? [
            unknownDay(record.issued_on, {
              pointer: `/application/criminal_records/${index}/issued_on`,
              person: person.id,
              topic: 'criminal_record_date',
              low: typeof person.born === 'number' ? person.born : person.born.low,
              high: world.asOf,
            }),
          ]
        : [],
    );
    return !issues.some((issued) => world.onOrBefore(issued, day) && world.onOrBefore(day, later(issued, 6)));
  });
  const met = world.satisfies('MARR-13', person.id, missing === undefined, { country: missing });
  return met ? yes('MARR-13') : no('MARR-13');
}

export function countriesOfRecords(world: World, person: Person, day: When): string[] {
  const fourteenth = later(person.born, 14 * 12);
  const lived = person.stays
    .filter((stay) => world.onOrBefore(fourteenth, stay.to) && world.onOrBefore(stay.from, day))
    .map(({ country }) => country);
  const all = new Set([...lived, ...foreignCitizenshipsOn(world, person, day)]);
  return [...all].filter((country) => country !== 'IT' && country !== 'ZZ').sort();
}
