import type { Reason, Word } from '#platform/qr-credential/verdict.ts';

const words: Record<Word, string> = {
  valid: 'Valido',
  expired: 'Scaduto',
  revoked: 'Revocato',
  altered: 'Alterato',
  unknown: 'Sconosciuto',
  cannot_tell: 'Non possiamo dirlo',
};

/** Per ogni esito: che cosa è successo e perché, poi che cosa fare. */
const reasons: Record<Reason, { readonly what: string; readonly todo: string }> = {
  holds: {
    what: 'Il documento è autentico, non è stato modificato e oggi vale.',
    todo: 'Confronta i dati qui sotto con quelli del foglio: devono essere gli stessi.',
  },
  past_validity: {
    what: 'Il documento è autentico, ma il periodo in cui vale è finito.',
    todo: 'Chiedi alla persona un documento nuovo.',
  },
  seal_key_expired: {
    what: 'Il sigillo è stato messo con un certificato che in quel momento era già scaduto.',
    todo: 'Non accettare il documento: chiedine uno nuovo.',
  },
  withdrawn: {
    what: 'Il documento era autentico, ma è stato revocato: non vale più.',
    todo: 'Non accettarlo: chiedi alla persona un documento nuovo.',
  },
  replaced: {
    what: 'Il documento è stato revocato e sostituito da uno nuovo.',
    todo: 'Chiedi alla persona il documento nuovo: lo trova nel suo elenco.',
  },
  key_withdrawn: {
    what: 'La chiave che ha firmato questo codice è stata ritirata: ciò che ha firmato non vale più.',
    todo: 'Chiedi alla persona di scaricare di nuovo il documento.',
  },
  changed: {
    what: 'Il contenuto non è quello che abbiamo emesso: qualcosa è stato cambiato.',
    todo: 'Non accettare il documento. Chiedi il file originale, così come è stato scaricato.',
  },
  added_to: {
    what: 'Al file è stato aggiunto qualcosa dopo il sigillo. Succede anche quando qualcuno lo annota, lo firma o lo salva con un altro programma.',
    todo: 'Chiedi il file originale, così come è stato scaricato.',
  },
  damaged: {
    what: 'Il codice comincia come i nostri, ma il resto non si può leggere: è rovinato o cambiato.',
    todo: 'Inquadra di nuovo il codice con più luce. Se non basta, carica il file oppure scrivi il codice di verifica.',
  },
  foreign_seal: {
    what: 'Il file ha un sigillo o una firma, ma non è il nostro.',
    todo: 'Chiedi a chi l’ha firmato come verificarlo. Se doveva essere un nostro documento, non accettarlo.',
  },
  no_seal: {
    what: 'In questo file non c’è il nostro sigillo. Una stampa, una scansione o una copia salvata di nuovo non lo conserva.',
    todo: 'Chiedi il file originale, oppure scrivi il codice di verifica stampato sul documento.',
  },
  not_ours: {
    what: 'Questo codice non è uno dei nostri.',
    todo: 'Controlla di aver inquadrato il codice del documento e non un altro. Se è quello, non accettare il documento.',
  },
  not_in_register: {
    what: 'Nel registro dei documenti sigillati non c’è un documento così.',
    todo: 'Controlla il codice, lettera per lettera. Se è giusto, non accettare il documento.',
  },
  no_lists: {
    what: 'Senza rete non possiamo controllare: questo dispositivo non ha ancora scaricato l’elenco delle revoche.',
    todo: 'Collegati a Internet e riprova.',
  },
  old_lists: {
    what: 'L’elenco delle revoche su questo dispositivo è troppo vecchio: il documento potrebbe essere stato revocato nel frattempo.',
    todo: 'Collegati a Internet e riprova.',
  },
  lists_put_back: {
    what: 'L’elenco arrivato adesso è più vecchio di uno che questo dispositivo ha già visto: qualcuno può averlo rimesso al posto di quello nuovo.',
    todo: 'Non fidarti ancora del documento. Cambia rete e riprova, oppure controlla con il codice stampato o con il PDF.',
  },
  no_register: {
    what: 'In questo momento non riusciamo a consultare il registro.',
    todo: 'Riprova tra qualche minuto. Nulla fa pensare che il documento non sia valido.',
  },
};

