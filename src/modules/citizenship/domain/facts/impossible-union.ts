import type { FactCode, FactError } from './refusal.ts';
import type { PersonFacts, UnionFacts } from './shape.ts';

export function impossibleUnion(
  union: UnionFacts,
  at: string,
  persons: ReadonlyMap<string, PersonFacts>,
  asOf: string,
): FactError[] {
  const errors: FactError[] = [];
  const wrong = (pointer: string, code: FactCode): void => {
    errors.push({ pointer: at + pointer, code });
  };
  const diedBefore = (day: string) => (id: string) => (persons.get(id)?.died?.date ?? day) < day;
  if (union.partners[0] === union.partners[1]) wrong('/partners/1', 'same_person_twice');
  if (union.date > asOf) wrong('/date', 'in_the_future');
  union.partners.forEach((id, index) => {
    const partner = persons.get(id);
    if (partner === undefined) {
      wrong(`/partners/${index}`, 'unknown_person');
      return;
    }
    if (partner.born.date != null && union.date < partner.born.date) wrong('/date', 'before_birth');
    if (partner.died?.date != null && union.date > partner.died.date) wrong('/date', 'after_death');
  });
  if (union.ended !== undefined) {
    if (union.ended.date < union.date) wrong('/ended/date', 'before_wedding');
    else if (union.ended.date > asOf) wrong('/ended/date', 'in_the_future');
    else if (union.ended.how !== 'death' && union.partners.some(diedBefore(union.ended.date)))
      wrong('/ended/date', 'after_death');
  }
  const transcribed = union.transcribed_in_italy_on;
  if (transcribed != null) {
    if (transcribed < union.date) wrong('/transcribed_in_italy_on', 'before_wedding');
    else if (transcribed > asOf) wrong('/transcribed_in_italy_on', 'in_the_future');
  }
  return errors;
}
