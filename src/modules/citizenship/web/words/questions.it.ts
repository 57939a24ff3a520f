import type { AllQuestionWords } from './question-words.ts';

const yesNo = { yes: 'Sì', no: 'No' };
const birthRecord = 'Sull’atto di nascita. Chi è nato in Italia lo chiede al Comune di nascita.';
const naturalisation =
  'Sul certificato di naturalizzazione, o sul passaporto straniero. L’autorità di quel Paese rilascia anche il certificato di «non naturalizzazione».';
const homes =
  'Sul certificato storico di residenza, che rilascia il Comune, o su vecchi documenti di famiglia.';

export const questionsIt: AllQuestionWords = {
  goal: {
    ask: () => 'Che cosa vuoi sapere?',
    why: 'Ogni strada ha le sue regole: ti chiediamo solo quello che serve alla tua.',
    where: 'Se non sei sicuro, comincia dalla prima.',
    choices: {
      descent: 'Se ho la cittadinanza italiana per la mia famiglia',
      child: 'Se mio figlio, che ha meno di 18 anni, è o può diventare italiano',
      marriage: 'Se posso avere la cittadinanza per matrimonio o unione civile',
      oath: 'Quando devo fare il giuramento, dopo il decreto',
      reacquire: 'Ho perso la cittadinanza italiana: se posso riaverla',
      renounce: 'Se posso rinunciare alla cittadinanza italiana',
      transmission: 'Solo se la cittadinanza è arrivata fino a me, senza la riforma del 2025',
    },
  },
  born: {
    ask: (w) =>
      w.you ? 'Qual è la tua data di nascita?' : `Quando è ${w.female ? 'nata' : 'nato'} ${w.name}?`,
    why: 'Molte regole cambiano secondo il giorno di nascita: per esempio dal 1° gennaio 1948 trasmette anche la madre.',
    where: birthRecord,
  },
  birthplace: {
    ask: (w) =>
      w.you ? 'Qual è il tuo Paese di nascita?' : `In che Paese è ${w.female ? 'nata' : 'nato'} ${w.name}?`,
    why: 'La riforma del 2025 riguarda chi è nato fuori d’Italia. Dal Paese dipendono anche i documenti.',
    where: `${birthRecord} Indica il Paese di oggi, anche se allora aveva un altro nome.`,
  },
  home: {
    ask: (w) => (w.you ? 'In che Paese vivi?' : `In che Paese vive ${w.name}?`),
    why: 'Dalla residenza dipende quale ufficio è competente.',
    where: 'Conta dove si abita di solito, non dove si è in viaggio.',
  },
  sex: {
    ask: (w) =>
      w.you
        ? 'Quale sesso riporta il tuo atto di nascita?'
        : `Quale sesso riporta l’atto di nascita ${w.of}?`,
    why: 'Fino al 1975 la legge trattava uomini e donne in modo diverso.',
    where: birthRecord,
    choices: { female: 'Femminile', male: 'Maschile' },
  },
  line: {
    ask: (w) =>
      w.you
        ? 'Da quale genitore viene la tua famiglia italiana?'
        : `Da quale genitore ${w.of} viene la famiglia italiana?`,
    why: 'La cittadinanza passa di genitore in figlio: seguiamo la linea una persona alla volta.',
    where:
      'Chiedi ai parenti più anziani. Scegli «da entrambi» anche se la madre è diventata italiana sposando il padre.',
    choices: {
      father: 'Dal padre',
      mother: 'Dalla madre',
      both: 'Da entrambi',
      none: 'Da nessuno dei due',
    },
  },
  status: {
    ask: (w) =>
      `${w.name.charAt(0).toUpperCase()}${w.name.slice(1)} è, o era, ${w.female ? 'italiana' : 'italiano'}?`,
    why: 'Cerchiamo la prima persona della linea che è stata di sicuro cittadina italiana.',
    where: 'Passaporto italiano, atto di nascita di un Comune italiano, iscrizione al consolato.',
    choices: {
      born_in_italy: 'Sì: nascita in Italia, in una famiglia italiana',
      registered: 'Sì: nascita fuori d’Italia, ma con passaporto italiano o atto registrato in un Comune',
      became: 'Sì, ma solo più tardi: per matrimonio, residenza o dichiarazione',
      descends: 'Viene da italiani, ma non ha mai registrato nulla in Italia',
      never: 'No, mai',
    },
  },
  own_status: {
    ask: () => 'Come hai, o avevi, la cittadinanza italiana?',
    why: 'Chi è cittadino dalla nascita ha regole diverse da chi lo è diventato.',
    where: 'Passaporto o certificato di cittadinanza italiana.',
    choices: {
      born_in_italy: 'Dalla nascita in Italia, in una famiglia italiana',
      registered: 'Dalla nascita fuori d’Italia, da genitori italiani',
      became: 'L’ho avuta più tardi',
      never: 'Non l’ho mai avuta',
    },
  },
  tie: {
    ask: (w) => `Com’è stabilito che ${w.name} è il genitore?`,
    why: 'Un riconoscimento fatto da adulti non trasmette la cittadinanza da solo.',
    where:
      'Sull’atto di nascita del figlio: è scritto se i genitori erano sposati e chi ha dichiarato la nascita.',
    choices: {
      birth: 'Dalla nascita: genitori sposati, o nominati entrambi nell’atto',
      recognised: 'Riconoscimento o sentenza, più tardi',
      adopted: 'Adozione',
    },
  },
  tie_on: {
    ask: (w) => `In che giorno è avvenuto il riconoscimento o l’adozione da parte ${w.of}?`,
    why: 'Conta se il figlio era ancora minorenne.',
    where: 'Sull’atto di riconoscimento, sulla sentenza o sul provvedimento di adozione.',
  },
  named: {
    ask: (w) =>
      `L’atto di nascita del figlio nomina anche ${w.female ? 'la madre' : 'il padre'} (${w.name})?`,
    why: 'L’altro genitore può cambiare la regola: prima del 1948 il figlio seguiva il padre, e per un minore dichiarano entrambi i genitori.',
    where: birthRecord,
    choices: yesNo,
  },
  alive: {
    ask: (w) => `È ancora in vita ${w.name}?`,
    why: 'Se un genitore non c’è più, basta la dichiarazione dell’altro.',
    where: 'Atto di morte.',
    choices: yesNo,
  },
  died_on: {
    ask: (w) => `In che giorno è ${w.female ? 'morta' : 'morto'} ${w.name}?`,
    why: 'Serve sapere se era in vita nei giorni che contano.',
    where: 'Sull’atto di morte.',
  },
  passes: {
    ask: (w) => `La cittadinanza straniera ${w.of} è passata al figlio alla nascita?`,
    why: 'Prima del 1948 la madre italiana trasmetteva solo se il figlio non seguiva la cittadinanza del padre.',
    where: 'Lo dichiara l’autorità del Paese del padre.',
    choices: yesNo,
  },
  other: {
    ask: (w) =>
      w.you
        ? 'Hai, o hai avuto, una cittadinanza diversa da quella italiana?'
        : `Ha, o ha avuto, ${w.name} una cittadinanza diversa da quella italiana?`,
    why: 'Fino al 15 agosto 1992 chi chiedeva un’altra cittadinanza perdeva quella italiana. E dal 2025 conta se un genitore o un nonno era soltanto italiano.',
    where: naturalisation,
    choices: {
      none: 'No, mai',
      birth: 'Sì, dalla nascita',
      later: 'Sì, presa più tardi',
      both: 'Una dalla nascita e un’altra più tardi',
    },
  },
  other_country: {
    ask: (w) =>
      w.you ? 'Di quale Paese è l’altra cittadinanza?' : `Di quale Paese è l’altra cittadinanza ${w.of}?`,
    why: 'Con alcuni Paesi l’Italia aveva accordi particolari.',
    where: 'Sul passaporto o sul certificato di quel Paese. Se sono più d’una, indica l’ultima presa.',
  },
  took_how: {
    ask: (w) => (w.you ? 'Come l’hai presa?' : `Come l’ha presa ${w.name}?`),
    why: 'Chi l’ha chiesta e chi l’ha avuta senza volerlo non hanno le stesse regole.',
    where: naturalisation,
    choices: {
      asked: 'L’ha chiesta (naturalizzazione)',
      marriage: 'Con il matrimonio, senza chiederla',
      with_parents: 'Da minore, insieme ai genitori',
      automatic: 'In altro modo, senza chiederla',
    },
  },
  took_on: {
    ask: (w) =>
      w.you
        ? 'In che giorno hai preso l’altra cittadinanza?'
        : `In che giorno ha preso l’altra cittadinanza ${w.name}?`,
    why: 'Contano i giorni: se viene prima della nascita del figlio, o mentre è minorenne, la linea può interrompersi.',
    where: `${naturalisation} Vale il giorno del giuramento o del certificato, non quello della richiesta.`,
  },
  claim: {
    ask: (w) =>
      w.you
        ? 'Puoi ottenere un’altra cittadinanza con una semplice dichiarazione?'
        : `Può ottenere ${w.name} un’altra cittadinanza con una semplice dichiarazione?`,
    why: 'La riforma non tocca chi non ha altre cittadinanze e non può averne una solo chiedendola.',
    where: 'Lo dice l’autorità del Paese di nascita o di quello dei genitori.',
    choices: yesNo,
  },
  became_how: {
    ask: (w) =>
      w.you
        ? 'Come hai avuto la cittadinanza italiana?'
        : `Come è ${w.female ? 'diventata italiana' : 'diventato italiano'} ${w.name}?`,
    why: 'Solo chi è cittadino dalla nascita apre certe strade ai figli.',
    where: 'Sul certificato di cittadinanza o sul decreto.',
    choices: {
      old_marriage: 'Sposando un italiano prima del 27 aprile 1983',
      marriage: 'Per matrimonio o unione civile, con decreto',
      residence: 'Per residenza in Italia',
      with_parents: 'Da minore, insieme a un genitore',
      benefit: 'Per beneficio di legge, con una dichiarazione',
      regained: 'Era italiano, l’aveva persa e l’ha riacquistata',
    },
  },
  became_on: {
    ask: (w) =>
      w.you
        ? 'Da che giorno hai la cittadinanza italiana?'
        : `Da che giorno è ${w.female ? 'italiana' : 'italiano'} ${w.name}?`,
    why: 'La cittadinanza passa ai figli nati dopo.',
    where: 'Sul certificato di cittadinanza. Dopo un giuramento vale il giorno seguente.',
  },
  british_husband: {
    ask: (w) =>
      w.you
        ? 'Prima del 1949 hai sposato uno straniero?'
        : `Prima del 1949 ${w.name} ha sposato uno straniero?`,
    why: 'Allora l’italiana che per matrimonio prendeva la cittadinanza del marito perdeva la sua.',
    where: 'Sull’atto di matrimonio e sui documenti del marito.',
    choices: {
      no: 'No',
      british: 'Sì, un britannico',
      other: 'Sì, uno straniero la cui cittadinanza passava alla moglie',
    },
  },
  wedding_abroad_on: {
    ask: (w) => (w.you ? 'In che giorno ti sei sposata?' : `In che giorno si è sposata ${w.name}?`),
    why: 'Con un britannico la cittadinanza si perdeva fino al 31 dicembre 1948; dal 1° gennaio 1949 no.',
    where: 'Sull’atto di matrimonio.',
  },
  renounced: {
    ask: (w) =>
      w.you
        ? 'Hai mai rinunciato alla cittadinanza italiana con un atto formale?'
        : `Ha mai rinunciato ${w.name} alla cittadinanza italiana con un atto formale?`,
    why: 'La rinuncia interrompe la linea per chi nasce dopo.',
    where:
      'Atto di rinuncia, in consolato o nel Comune. Chi non ne ha mai sentito parlare di solito non ha rinunciato.',
    choices: yesNo,
  },
  renounced_on: {
    ask: (w) => (w.you ? 'In che giorno hai rinunciato?' : `In che giorno ha rinunciato ${w.name}?`),
    why: 'Chi è nato prima resta cittadino.',
    where: 'Sull’atto di rinuncia.',
  },
  regained: {
    ask: (w) =>
      w.you
        ? 'Hai poi riacquistato la cittadinanza italiana?'
        : `Dopo averla persa, ${w.name} ha riacquistato la cittadinanza italiana?`,
    why: 'Chi la riacquista la trasmette ai figli nati dopo, e a quelli ancora minorenni.',
    where: 'Atto di riacquisto, o annotazione sull’atto di nascita italiano.',
    choices: yesNo,
  },
  regained_on: {
    ask: (w) => (w.you ? 'In che giorno l’hai riacquistata?' : `In che giorno l’ha riacquistata ${w.name}?`),
    why: 'Il riacquisto vale per il futuro.',
    where: 'Sull’atto di riacquisto.',
  },
  abroad: {
    ask: (w) =>
      w.you
        ? 'Quando hai preso l’altra cittadinanza vivevi fuori d’Italia?'
        : `Quando ha preso l’altra cittadinanza, ${w.name} viveva fuori d’Italia?`,
    why: 'La cittadinanza italiana si perdeva solo vivendo all’estero.',
    where: homes,
    choices: yesNo,
  },
  with_f: {
    ask: (w) =>
      w.you
        ? 'Quando tuo padre ha perso la cittadinanza vivevi con lui?'
        : `Quando il padre ${w.of} ha perso la cittadinanza, vivevano insieme?`,
    why: 'Il figlio minorenne la perdeva con il genitore solo se viveva con lui.',
    where: 'Stato di famiglia storico, censimenti, registri scolastici.',
    choices: yesNo,
  },
  with_m: {
    ask: (w) =>
      w.you
        ? 'Quando tua madre ha perso la cittadinanza vivevi con lei?'
        : `Quando la madre ${w.of} ha perso la cittadinanza, vivevano insieme?`,
    why: 'Il figlio minorenne la perdeva con il genitore solo se viveva con lui.',
    where: 'Stato di famiglia storico, censimenti, registri scolastici.',
    choices: yesNo,
  },
  stay: {
    ask: (w) =>
      w.you
        ? 'Hai vissuto in Italia almeno due anni di seguito?'
        : `Ha vissuto ${w.name} in Italia almeno due anni di seguito?`,
    why: 'Due anni in Italia prima della nascita del figlio sono una delle eccezioni alla riforma; e aprono il riacquisto.',
    where: homes,
    choices: yesNo,
  },
  stay_from: {
    ask: (w) => (w.you ? 'Da quando hai vissuto in Italia?' : `Da quando ha vissuto in Italia ${w.name}?`),
    why: 'I due anni devono essere di seguito. Se i periodi sono più d’uno, indica il più lungo.',
    where: homes,
  },
  stay_to: {
    ask: (w) =>
      w.you ? 'Fino a quando hai vissuto in Italia?' : `Fino a quando ha vissuto in Italia ${w.name}?`,
    why: 'Contano gli anni prima della nascita del figlio.',
    where: homes,
    instead: 'Ci vive ancora',
  },
  stay_proof: {
    ask: (w) => `Hai, o puoi avere, il certificato storico di residenza ${w.you ? 'tuo' : w.of}?`,
    why: 'L’ufficio accetta gli anni in Italia solo con quel certificato.',
    where: 'Lo rilascia il Comune dove la persona ha abitato.',
    choices: yesNo,
  },
  letter: {
    ask: (w) => `Come è stata accertata la cittadinanza ${w.of}?`,
    why: 'I figli di chi aveva fatto domanda entro il 27 marzo 2025 hanno una strada in più.',
    where: 'Provvedimento di riconoscimento, sentenza, o atto di nascita trascritto.',
    choices: {
      none_needed: 'Nascita registrata in Italia da bambino',
      a: 'Domanda presentata entro il 27 marzo 2025',
      a_bis: 'Appuntamento comunicato entro il 27 marzo 2025',
      b: 'Ricorso in tribunale entro il 27 marzo 2025',
      c: 'Domanda successiva: un genitore o nonno era solo italiano',
      d: 'Domanda successiva: un genitore aveva vissuto due anni in Italia',
    },
  },
  recognised_on: {
    ask: (w) => `In che giorno è stata riconosciuta la cittadinanza ${w.of}?`,
    why: 'Gli anni in Italia prima del riconoscimento sono discussi.',
    where: 'Sul provvedimento di riconoscimento o sulla trascrizione.',
  },
  filed: {
    ask: () => 'Avevi già chiesto il riconoscimento entro il 27 marzo 2025?',
    why: 'Chi si era mosso entro quel giorno segue le regole di prima.',
    where: 'Ricevuta della domanda, messaggio dell’ufficio con l’appuntamento, ricorso.',
    choices: {
      no: 'No',
      application: 'Sì, avevo presentato la domanda a un consolato o Comune',
      appointment: 'Sì, l’ufficio mi aveva dato un appuntamento',
      court: 'Sì, con un ricorso in tribunale',
    },
  },
  filed_on: {
    ask: () => 'In che giorno hai presentato la domanda?',
    why: 'Da quel giorno partono i termini, e la domanda è giudicata com’erano i fatti allora.',
    where: 'Sulla ricevuta.',
    instead: 'Non l’ho ancora presentata',
  },
  filed_in_time: {
    ask: () => 'La domanda è arrivata entro le 23:59 (ora di Roma) del 27 marzo 2025?',
    why: 'Quel minuto divide le regole vecchie dalle nuove. A Londra erano le 22:59.',
    where: 'Sulla ricevuta, con l’ora.',
    choices: yesNo,
  },
  complete: {
    ask: () => 'La domanda conteneva tutti i documenti necessari?',
    why: 'Vale solo la domanda presentata completa.',
    where: 'Ricevuta con l’elenco degli allegati.',
    choices: yesNo,
  },
  communicated: {
    ask: () => 'L’ufficio ti aveva comunicato l’appuntamento entro le 23:59 (ora di Roma) del 27 marzo 2025?',
    why: 'Conta il messaggio dell’ufficio a te. Un posto in lista d’attesa non basta.',
    where: 'Messaggio dell’ufficio.',
    choices: yesNo,
  },
  appointment_on: {
    ask: () => 'Per che giorno era l’appuntamento?',
    why: 'La domanda va presentata proprio in quel giorno.',
    where: 'Messaggio dell’ufficio.',
  },
  declared: {
    ask: () => 'I genitori hanno già fatto la dichiarazione davanti all’ufficiale consolare?',
    why: 'La dichiarazione ha un termine, e la cittadinanza parte dal giorno dopo.',
    where: 'Verbale della dichiarazione.',
    choices: yesNo,
  },
  declared_on: {
    ask: (w) => `In che giorno ha fatto la dichiarazione ${w.name}?`,
    why: 'Se i giorni sono diversi conta il secondo.',
    where: 'Verbale della dichiarazione.',
  },
  union: {
    ask: () => 'Siete sposati o uniti civilmente?',
    why: 'La convivenza e il fidanzamento non bastano.',
    where: 'Atto di matrimonio o di unione civile.',
    choices: { marriage: 'Matrimonio', civil_union: 'Unione civile', none: 'Nessuno dei due' },
  },
  wedding_on: {
    ask: () => 'In che giorno l’avete celebrato?',
    why: 'Da quel giorno si contano i tre anni.',
    where: 'Sull’atto.',
  },
  wedding_country: {
    ask: () => 'In che Paese l’avete celebrato?',
    why: 'Un atto straniero deve essere trascritto in Italia prima della domanda.',
    where: 'Sull’atto.',
  },
  transcribed: {
    ask: () => 'L’atto è già trascritto in un Comune italiano?',
    why: 'Senza trascrizione la domanda non è accolta.',
    where: 'Chiedi al Comune o al consolato l’estratto dell’atto.',
    choices: yesNo,
  },
  ended: {
    ask: () => 'Il matrimonio o l’unione è finito?',
    why: 'Deve durare fino al decreto. Se il coniuge muore dopo la domanda, la domanda resta valida.',
    where: 'Sentenza, atto di divorzio o di morte.',
    choices: {
      no: 'No',
      divorce: 'Sì, con il divorzio',
      annulment: 'Sì, con l’annullamento',
      dissolution: 'Sì, con lo scioglimento dell’unione civile',
      legal_separation: 'C’è una separazione legale',
      death: 'Sì, per la morte dell’altra persona',
    },
  },
  ended_on: {
    ask: () => 'In che giorno è finito?',
    why: 'Conta se è prima o dopo la domanda e il decreto.',
    where: 'Sentenza o atto di morte.',
  },
  spouse_status: {
    ask: () => 'L’altra persona è italiana?',
    why: 'Se è diventata italiana dopo le nozze, i tre anni partono da allora.',
    where: 'Passaporto o certificato di cittadinanza italiana.',
    choices: { from_birth: 'Sì, dalla nascita', became: 'Sì, lo è diventata più tardi', no: 'No' },
  },
  children: {
    ask: () => 'Avete figli insieme, anche adottati?',
    why: 'Con figli di entrambi il tempo si dimezza: 18 mesi.',
    where: 'Atto di nascita o di adozione.',
    choices: yesNo,
  },
  same_address: {
    ask: () => 'Abitate allo stesso indirizzo?',
    why: 'Il consolato lo verifica. Se no, dovete spiegare perché.',
    where: 'Prove di residenza di entrambi.',
    choices: yesNo,
  },
  reason: {
    ask: () => 'Potete documentare perché abitate a indirizzi diversi?',
    why: 'Lavoro, scuola dei figli o cure mediche sono motivi accettati.',
    where: 'Contratto di lavoro, iscrizione a scuola, certificati medici.',
    choices: yesNo,
  },
  language: {
    ask: () => 'Quale prova hai di sapere l’italiano?',
    why: 'Serve il livello B1 o superiore, certificato da uno di cinque enti, o un motivo di esonero.',
    where: 'Sul certificato: controlla ente e livello.',
    choices: {
      PLIDA: 'PLIDA (Dante Alighieri), B1 o più',
      CertIt: 'Cert.it (Roma Tre), B1 o più',
      CILS: 'CILS (Siena), B1 o più',
      CELI: 'CELI (Perugia), B1 o più',
      CoL: 'Co.L (Reggio Calabria), B1 o più',
      lower: 'Uno di questi, ma sotto il B1',
      other: 'Un altro certificato',
      agreement: 'Ho firmato l’accordo di integrazione in Italia',
      permit: 'Ho il permesso UE per soggiornanti di lungo periodo rilasciato dall’Italia',
      school: 'Ho un titolo di studio italiano o riconosciuto',
      none: 'Nessuna',
    },
  },
  convictions: {
    ask: () => 'Hai avuto condanne penali?',
    why: 'Alcune condanne impediscono la cittadinanza per matrimonio. Una riabilitazione le toglie.',
    where: 'Certificati penali dei Paesi in cui hai vissuto dai 14 anni.',
    choices: {
      none: 'No',
      lesser: 'Sì, ma non come quelle che seguono',
      italy: 'In Italia, per un reato punito con più di tre anni',
      abroad: 'All’estero, a più di un anno',
      state: 'Per un reato contro lo Stato',
    },
  },
  adopted_on: {
    ask: () => 'Che data porta il decreto?',
    why: 'Il matrimonio deve essere durato fino a quel giorno.',
    where: 'Sul decreto.',
  },
  notified_on: {
    ask: () => 'In che giorno ti è stato notificato il decreto?',
    why: 'Da quel giorno hai sei mesi per il giuramento.',
    where: 'Sulla ricevuta della notifica.',
  },
  oath_on: {
    ask: () => 'In che giorno hai fatto il giuramento?',
    why: 'La cittadinanza parte dal giorno dopo.',
    where: 'Sul verbale di giuramento.',
    instead: 'Non l’ho ancora fatto',
  },
};
