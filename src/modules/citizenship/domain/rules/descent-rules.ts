import { rule } from './rule.ts';

const article = 'art. 3-bis(1)';

/** The bar of art. 3-bis for people born abroad, and its exceptions (preclusione e lettere). */
export const descentRules = {
  'DESC-LINE': rule(
    'art. 1 L. 91/1992; art. 1 L. 555/1912',
    [
      'Serve prima di tutto una linea di trasmissione non interrotta.',
      'First of all an unbroken line of transmission is needed.',
    ],
    {
      holds: ['la linea di trasmissione è intatta.', 'the line of transmission is intact.'],
      fails: ['la linea di trasmissione si interrompe.', 'the line of transmission is broken.'],
    },
  ),
  'DESC-ITALY': rule(
    'art. 1 L. 91/1992',
    [
      'A chi nasce in Italia da genitore italiano l’art. 3-bis non si applica.',
      'Art. 3-bis does not apply to a person born in Italy of an Italian parent.',
    ],
    {
      holds: ['è una nascita in Italia.', 'the birth was in Italy.'],
      fails: ['è una nascita all’estero.', 'the birth was abroad.'],
    },
  ),
  'DESC-NOOTHER': rule(
    `${article} L. 91/1992; Circ. Min. Interno 26185 del 28/5/2025`,
    [
      'A chi non ha, né può ottenere con una semplice dichiarazione, un’altra cittadinanza l’art. 3-bis non si applica.',
      'Art. 3-bis does not apply to a person who neither has another citizenship nor can obtain one by mere declaration.',
    ],
    {
      holds: [
        'non ha e non può ottenere con una dichiarazione un’altra cittadinanza.',
        'neither holds another citizenship nor can obtain one by a declaration.',
      ],
      fails: [
        'ha, o può ottenere con una dichiarazione, un’altra cittadinanza.',
        'holds another citizenship, or can obtain one by a declaration.',
      ],
    },
  ),
  'DESC-A': rule(
    `${article}(a) L. 91/1992`,
    [
      'Lettera a: domanda con i documenti necessari presentata al consolato o al Comune entro le 23:59 (ora di Roma) del 27 marzo 2025.',
      'Letter a: an application with the necessary documents filed at the consulate or Comune by 23:59 (Rome) on 27 March 2025.',
    ],
    {
      holds: [
        'la domanda completa è stata presentata in tempo.',
        'the complete application was filed in time.',
      ],
      fails: [
        'nessuna domanda completa risulta presentata al consolato o al Comune entro le 23:59 (ora di Roma) del 27 marzo 2025.',
        'no complete application was filed at the consulate or Comune by 23:59 (Rome) on 27 March 2025.',
      ],
    },
  ),
  'DESC-ABIS': rule(
    `${article}(a-bis) L. 91/1992`,
    [
      'Lettera a-bis: domanda presentata nel giorno di un appuntamento che l’ufficio aveva comunicato al richiedente entro le 23:59 (ora di Roma) del 27 marzo 2025.',
      'Letter a-bis: an application filed on the day of an appointment that the office had communicated to the applicant by 23:59 (Rome) on 27 March 2025.',
    ],
    {
      holds: [
        'l’appuntamento era stato comunicato in tempo al richiedente e la domanda è di quel giorno.',
        'the appointment had been communicated to the applicant in time and the application is of that day.',
      ],
      fails: [
        'non c’è un appuntamento comunicato al richiedente in tempo con una domanda completa presentata in quel giorno; un posto in lista d’attesa non basta.',
        'there is no appointment communicated to the applicant in time with a complete application filed on that day; a place on a waiting list is not enough.',
      ],
    },
  ),
  'DESC-B': rule(
    `${article}(b) L. 91/1992`,
    [
      'Lettera b: domanda giudiziale presentata entro le 23:59 (ora di Roma) del 27 marzo 2025.',
      'Letter b: a court action filed by 23:59 (Rome) on 27 March 2025.',
    ],
    {
      holds: ['la domanda al giudice è stata presentata in tempo.', 'the court action was filed in time.'],
      fails: [
        'nessuna domanda al giudice è stata presentata entro le 23:59 (ora di Roma) del 27 marzo 2025.',
        'no court action was filed by 23:59 (Rome) on 27 March 2025.',
      ],
    },
  ),
  'DESC-OLDLAW': rule(
    `${article}(a)–(b) L. 91/1992, «normativa applicabile al 27 marzo 2025»`,
    [
      'Con le lettere a, a-bis e b non c’è limite di generazioni: vale la legge applicabile al 27 marzo 2025.',
      'Under letters a, a-bis and b there is no limit of generations: the law applicable on 27 March 2025 decides.',
    ],
    {
      holds: [
        'si applica la legge del 27 marzo 2025, senza limite di generazioni.',
        'the law of 27 March 2025 applies, without a limit of generations.',
      ],
    },
  ),
  'DESC-C-1': rule(
    `${article}(c) L. 91/1992`,
    [
      'Lettera c: un genitore o un nonno ha, o aveva alla morte, solo la cittadinanza italiana.',
      'Letter c: a parent or grandparent holds, or held at death, only the Italian citizenship.',
    ],
    {
      from: '2025-05-24',
      holds: [
        'un genitore o un nonno della linea ({other}) aveva solo la cittadinanza italiana.',
        'a parent or grandparent of the line ({other}) held only the Italian citizenship.',
      ],
      fails: [
        'nessun genitore o nonno della linea aveva solo la cittadinanza italiana.',
        'no parent or grandparent of the line held only the Italian citizenship.',
      ],
    },
  ),
  'DESC-C-2': rule(
    `${article}(c) L. 91/1992`,
    [
      'Conta la situazione dell’ascendente il giorno della nascita del discendente o, se era già morto, alla sua morte.',
      'What counts is the ascendant’s status on the descendant’s birth date or, if already dead, at death.',
    ],
    {
      holds: [
        'si guarda al {day}, giorno della nascita del discendente o della morte dell’ascendente se anteriore.',
        'the day that counts is {day}: the descendant’s birth, or the ascendant’s earlier death.',
      ],
    },
  ),
  'DESC-C-3': rule(
    `${article}(c) L. 91/1992`,
    [
      '«Esclusivamente» significa nessun’altra cittadinanza, di qualunque origine; la prova serve per ogni Paese di residenza.',
      '“Exclusively” means no other citizenship at all, whatever its origin; proof is needed for each country of residence.',
    ],
    {
      holds: ['il {day} non aveva altre cittadinanze.', 'on {day} held no other citizenship.'],
      fails: ['il {day} aveva anche un’altra cittadinanza.', 'on {day} held another citizenship too.'],
    },
  ),
  'DESC-C-4': rule(
    `${article}(c) L. 91/1992; artt. 1 e 3-bis L. 91/1992`,
    [
      'L’ascendente della lettera c deve stare nella linea da cui arriva la cittadinanza.',
      'The ascendant of letter c must be in the line through which the citizenship comes.',
    ],
    {
      holds: ['appartiene alla linea che trasmette.', 'belongs to the transmitting line.'],
      fails: ['non appartiene alla linea che trasmette.', 'does not belong to the transmitting line.'],
    },
  ),
  'DESC-C-5': rule(
    `${article}(c) L. 91/1992 come convertito dalla L. 74/2025`,
    [
      'L’ascendente della lettera c può essere nato anche fuori d’Italia: la nascita in Italia era richiesta solo dal decreto prima della conversione.',
      'The ascendant of letter c may be born outside Italy too: birth in Italy was required only by the decree before its conversion.',
    ],
    {
      from: '2025-05-24',
      holds: ['è nato fuori d’Italia, e questo non conta.', 'was born outside Italy, which does not matter.'],
      fails: [
        'tra il 28 marzo e il 23 maggio 2025 il decreto diceva altro: decide un funzionario.',
        'between 28 March and 23 May 2025 the decree said otherwise: an officer decides.',
      ],
    },
  ),
  'DESC-D-1': rule(
    `${article}(d) L. 91/1992`,
    [
      'Lettera d: un genitore, anche adottivo, ha vissuto in Italia almeno due anni continuativi da cittadino e prima della nascita o dell’adozione.',
      'Letter d: a parent, adoptive too, lived in Italy for at least two continuous years as a citizen and before the birth or adoption.',
    ],
    {
      from: '2025-05-24',
      holds: [
        'un genitore ({other}) ha vissuto in Italia due anni continuativi prima del {day}.',
        'a parent ({other}) lived in Italy for two continuous years before {day}.',
      ],
      fails: [
        'nessun genitore della linea ha vissuto in Italia due anni continuativi da cittadino prima del {day}.',
        'no parent of the line lived in Italy for two continuous years as a citizen before {day}.',
      ],
    },
  ),
  'DESC-D-2': rule(
    `${article}(d) e art. 15 L. 91/1992`,
    [
      'Per chi è italiano dalla nascita conta ogni residenza; per chi lo è diventato, solo quella dopo l’acquisto.',
      'For a parent Italian by birth every residence counts; for one who became Italian, only that after the acquisition.',
    ],
    {
      holds: ['la residenza si conta dal {day}.', 'residence is counted from {day}.'],
    },
  ),
  'DESC-D-3': rule(
    `${article}(d) e art. 1 L. 91/1992`,
    [
      'Il genitore può avere altre cittadinanze, ma deve essere italiano alla nascita o adozione del figlio.',
      'The parent may hold other citizenships, but must be Italian at the child’s birth or adoption.',
    ],
    {
      holds: [
        'era cittadino italiano il {day}; altre cittadinanze non contano.',
        'was an Italian citizen on {day}; other citizenships do not matter.',
      ],
      fails: ['non era cittadino italiano il {day}.', 'was not an Italian citizen on {day}.'],
    },
  ),
  'DESC-D-4': rule(
    `${article}(d) L. 91/1992; art. 35 d.P.R. 223/1989`,
    [
      'La residenza si prova con il certificato storico di residenza del Comune.',
      'Residence is proved with the historical residence certificate of the Comune.',
    ],
    {
      holds: ['la residenza in Italia risulta documentata.', 'the residence in Italy is documented.'],
      fails: ['manca la prova della residenza in Italia.', 'the proof of the residence in Italy is missing.'],
    },
  ),
  'DESC-MINOR': rule(
    'artt. 1 e 3-bis L. 91/1992; d.P.R. 396/2000',
    [
      'Per chi ha meno di 18 anni si chiede la trascrizione della nascita, senza il contributo per la domanda.',
      'For a person under 18 the act is a request to transcribe the birth, without the application fee.',
    ],
    {
      holds: ['ha meno di 18 anni il {day}.', 'is under 18 on {day}.'],
      fails: ['ha già compiuto 18 anni il {day}.', 'is already 18 on {day}.'],
    },
  ),
  'DESC-ADULT': rule(
    'art. 3-bis L. 91/1992; art. 7-bis della tariffa consolare (D.Lgs. 71/2011); L. 11/2026',
    [
      'Chi ha 18 anni presenta domanda al consolato di residenza o, se vive in Italia, al Comune.',
      'A person of 18 or over applies to the consulate of residence or, if living in Italy, to the Comune.',
    ],
  ),
  'DESC-DOC': rule(
    'art. 10-bis L. 241/1990; art. 3-bis(1)(a) L. 91/1992',
    [
      'Le domande incomplete sono restituite; per la lettera a la domanda doveva essere completa entro il termine.',
      'Incomplete applications are returned; for letter a the application had to be complete by the cut-off.',
    ],
    {
      holds: ['i documenti necessari erano presenti.', 'the necessary documents were there.'],
      fails: ['i documenti necessari non erano completi.', 'the necessary documents were not complete.'],
    },
  ),
  'DESC-1948C': rule(
    'art. 1(2) L. 555/1912; art. 3-bis(1)(c) L. 91/1992',
    [
      'Una nonna solo italiana non basta se suo figlio nacque prima del 1948 da padre straniero: la linea è interrotta.',
      'A grandmother who was only Italian is not enough if her child was born before 1948 of a foreign father: the line is broken.',
    ],
    {
      holds: [
        'l’ascendente solo italiana ({other}) non ha potuto trasmettere prima del 1948.',
        'the ascendant who was only Italian ({other}) could not transmit before 1948.',
      ],
    },
  ),
};
