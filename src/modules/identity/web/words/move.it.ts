export const move = {
  title: 'Cambia sede',
  lead: 'La sede competente dipende da dove abiti. Se ti sei trasferito nella circoscrizione di un’altra sede, indica il nuovo posto: prima di cambiare vedi che cosa succede.',
  now: (office: string) => `Oggi la tua sede è ${office}.`,
  nowNone: 'Oggi nessuna sede è competente per la tua residenza.',
  see: 'Vedi che cosa cambia',
  which: 'Quale sede ti segue?',
  whichHint: 'Per questo Paese non conosciamo i confini delle circoscrizioni: scegli tu.',
  whichMunicipality: 'Quale comune intendi?',
  sameOffice: 'Questo luogo appartiene già alla tua sede: cambialo nei tuoi dati, senza cambiare sede.',
  toProfile: 'Vai ai miei dati',
  changedAlready: 'Hai già cambiato sede una volta, e da solo non puoi farlo di nuovo.',
  waysOut: 'Che cosa puoi fare',
  waysOutItems: [
    'Se ti sei spostato dentro la circoscrizione della tua sede, aggiorna il luogo nei tuoi dati.',
    'Se il cambio era uno sbaglio, scrivi alla sede che hai lasciato o a quella nuova: un operatore può annullarlo, una volta.',
    'Se ti sei trasferito di nuovo, chiudi l’account e registrati con la nuova residenza.',
  ],
  toClosing: 'Chiudi l’account',
  effectsTitle: 'Attenzione: stai cambiando la sede competente',
  from: 'Sede di oggi',
  to: 'Nuova sede',
  noOffice: 'nessuna sede consolare',
  home: 'Nuova residenza',
  happens: 'Che cosa succede',
  nothingEnds: 'Non hai appuntamenti né richieste che finiscono con il cambio.',
  onlyInside: 'Dopo il cambio potrai indicare solo luoghi della nuova circoscrizione.',
  noWayBack:
    'Da solo non puoi annullare il cambio. L’unica via d’uscita è chiudere l’account e registrarti di nuovo, oppure chiedere a un operatore di una delle due sedi di annullarlo: può farlo una volta, e gli appuntamenti persi non tornano.',
  firstOffice: 'È la tua prima sede: se sbagli, un operatore può annullare la scelta.',
  confirm: 'Ho capito che cosa succede e voglio cambiare sede',
  confirmMissing: 'Per cambiare sede conferma che hai capito che cosa succede.',
  submit: 'Cambia sede',
  back: 'Torna indietro',
  done: (office: string) => `Fatto: da ora la tua sede è ${office}. Ti abbiamo scritto che cosa è successo.`,
  doneNone:
    'Fatto: da ora nessuna sede è competente per la tua residenza. Ti abbiamo scritto che cosa è successo.',
  meaningTitle: 'Che cosa significa il tuo nuovo indirizzo',
  meaning: {
    change_of_address:
      'Il nuovo indirizzo è nella circoscrizione della sede di prima: dichiara il cambio di indirizzo.',
    aire_registration:
      'Il nuovo indirizzo è nella circoscrizione di un’altra sede: chiedi l’iscrizione AIRE alla nuova sede, che vale come cambio di residenza. Hai 90 giorni dal trasferimento (L. 470/1988, art. 6).',
    return_to_italy:
      'Sei tornato in Italia: dichiara la residenza al tuo comune, che aggiorna anche l’AIRE. Da qui non devi fare altro.',
  },
  meaningLink: {
    change_of_address: 'Cambio di indirizzo',
    aire_registration: 'Iscrizione AIRE',
    return_to_italy: 'Tutti i servizi',
  },
};
