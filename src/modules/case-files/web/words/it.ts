import type { CorrectionRefusal, NewEmailRefusal } from '#modules/identity/public.ts';
import type { CaseFileState } from '../../domain/case-file-lifecycle.ts';
import type { ProcedureId, QuestionName } from '../../domain/procedures.ts';
import type { SubmitRefusal } from '../../use-cases/submit-case-file.ts';
import type { PersonRefusal } from '../../use-cases/write-as-person.ts';

const keyReused =
  'Questo modulo è già stato inviato con altri dati. Ricarica la pagina e compilalo di nuovo.';

const codes: Record<NewEmailRefusal['code'], string> = {
  not_an_email: 'Scrivi un indirizzo e-mail completo, per esempio nome@posta.example',
  same_email: 'Questo è già il tuo indirizzo e-mail. Scrivi quello nuovo.',
  too_soon: 'Ti abbiamo mandato un codice meno di un minuto fa. Aspetta un minuto e riprova.',
  too_many_codes: 'Oggi abbiamo già mandato molti codici a questo indirizzo. Riprova domani.',
};

const submitRefusals: Record<SubmitRefusal['code'] | 'key_reused', string> = {
  ...codes,
  sign_in_required: 'Per questa richiesta devi prima accedere: così sappiamo di chi sono i dati.',
  no_office: 'Scegli l’ufficio a cui scrivere.',
  documents_missing:
    'Allega almeno un documento che prova il dato giusto: senza prova l’ufficio non può correggere.',
  too_many_requests:
    'Da questo indirizzo sono arrivate già 10 richieste nelle ultime 24 ore. Continua in una di quelle aperte, oppure riprova domani.',
  open_already:
    'Hai già una richiesta aperta per correggere questo dato. Aprila da “Le mie richieste” e scrivi lì.',
  nothing_to_correct: 'Il dato che hai scritto è già quello registrato: non c’è nulla da correggere.',
  tax_code_does_not_fit:
    'Il codice fiscale non corrisponde a nome, cognome e data di nascita. Se cambia anche il codice, scrivi quello nuovo; altrimenti controlla che cosa hai scritto.',
  key_reused: keyReused,
};

const personRefusals: Record<PersonRefusal['code'], string> = {
  no_such_case_file: 'Questa richiesta non esiste o non è tua.',
  too_late:
    'Non è più possibile: intanto la richiesta è cambiata. Qui sotto vedi a che punto è. Se ti serve altro, fai una nuova richiesta.',
  key_reused: keyReused,
};

const states: Record<CaseFileState, string> = {
  submitted: 'In coda',
  in_progress: 'In lavorazione',
  waiting_for_person: 'Aspetta te',
  answered: 'Risposta data',
  verification_failed: 'Verifica non superata',
  sent_to_municipality: 'Inviata al comune',
  closed_with_correction: 'Dati corretti',
  defined: 'Conclusa',
  rejected: 'Respinta',
  cancelled_by_user: 'Annullata',
};

const next: Record<CaseFileState, string> = {
  submitted:
    'L’ufficio legge le richieste in ordine di arrivo. Non devi fare nulla: ti scriviamo a ogni passo.',
  in_progress: 'Un operatore ha in carico la richiesta. Ti scriviamo quando c’è una risposta.',
  waiting_for_person: 'Tocca a te: leggi che cosa chiede l’ufficio e rispondi qui sotto.',
  answered: 'L’ufficio ha risposto. Se la risposta non ti basta, scrivi di nuovo qui sotto entro 30 giorni.',
  verification_failed:
    'L’ufficio ha trovato qualcosa che puoi correggere tu: guarda le indicazioni, correggi e invia di nuovo. Mantieni la tua data.',
  sent_to_municipality:
    'L’ufficio ha verificato la pratica e l’ha inviata al comune, che deve confermare. Non devi fare nulla.',
  closed_with_correction: 'L’ufficio ha corretto i tuoi dati. Controllali nel tuo profilo.',
  defined: 'La pratica è conclusa con esito positivo.',
  rejected:
    'L’ufficio non ha accolto la richiesta: i motivi sono nei messaggi. Con nuovi documenti puoi farne un’altra.',
  cancelled_by_user: 'Hai annullato la richiesta. Se ti serve, puoi farne un’altra.',
};

