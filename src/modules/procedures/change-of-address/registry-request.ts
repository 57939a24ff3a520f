import { answerTo } from '#modules/case-files/public.ts';
import { applicantPart, familyParts, type Request, residencePart, row } from '../shared/request-parts.ts';
import { say } from '../shared/say.ts';

/** What the municipality changes: who moved, and the new residence abroad (variazione dell’indirizzo estero). */
export const registryRequest: Request = (answers, about) => {
  const aire = answerTo(answers, 'aire_municipality');
  return [
    {
      title: say('Variazione dell’indirizzo estero', 'Change of the address abroad'),
      rows: [
        ...row('Comune AIRE', 'AIRE municipality', aire && about.townName(aire)),
        ...row('Data di arrivo al consolato', 'Reached the consulate on', about.reachedOn),
      ],
    },
    applicantPart(answers),
    ...familyParts(answers, about),
    residencePart(answers, answerTo(answers, 'moved_on'), about),
  ];
};
