import type { it } from './it.ts';

export const en: typeof it = {
  home: {
    access: 'Your access',
    signIn: 'Sign in',
    register: 'Register',
    recovery: 'Forgotten your password?',
    title: 'Sportello',
    heading: 'What do you need to do?',
    lead: 'Consular appointments, documents, AIRE and citizenship: in one place, without queues or middlemen.',
    often: 'Often asked for',
    ways: 'Where to start',
    office: 'Find your consulate',
    officeText:
      'From the country and town where you live to the office that serves you, with contacts and hours.',
    book: 'Book an appointment',
    bookText: 'See the free days without registering; to book you need an account.',
    services: 'Services and documents',
    servicesText: 'What to bring, what it costs, how long it takes and how it is done.',
    citizenship: 'Are you an Italian citizen?',
    citizenshipText:
      'Answer a few questions: see whether you are entitled, why, and which documents you need.',
    mine: 'Your appointments',
    mineText: 'Confirm, move or cancel what you booked.',
    certificates: 'Certificates',
    certificatesText: 'Residence, family, birth and others, with a seal and a QR code that anyone can check.',
    data: 'Your data',
    dataText: 'What the registry knows about you, and who has read it.',
    municipality: 'Find your municipality',
    free: 'Booking is free',
    freeText:
      'Nobody can sell you an appointment: each place belongs to one person and cannot be passed on. If somebody asks you for money, report it.',
    report: 'Report the sale of appointments',
    open: (office: string) => `Open for booking now: ${office}`,
    openFirst: (day: string, wait: string) => `First place: ${day} (${wait})`,
    openNone: 'No free place in the next three months',
    openNothing: 'The office has no services to book yet.',
    today: 'today',
    inDays: (days: number) => (days === 1 ? 'tomorrow' : `in ${days} days`),
    allOfOffice: 'All services of the office',
    manual: 'Read the manual',
    fair: 'How it works',
    fairItems: [
      'A place is yours only once you confirm it from the mail: who does not confirm frees it for others.',
      'A freed place becomes public again at a random moment: there is no use in reloading the page.',
      'One booking for each person and service.',
    ],
  },
  search: {
    title: 'Search',
    label: 'Write what you need',
    hint: 'For example expired passport, identity card, AIRE registration, Italian great-grandfather',
    submit: 'Search',
    found: (count: number, text: string) =>
      `${count === 1 ? 'One result' : `${count} results`} for “${text}”`,
    nothing: (text: string) => `We found nothing for “${text}”.`,
    nothingNext: 'Try a single word, or start from here:',
    allServices: 'All services',
    yourOffice: 'Find your consulate',
    kinds: { service: 'Service', task: 'Page', office: 'Office' },
  },
  manual: {
    title: 'User manual',
    lead: 'How it is done, step by step. Read it here or download it as a PDF.',
    sender: 'Manual for the people who use the service',
    contents: 'Contents',
    download: 'Download the manual as a PDF',
    turn: 'Other chapters',
    before: 'Chapter before',
    after: 'Next chapter',
  },
  report: {
    title: 'Report the sale of appointments',
    lead: 'Appointments are free. Tell us what you saw: the report goes to the office and to the ministry.',
    description: 'What happened?',
    descriptionHint: 'Who offered the appointment, for which service, at what price.',
    seenAt: 'Where did you see it?',
    seenAtHint: 'For example the address of a site or the name of a group.',
    office: 'Which office is it about?',
    officeAny: 'I do not know, or more than one',
    contact: 'A contact, if you want us to write to you',
    submit: 'Send the report',
    missing: 'Tell us what happened',
    tooLong: 'The text is too long: shorten it',
    done: 'Report received',
    doneText: (code) =>
      `Thank you. The code of the report is ${code}. An official reads it; if you left a contact, they may write to you.`,
    deskTitle: 'Reports of the sale of appointments',
    deskEmpty: 'No reports.',
    noOffice: 'no office named',
  },
  map: {
    title: 'Site map',
    lead: 'All the public pages.',
    home: 'Home',
    photograph: 'How to photograph a document',
  },
  privacy: {
    title: 'Privacy notice',
    paragraphs: [
      [
        'Who processes the data',
        'This installation is a demonstration: what you enter stays in the data folder of whoever runs it. In production the controller is the administration that operates it.',
      ],
      [
        'Which data and why',
        'Name, date of birth, contacts and residence serve to know who you are and which office serves you; notes and answers serve the office to prepare the appointment. Legal basis: a task in the public interest (art. 6(1)(e) GDPR).',
      ],
      [
        'Who sees it',
        'Only you and the staff of the responsible office. A rule in the database, besides the program, keeps other offices from reading it.',
      ],
      [
        'For how long',
        'The content of messages is erased after 30 days. Each change leaves a line in the history, without free text.',
      ],
      [
        'Your rights',
        'You can ask for access, rectification, erasure and restriction (arts. 15–22 GDPR) by writing to the responsible office.',
      ],
    ],
  },
  cookies: {
    title: 'Cookies',
    lead: 'We use technical cookies only: they need no consent, and there is no banner. No cookie is a third party’s.',
    name: 'Name',
    purpose: 'What it is for',
    lasts: 'How long it lasts',
    rows: [
      [
        'csrf',
        'Protects forms from requests sent by other sites. Made when you open a form.',
        'Until the browser closes',
      ],
      ['session', 'Recognises you after you sign in.', '12 hours at most, 30 minutes if you do nothing'],
      ['desk', 'Recognises officials after they sign in.', '8 hours at most, 15 minutes of inactivity'],
      [
        'device',
        'Remembers that you signed in from this browser before, so that nobody who mistypes your password elsewhere locks you out.',
        'One year',
      ],
      ['registration', 'Keeps the thread of your registration from one page to the next.', 'One hour'],
    ],
  },
  legal: {
    title: 'Legal notes',
    paragraphs: [
      [
        'What this is',
        'Sportello is free software (EUPL-1.2 licence). This installation is a demonstration: people, contacts, hours and districts are invented, and appointments are valid at no office.',
      ],
      [
        'Sources',
        'The consular network comes from the ANPR documentation of 2016 (CC BY 4.0), corrected by hand. Italian municipalities come from the ANPR archive (CC BY 4.0). Fees name their source, line by line.',
      ],
      ['Errors', 'If you find an error, write to the office or open an issue in the project’s repository.'],
    ],
  },
  accessibility: {
    title: 'Accessibility statement',
    paragraphs: [
      [
        'Conformity',
        'The aim is WCAG 2.2, level AA. Public and reserved pages are checked at each change with axe-core, on a phone (360 pixels) and, for the main paths, on a wide screen and in both languages; every step works without JavaScript and by keyboard.',
      ],
      [
        'What is missing',
        'There has been no trial yet with people who use assistive technology, nor a complete manual examination. Until then conformity is partial. The interface of the API documentation is a third party’s and was not examined.',
      ],
      [
        'Feedback',
        'Write to the responsible office: we answer within 30 days. If the answer does not satisfy you, you can turn to the Digital Ombudsman (Difensore civico per il digitale).',
      ],
    ],
  },
};
