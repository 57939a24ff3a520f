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
    printout: (url: string) => `La conferma da stampare, con il codice per entrare: ${url}`,
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
  office: {
    offered: {
      subject: (service: string) => `La sede ti propone un’altra data: ${service}`,
      paragraph: (before: string) =>
        `Ci dispiace: la sede non può riceverti ${before}, come avevi prenotato. Al suo posto ti teniamo questo appuntamento:`,
      until: (until: string) =>
        `Rispondi entro ${until}: puoi accettare o rifiutare con un pulsante. Se non rispondi, il posto torna libero.`,
      otherwise: (day: string) =>
        `Se la data non va bene, rifiuta: fino al ${day} puoi scegliere con priorità, anche tra i posti che gli altri non vedono ancora.`,
      action: 'Accetta o rifiuta',
    },
    cancelled: {
      paragraph: (before: string) =>
        `Ci dispiace: la sede ha dovuto annullare il tuo appuntamento di ${before}.`,
      priority: (day: string) =>
        `Puoi sceglierne subito un altro. Fino al ${day} hai la priorità: vedi anche i posti che gli altri non vedono ancora.`,
      action: 'Scegli un altro posto con priorità',
    },
    refused: {
      subject: (service: string) => `Hai rifiutato la data proposta: ${service}`,
      paragraph: 'Hai rifiutato la data che la sede ti proponeva. Il posto torna libero per gli altri.',
    },
    reason: (reason: string) => `Motivo: ${reason}`,
  },
  party: {
    who: (names: string) => `Chi: ${names}.`,
    what: (service: string) => `Servizio: ${service}.`,
    held: (until: string, count: number) =>
      `Abbiamo tenuto ${count} posti vicini, uno per ogni persona. Confermali tutti insieme entro ${until}: se non lo fai, tornano liberi per gli altri.`,
    bring:
      'Presentatevi tutti insieme. Ogni persona porta il proprio documento d’identità; per i minori servono anche i documenti dei genitori.',
    change: 'Se qualcuno non può venire, annulla solo il suo posto: gli altri restano validi.',
    cancelled: (names: string) =>
      `Hai annullato l’appuntamento di ${names}. Il posto torna libero per gli altri: grazie per averlo detto in tempo.`,
    left: (names: string) => `L’appuntamento resta valido per ${names}.`,
  },
  calendar: {
    summary: (service: string, office: string) => `${service} – ${office}`,
    description: (reference: string, url: string) => `Codice dell’appuntamento: ${reference}\n${url}`,
  },
};