const events: Record<string, string> = {
  'case-file.submitted': 'Richiesta inviata',
  'case-file.taken': 'Presa in carico da un operatore',
  'case-file.put-back': 'Rimessa in coda, con la data di arrivo',
  'case-file.person-wrote': 'Nuovo messaggio di chi ha chiesto',
  'case-file.office-wrote': 'Nuovo messaggio dell’ufficio',
  'case-file.asked': 'L’ufficio ha chiesto altro',
  'case-file.replied': 'Risposta alla domanda dell’ufficio',
  'case-file.answered': 'L’ufficio ha risposto',
  'case-file.corrected': 'L’ufficio ha corretto i dati',
  'case-file.rejected': 'L’ufficio ha respinto la richiesta',
  'case-file.cancelled': 'Richiesta annullata',
  'case-file.taken-up-again': 'Richiesta riaperta',
  'case-file.closed-with-account': 'Chiusa insieme all’utenza',
  'case-file.handed-over': 'Passata a un collega',
  'case-file.noted': 'Nota interna dell’ufficio',
  'case-file.verification-failed': 'Verifica non superata: da correggere',
  'case-file.resubmitted': 'Correzioni inviate',
  'case-file.sent-to-municipality': 'Inviata al comune',
  'case-file.municipality-reminded': 'Sollecito al comune',
  'case-file.confirmed': 'Confermata dal comune',
  'case-file.refused-by-municipality': 'Il comune non ha confermato',
  'case-file.defined': 'Conclusa',
  'case-file.read': 'Letta da un operatore',
  'case-file.checked': 'Controllo segnato',
  'case-file.entry-of-another-account':
    'Lo schedario ha già una scheda di questa persona con un altro account',
  'case-file.taken-by-municipality': 'Presa in mano da un funzionario del comune',
  'case-file.put-back-by-municipality': 'Rimessa tra le nuove del comune',
  'case-file.offices-wrote': 'I due uffici si sono scritti',
  'case-file.registry-differs':
    'Il comune ha ricevuto un richiamo: l’anagrafe non mostra ancora il cambiamento',
  'case-file.shown-by-registry': 'L’anagrafe mostra il cambiamento',
};

const start: Record<ProcedureId, { title: string; lead: string; text: string; textHint: string }> = {
  'technical-help': {
    title: 'Assistenza tecnica',
    lead: 'Qualcosa sul sito non funziona? Descrivilo e allega le schermate: rispondono le persone del tuo ufficio.',
    text: 'Che cosa succede',
    textHint: 'Scrivi che cosa volevi fare, che cosa è successo e quando. Non scrivere mai la password.',
  },
  question: {
    title: 'Scrivi all’ufficio',
    lead: 'La tua domanda arriva all’ufficio che si occupa di questo servizio. La risposta compare qui e ti avvisiamo per e-mail.',
    text: 'La tua domanda',
    textHint: 'Scrivi solo ciò che serve a rispondere.',
  },
  'identity-correction': {
    title: 'Correggi i tuoi dati',
    lead: 'Nome, data e luogo di nascita, codice fiscale ed e-mail verificata li corregge l’ufficio, con un documento che lo prova.',
    text: 'Perché va corretto',
    textHint: 'Per esempio: il cognome è scritto con un errore, come si vede dal passaporto.',
  },
};

const questions: Record<QuestionName, { label: string; hint?: string }> = {
  given_name: { label: 'Nome giusto', hint: 'Come nel documento che alleghi' },
  family_name: { label: 'Cognome giusto', hint: 'Come nel documento che alleghi' },
  born_on: { label: 'Data di nascita giusta' },
  birth_place: { label: 'Luogo di nascita giusto', hint: 'Comune, oppure città e Stato' },
  tax_code: { label: 'Codice fiscale giusto', hint: '16 lettere e numeri' },
  new_tax_code: {
    label: 'Codice fiscale nuovo, se cambia anche quello',
    hint: 'Nome, cognome e data di nascita formano il codice fiscale',
  },
  email: { label: 'E-mail nuova', hint: 'Ti mandiamo lì un codice: scrivilo nella pagina della richiesta' },
};

