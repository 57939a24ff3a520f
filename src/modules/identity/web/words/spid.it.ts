import type { SpidError } from '#platform/spid/error-codes.ts';
import type { MatchCase } from '../../domain/registry-match.ts';
import type { StrongReason } from '../strong-reason.ts';

const protocol =
  'Il gestore e questo servizio non si sono capiti: non dipende da te. Riprova fra qualche minuto; se succede ancora, segnalalo con il modulo di assistenza e indica il codice qui sotto.';

/** Che cosa è successo, perché, e che cosa fare adesso (tabella dei messaggi di errore di SPID). */
const errors: Record<SpidError, string> = {
  8: protocol,
  9: protocol,
  11: protocol,
  12: protocol,
  13: protocol,
  14: protocol,
  15: protocol,
  16: protocol,
  17: protocol,
  18: protocol,
  19: 'Hai scritto più volte credenziali sbagliate e il gestore ha fermato l’accesso. Controlla nome utente e password presso il tuo gestore, poi riprova.',
  20: 'Questo servizio chiede SPID di livello 2, e la tua identità non ha ancora le credenziali per quel livello. Attivale presso il tuo gestore (di solito con la sua app), poi riprova.',
  21: 'È passato troppo tempo e il gestore ha chiuso la richiesta. Riprova e completa l’accesso entro pochi minuti.',
  22: 'Non hai dato il consenso a mandarci i tuoi dati. Senza nome, cognome, data di nascita e codice fiscale non possiamo sapere chi sei. Se cambi idea, riprova e dai il consenso.',
  23: 'La tua identità SPID è sospesa o revocata, oppure le credenziali sono bloccate. Rivolgiti al tuo gestore per riattivarle.',
  25: 'Hai annullato l’accesso. Non è successo nulla: puoi riprovare quando vuoi.',
  30: 'Hai usato un’identità SPID di un tipo che qui non va bene. Serve l’identità di una persona fisica: riprova con la tua identità personale.',
};

const reasons: Record<StrongReason, string> = {
  registry:
    'I tuoi dati in anagrafe si mostrano solo a te: per questo dobbiamo sapere con certezza chi sei, e una password non basta.',
  certificates:
    'Un certificato fa fede presso chiunque: per rilasciarlo dobbiamo sapere con certezza chi lo chiede, e una password non basta.',
  payments:
    'Il pagamento è collegato a un certificato a tuo nome: dobbiamo sapere con certezza chi sei, e una password non basta.',
  corrections:
    'Una rettifica cambia dati ufficiali: dobbiamo sapere con certezza chi la chiede, e una password non basta.',
  residence:
    'Una dichiarazione di residenza ha valore legale: dobbiamo sapere con certezza chi la fa, e una password non basta.',
  contacts:
    'Sostituire i recapiti senza usare quelli vecchi è possibile solo a chi dimostra con certezza chi è.',
};

const cases: Record<MatchCase, { title: string; why: string }> = {
  no_record: {
    title: 'Non troviamo la tua scheda in anagrafe',
    why: 'La tua identità è a posto, ma nell’anagrafe nazionale non c’è una scheda con il tuo codice fiscale. Succede per esempio a chi non è mai stato residente in Italia né iscritto all’AIRE.',
  },
  invalid: {
    title: 'Il tuo codice fiscale non risulta valido',
    why: 'Il codice fiscale della tua identità digitale non risulta valido nell’anagrafe, e con quel codice non possiamo aprire la tua scheda.',
  },
  deleted: {
    title: 'La tua scheda in anagrafe è stata cancellata',
    why: 'La scheda con il tuo codice fiscale c’è, ma risulta cancellata: per esempio per irreperibilità o per un trasferimento all’estero registrato a metà.',
  },
  duplicated: {
    title: 'In anagrafe ci sono due schede con i tuoi dati',
    why: 'Il tuo codice fiscale compare in più di una scheda. Finché il comune non le riunisce non possiamo sapere quale sia quella giusta.',
  },
  differs: {
    title: 'Il codice fiscale di SPID e quello dell’anagrafe sono diversi',
    why: 'Ti troviamo in anagrafe, ma con un codice fiscale diverso da quello della tua identità SPID. Uno dei due va corretto.',
  },
};

