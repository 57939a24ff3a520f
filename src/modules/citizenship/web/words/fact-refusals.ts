import type { Text } from '#kernel/locale.ts';
import type { FactCode } from '../../domain/facts/refusal.ts';

/** Why a fact cannot be right, and what to do about it. */
export const factRefusals: Readonly<Record<FactCode, Text>> = {
  required: { it: 'Manca un dato necessario: aggiungilo.', en: 'A necessary fact is missing: add it.' },
  wrong_type: {
    it: 'Il dato non è del tipo previsto: guarda lo schema pubblicato.',
    en: 'The fact is not of the expected type: see the published schema.',
  },
  not_allowed: {
    it: 'Questo valore non è fra quelli previsti: scegline uno dallo schema pubblicato.',
    en: 'This value is not one of those expected: choose one from the published schema.',
  },
  unknown_member: {
    it: 'Questo dato non è previsto: toglilo o controlla come è scritto.',
    en: 'This member is not expected: remove it or check its spelling.',
  },
  too_few: { it: 'Qui serve almeno un valore.', en: 'At least one value is needed here.' },
  too_many: { it: 'Qui ci sono troppi valori.', en: 'There are too many values here.' },
  not_an_id: {
    it: 'Un identificativo comincia con una lettera minuscola e contiene solo minuscole, cifre e trattini bassi.',
    en: 'An id begins with a small letter and holds only small letters, digits and underscores.',
  },
  not_a_date: {
    it: 'Questa data non esiste. Scrivi giorno, mese e anno, per esempio 27 3 1952.',
    en: 'This date does not exist. Write day, month and year, for example 27 3 1952.',
  },
  not_an_instant: {
    it: 'Serve data e ora con il fuso, per esempio 2025-03-27T10:00:00+01:00.',
    en: 'Date and time with their offset are needed, for example 2025-03-27T10:00:00+01:00.',
  },
  not_a_country: {
    it: 'Serve il codice del Paese in due lettere, per esempio AR.',
    en: 'The two-letter code of a country is needed, for example AR.',
  },
  duplicate_id: {
    it: 'Lo stesso identificativo compare due volte: dai a ciascuno il suo.',
    en: 'The same id occurs twice: give each its own.',
  },
  unknown_person: {
    it: 'Questa persona non è nell’elenco: aggiungila o correggi il riferimento.',
    en: 'This person is not in the list: add them or correct the reference.',
  },
  same_person_twice: {
    it: 'Una persona non può essere sposata con sé stessa: indica l’altra.',
    en: 'Nobody can be married to themselves: name the other person.',
  },
  duplicate_parent: {
    it: 'Lo stesso genitore compare due volte: toglilo una volta.',
    en: 'The same parent occurs twice: remove one.',
  },
  cycle_in_tree: {
    it: 'Una persona risulta antenata di sé stessa: controlla chi è figlio di chi.',
    en: 'Somebody is their own ancestor: check who is whose child.',
  },
  parent_not_older: {
    it: 'Il genitore risulta nato dopo il figlio: controlla le due date di nascita.',
    en: 'The parent was born after the child: check both dates of birth.',
  },
  parent_dead_before_birth: {
    it: 'Il genitore risulta morto prima della nascita del figlio: controlla le due date.',
    en: 'The parent died before the child was born: check both dates.',
  },
  death_before_birth: {
    it: 'La morte risulta prima della nascita: controlla le due date.',
    en: 'The death comes before the birth: check both dates.',
  },
  before_birth: {
    it: 'Questa data è prima della nascita della persona: controlla le due date.',
    en: 'This date is before the person’s birth: check both dates.',
  },
  after_death: {
    it: 'Questa data è dopo la morte della persona: controlla le due date.',
    en: 'This date is after the person’s death: check both dates.',
  },
  in_the_future: {
    it: 'Questa data è dopo il giorno della verifica: correggila, o cambia il giorno della legge applicata.',
    en: 'This date is after the day of the assessment: correct it, or change the day of the law applied.',
  },
  ends_before_it_starts: {
    it: 'La fine è prima dell’inizio: controlla le due date.',
    en: 'The end comes before the start: check both dates.',
  },
  before_wedding: {
    it: 'Questa data è prima delle nozze: controlla le due date.',
    en: 'This date is before the wedding: check both dates.',
  },
  before_filing: {
    it: 'Questa data è prima della domanda: controlla le due date.',
    en: 'This date is before the application: check both dates.',
  },
  before_decree: {
    it: 'Questa data è prima del decreto: controlla le due date.',
    en: 'This date is before the decree: check both dates.',
  },
  before_notification: {
    it: 'Questa data è prima della notifica del decreto: controlla le due date.',
    en: 'This date is before the decree was notified: check both dates.',
  },
  lost_before_acquired: {
    it: 'Qui si perde una cittadinanza che non risulta acquistata: aggiungi quando è stata acquistata.',
    en: 'A citizenship is lost here that was never acquired: add when it was acquired.',
  },
};
