import { rule } from './rule.ts';

const article = 'art. 4(1-bis) L. 91/1992';

/** Citizenship by benefit of law for minors (beneficio di legge). */
export const benefitRules = {
  'BEN-1': rule(
    article,
    [
      'È per il minorenne nato all’estero che non è italiano dalla nascita; deve essere minorenne anche all’ultima dichiarazione.',
      'It is for a minor born abroad who is not Italian by birth, and still a minor at the last declaration.',
    ],
    {
      from: '2025-05-24',
      holds: ['è minorenne il {day} e non è già italiano.', 'is a minor on {day} and not already Italian.'],
      fails: [
        'il {day} non è più minorenne, oppure è già italiano o nato in Italia.',
        'on {day} is no longer a minor, or is already Italian or born in Italy.',
      ],
    },
  ),
  'BEN-2': rule(
    `${article}; escluse le ipotesi degli artt. 4, 5, 9, 13, 14, 17 e dell’art. 10 L. 555/1912`,
    [
      'Almeno un genitore deve essere cittadino per nascita; chi lo è diventato dopo non basta.',
      'At least one parent must be a citizen by birth; one who became a citizen later is not enough.',
    ],
    {
      holds: ['un genitore ({other}) è cittadino per nascita.', 'a parent ({other}) is a citizen by birth.'],
      fails: ['nessun genitore è cittadino per nascita.', 'no parent is a citizen by birth.'],
    },
  ),
  'BEN-3': rule(
    article,
    [
      'Dichiarano entrambi i genitori, anche quello straniero, o il tutore.',
      'Both parents declare, also the foreign one, or the guardian.',
    ],
    {
      holds: ['dichiarano tutti quelli che devono.', 'everybody who must declares.'],
      fails: ['non hanno dichiarato tutti quelli che devono.', 'not everybody who must has declared.'],
    },
  ),
  'BEN-4': rule(
    `${article}(b); L. 74/2025 (un anno); L. 199/2025 (tre anni dal 1/1/2026)`,
    [
      'La dichiarazione va resa entro tre anni (un anno fino al 31 dicembre 2025) dalla nascita, dalla filiazione o dall’adozione.',
      'The declaration is due within three years (one year until 31 December 2025) of the birth, the filiation or the adoption.',
    ],
    {
      from: '2025-05-24',
      holds: ['il termine finisce il {until}.', 'the term ends on {until}.'],
      fails: [
        'il {day} il termine, finito il {until}, era già passato.',
        'on {day} the term, which ended on {until}, was already over.',
      ],
    },
  ),
  'BEN-5': rule(
    `${article}(b)`,
    [
      'Se entrambi i genitori sono cittadini per nascita, il termine si conta dal primo riconoscimento.',
      'If both parents are citizens by birth, the term runs from the first recognition.',
    ],
    {
      holds: [
        'il termine si conta dalla prima filiazione, il {day}.',
        'the term runs from the first filiation, on {day}.',
      ],
    },
  ),
  'BEN-6': rule(
    `${article}(b)`,
    [
      'Se riconosce prima il genitore straniero, il termine si conta dal riconoscimento del genitore cittadino per nascita.',
      'If the foreign parent recognises first, the term runs from the recognition by the parent who is a citizen by birth.',
    ],
    {
      holds: [
        'il genitore cittadino per nascita ha riconosciuto dopo: il termine si conta dal {day}.',
        'the parent who is a citizen by birth recognised later: the term runs from {day}.',
      ],
    },
  ),
  'BEN-7': rule(
    `${article}; art. 15 L. 91/1992`,
    [
      'Con dichiarazioni in giorni diversi conta il giorno della seconda.',
      'With declarations on different days, the day of the second one counts.',
    ],
    { holds: ['conta l’ultima dichiarazione, del {day}.', 'the last declaration, of {day}, counts.'] },
  ),
  'BEN-8': rule(
    article,
    [
      'Se la filiazione è con una sola persona, o l’altro genitore è morto, basta una dichiarazione.',
      'If there is filiation with one person only, or the other parent is dead, one declaration is enough.',
    ],
    { holds: ['basta la dichiarazione di un genitore.', 'the declaration of one parent is enough.'] },
  ),
  'BEN-9': rule(
    `${article}; art. 23 L. 91/1992`,
    [
      'La dichiarazione si rende di persona davanti al funzionario con funzioni di stato civile.',
      'The declaration is made in person before the consular officer acting as registrar.',
    ],
    {
      holds: ['le dichiarazioni sono rese di persona.', 'the declarations are made in person.'],
      fails: ['una dichiarazione non è stata resa di persona.', 'a declaration was not made in person.'],
    },
  ),
  'BEN-10': rule(
    'art. 15 L. 91/1992',
    [
      'Si è cittadini dal giorno dopo che tutte le condizioni sono compiute, non dalla nascita.',
      'Citizenship starts on the day after all conditions are met, not at birth.',
    ],
    { holds: ['cittadinanza dal {day}, non dalla nascita.', 'citizen from {day}, not from birth.'] },
  ),
  'BEN-11': rule(
    `${article}(a)`,
    [
      'In alternativa: due anni continuativi di residenza legale in Italia dopo la dichiarazione, senza il termine di tre anni.',
      'Alternatively: two continuous years of legal residence in Italy after the declaration, without the three-year term.',
    ],
    {
      holds: [
        'resta la strada della residenza di due anni in Italia dopo la dichiarazione.',
        'the way through two years of residence in Italy after the declaration remains.',
      ],
    },
  ),
  'BEN-12': rule('art. 4(1-ter) L. 91/1992', [
    'Da maggiorenne si può rinunciare, se si ha un’altra cittadinanza.',
    'On majority the citizenship may be renounced, if another one is held.',
  ]),
  'BEN-13': rule('prassi consolare', [
    'La richiesta deve contenere tutto: quelle incomplete non hanno risposta.',
    'The request must contain everything: incomplete ones get no reply.',
  ]),
};
