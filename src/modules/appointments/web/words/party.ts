import type { Locale } from '#kernel/locale.ts';
import type { Consent } from '../../domain/party.ts';

const it = {
  several: 'Venite in più persone, o prenoti per altri?',
  howMany: 'Quante persone hanno bisogno del servizio?',
  howManyHint: (most: number) =>
    `Ogni persona ha bisogno di un posto, anche i bambini. Al massimo ${most} insieme.`,
  onePerson: '1 persona',
  persons: (count: number) => `${count} persone`,
  forOthers: 'Prenoto solo per altri, per esempio per i miei figli',
  show: 'Mostra gli orari',
  fitting: (count: number) =>
    `Vedi solo gli orari con ${count} posti vicini: nello stesso orario, o in quelli subito dopo.`,
  priority:
    'Hai la priorità perché la sede ha annullato il tuo appuntamento: vedi anche i posti che gli altri non vedono ancora.',
  title: 'Controlla e prenota per tutti',
  people: (count: number) => `Persone: ${count}`,
  you: (name: string) => `${name} (tu)`,
  person: (number: number) => `Persona ${number}`,
  changeNumber: 'Cambia il numero di persone',
  givenName: 'Nome',
  familyName: 'Cognome',
  bornOn: 'Data di nascita',
  taxCode: 'Codice fiscale',
  minor: 'Se ha meno di 18 anni',
  parentOne: 'Nome e cognome di un genitore',
  parentTwo: 'Nome e cognome dell’altro genitore',
  consent: 'L’altro genitore è d’accordo?',
  consentHint: 'Per i documenti di un minore serve l’assenso di tutti e due i genitori.',
  consents: {
    given: 'Sì: viene anche lui o lei, o ha già firmato',
    to_bring: 'Non ancora: porteremo l’assenso firmato',
    sole_parent: 'C’è un solo genitore, o ha deciso il giudice',
  } satisfies Record<Consent, string>,
  heldFor: (count: number, time: string) =>
    `Quando premi il pulsante ${count === 1 ? 'il posto è tenuto' : `i ${count} posti sono tenuti`} per ${time}. Ti scriviamo una sola mail: confermi tutto con un pulsante.`,
  submit: (count: number) => (count === 1 ? 'Prenota questo posto' : `Prenota ${count} posti`),
  full: 'A quest’ora non ci sono più abbastanza posti vicini. Quello che hai scritto è ancora qui: scegli un altro orario.',
  fullDay:
    'In questo giorno non ci sono più abbastanza posti vicini. Quello che hai scritto è ancora qui: torna al calendario e scegli un altro giorno.',
  tooMany: (most: number) => `Per questo servizio si può prenotare insieme per al massimo ${most} persone.`,
  alreadyBooked: (names: string) =>
    `Ha già un appuntamento per questo servizio: ${names}. Togli questa persona, oppure annulla prima l’altro appuntamento.`,
  personTwice: 'Questa persona è già scritta qui: ogni persona va scritta una volta sola.',
  problems: {
    givenName: 'Scrivi il nome',
    familyName: 'Scrivi il cognome',
    tooLong: 'È troppo lungo: al massimo 100 caratteri',
    bornOn: 'Scrivi la data di nascita, per esempio 31/12/2015',
    bornLater: 'La data di nascita è nel futuro: controllala',
    taxCode: 'Questo non è un codice fiscale: controllalo, o lascia vuoto',
    taxCodeOther: 'Il codice fiscale non corrisponde a nome e data di nascita',
    parentOne: 'Scrivi nome e cognome di un genitore: la persona è minorenne',
    parentTwo: 'Scrivi anche l’altro genitore, oppure scegli «C’è un solo genitore»',
    consent: 'Scegli una risposta: la persona è minorenne',
  },
  with: (names: string) => `Con ${names}`,
  members: 'Chi viene',
  cancelOne: (name: string) => `Annulla solo per ${name}`,
  cancelAll: 'Annulla per tutti',
  moveAll: 'Sposta per tutti',
  cancelOneTitle: (name: string) => `Vuoi annullare l’appuntamento di ${name}?`,
  cancelOneText: 'Il posto di questa persona torna libero. Gli altri appuntamenti restano come sono.',
  cancelAllTitle: 'Vuoi annullare l’appuntamento di tutti?',
  cancelAllText:
    'Tutti i posti tornano liberi e non puoi riaverli. Se la data non va bene, puoi anche spostarli.',
  cancelled: 'Hai annullato. Gli altri appuntamenti restano come sono.',
  parents: 'Genitori',
  ofParty: (number: number, size: number) => `persona ${number} di ${size}`,
  bookedBy: (name: string) => `Prenotato da ${name}`,
};

