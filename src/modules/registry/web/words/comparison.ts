import type { Locale } from '#kernel/locale.ts';
import type { ComparedField, Corrector } from '../../domain/comparison.ts';
import type { Agreement } from '../../domain/same-text.ts';

const it = {
  title: 'I tuoi dati in tre registri',
  lead: 'Lo schedario del consolato, l’anagrafe nazionale e il codice fiscale parlano di te, ognuno per conto suo. Qui vedi dove non dicono la stessa cosa, e chi può correggere.',
  desk: 'I dati in tre registri',
  none: 'Non sei ancora nello schedario di nessun consolato: non c’è niente da confrontare.',
  noneNext: 'Chiedi l’iscrizione all’AIRE',
  locked:
    'I dati dell’anagrafe nazionale si vedono solo con un’identità digitale: con la password sappiamo chi sei, ma non ne abbiamo la prova.',
  unlock: 'Entra con SPID e confronta anche l’anagrafe',
  noRecord:
    'Con la tua identità digitale non risulta una scheda nell’anagrafe nazionale: il confronto è con il solo codice fiscale.',
  noRecordDesk: 'La scheda dell’anagrafe nazionale non è collegata, o non è di questa sede.',
  noCode: 'Senza un codice fiscale valido mancano i suoi indizi.',
  nothing: 'Per ora non c’è niente con cui confrontare questi dati.',
  hint: 'Il codice fiscale è un indizio, non una prova: si forma una volta sola con i dati di allora, e chi ha cambiato nome ne ha comunque uno giusto.',
  count: (differences: number) =>
    differences === 0
      ? 'Nessuna differenza.'
      : differences === 1
        ? 'Una differenza da guardare.'
        : `${differences} differenze da guardare.`,
  columns: {
    field: 'Dato',
    consular: 'Schedario',
    registry: 'Anagrafe',
    code: 'Codice fiscale',
    result: 'Confronto',
  },
  fields: {
    family_name: 'Cognome',
    given_name: 'Nome',
    sex: 'Sesso',
    born_on: 'Data di nascita',
    birth_place: 'Luogo di nascita',
    tax_code: 'Codice fiscale',
    citizenships: 'Cittadinanze',
    marital_status: 'Stato civile',
    address: 'Indirizzo',
    municipality: 'Comune dell’AIRE',
  } satisfies Record<ComparedField, string>,
  agreements: {
    same: 'Uguale',
    spelling: 'Scritto in modo diverso',
    incomplete: 'Una data è incompleta',
    missing: 'Manca',
    differs: 'Diverso',
    not_compared: 'Non confrontato',
  } satisfies Record<Agreement, string>,
  absent: 'non c’è',
  notRead: 'non letto',
  letters: (letters: string) => `lettere ${letters}`,
  date: (day: number, month: string, year: number) => `${day} ${month} ’${String(year).padStart(2, '0')}`,
  fits: 'il codice fiscale torna',
  doesNotFit: 'il codice fiscale non torna',
  who: 'Chi corregge',
  correct: {
    consulate: 'Nello schedario: chiedi al consolato di correggere i tuoi dati.',
    municipality: 'Nell’anagrafe: chiedi al comune che tiene la tua scheda.',
    revenue_agency: 'Nel codice fiscale: rivolgiti all’Agenzia delle Entrate, o al consolato che la avvisa.',
  } satisfies Record<Corrector, string>,
  correctDesk: {
    consulate: 'Da correggere nello schedario: lo fa la sede.',
    municipality: 'Da correggere nell’anagrafe: lo fa il comune.',
    revenue_agency: 'Da correggere nel codice fiscale: lo fa l’Agenzia delle Entrate.',
  } satisfies Record<Corrector, string>,
  link: {
    consulate: 'Chiedi la correzione al consolato',
    municipality: 'Trova il comune',
    revenue_agency: 'Vai al sito dell’Agenzia delle Entrate',
  } satisfies Record<Corrector, string>,
  readings: 'Chi ha guardato la tua iscrizione nello schedario',
  noReadings: 'Nessuno, finora.',
  readingsText: 'Ogni volta che il personale apre la tua iscrizione resta scritto.',
  why: 'Motivo',
  when: 'Quando',
  office: 'Ufficio',
};

const en: typeof it = {
  title: 'Your data in three registers',
  lead: 'The consular register, the national registry and the tax code each speak of you on their own. Here you see where they do not say the same, and who can put it right.',
  desk: 'The data in three registers',
  none: 'You are not in the register of any consulate yet: there is nothing to compare.',
  noneNext: 'Request AIRE registration',
  locked:
    'The data of the national registry is shown with a digital identity alone: a password says who you are, but does not prove it.',
  unlock: 'Sign in with SPID and compare the registry, too',
  noRecord:
    'There is no record in the national registry for your digital identity: the comparison is with the tax code alone.',
  noRecordDesk: 'The record in the national registry is not connected, or is not of this office.',
  noCode: 'Without a valid tax code its hints are missing.',
  nothing: 'For now there is nothing to compare this data with.',
  hint: 'The tax code is a hint, not a proof: it is made once with the data of then, and who has changed their name still has the right one.',
  count: (differences) =>
    differences === 0
      ? 'No difference.'
      : differences === 1
        ? 'One difference to look at.'
        : `${differences} differences to look at.`,
  columns: {
    field: 'Datum',
    consular: 'Consular register',
    registry: 'National registry',
    code: 'Tax code',
    result: 'Comparison',
  },
  fields: {
    family_name: 'Family name',
    given_name: 'Given name',
    sex: 'Sex',
    born_on: 'Date of birth',
    birth_place: 'Place of birth',
    tax_code: 'Tax code',
    citizenships: 'Citizenships',
    marital_status: 'Marital status',
    address: 'Address',
    municipality: 'Municipality of AIRE',
  },
  agreements: {
    same: 'The same',
    spelling: 'Written otherwise',
    incomplete: 'A date is incomplete',
    missing: 'Missing',
    differs: 'Different',
    not_compared: 'Not compared',
  },
  absent: 'not there',
  notRead: 'not read',
  letters: (letters) => `letters ${letters}`,
  date: (day, month, year) => `${day} ${month} ’${String(year).padStart(2, '0')}`,
  fits: 'fits the tax code',
  doesNotFit: 'does not fit the tax code',
  who: 'Who puts it right',
  correct: {
    consulate: 'In the consular register: ask the consulate to correct your data.',
    municipality: 'In the national registry: ask the municipality that keeps your record.',
    revenue_agency: 'In the tax code: ask the Revenue Agency, or the consulate, which tells it.',
  },
  correctDesk: {
    consulate: 'To be corrected in the consular register, by the office.',
    municipality: 'To be corrected in the national registry, by the municipality.',
    revenue_agency: 'To be corrected in the tax code, by the Revenue Agency.',
  },
  link: {
    consulate: 'Ask the consulate for the correction',
    municipality: 'Find the municipality',
    revenue_agency: 'Go to the site of the Revenue Agency',
  },
  readings: 'Who has looked at your entry in the consular register',
  noReadings: 'Nobody so far.',
  readingsText: 'Each time officials open your entry a line is written.',
  why: 'Reason',
  when: 'When',
  office: 'Office',
};

export const comparisonWords: Record<Locale, typeof it> = { it, en };
