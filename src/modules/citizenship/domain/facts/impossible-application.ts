import type { FactCode, FactError } from './refusal.ts';
import type { Facts, PersonFacts } from './shape.ts';

export function impossibleApplication(facts: Facts, persons: ReadonlyMap<string, PersonFacts>): FactError[] {
  const errors: FactError[] = [];
  const { application, as_of: asOf } = facts;
  const wrong = (pointer: string, code: FactCode) => errors.push({ pointer: `/application${pointer}`, code });
  const notFuture = (day: string | null | undefined, pointer: string) => {
    if (day != null && day.slice(0, 10) > asOf) wrong(pointer, 'in_the_future');
  };
  const applicant = persons.get(facts.applicant);
  const born = applicant?.born.date;
  const died = applicant?.died?.date;
  /** A day on which the applicant acts: in the applicant's life, and not later than the assessment. */
  const within = (day: string | null | undefined, pointer: string) => {
    if (day == null) return;
    const on = day.slice(0, 10);
    if (on > asOf) wrong(pointer, 'in_the_future');
    else if (born != null && on < born) wrong(pointer, 'before_birth');
    else if (died != null && on > died) wrong(pointer, 'after_death');
  };
  within(application.filed_at, '/filed_at');
  within(application.filed_on, '/filed_on');
  notFuture(application.appointment?.communicated_at, '/appointment/communicated_at');
  if (application.appointment !== undefined && !persons.has(application.appointment.addressee))
    wrong('/appointment/addressee', 'unknown_person');
  if (born != null && application.appointment?.on != null && application.appointment.on < born)
    wrong('/appointment/on', 'before_birth');
  application.declarations?.forEach((declaration, index) => {
    notFuture(declaration.on, `/declarations/${index}/on`);
    const declarant = persons.get(declaration.by);
    if (declarant === undefined) wrong(`/declarations/${index}/by`, 'unknown_person');
    else if (declarant.died?.date != null && declaration.on > declarant.died.date)
      wrong(`/declarations/${index}/on`, 'after_death');
    const earliest = [born, declarant?.born.date].flatMap((day) => day ?? []);
    if (earliest.some((day) => declaration.on < day)) wrong(`/declarations/${index}/on`, 'before_birth');
  });
  application.criminal_records?.forEach((record, index) => {
    within(record.issued_on, `/criminal_records/${index}/issued_on`);
  });
  const { decree, oath_on: oath } = application;
  const filed = application.filed_on ?? application.filed_at?.slice(0, 10);
  if (decree !== undefined) {
    notFuture(decree.adopted_on, '/decree/adopted_on');
    if (born != null && decree.adopted_on < born) wrong('/decree/adopted_on', 'before_birth');
    if (filed != null && decree.adopted_on < filed) wrong('/decree/adopted_on', 'before_filing');
    if (decree.notified_on !== undefined && decree.notified_on < decree.adopted_on)
      wrong('/decree/notified_on', 'before_decree');
    else notFuture(decree.notified_on, '/decree/notified_on');
  }
  within(oath, '/oath_on');
  if (oath != null && decree?.notified_on !== undefined && oath < decree.notified_on)
    wrong('/oath_on', 'before_notification');
  else if (oath != null && decree !== undefined && oath < decree.adopted_on)
    wrong('/oath_on', 'before_decree');
  return errors;
}
