import { toDay } from '../reasoning/day.ts';
import type { FactCode, FactError } from './refusal.ts';
import type { PersonFacts } from './shape.ts';

/** A child may be born, or recognised, within the 300 days that the law gives a pregnancy (art. 232 c.c.). */
const pregnancy = 300;

export function impossiblePerson(
  person: PersonFacts,
  at: string,
  persons: ReadonlyMap<string, PersonFacts>,
  asOf: string,
): FactError[] {
  const errors: FactError[] = [];
  const wrong = (pointer: string, code: FactCode): void => {
    errors.push({ pointer: at + pointer, code });
  };
  const born = person.born.date;
  const died = person.died?.date;
  /** A day of this person's life: not after the assessment, not before birth, not after death. */
  const within = (day: string | null | undefined, pointer: string) => {
    if (day == null) return;
    if (day > asOf) wrong(pointer, 'in_the_future');
    else if (born != null && day < born) wrong(pointer, 'before_birth');
    else if (died != null && day > died) wrong(pointer, 'after_death');
  };
  if (born != null && born > asOf) wrong('/born/date', 'in_the_future');
  if (died != null && born != null && died < born) wrong('/died/date', 'death_before_birth');
  else if (died != null && died > asOf) wrong('/died/date', 'in_the_future');
  within(person.emancipated_on, '/emancipated_on');

  const kinds = new Set<string>();
  person.parents.forEach((link, index) => {
    const pointer = `/parents/${index}`;
    const parent = persons.get(link.id);
    const kind = `${link.id} ${link.kind === 'adoption'}`;
    if (kinds.has(kind)) wrong(`${pointer}/id`, 'duplicate_parent');
    kinds.add(kind);
    if (parent === undefined) {
      wrong(`${pointer}/id`, 'unknown_person');
      return;
    }
    if (link.kind !== 'birth' && link.established_on !== null) {
      if (link.established_on > asOf) wrong(`${pointer}/established_on`, 'in_the_future');
      else if (
        born != null &&
        toDay(born) - toDay(link.established_on) > (link.kind === 'adoption' ? 0 : pregnancy)
      )
        wrong(`${pointer}/established_on`, 'before_birth');
    }
    if (born == null) return;
    if (parent.born.date != null && parent.born.date >= born) wrong(`${pointer}/id`, 'parent_not_older');
    const parentDied = parent.died?.date;
    if (link.kind === 'adoption' || parentDied == null) return;
    const limit = parent.sex === 'female' ? 0 : pregnancy;
    if (toDay(born) - toDay(parentDied) > limit) wrong(`${pointer}/id`, 'parent_dead_before_birth');
  });

  person.citizenship_events.forEach((event, index) => {
    within(event.date, `/citizenship_events/${index}/date`);
    const closes = event.type === 'lost' || event.type === 'renounced';
    const never = !person.citizenship_events.some(
      (other) =>
        other.citizenship === event.citizenship &&
        (other.type === 'acquired' || other.type === 'reacquired') &&
        (other.date === null || event.date === null || other.date <= event.date),
    );
    if (closes && never && event.citizenship !== 'IT' && person.completeness?.citizenship_events !== false)
      wrong(`/citizenship_events/${index}/date`, 'lost_before_acquired');
  });

  person.residences.forEach((stay, index) => {
    within(stay.from, `/residences/${index}/from`);
    if (stay.to != null && stay.from != null && stay.to < stay.from)
      wrong(`/residences/${index}/to`, 'ends_before_it_starts');
    else within(stay.to, `/residences/${index}/to`);
    stay.with?.forEach((other, position) => {
      const pointer = `/residences/${index}/with/${position}`;
      if (!persons.has(other)) wrong(pointer, 'unknown_person');
      else if (stay.with?.indexOf(other) !== position) wrong(pointer, 'duplicate_id');
    });
  });

  const recognition = person.italian_recognition;
  if (recognition?.recognised_on != null) {
    if (recognition.recognised_on > asOf) wrong('/italian_recognition/recognised_on', 'in_the_future');
    else if (born != null && recognition.recognised_on < born)
      wrong('/italian_recognition/recognised_on', 'before_birth');
    else if (recognition.filed_at != null && recognition.recognised_on < recognition.filed_at.slice(0, 10))
      wrong('/italian_recognition/recognised_on', 'before_filing');
  }
  for (const member of ['filed_at', 'appointment_communicated_at'] as const) {
    const instant = recognition?.[member];
    if (instant == null) continue;
    if (instant.slice(0, 10) > asOf) wrong(`/italian_recognition/${member}`, 'in_the_future');
    else if (born != null && instant.slice(0, 10) < born)
      wrong(`/italian_recognition/${member}`, 'before_birth');
  }
  return errors;
}
