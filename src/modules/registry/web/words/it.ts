import type { NotEntitled } from '../../domain/electoral.ts';
import type {
  Certifiability,
  Enrolment,
  FacilityKind,
  MaritalStatus,
  OpenProcedure,
  Relation,
  Standing,
  StrikingReason,
} from '../../domain/record.ts';

/** What stands in the place of a State where somebody has none, or none is known. */
type SpecialCitizenship = 'undefined_yet' | 'not_attributable' | 'stateless';

export const it = {
  title: 'I tuoi dati',
  lead: 'Quello che l’anagrafe nazionale (ANPR) sa di te: che cosa vuol dire, da dove viene e come si corregge.',
  print: 'Per stampare la pagina usa la stampa del browser: i menu restano fuori.',
  download: 'Scarica i tuoi dati (JSON)',
  readings: 'Chi ha letto i tuoi dati',
  index: 'In questa pagina',
  comesFrom: 'Da dove viene',
  notRecorded: 'non registrato',
  noName: 'non registrato: capita a chi nel proprio Paese ha un solo nome',
  asOf: (moment: string) => `Come risultano ${moment}.`,
  joined: (municipality: string, day: string) =>
    `La scheda è arrivata nell’anagrafe nazionale il ${day}, quando vi è entrato il comune di ${municipality}. Quello che è successo prima sta nelle carte del comune.`,
  partial: {
    year: (year: string) => `${year} (giorno e mese non registrati)`,
    month: (month: string) => `${month} (giorno non registrato)`,
    none: 'data non registrata',
  },
  since: (day: string) => `dal ${day}`,
  until: (day: string) => `fino al ${day}`,
  sinceUnknown: 'data di inizio non registrata',
  municipality: (name: string) => `Comune di ${name}`,
  abroad: (place: string, country: string) => `${place}, ${country}`,
  act: {
    number: (number: string) => `atto n. ${number}`,
    part: (part: string) => `parte ${part}`,
    series: (series: string) => `serie ${series}`,
    year: (year: number) => `anno ${year}`,
    none: 'gli estremi dell’atto non sono registrati',
    registered: (act: string, municipality: string) => `${act}, comune di ${municipality}`,
  },
  person: {
    title: 'Chi sei',
    meaning:
      'Le generalità: servono a riconoscerti in ogni ufficio. Nome, cognome e nascita vengono dal tuo atto di nascita; il codice fiscale lo attribuisce l’Agenzia delle Entrate.',
    familyName: 'Cognome',
    givenName: 'Nome',
    sex: 'Sesso',
    sexes: { M: 'maschile', F: 'femminile' },
    bornOn: 'Data di nascita',
    birthPlace: 'Luogo di nascita',
    birthAct: 'Atto di nascita',
    birthActMeaning: 'Da qui vengono cognome, nome, sesso, data e luogo di nascita.',
    taxCode: 'Codice fiscale',
    taxCodeSource: 'Agenzia delle Entrate',
    noTaxCode: 'non registrato: l’Agenzia delle Entrate non l’ha ancora confermato',
    anprId: 'Identificativo ANPR',
    anprIdMeaning:
      'Ti identifica nell’anagrafe nazionale e non cambia mai, nemmeno se cambi nome o codice fiscale.',
    standing: 'Stato della scheda',
  },
  standing: {
    enrolled: 'La scheda è attiva.',
    struck: {
      death: 'La scheda è cancellata perché risulta un decesso.',
      emigration: 'La scheda è cancellata perché risulta un trasferimento all’estero.',
      untraceable:
        'La scheda è cancellata perché il comune non ti ha trovato all’indirizzo (irreperibilità).',
      other: 'La scheda è cancellata.',
    } satisfies Record<Extract<Standing, { state: 'struck' }>['why'], string>,
    duplicate: 'Esistono due schede tue: il comune deve unirle.',
    because: (reason: string) => `Motivo: ${reason}.`,
    reasons: {
      death: 'decesso',
      presumed_death: 'morte presunta dichiarata dal tribunale',
      moved_abroad: 'trasferimento all’estero di un cittadino straniero',
      untraceable: 'irreperibilità dopo ripetuti accertamenti',
      untraceable_at_census: 'irreperibilità al censimento',
      dwelling_not_declared: 'mancato rinnovo della dichiarazione di dimora abituale',
      presumed_untraceable: 'irreperibilità presunta all’estero',
      citizenship_lost: 'perdita della cittadinanza italiana',
    } satisfies Record<StrikingReason, string>,
  },
  enrolment: {
    title: 'Dove sei iscritto',
    meaning:
      'Ogni persona è iscritta in un solo comune: tra i residenti, oppure nell’AIRE (anagrafe degli italiani residenti all’estero) se vive fuori d’Italia da più di dodici mesi.',
    register: 'Iscrizione',
    registers: {
      resident: 'Popolazione residente',
      aire: 'AIRE, italiani residenti all’estero',
    } satisfies Record<Enrolment['register'], string>,
    municipality: 'Comune che tiene la scheda',
    since: 'Da quando',
    facility: 'Convivenza',
    facilityMeaning:
      'Una convivenza è un luogo in cui più persone abitano insieme senza essere una famiglia.',
    facilities: {
      barracks: 'caserma',
      prison: 'istituto di pena',
      religious: 'istituto religioso',
      health: 'struttura sanitaria',
      care: 'istituto di cura o di assistenza',
      other: 'altra convivenza',
    } satisfies Record<FacilityKind, string>,
    homeless: 'Senza fissa dimora',
    homelessMeaning:
      'Non hai una casa fissa: l’indirizzo è quello in cui ti si può trovare, o una via scelta dal comune.',
    why: 'Perché sei nell’AIRE',
    reasons: {
      expatriation: 'ti sei trasferito all’estero',
      born_abroad: 'sei nato all’estero',
      citizenship_acquired: 'hai acquistato la cittadinanza italiana all’estero',
      transfer_from_other_municipality: 'sei passato dall’AIRE di un altro comune',
      untraceable_abroad: 'il consolato non ti ha più trovato all’indirizzo',
    },
    expatriatedOn: 'Data di espatrio',
    neverResident: 'nessuna: non hai mai abitato in Italia',
    consulate: 'Consolato',
    beforeJoining:
      'Eri nell’AIRE già prima che il comune entrasse nell’anagrafe nazionale: in rete puoi chiedere solo certificati di residenza e di stato di famiglia.',
    sourceResident: 'dichiarazione al comune',
    sourceAire: 'dichiarazione al consolato, registrata dal comune',
  },
  addresses: {
    title: 'I tuoi indirizzi',
    meaning:
      'L’indirizzo dove la legge ti considera abitare. Quelli di prima restano: provano da quanto tempo abiti in un posto.',
    now: 'Indirizzo di adesso',
    before: 'Indirizzi di prima',
    none: 'nessun indirizzo registrato',
    staircase: (name: string) => `scala ${name}`,
    flat: (name: string) => `interno ${name}`,
    noStreet: 'via non registrata',
    exOfficio:
      'Il nome della via o il numero l’ha cambiato il comune di sua iniziativa: tu non ti sei spostato.',
  },
  household: {
    title: 'La tua famiglia anagrafica',
    meaning:
      'Le persone registrate con te allo stesso indirizzo perché legate da parentela, matrimonio, unione o affetto. È esattamente la famiglia che risulta in anagrafe, non l’albero della tua famiglia.',
    member: 'Persona',
    relation: 'Relazione con l’intestatario',
    born: 'Nascita',
    number: 'Codice della famiglia',
    you: 'tu',
    none: 'Non risulti in nessuna famiglia anagrafica.',
    noneFacility: 'Chi vive in una convivenza non ha una famiglia anagrafica.',
    noHolder:
      'Nella famiglia manca l’intestatario: per questo lo stato di famiglia non si rilascia. Lo sistema il comune.',
    notCertifiable:
      'Il comune non ha ancora dichiarato completa questa famiglia: lo stato di famiglia non si rilascia.',
    relations: {
      holder: 'intestatario della scheda',
      spouse: 'coniuge',
      civil_partner: 'unito civilmente',
      child: 'figlio o figlia',
      parent: 'padre o madre',
      sibling: 'fratello o sorella',
      grandchild: 'nipote (dei nonni)',
      grandparent: 'nonno o nonna',
      child_in_law: 'genero o nuora',
      parent_in_law: 'suocero o suocera',
      stepchild: 'figliastro o figliastra',
      cohabitant: 'convivente',
      other_relative: 'altro parente o affine',
      no_longer_admitted: 'relazione di una vecchia tabella, da aggiornare in comune',
    } satisfies Record<Relation, string>,
  },
  marital: {
    title: 'Stato civile',
    meaning: 'Se sei libero o legato da matrimonio o unione civile. Viene dagli atti di stato civile.',
    state: 'Stato civile',
    states: {
      single: { M: 'celibe', F: 'nubile' },
      married: { M: 'coniugato', F: 'coniugata' },
      widowed: { M: 'vedovo', F: 'vedova' },
      divorced: { M: 'divorziato', F: 'divorziata' },
      civil_union: { M: 'unito civilmente', F: 'unita civilmente' },
      union_dissolved: { M: 'libero, unione civile sciolta', F: 'libera, unione civile sciolta' },
      union_ended_by_death: {
        M: 'libero, per decesso della persona unita civilmente',
        F: 'libera, per decesso della persona unita civilmente',
      },
    } satisfies Record<MaritalStatus['state'], { M: string; F: string }>,
    missing:
      'non registrato: il comune non l’ha mai annotato. Finché manca, i certificati che lo citano non si rilasciano.',
    on: { marriage: 'Matrimonio', union: 'Unione civile' },
    partner: { marriage: 'Coniuge', union: 'Persona unita civilmente' },
    act: 'Atto',
    ended: 'Finito il',
  },
  contract: {
    title: 'Contratto di convivenza',
    meaning: 'L’accordo con cui due conviventi regolano i rapporti patrimoniali (L. 76/2016).',
    stipulatedOn: 'Stipulato',
    noStipulation: 'data non registrata: finché manca, il certificato non si rilascia',
    registeredOn: 'Registrato',
    partner: 'Con',
  },
  citizenship: {
    title: 'Cittadinanza',
    meaning: 'Gli Stati di cui risulti cittadino. Può non risultare una cittadinanza straniera che hai.',
    citizenship: 'Cittadinanza',
    special: {
      undefined_yet: 'in corso di definizione',
      not_attributable: 'non attribuibile',
      stateless: 'nessuna (apolide)',
    } satisfies Record<SpecialCitizenship, string>,
    source: (municipality: string) => `registrata dal comune di ${municipality}`,
  },
  documents: {
    title: 'Documenti d’identità',
    meaning:
      'Quelli che il comune o il consolato ha annotato. Un documento che hai può non comparire: non perde valore.',
    none: 'Nessun documento annotato.',
    kinds: { identity_card: 'Carta d’identità', passport: 'Passaporto' },
    number: 'numero',
    issued: (day: string) => `rilasciato il ${day}`,
    issuedBy: (office: string) => `da ${office}`,
    expires: (day: string) => `scade il ${day}`,
    expired: (day: string) => `scaduto il ${day}`,
  },
  electoral: {
    title: 'Dati elettorali',
    meaning: 'In quale comune e sezione voti. Li tiene l’ufficio elettorale del comune.',
    roll: 'Lista elettorale',
    section: 'Sezione',
    card: 'Numero della tessera elettorale',
    since: 'Iscritto',
    beingUpdated:
      'I tuoi dati elettorali si stanno aggiornando dopo il cambio di residenza. Sei stato cancellato dalle liste del comune di prima e ti iscrive quello nuovo alla prossima revisione: prima della prossima elezione, o comunque almeno ogni sei mesi. Poi qui vedi il nuovo comune.',
    beingUpdatedSince: (since: string, latest: string) =>
      `In aggiornamento dal ${since}; al più tardi il ${latest}.`,
    notEntitled: {
      not_a_citizen:
        'Qui non vedi dati elettorali: il diritto di voto alle elezioni politiche spetta ai cittadini italiani.',
      under_age: 'Qui non vedi dati elettorali: si vota dai diciotto anni.',
      lost_or_suspended:
        'Qui non vedi dati elettorali: compaiono solo a chi ha il diritto di voto. Il motivo te lo dice l’ufficio elettorale del comune.',
      not_recorded:
        'Qui non vedi dati elettorali: nella tua scheda non ce ne sono. Se pensi di avere il diritto di voto chiedi all’ufficio elettorale del comune.',
    } satisfies Record<NotEntitled, string>,
    source: (municipality: string) => `ufficio elettorale del comune di ${municipality}`,
  },
  certificates: {
    title: 'Certificati: che cosa si può rilasciare',
    meaning: 'Il comune decide se dalla scheda si possono trarre certificati, tutti o solo alcuni.',
    state: 'Certificabilità',
    states: {
      full: 'piena: tutti i certificati previsti',
      partial: 'parziale: solo residenza e stato di famiglia. La ragione la sa il comune.',
      none: 'nessuna: per ora nessun certificato. La ragione la sa il comune.',
      not_enrollable: 'la scheda non può essere iscritta: nessun certificato',
      barred: 'dalla scheda non si possono trarre certificati',
    } satisfies Record<Certifiability, string>,
    procedures: 'Procedimenti aperti',
    noProcedures: 'nessuno',
    proceduresMeaning:
      'Finché un procedimento è aperto si rilasciano solo residenza e stato di famiglia: lo chiude il comune che l’ha aperto.',
    procedure: (kind: string, municipality: string, day: string) =>
      `${kind}, aperto dal comune di ${municipality} il ${day}`,
    kinds: {
      residence: 'cambio di residenza',
      correction: 'rettifica di dati',
      untraceability: 'accertamento di irreperibilità',
      citizenship: 'cittadinanza',
      civil_status: 'stato civile',
      other: 'altro procedimento',
    } satisfies Record<OpenProcedure['kind'], string>,
  },
  domicile: {
    title: 'Domicilio digitale',
    meaning:
      'Un indirizzo di posta certificata (PEC) che sostituisce quello di casa: lì le amministrazioni ti scrivono con valore legale. Si elegge e si cambia solo su INAD, l’indice nazionale: qui lo leggi e basta.',
    see: 'Vedi il domicilio digitale',
    address: 'Indirizzo',
    since: 'Da quando',
    source: 'INAD, indice nazionale dei domicili digitali',
    none: 'Non hai eletto un domicilio digitale. Puoi farlo sul sito di INAD; intanto ti scriviamo all’e-mail verificata del tuo profilo.',
    ended: {
      voluntary: (day: string) =>
        `L’hai tolto tu: dal ${day} non vale più. Ti scriviamo all’e-mail verificata del profilo.`,
      ex_officio: (day: string) =>
        `INAD l’ha tolto d’ufficio il ${day}, di solito perché la casella non funzionava più. Controlla la PEC ed eleggine una su INAD.`,
    },
    activeBy: (moment: string) =>
      `L’hai eletto adesso? Se la verifica riesce, l’indirizzo è attivo entro ${moment}: fino ad allora qui non lo vedi.`,
    where: 'Dove ti scriviamo per le tue richieste',
    toPec: (address: string) => `Al domicilio digitale: ${address}.`,
    toEmail: (address: string) => `All’e-mail verificata del profilo: ${address}.`,
    toNobody:
      'Da nessuna parte: non hai un domicilio digitale né un’e-mail verificata. Verificane una nel profilo, altrimenti gli avvisi li trovi solo qui.',
    profile: 'Vai al profilo',
    askedAt: (moment: string) => `Abbiamo chiesto a INAD ${moment}.`,
    again: 'Chiedi di nuovo a INAD',
    unavailable: 'INAD ora non risponde: quello che sai qui può essere vecchio. Riprova tra qualche minuto.',
    unavailableNothing:
      'INAD ora non risponde, e non abbiamo una risposta di prima da mostrarti. Riprova tra qualche minuto, oppure guarda sul sito di INAD.',
    justAsked: 'Abbiamo chiesto meno di un minuto fa: riprova tra un minuto.',
    notConnected:
      'Questa installazione non è collegata a INAD: guarda il tuo domicilio digitale sul sito di INAD.',
    noTaxCode: 'Nella tua scheda manca il codice fiscale, e senza quello INAD non si può interrogare.',
  },
  correct: {
    title: 'C’è qualcosa di sbagliato?',
    text: (municipality: string) =>
      `Lo corregge il comune di ${municipality}. Scrivi all’ufficio anagrafe o vai allo sportello: di’ quale dato è sbagliato, come dovrebbe essere, e porta o allega un documento che lo prova.`,
    link: 'È sbagliato?',
    page: 'Pagina del comune',
  },
  changes: {
    title: 'Modifiche del comune',
    meaning: 'Che cosa è stato cambiato nella tua scheda, con quale atto e perché.',
  },
  log: {
    title: 'Chi ha letto i tuoi dati',
    lead: 'Ogni volta che un ufficio o un programma apre la tua scheda resta scritto qui per cinque anni, il tempo in cui puoi chiedere i danni per una lettura illecita; prima nessuno può cancellarlo. Le volte in cui la guardi tu non ci sono.',
    empty: 'Nessuno ha letto la tua scheda. Quando succede lo trovi qui, con chi, quando e perché.',
    when: 'Quando',
    who: 'Chi',
    why: 'Perché',
    older: 'Letture precedenti',
    newest: 'Torna alle più recenti',
    doubt:
      'Non capisci perché qualcuno ha letto la tua scheda? Chiedilo all’ufficio indicato: deve risponderti entro un mese (art. 15 del GDPR).',
    household: 'Una persona della tua famiglia anagrafica',
    official: (role: string, office: string) => `${role}, ${office}`,
    role: 'Personale dell’ufficio',
    ministry: 'Ministero',
    system: 'Programma',
    systems: {
      certificates: 'Servizio dei certificati',
      registry: 'Anagrafe',
      spid: 'Accesso con identità digitale',
      payments: 'Servizio dei pagamenti',
    } as Readonly<Record<string, string>>,
    reasons: {
      household: 'ha guardato i dati di chi è in famiglia con lei',
      counter: 'richiesta allo sportello',
      correction: 'rettifica dei dati',
      procedure: 'procedimento aperto',
      certificate: 'rilascio di un certificato',
      electoral: 'revisione delle liste elettorali',
      verification: 'verifica d’ufficio',
      consular_register: 'iscrizione nello schedario del consolato',
      notice: 'avviso di una modifica alla scheda',
      search: 'ricerca di una persona',
      issued_certificates: 'ricerca tra i certificati rilasciati',
    } as Readonly<Record<string, string>>,
  },
  noRecord: {
    title: 'Non troviamo la tua scheda',
    text: 'Hai fatto l’accesso, ma a questo account non è collegata nessuna scheda dell’anagrafe nazionale.',
    cases:
      'Le ragioni possono essere quattro: la scheda non c’è, il codice fiscale non è valido, la scheda è stata cancellata, o ce ne sono due. In ogni caso la sistema il comune.',
    find: 'Trova i contatti del comune',
  },
};
