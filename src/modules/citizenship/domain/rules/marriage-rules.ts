import { rule } from './rule.ts';

/** Marriage and civil union with an Italian citizen (art. 5). */
export const marriageRules = {
  'MARR-1': rule(
    'artt. 5–8 L. 91/1992; L. 123/1983; L. 76/2016',
    [
      'La domanda spetta al coniuge o unito civilmente straniero di un cittadino italiano, per unioni dal 27 aprile 1983.',
      'The application is for the foreign spouse or civil partner of an Italian citizen, for unions from 27 April 1983.',
    ],
    {
      from: '1983-04-27',
      holds: ['l’unione del {day} apre questa strada.', 'the union of {day} opens this route.'],
      fails: [
        'ha già la cittadinanza, oppure non c’è un matrimonio o un’unione civile che apra questa strada.',
        'is Italian already, or there is no marriage or civil union that opens this route.',
      ],
    },
  ),
  'MARR-2': rule(
    'art. 5(1) L. 91/1992',
    [
      'Chi vive all’estero può chiedere dopo tre anni dalla celebrazione, se il coniuge è italiano dalla nascita.',
      'A person living abroad may apply three years after the celebration, if the spouse is Italian from birth.',
    ],
    {
      holds: [
        'il termine si conta dalla celebrazione, il {day}.',
        'the term runs from the celebration, on {day}.',
      ],
    },
  ),
  'MARR-3': rule(
    'art. 5(1) L. 91/1992',
    [
      'Se il coniuge è diventato italiano dopo le nozze, il termine si conta da quell’acquisto.',
      'If the spouse became Italian after the wedding, the term runs from that acquisition.',
    ],
    {
      holds: [
        'il coniuge è diventato italiano il {day}, dopo le nozze: il termine si conta da allora.',
        'the spouse became Italian on {day}, after the wedding: the term runs from then.',
      ],
    },
  ),
  'MARR-4': rule(
    'art. 5(2) L. 91/1992',
    [
      'Il termine si dimezza con figli nati o adottati da entrambi i coniugi.',
      'The term is halved with children born to or adopted by both spouses.',
    ],
    {
      holds: [
        'c’è un figlio di entrambi: il termine si dimezza.',
        'there is a child of both: the term is halved.',
      ],
      fails: [
        'non c’è un figlio di entrambi: il termine è intero.',
        'there is no child of both: the full term applies.',
      ],
    },
  ),
  'MARR-5': rule(
    'art. 5 L. 91/1992; art. 2963 c.c.',
    [
      'La domanda è in tempo dal giorno stesso in cui il termine si compie.',
      'The application is in time from the very day on which the term is complete.',
    ],
    {
      holds: [
        'la domanda del {day} rispetta il termine, compiuto il {until}.',
        'the application of {day} respects the term, complete on {until}.',
      ],
      fails: [
        'la domanda del {day} è troppo presto: si può presentare dal {until}. I pagamenti si riusano entro un anno.',
        'the application of {day} is too early: it can be filed from {until}. Payments can be reused within one year.',
      ],
    },
  ),
  'MARR-6': rule(
    'artt. 5 e 9-ter L. 91/1992; art. 19 d.P.R. 396/2000',
    [
      'Il matrimonio o l’unione celebrati all’estero devono essere già trascritti in un Comune italiano.',
      'A marriage or union celebrated abroad must already be transcribed at an Italian Comune.',
    ],
    {
      holds: ['l’atto è trascritto in Italia.', 'the record is transcribed in Italy.'],
      fails: [
        'l’atto non era trascritto in Italia quando si è presentata la domanda.',
        'the record was not transcribed in Italy when the application was filed.',
      ],
    },
  ),
  'MARR-7': rule(
    'art. 5(1) L. 91/1992',
    [
      'Il vincolo deve durare fino all’adozione del decreto: nessun divorzio, annullamento, scioglimento o separazione.',
      'The bond must last until the decree is adopted: no divorce, annulment, dissolution or separation.',
    ],
    {
      holds: ['il vincolo è rimasto valido.', 'the bond stayed valid.'],
      fails: [
        'il vincolo è cessato il {day}, prima del decreto.',
        'the bond ended on {day}, before the decree.',
      ],
    },
  ),
  'MARR-8': rule(
    'art. 5(1) L. 91/1992',
    [
      'La morte del coniuge dopo la domanda non nuoce; prima della domanda chiude la strada.',
      'The spouse’s death after the filing does no harm; before the filing it closes the route.',
    ],
    {
      holds: [
        'il coniuge è morto il {day}, dopo la domanda: non nuoce.',
        'the spouse died on {day}, after the filing: it does no harm.',
      ],
      fails: [
        'il coniuge è morto il {day}, prima della domanda.',
        'the spouse died on {day}, before the filing.',
      ],
    },
  ),
  'MARR-9': rule(
    'art. 5(1) L. 91/1992; L. 470/1988 (AIRE)',
    [
      'Il coniuge italiano risiede nella circoscrizione, è iscritto all’AIRE e vive allo stesso indirizzo, o entrambi documentano perché no.',
      'The Italian spouse lives in the district, is registered with AIRE and shares the address, or both document why not.',
    ],
    {
      holds: [
        'l’indirizzo è comune, o il motivo del domicilio separato è documentato; residenza nella circoscrizione e iscrizione AIRE del coniuge sono da mostrare.',
        'the address is shared, or the reason for living apart is documented; residence in the district and the spouse’s AIRE registration are to be shown.',
      ],
      fails: [
        'gli indirizzi sono diversi e il motivo non è documentato.',
        'the addresses differ and the reason is not documented.',
      ],
    },
  ),
  'MARR-10': rule(
    'art. 6 L. 91/1992',
    [
      'Sono di ostacolo le condanne italiane per reati puniti con più di tre anni, quelle straniere a più di un anno per reati non politici e i delitti contro la personalità dello Stato.',
      'Bars are Italian convictions for offences punishable with more than three years, foreign ones to more than one year for non-political offences, and crimes against the personality of the State.',
    ],
    {
      holds: ['nessuna condanna è di ostacolo.', 'no conviction is a bar.'],
      fails: [
        'una condanna è di ostacolo. La riabilitazione lo toglie; per le condanne straniere la legge chiede anche il riconoscimento in Italia.',
        'a conviction is a bar. Rehabilitation removes it; for foreign convictions the law also asks for recognition in Italy.',
      ],
    },
  ),
  'MARR-11': rule(
    'art. 9.1 L. 91/1992 (DL 113/2018)',
    [
      'Serve un certificato di italiano almeno B1 di PLIDA, CertIt, CILS, CELI o Co.L.',
      'An Italian certificate of at least B1 from PLIDA, CertIt, CILS, CELI or Co.L is needed.',
    ],
    {
      from: '2018-12-04',
      holds: ['il certificato di lingua è valido.', 'the language certificate is valid.'],
      fails: [
        'manca un certificato di italiano almeno B1 di uno dei cinque enti.',
        'an Italian certificate of at least B1 from one of the five bodies is missing.',
      ],
    },
  ),
  'MARR-12': rule(
    'art. 9.1 L. 91/1992; art. 4-bis e 9 D.Lgs. 286/1998',
    [
      'È esonerato chi ha firmato l’accordo di integrazione, ha un permesso UE di lungo periodo rilasciato dall’Italia o un titolo di studio italiano riconosciuto.',
      'Exempt are signatories of the integration agreement, holders of an EU long-term permit issued by Italy and holders of a recognised Italian qualification.',
    ],
    {
      holds: [
        'l’esonero dal certificato di lingua è valido.',
        'the exemption from the language certificate is valid.',
      ],
      fails: [
        'il motivo indicato non esonera dal certificato.',
        'the ground stated does not exempt from the certificate.',
      ],
    },
  ),
  'MARR-13': rule(
    'art. 6 L. 91/1992; art. 1 d.P.R. 362/1994',
    [
      'Servono i certificati penali, rilasciati nei sei mesi prima della domanda, di ogni Paese di cittadinanza o di residenza dai 14 anni (Italia esclusa).',
      'Criminal records issued in the six months before the filing are needed from every country of citizenship or of residence since the age of 14 (Italy excluded).',
    ],
    {
      holds: ['i certificati penali ci sono e sono recenti.', 'the criminal records are there and recent.'],
      fails: [
        'un certificato penale manca o non è dei sei mesi prima della domanda ({country}).',
        'a criminal record is missing or was not issued in the six months before the filing ({country}).',
      ],
    },
  ),
  'MARR-14': rule(
    'art. 9-ter L. 91/1992 (DL 130/2020)',
    [
      'Il procedimento dura 24 mesi dalla domanda, prorogabili a 36.',
      'The procedure lasts 24 months from the filing and may be extended to 36.',
    ],
    {
      from: '2020-12-20',
      holds: [
        'il Ministero decide entro il {day}, al più tardi entro il {until}.',
        'the Ministry decides by {day}, at the latest by {until}.',
      ],
    },
  ),
  'MARR-15': rule(
    'art. 10 L. 91/1992',
    [
      'Il giuramento va prestato entro sei mesi dalla notifica del decreto; poi il diritto decade.',
      'The oath must be taken within six months of the notification of the decree; afterwards the right lapses.',
    ],
    {
      holds: [
        'il giuramento va prestato, o è stato prestato, entro il {day}.',
        'the oath is due, or was taken, by {day}.',
      ],
      fails: ['il termine per il giuramento è scaduto il {day}.', 'the term for the oath ended on {day}.'],
    },
  ),
  'MARR-16': rule(
    'artt. 10 e 15 L. 91/1992',
    ['Si è cittadini dal giorno dopo il giuramento.', 'Citizenship starts on the day after the oath.'],
    { holds: ['cittadinanza dal {day}.', 'citizen from {day}.'] },
  ),
  'MARR-17': rule(
    'art. 10(2) L. 555/1912',
    [
      'La donna che sposò un italiano prima del 27 aprile 1983 non fa domanda: chiede conferma del suo stato.',
      'A woman who married an Italian before 27 April 1983 does not apply: she asks to have her status confirmed.',
    ],
    {
      until: '1983-04-26',
      holds: [
        'con il matrimonio del {day} è già diventata italiana.',
        'by the marriage of {day} she already became Italian.',
      ],
    },
  ),
  'MARR-18': rule(
    'L. 76/2016; D.Lgs. 5, 6, 7/2017',
    [
      'L’unione civile vale come il matrimonio se è trascritta nei registri italiani.',
      'A civil union counts like marriage if it is in the Italian registers.',
    ],
    {
      from: '2016-06-05',
      holds: ['l’unione civile è nei registri italiani.', 'the civil union is in the Italian registers.'],
      fails: [
        'l’unione civile non è nei registri italiani.',
        'the civil union is not in the Italian registers.',
      ],
    },
  ),
  'MARR-19': rule(
    'art. 5 L. 91/1992',
    [
      'Convivenza e fidanzamento non aprono questa strada.',
      'Living together or being engaged does not open this route.',
    ],
    {
      fails: [
        'non risulta un matrimonio né un’unione civile: la convivenza non basta.',
        'there is neither a marriage nor a civil union: living together is not enough.',
      ],
    },
  ),
  'MARR-21': rule(
    'art. 5 L. 91/1992',
    [
      'Alla domanda il coniuge deve essere cittadino italiano.',
      'At the filing the spouse must be an Italian citizen.',
    ],
    {
      holds: ['il coniuge è italiano il {day}.', 'the spouse is Italian on {day}.'],
      fails: ['il coniuge non è italiano il {day}.', 'the spouse is not Italian on {day}.'],
    },
  ),
  'MARR-IT': rule(
    'art. 5(1)–(2) L. 91/1992',
    [
      'Chi vive in Italia può chiedere dopo due anni (uno con figli), alla Prefettura.',
      'A person living in Italy may apply after two years (one with children), at the Prefettura.',
    ],
    {
      holds: [
        'vive in Italia: il termine è ridotto e la domanda va alla Prefettura, non al consolato.',
        'lives in Italy: the term is shorter and the application goes to the Prefettura, not to the consulate.',
      ],
    },
  ),
};
