export const it = {
  home: {
    access: 'Il tuo accesso',
    signIn: 'Accedi',
    register: 'Registrati',
    recovery: 'Password dimenticata?',
    title: 'Sportello',
    heading: 'Che cosa devi fare?',
    search: 'Scrivi che cosa ti serve',
    searchHint: 'Per esempio passaporto, carta d’identità, iscrizione AIRE',
    submit: 'Cerca',
    ways: 'Da dove cominciare',
    office: 'Trova il tuo consolato',
    officeText: 'Dal Paese e dalla città in cui abiti alla sede che ti segue, con contatti e orari.',
    book: 'Prenota un appuntamento',
    bookText: 'Guarda i giorni liberi senza registrarti; per prenotare serve un account.',
    services: 'Servizi e documenti',
    servicesText: 'Che cosa portare, quanto costa, quanto tempo ci vuole e come si fa.',
    mine: 'I tuoi appuntamenti',
    mineText: 'Conferma, sposta o annulla quello che hai prenotato.',
    free: 'Prenotare è gratis',
    freeText:
      'Nessuno può venderti un appuntamento: ogni posto è legato a una persona e non si può cedere. Se qualcuno ti chiede soldi, segnalalo.',
    report: 'Segnala chi vende appuntamenti',
    fair: 'Come funziona',
    fairItems: [
      'Un posto è tuo solo dopo la conferma dalla mail: chi non conferma lo libera per gli altri.',
      'Un posto liberato torna pubblico in un momento casuale: non serve ricaricare la pagina.',
      'Una sola prenotazione per persona e per servizio.',
    ],
  },
  report: {
    title: 'Segnala chi vende appuntamenti',
    lead: 'Gli appuntamenti sono gratuiti. Raccontaci che cosa hai visto: la segnalazione arriva alla sede e al ministero.',
    description: 'Che cosa è successo?',
    descriptionHint: 'Chi offriva l’appuntamento, per quale servizio, a che prezzo.',
    seenAt: 'Dove l’hai visto?',
    seenAtHint: 'Per esempio l’indirizzo di un sito o il nome di un gruppo.',
    office: 'Quale sede riguarda?',
    officeAny: 'Non so, o più di una',
    contact: 'Un recapito, se vuoi che ti ricontattiamo',
    submit: 'Invia la segnalazione',
    missing: 'Racconta che cosa è successo',
    tooLong: 'Il testo è troppo lungo: accorcialo',
    done: 'Segnalazione ricevuta',
    doneText: (code: string) =>
      `Grazie. Il codice della segnalazione è ${code}. Un operatore la legge; se hai lasciato un recapito può scriverti.`,
    deskTitle: 'Segnalazioni di vendita di appuntamenti',
    deskEmpty: 'Nessuna segnalazione.',
    noOffice: 'nessuna sede indicata',
  },
  map: { title: 'Mappa del sito', lead: 'Tutte le pagine pubbliche.', home: 'Pagina iniziale' },
  privacy: {
    title: 'Informativa privacy',
    paragraphs: [
      [
        'Chi tratta i dati',
        'Questa installazione è una dimostrazione: i dati che inserisci restano nella cartella dati di chi la esegue. In produzione il titolare è l’amministrazione che la gestisce.',
      ],
      [
        'Quali dati e perché',
        'Nome, data di nascita, recapiti e residenza servono a sapere chi sei e quale sede ti segue; le note e le risposte servono alla sede per preparare l’appuntamento. Base giuridica: esercizio di un compito di interesse pubblico (art. 6, par. 1, lett. e, GDPR).',
      ],
      [
        'Chi li vede',
        'Solo tu e il personale della sede competente. Una regola nella banca dati, oltre che nel programma, impedisce alle altre sedi di leggerli.',
      ],
      [
        'Per quanto tempo',
        'Il contenuto dei messaggi si cancella dopo 30 giorni. Ogni modifica lascia una riga nel registro storico, senza testi liberi.',
      ],
      [
        'I tuoi diritti',
        'Puoi chiedere accesso, rettifica, cancellazione e limitazione (artt. 15–22 GDPR) scrivendo alla sede competente.',
      ],
    ],
  },
  cookies: {
    title: 'Gestione cookie',
    lead: 'Usiamo solo cookie tecnici: non serve il tuo consenso e non c’è nessun banner. Nessun cookie è di terzi.',
    name: 'Nome',
    purpose: 'A che cosa serve',
    lasts: 'Quanto dura',
    rows: [
      [
        'csrf',
        'Protegge i moduli da richieste inviate da altri siti. Nasce quando apri un modulo.',
        'Fino alla chiusura del browser',
      ],
      ['session', 'Ti riconosce dopo l’accesso.', 'Al massimo 12 ore, 30 minuti se non fai nulla'],
      ['desk', 'Riconosce il personale dopo l’accesso.', 'Al massimo 8 ore, 15 minuti di inattività'],
      [
        'device',
        'Ricorda che da questo browser hai già avuto accesso, così chi sbaglia la tua password altrove non ti chiude fuori.',
        'Un anno',
      ],
      ['registration', 'Tiene il filo della registrazione tra una pagina e l’altra.', 'Un’ora'],
    ],
  },
  legal: {
    title: 'Note legali',
    paragraphs: [
      [
        'Che cos’è',
        'Sportello è software libero (licenza EUPL-1.2). Questa installazione è una dimostrazione: persone, contatti, orari e circoscrizioni sono inventati, e gli appuntamenti non valgono presso alcun ufficio.',
      ],
      [
        'Fonti',
        'La rete consolare viene dalla documentazione ANPR del 2016 (CC BY 4.0), corretta a mano. I comuni italiani vengono dall’archivio ANPR (CC BY 4.0). Le tariffe indicano la loro fonte, voce per voce.',
      ],
      ['Errori', 'Se trovi un errore, scrivi alla sede o apri una segnalazione nel repository del progetto.'],
    ],
  },
  accessibility: {
    title: 'Dichiarazione di accessibilità',
    paragraphs: [
      [
        'Stato di conformità',
        'L’obiettivo è WCAG 2.2, livello AA. Le pagine pubbliche e quelle riservate sono controllate a ogni modifica con axe-core, a 360 e 1280 pixel, nelle due lingue; ogni passo funziona senza JavaScript e da tastiera.',
      ],
      [
        'Che cosa manca',
        'Non è ancora stata fatta una prova con persone che usano tecnologie assistive, né un esame manuale completo. Finché mancano, la conformità è parziale. L’interfaccia della documentazione delle API è di terzi e non è stata verificata.',
      ],
      [
        'Segnalazioni',
        'Scrivi alla sede competente: rispondiamo entro 30 giorni. Se la risposta non ti soddisfa puoi rivolgerti al Difensore civico per il digitale.',
      ],
    ],
  },
};
