import type { FormFacts, OtherProcedure } from '#modules/case-files/public.ts';
import { liesInDistrict } from '../shared/checks.ts';
import { say } from '../shared/say.ts';

/**
 * A move to another district is a registration at the office there (trasferimento di residenza in altra circoscrizione,
 * L. 470/1988, art. 6): whatever was typed goes along, as that form asks for it.
 */
export function becomesRegistration(facts: FormFacts): OtherProcedure | undefined {
  const { standing, officeId } = facts;
  const comesFromElsewhere =
    officeId !== null && standing.registerOf !== undefined && standing.registerOf !== officeId;
  if (liesInDistrict(facts) !== 'fails' && !comesFromElsewhere) return undefined;
  const { moved_on: movedOn = '', ...answers } = facts.answers;
  return {
    procedure: 'aire-registration',
    because: say(
      'Passi alla circoscrizione di un altro ufficio. Lì il cambio di casa è un’iscrizione all’AIRE: quello che hai scritto viene con te, e il vecchio ufficio viene avvisato.',
      'You pass to the district of another office. There a change of home is an AIRE registration: what you have written comes with you, and the old office is told.',
    ),
    answers: { ...answers, stay: 'long', reason: 'from_other_district', arrived_on: movedOn },
  };
}
