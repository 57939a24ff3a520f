import { rule } from './rule.ts';

const article = 'art. 17 L. 91/1992 (L. 74/2025)';

/** Getting a lost citizenship back (riacquisto). */
export const reacquisitionRules = {
  'REACQ-1': rule(
    article,
    [
      'Può dichiarare chi è stato personalmente cittadino; i discendenti non dichiarano per un antenato.',
      'A former citizen may declare personally; descendants cannot declare for an ancestor.',
    ],
    {
      holds: ['è stato cittadino italiano.', 'was an Italian citizen.'],
      fails: [
        'non è mai stato cittadino, o non dichiara personalmente.',
        'was never a citizen, or does not declare personally.',
      ],
    },
  ),
  'REACQ-2': rule(
    article,
    [
      'Deve essere nato in Italia o avervi vissuto almeno due anni continuativi.',
      'The person must be born in Italy or have lived there for at least two continuous years.',
    ],
    {
      holds: [
        'è nato in Italia o vi ha vissuto due anni continuativi.',
        'was born in Italy or lived there for two continuous years.',
      ],
      fails: [
        'non è nato in Italia e non vi ha vissuto due anni continuativi.',
        'was not born in Italy and did not live there for two continuous years.',
      ],
    },
  ),
  'REACQ-3': rule(
    `${article}; artt. 8 nn. 1–2 e 12 L. 555/1912`,
    [
      'La perdita deve essere avvenuta entro il 15 agosto 1992 per naturalizzazione, rinuncia o con il genitore.',
      'The loss must have happened by 15 August 1992 through naturalisation, renunciation or with a parent.',
    ],
    {
      holds: [
        'ha perso la cittadinanza il {day}, per una di queste cause.',
        'lost the citizenship on {day}, for one of these causes.',
      ],
      fails: [
        'la perdita del {day} non ha una di queste cause.',
        'the loss of {day} has none of these causes.',
      ],
    },
  ),
  'REACQ-4': rule(
    `${article}; art. 13 L. 91/1992`,
    [
      'Non vale per rinunce e perdite dal 16 agosto 1992: resta il riacquisto con la residenza in Italia (art. 13).',
      'It does not serve renunciations and losses from 16 August 1992: reacquisition by residence in Italy (art. 13) remains.',
    ],
    {
      holds: [
        'resta solo il riacquisto con la residenza in Italia (art. 13).',
        'only reacquisition by residence in Italy (art. 13) remains.',
      ],
      fails: [
        'la perdita del {day} è successiva al 15 agosto 1992: resta l’art. 13.',
        'the loss of {day} came after 15 August 1992: art. 13 remains.',
      ],
    },
  ),
  'REACQ-5': rule(
    article,
    [
      'La dichiarazione si rende di persona dal 1° luglio 2025 al 31 dicembre 2027.',
      'The declaration is made in person from 1 July 2025 to 31 December 2027.',
    ],
    {
      from: '2025-07-01',
      until: '2027-12-31',
      holds: ['il {day} il termine è aperto.', 'on {day} the window is open.'],
      fails: [
        'il {day} il termine non è aperto, o la dichiarazione non è di persona.',
        'on {day} the window is not open, or the declaration is not in person.',
      ],
    },
  ),
  'REACQ-6': rule(
    'artt. 14 e 15 L. 91/1992',
    [
      'Vale dal giorno dopo e non all’indietro: i figli già nati non diventano cittadini per nascita.',
      'It takes effect on the day after, not backwards: children already born do not become citizens by birth.',
    ],
    {
      holds: [
        'cittadinanza dal {day}; i figli minorenni solo con l’art. 14.',
        'citizen from {day}; minor children only under art. 14.',
      ],
    },
  ),
  'REACQ-7': rule('art. 9-bis L. 91/1992', [
    'Si versano 250 € all’ufficio consolare con la dichiarazione.',
    '€250 is paid at the consular office with the declaration.',
  ]),
  'REACQ-8': rule(
    'art. 219 L. 151/1975; art. 17(2) L. 91/1992',
    [
      'La donna che perse la cittadinanza sposando uno straniero la riacquista con una dichiarazione, senza termine né altre condizioni.',
      'A woman who lost the citizenship by marrying a foreigner reacquires it by declaration, without a window or other conditions.',
    ],
    {
      from: '1975-09-20',
      holds: [
        'ha perso la cittadinanza con il matrimonio del {day}: può dichiarare in ogni tempo.',
        'lost the citizenship by the marriage of {day}: may declare at any time.',
      ],
      fails: ['non ha perso la cittadinanza con il matrimonio.', 'did not lose the citizenship by marriage.'],
    },
  ),
  'REACQ-9': rule(
    'Corte cost. 87/1975; Cass. SU 12061/1998',
    [
      'Per i figli nati dal 1948 non conta la perdita della madre dovuta solo a un matrimonio dal 1948; per i matrimoni anteriori decide un funzionario.',
      'For children born from 1948 a mother’s loss caused only by a marriage from 1948 does not count; for earlier marriages an officer decides.',
    ],
    {
      from: '1948-01-01',
      holds: [
        'la perdita per il matrimonio del {day} non conta per i figli nati dal 1948.',
        'the loss by the marriage of {day} does not count for children born from 1948.',
      ],
      fails: [
        'la madre ha perso la cittadinanza con il matrimonio del {day}, prima del 1948: la pagina consolare e la prassi divergono.',
        'the mother lost the citizenship by the marriage of {day}, before 1948: the consular page and practice differ.',
      ],
    },
  ),
  'REACQ-10': rule(
    'British Nationality Act 1948; art. 10(3) L. 555/1912',
    [
      'Chi sposò un britannico dal 1° gennaio 1949 non perse nulla con il matrimonio.',
      'A woman who married a British citizen from 1 January 1949 lost nothing by the marriage.',
    ],
    {
      from: '1949-01-01',
      fails: [
        'il matrimonio del {day} non ha tolto la cittadinanza: non c’è nulla da riacquistare per questa via.',
        'the marriage of {day} took no citizenship away: there is nothing to reacquire this way.',
      ],
    },
  ),
  'REACQ-11': rule(
    'art. 11 L. 91/1992',
    [
      'Chi non ha mai perso la cittadinanza è ancora italiano: non deve riacquistare.',
      'A person who never lost the citizenship is still Italian and has nothing to reacquire.',
    ],
    {
      fails: [
        'non ha perso la cittadinanza: è ancora italiano.',
        'did not lose the citizenship: still Italian.',
      ],
    },
  ),
};
