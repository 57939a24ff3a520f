import { principle, rule } from './rule.ts';

/** How the rules are applied. */
export const principles = {
  'ENG-1': rule(
    'art. 6(1)(b) L. 241/1990',
    [
      'Si chiede un dato solo quando la risposta può cambiare l’esito.',
      'A fact is asked for only when the answer can change the outcome.',
    ],
    {
      holds: [
        'manca un dato e l’esito dipende dalla risposta.',
        'one fact is missing and the outcome depends on the answer.',
      ],
    },
  ),
  'ENG-2': principle('art. 3-bis L. 91/1992', [
    'La linea di trasmissione e lo sbarramento dell’art. 3-bis sono due domande distinte: occorre superarle entrambe.',
    'The line of transmission and the bar of art. 3-bis are two separate questions: both must be passed.',
  ]),
  'ENG-3': principle('art. 1 L. 555/1912; art. 1 L. 91/1992', [
    'Si guarda al giorno in cui il fatto accadde: la nascita per la trasmissione, l’acquisto straniero per la perdita.',
    'What counts is the day of the fact: the birth for transmission, the foreign acquisition for a loss.',
  ]),
  'ENG-4': principle('art. 1 L. 91/1992', [
    'Basta una linea: si provano tutte, da ogni genitore.',
    'One line is enough: every one is tried, through each parent.',
  ]),
  'ENG-5': principle('art. 15 L. 91/1992', [
    'Perdite e riacquisti valgono dal loro giorno in avanti, mai all’indietro.',
    'Losses and reacquisitions work from their day onwards, never backwards.',
  ]),
  'ENG-6': principle('art. 10-bis L. 241/1990', [
    'Se una strada è chiusa, si indica la prossima da provare.',
    'When one way is closed, the next one worth trying is named.',
  ]),
  'ENG-7': principle('art. 3 L. 241/1990', [
    'Ogni passo dice la sua regola e il suo articolo.',
    'Every step states its rule and its article.',
  ]),
  'ENG-8': principle('art. 1 L. 218/1995', [
    'La cittadinanza straniera è un fatto da dichiarare e provare: non si deduce dal luogo di nascita.',
    'A foreign citizenship is a fact to be stated and proved: it is never deduced from the place of birth.',
  ]),
};
