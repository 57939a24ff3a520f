import { addDays, civilDate } from '#kernel/civil-date.ts';
import { answerTo, entriesOf, type FormCheck } from '#modules/case-files/public.ts';
import { atDocuments, atQuestions, documentNotExpired, worst, yearsBetween } from './checks.ts';
import { say } from './say.ts';

/** Days for the declaration (L. 470/1988, art. 6). */
const daysToDeclare = 90;
/** Nobody is older than this: a greater age is a year typed wrong. */
const oldestAge = 120;

/** The declaration comes in time, counted from the day that a question asks for. */
export function declaredInTime(question: string): FormCheck {
  return {
    id: 'within_90_days',
    title: say(
      'La dichiarazione è entro 90 giorni dal trasferimento',
      'The declaration is within 90 days of the move',
    ),
    problem: say(
      'Sono passati più di 90 giorni dal trasferimento. Invia lo stesso: la domanda vale, e prima è meglio.',
      'More than 90 days have passed since the move. Send it all the same: the application counts, and sooner is better.',
    ),
    about: atQuestions(question),
    weight: 'warns',
    law: 'L. 470/1988, art. 6',
    look: ({ answers, today }) => {
      const moved = answerTo(answers, question);
      if (moved === '') return 'to_be_seen';
      return addDays(civilDate(moved), daysToDeclare) >= today ? 'holds' : 'fails';
    },
  };
}

export const agesArePossible: FormCheck = {
  id: 'ages_possible',
  title: say('Le date di nascita sono possibili', 'Dates of birth are possible'),
  problem: say(
    'Una data di nascita è dopo oggi o più di 120 anni fa. Controlla l’anno.',
    'A date of birth is after today or more than 120 years ago. Check the year.',
  ),
  about: atQuestions('born_on', 'family'),
  weight: 'stops',
  look: ({ answers, today }) =>
    worst(
      [
        answerTo(answers, 'born_on'),
        ...entriesOf(answers, 'family').map((each) => each['born_on'] ?? ''),
      ].map((born) => {
        if (born === '') return 'to_be_seen';
        return born <= today && yearsBetween(born, today) <= oldestAge ? 'holds' : 'fails';
      }),
    ),
};

export const documentValid: FormCheck = {
  id: 'document_valid',
  title: say('Il documento d’identità non è scaduto', 'The identity document has not expired'),
  problem: say(
    'Il documento è scaduto. Se ne hai un altro valido, usa quello; altrimenti invia e chiedi all’ufficio come rinnovarlo.',
    'The document has expired. If you have another valid one, use that; otherwise send and ask the office how to renew it.',
  ),
  about: [...atQuestions('document_expires_on'), ...atDocuments('identity')],
  weight: 'warns',
  look: ({ answers, today }) => documentNotExpired(answerTo(answers, 'document_expires_on'), today),
};
