import type { HolderOfTurn } from '../../domain/case-file-lifecycle.ts';
import type { SendRefusalCode } from '../person/send-refusals.ts';

const days = (count: number) => (count === 1 ? '1 giorno' : `${count} giorni`);

const heldBy: Record<HolderOfTurn, (count: number) => string> = {
  queue: (count) => `in coda ${days(count)}`,
  office: (count) => `presso l’ufficio ${days(count)}`,
  person: (count) => `in attesa di te ${days(count)}`,
  municipality: (count) => `presso il comune ${days(count)}`,
};

const refusals: Record<SendRefusalCode, string> = {
  no_such_draft: 'Questa bozza non c’è più: l’hai inviata o eliminata, oppure è scaduta.',
  no_such_case_file: 'Questa pratica non esiste o non è tua.',
  form_incomplete: 'Manca ancora qualcosa: qui sotto trovi che cosa e dove metterlo a posto.',
  no_office:
    'Nessun ufficio consolare risulta competente per il tuo indirizzo. Controlla il luogo di residenza nel tuo profilo.',
  needs_consular_register:
    'Per questa pratica devi essere nello schedario consolare: chiedi prima l’iscrizione all’AIRE.',
  needs_aire: 'Per questa pratica devi essere iscritto all’AIRE: chiedi prima l’iscrizione.',
  too_many_requests:
    'Hai già inviato 10 richieste nelle ultime 24 ore. Quello che hai scritto resta qui: riprova domani.',
  open_already: 'Hai già una pratica aperta di questo tipo: continua in quella.',
  not_now: 'Adesso non si può correggere: la pratica è cambiata nel frattempo. Qui vedi a che punto è.',
  changed_meanwhile:
    'La pratica è cambiata mentre correggevi. Quello che hai scritto c’è ancora: rileggi le indicazioni e invia di nuovo.',
  not_corrected:
    'Qualcosa che l’ufficio ha chiesto è ancora come prima: correggilo, oppure spiega nel messaggio perché va bene così.',
  not_delegated:
    'La delega che hai non vale per l’altra procedura. Chiedi alla persona di delegarti anche quella, o di continuare da sola.',
  stays_here: 'Le risposte non portano più a un’altra procedura: continua qui.',
  key_reused: 'Questo modulo è già stato inviato con altri dati: ricarica la pagina e riprova.',
};