export const it = {
  title: 'Verifica un documento',
  lead: 'Controlla se un certificato o un’attestazione è autentico, se vale ancora e se qualcuno l’ha modificato. Non serve un account.',
  words,
  reasons,
  result: 'Esito della verifica',
  again: 'Verifica un altro documento',
  scan: {
    title: 'Inquadra il codice QR',
    lead: 'Funziona anche senza rete, se hai già aperto questa pagina nelle ultime 24 ore.',
    start: 'Apri la fotocamera',
    stop: 'Chiudi la fotocamera',
    camera: 'Immagine della fotocamera',
    refused:
      'La fotocamera non si apre. Controlla i permessi del browser, oppure usa uno degli altri due modi.',
    without: 'Per inquadrare il codice serve JavaScript e una fotocamera. Puoi usare gli altri due modi.',
    offline: 'Verificato su questo dispositivo, con gli elenchi scaricati il',
    forgets:
      'Questo browser non ricorda gli elenchi già visti: se qualcuno ne rimettesse uno più vecchio, qui non si vedrebbe.',
  },
  file: {
    title: 'Carica il file PDF',
    label: 'File PDF del documento',
    hint: 'Il file originale, al massimo 10 MB. Lo controlliamo e non lo conserviamo.',
    button: 'Verifica il file',
    missing: 'Scegli il file PDF da verificare.',
    tooLarge:
      'Il file supera 10 MB. I nostri documenti sono molto più piccoli: controlla di aver scelto quello giusto.',
  },
  code: {
    title: 'Scrivi il codice di verifica',
    label: 'Codice di verifica',
    hint: 'Sono 18 lettere e cifre, stampate sotto il codice QR. Maiuscole e trattini non contano.',
    button: 'Verifica il codice',
    wrong:
      'Il codice contiene un errore: le lettere di controllo non tornano. Confrontalo con quello stampato e correggilo.',
  },
  facts: {
    subject: 'Documento',
    number: 'Numero',
    issuedOn: 'Emesso il',
    validUntil: 'Vale fino al',
    holder: 'Iniziali della persona',
    says: 'Dice che la persona',
    sealedBy: 'Sigillo di',
    sealedAt: 'Sigillato il',
  },
  proof: 'Attestazione mirata',
  certificate: 'Certificato',
  claims: {
    of_age: 'è maggiorenne',
    italian_citizen: 'ha la cittadinanza italiana',
    resident_in: 'è residente a {0}',
    resident_in_since: 'è residente a {0} almeno dal {1}',
    resident_abroad: 'è iscritta all’AIRE, residente in {0}',
  },
  facSimile: 'Questa è una dimostrazione: i documenti che emette sono FAC-SIMILE e non valgono nulla.',
  authority: {
    title: 'Verificare senza di noi',
    lead: 'Chiunque può controllare il sigillo con un lettore PDF e il codice QR con un programma suo.',
    link: 'Come verificare senza questa pagina',
    root: 'Il certificato dell’autorità',
    rootText:
      'Installalo tra le autorità di cui il tuo lettore PDF si fida: nel pannello delle firme il sigillo risulterà valido.',
    download: 'Scarica il certificato dell’autorità (PEM)',
    print: 'Impronta SHA-256',
    lists: 'Gli elenchi pubblici',
    listsText: 'Chiavi dei codici QR e documenti revocati, firmati e aggiornati ogni giorno.',
    keys: 'Elenco delle chiavi (JSON)',
    revocations: 'Elenco delle revoche (JSON)',
    format:
      'Nel codice QR, dopo il segno #, c’è un messaggio COSE_Sign1 (RFC 9052) firmato con ES256. Il sigillo del PDF è PAdES di livello B-T (ETSI EN 319 142-1).',
  },
};
