import type { Text } from '#kernel/locale.ts';

/** What is wrong with one answer: the closed list of both sides, people’s and clerks’. */
export type FormProblemCode =
  | 'missing'
  | 'too_long'
  | 'not_a_date'
  | 'not_past'
  | 'not_future'
  | 'too_long_ago'
  | 'not_an_email'
  | 'phone_prefix_missing'
  | 'not_a_phone'
  | 'not_a_tax_code'
  | 'other_birth_date'
  | 'other_name'
  | 'not_a_country'
  | 'not_a_municipality'
  | 'not_a_choice'
  | 'nothing_to_send'
  | 'too_few_entries'
  | 'too_many_entries';

type Words = Readonly<Record<Exclude<FormProblemCode, keyof typeof counted>, Text>>;

const sentences: Words = {
  missing: {
    it: 'Manca la risposta: scrivila o scegli una voce.',
    en: 'The answer is missing: write it or choose one.',
  },
  not_a_date: {
    it: 'Questa data non esiste nel calendario: scrivi giorno, mese e anno.',
    en: 'The calendar has no such date: write day, month and year.',
  },
  not_past: {
    it: 'Questa data è nel futuro: scrivi quella in cui è successo.',
    en: 'This date is in the future: write the day on which it happened.',
  },
  not_future: {
    it: 'Questa data è già passata: scrivine una da oggi in poi.',
    en: 'This date has passed already: write one from today on.',
  },
  too_long_ago: {
    it: 'Questa data è di oltre 150 anni fa: controlla l’anno.',
    en: 'This date is more than 150 years ago: check the year.',
  },
  not_an_email: {
    it: 'Questo indirizzo e-mail non è completo: ha la forma nome@dominio.it.',
    en: 'This e-mail address is not complete: it looks like name@domain.org.',
  },
  phone_prefix_missing: {
    it: 'Manca il prefisso del Paese: comincia con +, per esempio +44 per il Regno Unito.',
    en: 'The country prefix is missing: begin with +, for example +44 for the United Kingdom.',
  },
  not_a_phone: {
    it: 'Questo numero di telefono non esiste: controlla le cifre e il prefisso.',
    en: 'There is no such telephone number: check the digits and the prefix.',
  },
  not_a_tax_code: {
    it: 'Questo codice fiscale ha un errore: ha 16 lettere e cifre, copialo dalla tessera sanitaria o dal certificato.',
    en: 'This tax code has a mistake: it has 16 letters and digits, copy it from the health card or the certificate.',
  },
  other_birth_date: {
    it: 'Il codice fiscale è di una persona nata in un’altra data: controlla il codice e la data di nascita.',
    en: 'The tax code is that of somebody born on another day: check the code and the date of birth.',
  },
  other_name: {
    it: 'Il codice fiscale è di una persona con un altro nome: controlla il codice, il nome e il cognome.',
    en: 'The tax code is that of somebody with another name: check the code, the name and the surname.',
  },
  not_a_country: { it: 'Scegli un Paese dell’elenco.', en: 'Choose a country of the list.' },
  not_a_municipality: {
    it: 'Non troviamo un solo comune con questo nome: scrivilo per intero e aggiungi la provincia, per esempio Livo (CO).',
    en: 'We do not find exactly one municipality of this name: write it in full and add the province, as Livo (CO).',
  },
  nothing_to_send: {
    it: 'Con queste risposte non c’è niente da inviare: la pagina spiega perché e che cosa fare.',
    en: 'With these answers there is nothing to send: the page says why and what to do.',
  },
  not_a_choice: { it: 'Scegli una delle risposte.', en: 'Choose one of the answers.' },
};

/** Problems whose sentence names an amount. */
const counted = {
  too_long: (most: number): Text => ({
    it: `Il testo è troppo lungo: scrivi al massimo ${most} caratteri.`,
    en: `The text is too long: write ${most} characters at most.`,
  }),
  too_few_entries: (least: number): Text => ({
    it: least === 1 ? 'Aggiungi almeno una voce.' : `Aggiungi almeno ${least} voci.`,
    en: least === 1 ? 'Add one entry at least.' : `Add ${least} entries at least.`,
  }),
  too_many_entries: (most: number): Text => ({
    it: `Le voci sono troppe: tienine al massimo ${most}.`,
    en: `There are too many entries: keep ${most} at most.`,
  }),
} as const;

/** The sentence of a problem: what is wrong and what to do. */
export function problemText(code: FormProblemCode, amount = 0): Text {
  if (code === 'too_long' || code === 'too_few_entries' || code === 'too_many_entries')
    return counted[code](amount);
  return sentences[code];
}