export const formIt = {
  page: {
    step: (number: number, of: number) => `Pagina ${number} di ${of}`,
    next: 'Continua',
    later: 'Salva e continua dopo',
    skip: 'Vai avanti e completa dopo',
    back: 'Indietro',
    savedUntil: (day: string) =>
      `La bozza si salva da sola. La trovi fino al ${day}, anche da un altro dispositivo.`,
    saving: 'Salvataggio…',
    saved: 'Salvato',
    notSaved: 'Non salvato: controlla la connessione. Con «Continua» salvi di nuovo.',
    elsewhere:
      'Questa pagina è cambiata su un altro dispositivo. Premi «Continua» per vedere le due versioni e scegliere.',
    yes: 'Sì',
    no: 'No',
    choose: 'Scegli',
    more: 'Dalle tue risposte nasce ancora una domanda: rispondi anche a questa.',
    conflictTitle: 'Due versioni della stessa risposta',
    conflict:
      'Hai cambiato queste risposte anche su un altro dispositivo. Nei campi c’è quello che hai scritto qui: tienilo o correggilo, poi continua.',
    theirs: (text: string) => `Sull’altro dispositivo: ${text}`,
    empty: '(vuoto)',
    municipalityHint:
      'Scrivi il nome intero; se più comuni si chiamano così, aggiungi la provincia: Livo (CO).',
    phoneHint: 'Con il prefisso del Paese, per esempio +44 20 7946 0958.',
    ends: 'Per te non c’è niente da inviare',
    endsBack: 'Cambia le risposte',
    noted: 'Che cosa chiede l’ufficio:',
  },
  group: {
    change: 'Modifica',
    remove: 'Togli',
    removeNamed: (name: string) => `Togli ${name}`,
    changeNamed: (name: string) => `Modifica ${name}`,
    unnamed: 'senza nome',
    incomplete: 'da completare',
    none: 'Non hai ancora aggiunto nessuna voce.',
    full: (most: number) => `Ne puoi aggiungere al massimo ${most}.`,
  },
  documents: {
    title: 'Documenti',
    lead: 'Carica una foto o un PDF per ogni documento. Se è una foto, va bene il telefono: buona luce, tutto dentro il bordo.',
    mustShow: 'Si deve vedere:',
    upload: (title: string) => `Carica: ${title}`,
    missing: (title: string) => `Manca: ${title}`,
    none: 'Con le tue risposte non serve nessun documento.',
    before: 'Già inviato:',
    toSign: 'Scarica il modulo da firmare (PDF)',
  },
  review: {
    title: 'Controlla e invia',
    stops: 'Prima di inviare',
    warns: 'Da controllare',
    warnsText: 'Puoi inviare lo stesso: l’operatore guarderà questi punti.',
    fix: 'Vai a correggere',
    change: 'Modifica',
    changeNamed: (what: string) => `Modifica: ${what}`,
    notGiven: 'non indicato',
    noFile: 'nessun file',
    files: (count: number) => (count === 1 ? '1 file' : `${count} file`),
    office: (name: string) => `La pratica va a: ${name}.`,
    truth: 'Inviando dichiari che quello che hai scritto è vero (DPR 445/2000, art. 46, 47 e 76).',
    send: 'Invia la pratica',
    cannot: 'Quando hai sistemato questi punti, qui compare il pulsante per inviare.',
    openAlready: 'Apri la pratica che hai già',
    becomes: 'Continua lì con quello che hai scritto',
    toAire: 'Richiedi l’iscrizione all’AIRE',
    toProfile: 'Vai al profilo',
  },
  correction: {
    title: 'Correggi la pratica',
    lead: 'L’ufficio ti chiede di correggere questi punti. Il resto resta come l’hai inviato, e la data anche.',
    open: 'Correggi',
    openNamed: (what: string) => `Correggi: ${what}`,
    done: 'cambiato',
    notYet: 'ancora come prima',
    also: 'Altro da completare',
    text: 'Vuoi dire qualcosa all’operatore?',
    textHint: 'Serve se qualcosa deve restare com’è: spiega perché.',
    send: 'Invia le correzioni',
    back: 'Torna alla pratica',
  },
  drafts: {
    title: 'Bozze',
    lead: 'Hai cominciato e non ancora inviato.',
    goOn: 'Continua',
    goOnNamed: (what: string) => `Continua: ${what}`,
    discard: 'Elimina la bozza',
    saved: (moment: string) => `Salvata ${moment}`,
    until: (day: string) => `Si conserva fino al ${day}`,
    removeTitle: 'Vuoi eliminare questa bozza?',
    removeText: 'Si cancellano anche i documenti che hai caricato. Non si può tornare indietro.',
    removeYes: 'Sì, elimina',
    removeNo: 'No, tienila',
    savedNow: 'La bozza è salvata: la trovi qui quando vuoi.',
    removed: 'La bozza è eliminata.',
  },
  start: {
    list: 'Pratiche',
    listLead: 'Quello che puoi chiedere al consolato senza andarci.',
    who: 'Chi può chiederlo',
    needs: {
      account: 'Chi ha un account e vive nella circoscrizione di un ufficio consolare.',
      consular_register: 'Chi è già nello schedario consolare dell’ufficio.',
      aire: 'Chi è già iscritto all’AIRE.',
    },
    prepare: 'Che cosa ti serve',
    prepareNone: 'Nessun documento.',
    sometimes: 'solo in alcuni casi',
    forEach: 'per ogni persona o cosa che indichi',
    pages: (count: number) => `Il modulo ha circa ${count} pagine. Puoi fermarti e riprendere quando vuoi.`,
    time: 'Quanto ci vuole',
    noTerm:
      'Nessuna fonte di legge fissa un termine per tutta la pratica. Sulla pagina vedi sempre a che punto è e chi deve fare qualcosa.',
    usual: (from: number, until: number) =>
      from === until
        ? `Di solito si conclude in ${days(from)}.`
        : `Di solito si conclude in ${from}–${days(until)}.`,
    noUsual: 'L’ufficio non ne ha ancora concluse abbastanza per dire quanto ci vuole di solito.',
    law: 'Che cosa dice la legge',
    begin: 'Comincia',
    goOn: 'Continua la bozza',
    open: 'Apri la tua pratica',
    signIn: 'Accedi per cominciare',
    hasOpen: 'Hai già una pratica aperta di questo tipo.',
    hasDraft: (day: string) => `Hai già una bozza, che si conserva fino al ${day}.`,
    office: (name: string) => `Se ne occupa: ${name}.`,
  },
  sent: {
    title: 'Pratica inviata',
    protocol: 'Numero di protocollo',
    next: 'Che cosa succede adesso',
    mail: (email: string) => `Ti abbiamo scritto a ${email}. A ogni passo ricevi un messaggio.`,
    queue: 'La pratica è in coda: l’ufficio le lavora nell’ordine in cui arrivano.',
    cancel: 'Puoi annullarla finché un operatore non la prende in carico.',
    open: 'Vai alla pratica',
  },
  file: {
    protocol: 'Protocollo',
    clock: 'Tempo passato',
    clockText: (parts: readonly string[]) =>
      parts.length === 0 ? 'Meno di un giorno.' : `${parts.join(', ')}.`,
    heldBy,
    law: (law: string) => `Riferimenti: ${law}`,
    canDo: 'Che cosa puoi fare ora',
    can: {
      correct: 'Correggi quello che l’ufficio chiede',
      goOn: 'Continua la correzione che hai cominciato',
      write: 'Scrivi all’ufficio',
      cancel: 'Annulla la pratica',
      nothing: 'Niente: la pratica è finita.',
    },
    wantedTitle: 'Da correggere',
    wantedBefore: 'Chiesto prima, e già corretto',
    data: 'Dati e documenti inviati',
    documents: 'Documenti',
    earlier: 'Versione precedente',
    versions: (moments: readonly string[]) => `Inviata: ${moments.join('; ')}.`,
    changed: 'cambiato con la correzione',
    noMessages: 'Ancora nessun messaggio: quelli tuoi e quelli dell’ufficio compaiono qui.',
    readings: 'Chi ha aperto la pratica',
    readingsNone: 'Nessuno, finora.',
    municipality: 'Comune',
    resubmitted: 'Le correzioni sono arrivate all’ufficio. La pratica è di nuovo dallo stesso operatore.',
    written: 'Il messaggio è arrivato all’ufficio.',
    cancelled: 'Hai annullato la pratica.',
    cancelTitle: 'Vuoi annullare questa pratica?',
    cancelText: (day: string) =>
      `L’ufficio non se ne occupa più e perdi il posto in coda. I documenti si conservano fino al ${day}, poi si cancellano. Puoi sempre farne un’altra.`,
    cancelYes: 'Sì, annulla',
    cancelNo: 'No, tienila',
    receipt: 'Ricevuta di presentazione (PDF)',
  },
  refusals,
};

export type FormWords = typeof formIt;
