export const it = {
  greeting: (name: string) => `Ciao ${name},`,
  where: (office: string, address: string) => `Dove: ${office}, ${address}.`,
  when: (moment: string, city: string) => `Quando: ${moment}, ora di ${city}.`,
  what: (service: string, reference: string) =>
    `Servizio: ${service}. Codice dell’appuntamento: ${reference}.`,
  held: {
    subject: (service: string) => `Conferma il tuo appuntamento: ${service}`,
    paragraph: (until: string) =>
      `Abbiamo tenuto un posto per te. Confermalo entro ${until}: se non lo fai, il posto torna libero per gli altri.`,
    action: 'Conferma l’appuntamento',
    unknown: 'Non hai chiesto tu questo appuntamento? Non fare nulla: il posto si libera da solo.',
  },
  booked: {
    subject: (service: string, day: string) => `Appuntamento confermato: ${service}, ${day}`,
    paragraph: 'Il tuo appuntamento è confermato. Lo trovi anche nel file di calendario allegato.',
    bring:
      'Porta con te un documento d’identità e quello che è elencato nella pagina del servizio. Il posto è tuo e non si può cedere.',
    change: 'Se non puoi venire, spostalo o annullalo: il posto servirà a qualcun altro.',
    action: 'Vedi, sposta o annulla',
  },
  moved: {
    subject: (service: string, day: string) => `Appuntamento spostato: ${service}, ${day}`,
    paragraph: (before: string) =>
      `Hai spostato l’appuntamento che avevi ${before}. Vale solo la nuova data.`,
    action: 'Vedi l’appuntamento',
  },
  cancelled: {
    subject: (service: string, day: string) => `Appuntamento annullato: ${service}, ${day}`,
    byCitizen:
      'Hai annullato il tuo appuntamento. Il posto torna libero per gli altri: grazie per averlo detto in tempo.',
    byOffice: (reason: string) => `La sede ha dovuto annullare il tuo appuntamento. Motivo: ${reason}`,
    office_changed:
      'Hai cambiato sede: l’appuntamento alla sede di prima è annullato e il posto torna libero. Puoi prenotare alla tua nuova sede.',
    account_closed: 'Hai chiuso il tuo account: l’appuntamento è annullato e il posto torna libero.',
    again: 'Puoi prenotarne un altro quando vuoi.',
    action: 'Cerca un altro posto',
  },
  lapsed: {
    subject: (service: string) => `Posto non confermato: ${service}`,
    paragraph:
      'Non hai confermato in tempo il posto che tenevamo per te, perciò è tornato libero. Non hai perso nulla: puoi prenotarne un altro.',
    action: 'Cerca un altro posto',
  },
  reminder: {
    subject: (service: string, day: string) => `Promemoria: ${service}, ${day}`,
    paragraph: 'Ti aspettiamo all’appuntamento:',
    action: 'Vedi, sposta o annulla',
  },
  calendar: {
    summary: (service: string, office: string) => `${service} – ${office}`,
    description: (reference: string, url: string) => `Codice dell’appuntamento: ${reference}\n${url}`,
  },
};
