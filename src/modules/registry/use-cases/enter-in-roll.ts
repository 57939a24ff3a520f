import { type CivilDate, dayAt } from '#kernel/civil-date.ts';
import { municipalityOfOffice } from '#kernel/municipal-office.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { PartialDate } from '#kernel/partial-date.ts';
import { entered, mayNotVote } from '../domain/electoral.ts';
import { type ByOfficial, type Changed, changeRecord, type Refusal, type Target } from './change-record.ts';
import type { RegistryDeps } from './read-record.ts';

/** The municipality enters a voter in its roll at a revision (revisione delle liste elettorali, DPR 223/1967 art. 32). */
export async function enterInRoll(
  deps: RegistryDeps,
  by: ByOfficial,
  { section, cardNumber, ...target }: Target & { readonly section?: string; readonly cardNumber?: string },
): Promise<Outcome<Changed, Refusal>> {
  const today = dayAt(deps.now(), 'Europe/Rome') as CivilDate & PartialDate;
  const municipality = municipalityOfOffice(by.officeId) ?? '';
  const roll = {
    municipality,
    enrolledOn: today,
    ...(section && { section }),
    ...(cardNumber && { cardNumber }),
  };
  return changeRecord(deps, by, target, {
    kind: 'electoral',
    data: [],
    from: today,
    apply: (content) =>
      mayNotVote(content, today) === undefined
        ? granted({ ...content, electoral: entered(content.electoral, roll) })
        : refused({ code: 'may_not_vote' }),
  });
}
