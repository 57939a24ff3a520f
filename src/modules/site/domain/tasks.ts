import type { Text } from '#kernel/locale.ts';

/** Something people come for that is no service: the page where it is done, and the words they have for it. */
export interface Task {
  readonly path: string;
  readonly title: Text;
  readonly summary: Text;
  readonly keywords: readonly string[];
}

export const tasks: readonly Task[] = [
  {
    path: '/appointments',
    title: { it: 'I tuoi appuntamenti', en: 'Your appointments' },
    summary: {
      it: 'Conferma, sposta o annulla quello che hai prenotato.',
      en: 'Confirm, move or cancel what you booked.',
    },
    keywords: [
      'disdire',
      'annullare appuntamento',
      'spostare appuntamento',
      'cambiare data',
      'prenotazione',
      'cancel appointment',
      'move appointment',
      'reschedule',
      'booking',
    ],
  },
  {
    path: '/services',
    title: { it: 'Prenota un appuntamento', en: 'Book an appointment' },
    summary: {
      it: 'Scegli il servizio e guarda i giorni liberi.',
      en: 'Choose the service and look at the free days.',
    },
    keywords: ['prenotare', 'appuntamento', 'turno', 'prenotami', 'book', 'appointment', 'slot'],
  },
  {
    path: '/offices',
    title: { it: 'Trova il tuo consolato', en: 'Find your consulate' },
    summary: {
      it: 'Dal Paese e dalla città in cui abiti alla sede che ti segue.',
      en: 'From the country and town where you live to the office that serves you.',
    },
    keywords: [
      'consolato',
      'ambasciata',
      'indirizzo',
      'orari',
      'telefono',
      'consulate',
      'embassy',
      'contact',
    ],
  },
  {
    path: '/recovery',
    title: { it: 'Password dimenticata', en: 'Forgotten password' },
    summary: {
      it: 'Scegline una nuova con la tua e-mail.',
      en: 'Choose a new one with your e-mail address.',
    },
    keywords: [
      'password',
      'ho dimenticato la password',
      'non riesco a entrare',
      'account bloccato',
      'forgot password',
      'cannot sign in',
      'locked account',
    ],
  },
  {
    path: '/register',
    title: { it: 'Crea un account', en: 'Create an account' },
    summary: {
      it: 'Serve per prenotare: e-mail e cellulare personali.',
      en: 'You need one to book: a personal e-mail address and mobile number.',
    },
    keywords: [
      'registrarsi',
      'registrazione account',
      'nuovo utente',
      'sign up',
      'create account',
      'register',
    ],
  },
  {
    path: '/account',
    title: { it: 'La tua pagina', en: 'Your page' },
    summary: {
      it: 'Contatti, residenza, password e accessi.',
      en: 'Contacts, residence, password and sign-ins.',
    },
    keywords: ['profilo', 'cambiare email', 'cambiare telefono', 'profile', 'change email', 'change phone'],
  },
  {
    path: '/certificates',
    title: { it: 'Certificati', en: 'Certificates' },
    summary: {
      it: 'Residenza, stato di famiglia, nascita e altri: li chiedi qui e li scarichi.',
      en: 'Residence, family status, birth and others: ask here and download them.',
    },
    keywords: [
      'certificato di residenza',
      'certificato di nascita',
      'certificato di matrimonio',
      'stato di famiglia',
      'stato civile',
      'stato libero',
      'esistenza in vita',
      'cittadinanza certificato',
      'residenza AIRE',
      'certificato elettorale',
      'certificato anagrafico',
      'bollo',
      'marca da bollo',
      'certificate of residence',
      'birth certificate',
      'marriage certificate',
      'family status',
      'civil status',
      'certificate of life',
      'stamp duty',
    ],
  },
  {
    path: '/your-data',
    title: { it: 'I tuoi dati', en: 'Your data' },
    summary: {
      it: 'Che cosa sa di te l’anagrafe nazionale, e come si corregge.',
      en: 'What the national registry knows about you, and how it is corrected.',
    },
    keywords: [
      'anagrafe',
      'ANPR',
      'scheda anagrafica',
      'stato di famiglia',
      'residenza',
      'dati elettorali',
      'tessera elettorale',
      'dati sbagliati',
      'rettifica',
      'codice fiscale',
      'registry',
      'household',
      'electoral data',
      'wrong data',
      'tax code',
    ],
  },
  {
    path: '/your-data/readings',
    title: { it: 'Chi ha letto i tuoi dati', en: 'Who has read your data' },
    summary: {
      it: 'Quale ufficio ha aperto la tua scheda, quando e perché.',
      en: 'Which office opened your record, when and why.',
    },
    keywords: ['accessi ai miei dati', 'privacy', 'chi ha visto', 'who accessed my data', 'audit'],
  },
  {
    path: '/your-data/digital-domicile',
    title: { it: 'Il tuo domicilio digitale', en: 'Your digital domicile' },
    summary: {
      it: 'La PEC eletta su INAD, e dove ti scriviamo.',
      en: 'The certified address elected at INAD, and where we write.',
    },
    keywords: ['PEC', 'INAD', 'posta certificata', 'domicilio digitale', 'certified mail'],
  },
  {
    path: '/municipalities',
    title: { it: 'Trova il tuo comune', en: 'Find your municipality' },
    summary: {
      it: 'Contatti dell’ufficio anagrafe e servizi del comune.',
      en: 'Contacts of the registry office and services of the municipality.',
    },
    keywords: ['comune', 'ufficio anagrafe', 'municipio', 'town hall', 'registry office'],
  },
  {
    path: '/self-certifications',
    title: { it: 'Autocertificazione', en: 'Self-certification' },
    summary: {
      it: 'Una dichiarazione con i tuoi dati anagrafici, al posto di un certificato.',
      en: 'A declaration with your registry data, instead of a certificate.',
    },
    keywords: [
      'autocertificazione',
      'dichiarazione sostitutiva',
      'DPR 445',
      'atto notorio',
      'self-certification',
      'self-declaration',
      'instead of a certificate',
    ],
  },
  {
    path: '/payments',
    title: { it: 'I tuoi pagamenti', en: 'Your payments' },
    summary: {
      it: 'Quello che hai pagato o devi pagare, con le ricevute.',
      en: 'What you paid or have to pay, with the receipts.',
    },
    keywords: ['pagoPA', 'pagare', 'ricevuta', 'avviso di pagamento', 'rimborso', 'pay', 'receipt', 'refund'],
  },
  {
    path: '/payments/contributions/new',
    title: { it: 'Paga il contributo di cittadinanza', en: 'Pay the citizenship contribution' },
    summary: {
      it: '250 euro per una domanda o una dichiarazione di cittadinanza.',
      en: '250 euro for an application or declaration of citizenship.',
    },
    keywords: ['contributo', '250 euro', 'pagare cittadinanza', 'contribution', 'citizenship fee'],
  },
  {
    path: '/manual',
    title: { it: 'Manuale', en: 'User manual' },
    summary: { it: 'Come si fa, passo per passo.', en: 'How it is done, step by step.' },
    keywords: ['aiuto', 'istruzioni', 'guida', 'manuale', 'help', 'instructions', 'guide'],
  },
  {
    path: '/manual/health-card',
    title: { it: 'La tessera sanitaria (TS-CNS)', en: 'The health card (TS-CNS)' },
    summary: { it: 'Attivarla e usarla dal computer.', en: 'Enabling it and using it on a computer.' },
    keywords: ['tessera sanitaria', 'CNS', 'PIN', 'lettore', 'health card', 'smart card'],
  },
  {
    path: '/v',
    title: { it: 'Verifica un certificato', en: 'Check a certificate' },
    summary: {
      it: 'È vero e vale ancora? Con la fotocamera, anche senza rete, con il codice o con il PDF.',
      en: 'Is it genuine and still valid? With the camera, also without network, by its code or its PDF.',
    },
    keywords: ['verificare', 'QR', 'codice', 'certificato falso', 'autentico', 'check', 'genuine', 'scan'],
  },
  {
    path: '/proofs',
    title: { it: 'Attestazioni mirate', en: 'Proofs of single facts' },
    summary: {
      it: 'Dimostra un solo fatto: che sei maggiorenne, cittadino, dove risiedi.',
      en: 'Prove one fact only: that you are of age, a citizen, where you live.',
    },
    keywords: ['maggiorenne', 'attestazione', 'prova di residenza', 'proof', 'of age', 'proof of address'],
  },
  {
    path: '/manual/seal',
    title: { it: 'Il sigillo di un certificato', en: 'The seal of a certificate' },
    summary: { it: 'Come si guarda e che cosa dice.', en: 'How to look at it and what it says.' },
    keywords: ['sigillo', 'firma digitale', 'verificare un PDF', 'seal', 'digital signature', 'verify'],
  },
  {
    path: '/report',
    title: { it: 'Segnala chi vende appuntamenti', en: 'Report who sells appointments' },
    summary: {
      it: 'Prenotare è gratis: chi chiede soldi ti sta imbrogliando.',
      en: 'Booking is free: whoever asks for money is cheating you.',
    },
    keywords: ['truffa', 'pagare appuntamento', 'intermediario', 'vendita', 'scam', 'fraud', 'agency'],
  },
];