export const it = {
  start,
  questions,
  states,
  next,
  events,
  submitRefusals,
  personRefusals,
  list: {
    title: 'Le mie richieste',
    lead: 'Tutto quello che hai chiesto per iscritto agli uffici.',
    empty: 'Non hai richieste.',
    emptyNext: 'Quando scrivi a un ufficio, trovi qui la domanda, la risposta e che cosa succede dopo.',
    open: 'Aperte',
    closed: 'Concluse',
    make: 'Fai una richiesta',
    all: 'Tutte le mie richieste',
    sent: (day: string) => `Inviata il ${day}`,
  },
  choose: {
    title: 'Fai una richiesta',
    lead: 'Che cosa ti serve?',
    which: 'Quale dato va corretto?',
    whichSubmit: 'Continua',
    services: 'Per domande su un servizio, aprine la pagina e scegli “Scrivi all’ufficio”.',
    toServices: 'Vai ai servizi',
  },
  form: {
    office: 'Ufficio a cui scrivere',
    officeHint: 'Quello del luogo in cui vivi',
    officeEmpty: 'Scegli un ufficio',
    toOffice: 'La richiesta va a',
    email: 'La tua e-mail',
    emailHint: 'Quella con cui ti sei registrato: la risposta arriva lì, con un link per leggerla',
    answersGoTo: 'Le risposte arrivano a',
    now: 'Oggi risulta',
    files: 'Allegati',
    filesHelp: 'Le schermate aiutano a capire.',
    filesProof:
      'Un documento che prova il dato giusto: passaporto, carta d’identità, atto di nascita, tesserino del codice fiscale.',
    submit: 'Invia la richiesta',
    by: (law: string, days: number) => `L’ufficio risponde entro ${days} giorni (${law}).`,
    signIn: 'Accedi',
    missing: 'Compila questo campo',
    tooLong: (most: number) => `Scrivi al massimo ${most} caratteri`,
    date: 'Scrivi una data che esiste, nel passato',
    taxCode: 'Il codice fiscale ha 16 lettere e numeri: controllalo',
    datum: 'Scegli quale dato va corretto',
    noResponsible:
      'Al tuo indirizzo non corrisponde nessun ufficio consolare, perciò nessun ufficio può correggere i tuoi dati qui. Se vivi in Italia, rivolgiti al Comune. Se vivi all’estero, controlla prima il luogo di residenza nel profilo.',
    toProfile: 'Vai al profilo',
    service: (title: string) => `Servizio: ${title}`,
  },
  sent: {
    title: 'Richiesta inviata',
    text: 'Abbiamo ricevuto la richiesta. Ti abbiamo scritto all’indirizzo che hai dato: nel messaggio c’è il link per seguirla e leggere la risposta.',
    junk: 'Se non lo trovi, guarda nella posta indesiderata.',
    reference: 'Codice della richiesta',
  },
  file: {
    state: 'Stato',
    office: 'Ufficio',
    reference: 'Codice',
    sentOn: 'Inviata',
    turn: 'A chi tocca',
    turns: {
      office: 'all’ufficio',
      municipality: 'al comune',
      person: 'a te',
      nobody: 'a nessuno: è conclusa',
    },
    due: 'Risposta entro',
    dueLaw: (day: string, law: string) => `${day} (${law})`,
    position: 'Posto in coda',
    positionText: (place: number) =>
      place === 1 ? 'Sei il primo della coda' : `Davanti a te ci sono ${place - 1} richieste`,
    usual: (from: number, until: number) =>
      from === until
        ? `Di solito la risposta arriva in ${from === 1 ? '1 giorno' : `${from} giorni`}`
        : `Di solito la risposta arriva in ${from}–${until} giorni`,
    noUsual: 'L’ufficio non ha ancora chiuso abbastanza richieste per dire quanto ci vuole di solito.',
    whatNext: 'Che cosa succede ora',
    messages: 'Messaggi',
    you: 'Tu',
    person: 'Chi ha chiesto',
    theOffice: 'L’ufficio',
    theMunicipality: 'Il comune',
    kinds: {
      message: '',
      request_for_more: 'Serve qualcosa da te',
      answer: 'Risposta',
      rejection: 'Motivi del rifiuto',
      correction_wanted: 'Che cosa correggere',
      municipal_refusal: 'Perché il comune non ha confermato',
      internal_note: 'Nota interna: la vede solo l’ufficio',
      between_offices: 'Messaggio tra gli uffici, la persona non lo legge',
    },
    timeline: 'Che cosa è successo',
    actors: {
      citizen: 'chi ha chiesto',
      visitor: 'chi ha chiesto',
      official: 'l’ufficio',
      system: 'il sistema',
    },
    was: 'Oggi risulta',
    wanted: 'Deve risultare',
    unknown: 'non indicato',
    write: 'Scrivi all’ufficio',
    writeReply: 'Rispondi all’ufficio',
    writeAgain: 'Non basta? Scrivi di nuovo',
    text: 'Messaggio',
    send: 'Invia',
    written: 'Il tuo messaggio è arrivato all’ufficio.',
    cancel: 'Annulla la richiesta',
    cancelTitle: 'Vuoi annullare questa richiesta?',
    cancelText: 'L’ufficio non la esamina più e perdi il posto in coda. Puoi sempre farne una nuova.',
    cancelYes: 'Sì, annulla',
    cancelNo: 'No, tienila',
    cancelled: 'Hai annullato la richiesta.',
    submitted: 'La richiesta è arrivata all’ufficio. Ti abbiamo mandato un’e-mail.',
    keptUntil: (day: string) =>
      `Questa richiesta e i suoi allegati sono conservati fino al ${day}, poi si cancellano.`,
  },
  email: {
    title: 'Conferma la nuova e-mail',
    text: (email: string) =>
      `Abbiamo mandato un codice di 6 cifre a ${email}. Scrivilo qui: solo dopo l’ufficio può cambiare l’indirizzo.`,
    code: 'Codice',
    submit: 'Conferma',
    again: 'Manda un altro codice',
    resent: 'Ti abbiamo mandato un altro codice.',
    wrong:
      'Il codice non è giusto o è scaduto. Controlla l’ultima e-mail, oppure fatti mandare un altro codice.',
    proven: 'La nuova e-mail è confermata: l’ufficio può scriverla nei tuoi dati.',
    codes,
  },
  section: {
    title: 'Le mie richieste',
    none: 'Nessuna richiesta aperta.',
  },
  desk: {
    desk: 'Scrivania',
    title: 'Richieste',
    counts: (waiting: number, mine: number) =>
      `${waiting === 1 ? '1 richiesta in coda' : `${waiting} richieste in coda`}, ${mine} prese in carico da te.`,
    next: 'Prendi la prossima',
    nextHint: 'La più vecchia della coda: chi arriva prima è servito prima.',
    empty: 'La coda è vuota.',
    mine: 'In carico a te',
    queue: 'In coda, dalla più vecchia',
    colleagues: 'In carico a colleghi',
    nothing: 'Nessuna.',
    about: 'Richiesta',
    who: 'Chi',
    arrived: 'Arrivata',
    due: 'Termine',
    state: 'Stato',
    daysLeft: (days: number) =>
      days < 0
        ? `scaduto da ${-days === 1 ? '1 giorno' : `${-days} giorni`}`
        : days === 0
          ? 'scade oggi'
          : days === 1
            ? 'manca 1 giorno'
            : `mancano ${days} giorni`,
    withoutAccount: 'senza accesso',
    reply: 'Testo per la persona',
    replyHint: 'Lo legge nella pagina della richiesta; per e-mail riceve solo l’avviso.',
    saved: 'Risposta predefinita',
    savedNone: 'Nessuna',
    insert: 'Inserisci',
    actions: {
      take: 'Prendi in carico',
      put_back: 'Rimetti in coda',
      write: 'Invia e tieni aperta',
      ask: 'Chiedi altro e aspetta',
      answer: 'Rispondi e chiudi',
      correct: 'Correggi il dato e chiudi',
      reject: 'Respingi con questi motivi',
    },
    correctHint:
      'Il dato cambia subito nel profilo della persona, che lo legge per e-mail. La correzione resta nel registro.',
    emailProven: 'La persona ha confermato il nuovo indirizzo con il codice.',
    emailNotProven:
      'La persona non ha ancora confermato il nuovo indirizzo con il codice: chiedile di farlo.',
    textMissing: 'Scrivi il testo per la persona: per respingere servono i motivi.',
    done: 'Fatto.',
    replies: 'Risposte predefinite',
    repliesLead:
      'Testi che l’ufficio usa spesso, in italiano e in inglese: la persona li legge nella sua lingua.',
    replyTitle: 'Titolo',
    replyIt: 'Testo in italiano',
    replyEn: 'Testo in inglese',
    keep: 'Salva la risposta',
    remove: 'Elimina',
    refusals: {
      no_such_case_file: 'Questa richiesta non è del tuo ufficio.',
      not_now: 'Non è più possibile: intanto qualcuno ha cambiato lo stato della richiesta.',
      queue_empty: 'La coda è vuota: un collega ha appena preso l’ultima.',
      no_such_account:
        'L’utenza non è più del tuo ufficio, oppure è chiusa: il dato non si può correggere da qui.',
      tax_code_does_not_fit:
        'Con questa correzione il codice fiscale non corrisponderebbe più ai dati. Chiedi alla persona il codice fiscale nuovo.',
      email_not_proven:
        'La persona non ha ancora confermato il nuovo indirizzo con il codice. Chiedile di farlo.',
      email_not_usable:
        'Questo indirizzo è di un’altra utenza, bloccato, o temporaneo: non si può scrivere. Respingi con questo motivo.',
      key_reused: keyReused,
    } satisfies Record<
      CorrectionRefusal['code'] | 'no_such_case_file' | 'not_now' | 'queue_empty' | 'key_reused',
      string
    >,
  },
};
