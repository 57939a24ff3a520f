export const reentry = {
  title: 'Rientra con il codice dello sportello',
  lead: 'Hai perso sia l’e-mail sia il cellulare del tuo account? Vai alla tua sede con un documento: un operatore ti riconosce e ti dà un codice su carta. Scrivilo qui.',
  link: 'Hai perso sia e-mail sia cellulare?',
  code: 'Codice di 20 caratteri',
  codeHint: 'È sul foglio che ti hanno dato. Maiuscole, minuscole e trattini non contano.',
  next: 'Avanti',
  codeNotGood:
    'Questo codice non apre niente: controlla di averlo copiato bene. Vale 14 giorni e una volta sola; chi ha i tuoi vecchi recapiti può anche averlo fermato. Se ti serve ancora, torna allo sportello.',
  codeTooEarly: (moment: string) =>
    `Il codice è giusto ma si apre ${moment}: fino ad allora chi ha i tuoi vecchi recapiti può opporsi. Per entrare prima, chiedi allo sportello che un secondo operatore lo confermi.`,
  contactsTitle: 'I tuoi nuovi recapiti',
  contactsLead:
    'Prendono il posto di quelli di prima. Quando confermi, tutto quello che era aperto con i vecchi viene chiuso: sessioni, passkey, token. Poi verifichi i nuovi con un codice.',
  submit: 'Entra con i nuovi recapiti',
  objectTitle: 'Non sono stato io',
  objectLead:
    'Se non sei andato allo sportello, ferma il codice: non aprirà più niente. Se invece eri tu, chiudi questa pagina.',
  object: 'Ferma il codice',
  stoppedTitle: 'Codice fermato',
  stopped:
    'Il codice non apre più niente e la sede vede la tua opposizione. Per sicurezza cambia la password.',
  lateTitle: 'Il codice era già stato usato',
  late: 'Abbiamo scritto la tua opposizione nel registro della sede, ma recapiti e password sono già cambiati. Scrivi o telefona subito alla tua sede: può verificare chi ha ragione.',
  toOffices: 'Trova la tua sede',
};