export const spid = {
  title: 'Entra con SPID',
  lead: 'Scegli il gestore che ti ha dato la tua identità SPID. Ti portiamo sul suo sito, dove dimostri chi sei; poi torni qui.',
  whatFor: 'Che cosa ci dice il gestore: nome, cognome, data di nascita e codice fiscale. Nient’altro.',
  level: 'Serve SPID di livello 2: nome utente, password e una conferma sul telefono.',
  button: 'Entra con SPID',
  choose: 'Scegli il tuo gestore',
  with: (name: string) => `Entra con ${name}`,
  none: 'Per ora nessun gestore SPID è collegato a questo servizio. Puoi entrare con la password.',
  more: 'Maggiori informazioni',
  noSpid: 'Non hai SPID?',
  help: 'Serve aiuto?',
  otherSite: 'si apre in un’altra scheda',
  withPassword: 'Oppure entra con la password',
  onSignInPage: 'Con la tua identità digitale vedi anche i dati dell’anagrafe e ottieni certificati.',
  noSuchProvider: 'Questo gestore non è nell’elenco. Scegline uno di questi.',
  onward: {
    title: (name: string) => `Stai andando da ${name}`,
    lead: (name: string) =>
      `Fra un momento sei sul sito di ${name}. Se non succede nulla, premi il pulsante: il tuo browser non esegue JavaScript, e va bene così.`,
    button: (name: string) => `Continua su ${name}`,
  },
  failed: {
    title: 'Non sei entrato',
    retry: 'Riprova',
    code: (number: number) => `Codice SPID: nr${String(number).padStart(2, '0')}.`,
    errors,
    declined:
      'Il gestore non ha confermato la tua identità e non ha detto perché. Riprova; se succede ancora, rivolgiti al tuo gestore.',
    not_believed:
      'La risposta arrivata non è quella che ci aspettavamo dal tuo gestore, e per prudenza non l’abbiamo usata. Riprova dall’inizio, in questa stessa finestra.',
    no_tax_code:
      'La tua identità non porta un codice fiscale italiano, che qui serve per sapere chi sei. Se hai un’identità SPID personale con codice fiscale, usa quella; altrimenti entra con la password o rivolgiti allo sportello.',
    no_such_request:
      'Questa risposta non appartiene a nessuna richiesta partita da qui. Comincia da capo dal pulsante «Entra con SPID».',
    answered_already:
      'Questa risposta è già stata usata: ogni risposta vale una volta sola. Comincia da capo dal pulsante «Entra con SPID».',
    too_late:
      'È passato troppo tempo da quando hai chiesto di entrare. Comincia da capo: bastano pochi minuti.',
    no_such_arrival: 'Questo accesso non esiste o è scaduto. Comincia da capo dal pulsante «Entra con SPID».',
    other_browser:
      'L’accesso è stato chiesto da un altro browser, o i cookie di questo sono stati cancellati. Comincia da capo in questa finestra.',
    arrived_too_late: 'È passato troppo tempo da quando il gestore ha risposto. Comincia da capo.',
    entered_already: 'Con questa risposta sei già entrato: non serve ripetere.',
    account_closed: 'Il tuo account è chiuso o bloccato. Rivolgiti alla sede competente o allo sportello.',
    toAccount: 'Vai alla tua pagina',
  },
  first: {
    title: 'È la prima volta che entri con SPID',
    hello: (name: string) => `Buongiorno ${name}. Il tuo gestore ha confermato chi sei.`,
    question: 'Hai già un account qui?',
    openTitle: 'Collega l’account aperto in questo browser',
    openLead:
      'Sei già entrato con la password. Se lo colleghi, da ora in poi quell’account si apre anche con SPID.',
    openOther:
      'In questo browser è aperto un account con dati diversi dai tuoi: non lo colleghiamo. Se è tuo, chiedi prima la correzione dei dati.',
    openSubmit: 'Collega questo account',
    passwordTitle: 'Sì: collegalo con la password',
    passwordLead: 'Scrivi come entri di solito. Colleghiamo l’account solo se è della stessa persona.',
    passwordSubmit: 'Entra e collega',
    lostTitle: 'Sì, ma non riesco più a entrare',
    lostLead: (contacts: string) =>
      `C’è un account con il tuo codice fiscale, con questi recapiti: ${contacts}. Se è tuo e non hai più né l’e-mail né il cellulare, riprendilo con SPID.`,
    lostWarning:
      'Chiudiamo le sessioni, le passkey e i token di prima, avvisiamo i vecchi recapiti e ne resta traccia nella tua storia.',
    lostSubmit: 'Riprendi questo account',
    newTitle: 'No: aprine uno nuovo',
    newLead: 'Serve solo sapere dove abiti, per trovare la sede o il comune che si occupa di te.',
    newSubmit: 'Apri l’account',
    wrongPassword: 'Dati errati, oppure accesso sospeso per 24 ore: vedi la tua e-mail.',
    otherPerson:
      'Quell’account ha un nome, una data di nascita o un codice fiscale diversi da quelli di SPID: non lo colleghiamo. Se è tuo, entra con la password e chiedi la correzione dei dati.',
    connectedOtherwise: 'Questo account o questa identità sono già collegati ad altro. Comincia da capo.',
    nothingLost: 'L’account da riprendere non c’è più. Scegli un’altra possibilità.',
  },
  signedOut: {
    title: 'Sei uscito',
    lead: 'La tua sessione qui è chiusa.',
    there: (name: string) => `Vuoi chiudere anche la sessione presso ${name}?`,
    button: (name: string) => `Esci anche da ${name}`,
    complete: 'Anche la sessione presso il gestore è chiusa.',
    partial:
      'Il gestore non ha potuto chiudere tutte le sessioni. Se il computer non è tuo, chiudi il browser.',
    notBelieved: 'La richiesta di uscita non era firmata dal gestore, e non l’abbiamo seguita.',
    home: 'Torna alla pagina iniziale',
  },
  match: {
    cases,
    what: 'Che cosa fare',
    ask: 'Rivolgiti al tuo comune di residenza, o al comune in cui sei iscritto all’AIRE: può controllare la scheda e correggerla.',
    municipality: 'Il comune che se ne occupa',
    email: 'E-mail',
    pec: 'PEC',
    telephone: 'Telefono',
    address: 'Indirizzo',
    unknown:
      'Non sappiamo quale comune si occupi di te. Se abiti all’estero, chiedi alla tua sede consolare in quale comune sei iscritto.',
    meanwhile: 'Intanto puoi prenotare appuntamenti e fare richieste alla tua sede.',
    again: 'Controlla di nuovo',
    fineTitle: 'La tua scheda in anagrafe è collegata',
    fine: 'Il tuo codice fiscale corrisponde a una sola scheda. Puoi vedere i tuoi dati e chiedere certificati.',
  },
  reasons,
  connected: {
    title: 'SPID',
    yes: (day: string) => `Il tuo account è collegato alla tua identità SPID dal ${day}.`,
    no: 'Il tuo account non è ancora collegato a SPID. Collegalo per vedere i dati dell’anagrafe e chiedere certificati.',
    connect: 'Collega SPID',
  },
};