const en: typeof it = {
  several: 'Are several of you coming, or do you book for others?',
  howMany: 'How many people need the service?',
  howManyHint: (most) => `Each person needs a place, children too. ${most} together at most.`,
  onePerson: '1 person',
  persons: (count) => `${count} people`,
  forOthers: 'I book only for others, for example for my children',
  show: 'Show the times',
  fitting: (count) =>
    `You see only times with ${count} places next to each other: at the same time, or right after it.`,
  priority:
    'You have priority because the office cancelled your appointment: you also see places that others do not see yet.',
  title: 'Check and book for everybody',
  people: (count) => `People: ${count}`,
  you: (name) => `${name} (you)`,
  person: (number) => `Person ${number}`,
  changeNumber: 'Change the number of people',
  givenName: 'First name',
  familyName: 'Surname',
  bornOn: 'Date of birth',
  taxCode: 'Tax code',
  minor: 'If under 18',
  parentOne: 'First name and surname of a parent',
  parentTwo: 'First name and surname of the other parent',
  consent: 'Does the other parent agree?',
  consentHint: 'A minor’s document needs the consent of both parents.',
  consents: {
    given: 'Yes: they come too, or have signed already',
    to_bring: 'Not yet: we will bring the signed consent',
    sole_parent: 'There is only one parent, or a judge has decided',
  },
  heldFor: (count, time) =>
    `When you press the button ${count === 1 ? 'the place is held' : `the ${count} places are held`} for ${time}. We write you one mail: you confirm everything with one button.`,
  submit: (count) => (count === 1 ? 'Book this place' : `Book ${count} places`),
  full: 'There are no longer enough places next to each other at this time. What you typed is still here: choose another time.',
  fullDay:
    'This day no longer has enough places next to each other. What you typed is still here: go back to the calendar and choose another day.',
  tooMany: (most) => `For this service you can book together for ${most} people at most.`,
  alreadyBooked: (names) =>
    `There is already an appointment for this service for ${names}. Take this person out, or cancel the other appointment first.`,
  personTwice: 'This person is written here already: write each person once.',
  problems: {
    givenName: 'Enter the first name',
    familyName: 'Enter the surname',
    tooLong: 'This is too long: 100 characters at most',
    bornOn: 'Enter the date of birth, for example 31/12/2015',
    bornLater: 'The date of birth is in the future: check it',
    taxCode: 'This is not a tax code: check it, or leave it empty',
    taxCodeOther: 'The tax code does not match name and date of birth',
    parentOne: 'Enter first name and surname of a parent: the person is under 18',
    parentTwo: 'Enter the other parent too, or choose “There is only one parent”',
    consent: 'Choose an answer: the person is under 18',
  },
  with: (names) => `With ${names}`,
  members: 'Who comes',
  cancelOne: (name) => `Cancel only for ${name}`,
  cancelAll: 'Cancel for everybody',
  moveAll: 'Move for everybody',
  cancelOneTitle: (name) => `Do you want to cancel the appointment of ${name}?`,
  cancelOneText: 'This person’s place goes back to others. The other appointments stay as they are.',
  cancelAllTitle: 'Do you want to cancel the appointment for everybody?',
  cancelAllText:
    'All the places go back to others and you cannot have them back. If the date does not suit you, you can also move them.',
  cancelled: 'Cancelled. The other appointments stay as they are.',
  parents: 'Parents',
  ofParty: (number, size) => `person ${number} of ${size}`,
  bookedBy: (name) => `Booked by ${name}`,
};

/** The words of booking for several people. */
export const partyWords: Record<Locale, typeof it> = { it, en };
