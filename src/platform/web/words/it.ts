export const it = {
  problems: {
    summaryTitle: 'C’è qualcosa da correggere',
    notFoundTitle: 'Pagina non trovata',
    notFound:
      'Questa pagina non esiste, non esiste più, oppure non riguarda te. Controlla l’indirizzo o riparti dalla pagina iniziale.',
    faultTitle: 'Qualcosa non ha funzionato da parte nostra',
    fault:
      'Non abbiamo potuto completare la richiesta. Nulla è andato perso: aspetta un minuto e riprova. Se succede ancora, scrivi alla sede indicando il codice',
    awayTitle: 'Il servizio riparte tra poco',
    away: 'In questo momento non riusciamo a raggiungere i nostri archivi. Riprova tra qualche secondo: ripetere la stessa richiesta non crea doppioni.',
    tooManyTitle: 'Troppe richieste in poco tempo',
    tooMany:
      'Dal tuo collegamento arrivano troppe richieste. Aspetta un minuto e riprova: il tuo posto, se ne hai uno, non si perde.',
    tooLargeTitle: 'Il testo inviato è troppo lungo',
    tooLarge:
      'Il modulo contiene più testo di quanto possiamo ricevere. Torna indietro, accorcia il testo e invia di nuovo.',
    unreadableTitle: 'Non riusciamo a leggere la richiesta',
    unreadable:
      'I dati inviati non sono nella forma che ci aspettiamo. Torna alla pagina precedente e invia di nuovo il modulo.',
    sendAgainTitle: 'Conferma e invia di nuovo',
    sendAgain:
      'Questa pagina era aperta da molto tempo, oppure il browser ha cancellato i cookie. Per sicurezza ti chiediamo di confermare: quello che hai scritto è ancora qui.',
    sendAgainButton: 'Invia di nuovo',
    strongSignInTitle: 'Per questa pagina serve SPID',
    strongSignIn:
      'Qui si leggono o si cambiano dati ufficiali: dobbiamo sapere con certezza chi sei, e una password non basta. Entra con SPID in un’altra scheda, poi torna qui e premi di nuovo il pulsante: non perdi nulla di ciò che hai scritto.',
    strongSignInLink: 'Entra con SPID (si apre in un’altra scheda)',
    signInAgainTitle: 'Accedi di nuovo per continuare',
    signInAgain:
      'La sessione è terminata. Quello che hai scritto è ancora in questa pagina: accedi in un’altra scheda, poi torna qui e premi «Invia di nuovo».',
    signInAgainLink: 'Accedi (si apre in un’altra scheda)',
    passwordAgain:
      'Per sicurezza la password e i codici non vengono conservati: torna alla pagina e scrivili di nuovo.',
    passwordAgainLink: 'Torna alla pagina',
    home: 'Vai alla pagina iniziale',
    keyReused: 'Questo modulo è già stato inviato con dati diversi. Ricarica la pagina e compila di nuovo.',
    errorPrefix: 'Errore: ',
  },
  optional: 'facoltativo',
};
