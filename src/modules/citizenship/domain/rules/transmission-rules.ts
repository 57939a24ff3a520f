import { rule } from './rule.ts';

/** Passing from parent to child (trasmissione iure sanguinis, filiazione, adozione). */
export const transmissionRules = {
  'TRANS-1': rule(
    'art. 4 c.c. 1865; art. 1(1) L. 555/1912; art. 1(1)(a) L. 91/1992',
    ['È cittadino chi nasce da padre cittadino.', 'The child of an Italian father is Italian.'],
    {
      from: '1861-03-17',
      holds: [
        'alla nascita, il {day}, il padre era cittadino italiano.',
        'at the birth, on {day}, the father was an Italian citizen.',
      ],
      fails: [
        'alla nascita, il {day}, il padre non era cittadino italiano.',
        'at the birth, on {day}, the father was not an Italian citizen.',
      ],
    },
  ),
  'TRANS-2': rule(
    'Corte cost. 30/1983; art. 5 L. 123/1983; art. 1(1)(a) L. 91/1992',
    [
      'È cittadino chi nasce da madre cittadina dal 1° gennaio 1948.',
      'The child of an Italian mother is Italian if born on or after 1 January 1948.',
    ],
    {
      from: '1948-01-01',
      holds: [
        'alla nascita, il {day}, la madre era cittadina italiana.',
        'at the birth, on {day}, the mother was an Italian citizen.',
      ],
      fails: [
        'alla nascita, il {day}, la madre non era cittadina italiana.',
        'at the birth, on {day}, the mother was not an Italian citizen.',
      ],
    },
  ),
  'TRANS-3': rule(
    'art. 1(2) L. 555/1912; Cass. SU 4466/2009 (solo in giudizio)',
    [
      'Prima del 1948 la madre trasmette solo se il padre è ignoto, apolide o non trasmette la sua cittadinanza. Altrimenti decide solo il giudice.',
      'Before 1948 a mother transmits only if the father is unknown, stateless or does not pass on his citizenship. Otherwise only the courts can decide.',
    ],
    {
      until: '1947-12-31',
      holds: [
        'è una nascita del {day}: il padre è ignoto, apolide o non trasmette la sua cittadinanza, e quindi trasmette la madre.',
        'the birth was on {day}: the father is unknown, stateless or does not pass on his citizenship, so the mother transmits.',
      ],
      fails: [
        'è una nascita del {day}, prima del 1948, con un padre straniero che trasmette la sua cittadinanza: la linea materna si ferma qui in via amministrativa.',
        'the birth was on {day}, before 1948, with a foreign father who passes on his citizenship: the maternal line stops here outside the courts.',
      ],
    },
  ),
  'TRANS-4': rule(
    'art. 1(1) L. 555/1912',
    [
      'Se il padre è italiano la nascita prima del 1948 non conta: la cittadinanza passa da lui.',
      'If the father is Italian a birth before 1948 does no harm: citizenship passes through him.',
    ],
    {
      until: '1947-12-31',
      holds: [
        'la nascita è prima del 1948, ma anche il padre era italiano: il passaggio avviene da lui.',
        'the birth was before 1948, but the father was Italian too: the link passes through him.',
      ],
    },
  ),
  'TRANS-5': rule(
    'art. 2 L. 91/1992; art. 2 L. 555/1912; artt. 250 ss. c.c.; d.P.R. 396/2000',
    [
      'La filiazione accertata da minorenne vale dalla nascita; quella accertata da maggiorenne apre solo l’elezione entro un anno.',
      'A filiation established while a minor counts from birth; one established in adulthood only opens an election within one year.',
    ],
    {
      holds: [
        'la filiazione è stata accertata il {day}, durante la minore età.',
        'the filiation was established on {day}, while a minor.',
      ],
      fails: [
        'la filiazione è stata accertata il {day}, da maggiorenne: si può solo eleggere la cittadinanza entro un anno.',
        'the filiation was established on {day}, in adulthood: the citizenship can only be elected within one year.',
      ],
    },
  ),
  'TRANS-6': rule(
    'art. 3 L. 91/1992; L. 184/1983',
    [
      'Il minore straniero adottato da un cittadino diventa cittadino; l’adozione di un maggiorenne non basta.',
      'A foreign minor adopted by an Italian citizen becomes Italian; the adoption of an adult gives nothing.',
    ],
    {
      holds: [
        'adozione da minorenne, il {day}, da parte di un cittadino italiano.',
        'adopted as a minor, on {day}, by an Italian citizen.',
      ],
      fails: [
        'l’adozione del {day} non dà la cittadinanza: era maggiorenne, o chi ha adottato non era italiano.',
        'the adoption of {day} gives no citizenship: the person was an adult, or the adopter was not Italian.',
      ],
    },
  ),
  'TRANS-7': rule(
    'Regno d’Italia, 17 marzo 1861; art. 4 c.c. 1865',
    [
      'Chi è morto prima del 17 marzo 1861 (o dell’annessione del suo territorio) non fu mai cittadino italiano.',
      'Nobody who died before 17 March 1861 (or the annexation of their territory) was ever an Italian citizen.',
    ],
    {
      from: '1861-03-17',
      holds: ['era in vita il 17 marzo 1861.', 'was alive on 17 March 1861.'],
      fails: ['è morto il {day}, prima del Regno d’Italia.', 'died on {day}, before the Kingdom of Italy.'],
    },
  ),
  'TRANS-8': rule(
    'art. 9 c.c. 1865; art. 10(2) L. 555/1912',
    [
      'La straniera che sposò un italiano prima del 27 aprile 1983 divenne cittadina automaticamente.',
      'A foreign woman who married an Italian man before 27 April 1983 became Italian automatically.',
    ],
    {
      until: '1983-04-26',
      holds: [
        'con il matrimonio del {day} con un italiano è diventata cittadina.',
        'by the marriage of {day} to an Italian she became a citizen.',
      ],
      fails: [
        'il matrimonio del {day} non ha dato la cittadinanza: quel giorno il marito non era italiano, o già serviva una domanda (dal 27 aprile 1983).',
        'the marriage of {day} gave no citizenship: that day the husband was not Italian, or an application was already needed (from 27 April 1983).',
      ],
    },
  ),
  'TRANS-9': rule(
    'art. 10(2) L. 555/1912; Corte cost. 30/1983',
    [
      'La donna divenuta italiana per matrimonio trasmette ai figli nati dal 1948 finché è italiana. Se il marito poi si naturalizza, decide un funzionario.',
      'A woman made Italian by marriage transmits to children born from 1948 while she is Italian. If the husband later naturalised, an officer decides.',
    ],
    {
      from: '1948-01-01',
      holds: [
        'la madre, italiana per matrimonio, era cittadina il {day}.',
        'the mother, Italian by marriage, was a citizen on {day}.',
      ],
      fails: [
        'il {day} il marito ha perso la cittadinanza: è dubbio se la moglie, italiana per matrimonio, l’abbia seguito.',
        'on {day} the husband lost the citizenship: it is doubtful whether his wife, Italian by marriage, followed him.',
      ],
    },
  ),
  'TRANS-10': rule(
    'art. 1(1)(b) L. 91/1992; art. 1 n. 3 L. 555/1912',
    [
      'È cittadino chi nasce in Italia da genitori ignoti o apolidi, o se non segue la cittadinanza di nessuno dei due.',
      'A child born in Italy of unknown or stateless parents, or who follows neither parent’s citizenship, is Italian.',
    ],
    {
      holds: [
        'è una nascita in Italia e nessun genitore ha trasmesso una cittadinanza.',
        'the birth was in Italy and no parent passed on a citizenship.',
      ],
    },
  ),
  'TRANS-11': rule(
    'art. 3-bis(1) L. 91/1992',
    [
      'Chi è già riconosciuto cittadino dalla nascita, anche se nato all’estero, non viene esaminato di nuovo.',
      'A person already recognised as Italian by birth, also one born abroad, is not examined again.',
    ],
    {
      holds: [
        'la cittadinanza italiana dalla nascita è già riconosciuta.',
        'Italian citizenship from birth is already recognised.',
      ],
    },
  ),
};
