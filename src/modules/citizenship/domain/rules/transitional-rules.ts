import { rule } from './rule.ts';

const article = 'art. 1(1-ter) DL 36/2025 (L. 74/2025)';

/** The transitional benefit for those who were minors on 24 May 2025. */
export const transitionalRules = {
  'TRANSIT-1': rule(
    article,
    [
      'È per chi era minorenne il 24 maggio 2025: nato dal 25 maggio 2007.',
      'It is for those who were minors on 24 May 2025: born on or after 25 May 2007.',
    ],
    {
      from: '2025-05-24',
      holds: [
        'è nato il {day}: era minorenne il 24 maggio 2025.',
        'was born on {day}: a minor on 24 May 2025.',
      ],
      fails: [
        'è nato il {day}: non era più minorenne il 24 maggio 2025.',
        'was born on {day}: no longer a minor on 24 May 2025.',
      ],
    },
  ),
  'TRANSIT-2': rule(
    `${article}; art. 3-bis(1)(a), (a-bis), (b) L. 91/1992`,
    [
      'Un genitore deve essere cittadino per nascita riconosciuto con le lettere a, a-bis o b.',
      'A parent must be a citizen by birth recognised under letters a, a-bis or b.',
    ],
    {
      holds: [
        'un genitore ({other}) è stato riconosciuto con le lettere a, a-bis o b.',
        'a parent ({other}) was recognised under letters a, a-bis or b.',
      ],
      fails: [
        'nessun genitore cittadino per nascita è stato riconosciuto con le lettere a, a-bis o b.',
        'no parent who is a citizen by birth was recognised under letters a, a-bis or b.',
      ],
    },
  ),
  'TRANSIT-3': rule(
    `${article}; L. 26/2026 (DL 200/2025): 31 maggio 2029; pagina consolare: 31 maggio 2026`,
    [
      'La dichiarazione va resa entro il 31 maggio 2029; la pagina consolare dice ancora 31 maggio 2026.',
      'The declaration is due by 31 May 2029; the consular page still says 31 May 2026.',
    ],
    {
      holds: ['il termine finisce il {until}.', 'the term ends on {until}.'],
      fails: [
        'il {day} il termine del {until} era già passato.',
        'on {day} the term of {until} was already over.',
      ],
    },
  ),
  'TRANSIT-4': rule(
    article,
    [
      'Chi ha compiuto 18 anni dichiara personalmente, entro lo stesso termine.',
      'A person who has turned 18 declares personally, by the same deadline.',
    ],
    {
      holds: [
        'ha compiuto 18 anni il {day}: da allora dichiara personalmente.',
        'turned 18 on {day}: from then on the declaration is personal.',
      ],
      fails: [
        'ha compiuto 18 anni il {day}: la dichiarazione dei genitori non vale più, può dichiarare solo personalmente.',
        'turned 18 on {day}: the parents’ declaration no longer counts, only a personal one does.',
      ],
    },
  ),
  'TRANSIT-5': rule(
    article,
    [
      'Chi dichiara, come e da quando vale: le stesse regole del beneficio di legge.',
      'Who declares, how and from when it counts: the same rules as for the benefit of law.',
    ],
    {
      holds: [
        'la dichiarazione è completa e resa di persona.',
        'the declaration is complete and made in person.',
      ],
      fails: [
        'la dichiarazione non è completa o non è stata resa di persona.',
        'the declaration is not complete or was not made in person.',
      ],
    },
  ),
  'TRANSIT-6': rule(
    article,
    [
      'Se il genitore è italiano solo con le lettere c o d, o lo è diventato dopo, questa strada è chiusa.',
      'If the parent is Italian only under letters c or d, or became so later, this route is closed.',
    ],
    {
      fails: [
        'il genitore italiano non rientra nelle lettere a, a-bis o b: strada chiusa.',
        'the Italian parent does not fall under letters a, a-bis or b: route closed.',
      ],
    },
  ),
  'TRANSIT-7': rule(
    article,
    [
      'Chi è nato dopo il 24 maggio 2025 segue il beneficio di legge.',
      'A child born after 24 May 2025 follows the benefit of law.',
    ],
    {
      fails: [
        'è nato il {day}, dopo il 24 maggio 2025: vale il beneficio di legge.',
        'was born on {day}, after 24 May 2025: the benefit of law applies.',
      ],
    },
  ),
};
