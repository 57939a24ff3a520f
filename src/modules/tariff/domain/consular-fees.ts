import { civilDate } from '#kernel/civil-date.ts';
import { euro } from '#kernel/money.ts';
import type { DatedFee, FeeStatus, FeeTitle } from './fee.ts';

const reform = 'D.Lgs. 71/2011, tabella; D.Lgs. 139/2024 art. 4';
const table2017 = 'D.Lgs. 71/2011, tabella, testo del 2017';
const rule2016 = 'D.Lgs. 71/2011, tabella; L. 208/2015 art. 1 c. 621';
const marriagePage = 'Tabella consolare nella pagina sulla cittadinanza per matrimonio di una sede';

function from(day: string, amount: number, source: string, status: FeeStatus = 'confirmed'): DatedFee {
  return { from: civilDate(day), value: euro(amount), source, status };
}

function until(day: string, amount: number, since: string, source: string): DatedFee {
  return { ...from(since, amount, source), until: civilDate(day) };
}

/** Raised by the reform of 2025 from what it was since 2016. */
const raised = (before: number, now: number) => [
  until('2024-12-31', before, '2016-01-01', rule2016),
  from('2025-01-01', now, reform),
];

/** The articles of the consular tariff in use here (tabella dei diritti consolari, D.Lgs. 71/2011). */
export const consularFees = {
  '2a': {
    title: { it: 'Estratto di atto di stato civile', en: 'Extract of a civil status record' },
    amounts: [from('2017-01-01', 6, table2017)],
  },
  '2b': {
    title: { it: 'Certificato di stato civile', en: 'Civil status certificate' },
    amounts: [from('2017-01-01', 6, table2017)],
  },
  '2c': {
    title: { it: 'Certificato di eseguite pubblicazioni', en: 'Certificate of marriage banns' },
    amounts: [from('2017-01-01', 6, table2017)],
  },
  '3': {
    title: { it: 'Pubblicazioni di matrimonio', en: 'Posting of marriage banns' },
    amounts: [from('2017-01-01', 6, table2017)],
  },
  '4a': {
    title: { it: 'Certificato di cittadinanza', en: 'Citizenship certificate' },
    amounts: [from('2017-01-01', 11, table2017)],
  },
  '4b': {
    title: { it: 'Rinuncia alla cittadinanza', en: 'Renunciation of citizenship' },
    amounts: raised(41, 50),
  },
  '5a': {
    title: {
      it: 'Traduzione in italiano di un atto di stato civile',
      en: 'Translation of a civil status record into Italian',
    },
    amounts: [from('2016-01-01', 9, rule2016, 'derived')],
  },
  '5c': {
    title: {
      it: 'Traduzione dall’italiano di un atto di stato civile',
      en: 'Translation of a civil status record from Italian',
    },
    amounts: [from('2016-01-01', 17, rule2016, 'derived')],
  },
  '6': {
    title: {
      it: 'Copia di un atto di stato civile, a foglio',
      en: 'Copy of a civil status record, per sheet',
    },
    amounts: [from('2016-01-01', 3, rule2016, 'derived')],
  },
  '7': {
    title: { it: 'Legalizzazione di un atto di stato civile', en: 'Legalisation of a civil status record' },
    amounts: raised(11, 12),
  },
  '7-bis': {
    title: {
      it: 'Domanda di cittadinanza per discendenza di una persona maggiorenne',
      en: 'Application for citizenship by descent of an adult',
    },
    amounts: [
      until('2024-12-31', 300, '2014-07-08', 'DL 66/2014 art. 5-bis (L. 89/2014)'),
      from('2025-01-01', 600, 'L. 207/2024 art. 1 c. 639'),
    ],
  },
  '8': {
    title: { it: 'Altri atti di stato civile', en: 'Other civil status acts' },
    amounts: raised(11, 15),
  },
  '11g': {
    title: { it: 'Convenzione matrimoniale', en: 'Matrimonial property agreement' },
    amounts: [from('2025-01-01', 110, reform)],
  },
  '17': {
    title: { it: 'Procura generale', en: 'General power of attorney' },
    amounts: [from('2025-01-01', 90, reform)],
  },
  '18': {
    title: { it: 'Procura speciale', en: 'Special power of attorney' },
    amounts: [from('2025-01-01', 60, reform)],
  },
  '19': {
    title: { it: 'Atto di assenso', en: 'Act of consent' },
    amounts: [from('2025-01-01', 20, rule2016, 'derived')],
  },
  '23': {
    title: { it: 'Deposito di scrittura privata', en: 'Deposit of a private deed' },
    amounts: [from('2025-01-01', 14, rule2016, 'derived')],
  },
  '24': {
    title: { it: 'Autentica di firma', en: 'Authentication of a signature' },
    amounts: raised(14, 20),
  },
  '25': {
    title: { it: 'Copia di atto notarile', en: 'Copy of a notarial act' },
    amounts: [from('2025-01-01', 16, reform)],
  },
  '26': {
    title: { it: 'Altri atti notarili', en: 'Other notarial acts' },
    amounts: [from('2025-01-01', 28, reform)],
  },
  '31b': {
    title: {
      it: 'Provvedimento del console come giudice tutelare',
      en: 'Measure of the consul as guardianship judge',
    },
    amounts: [from('2025-01-01', 11, reform)],
  },
  '55': {
    title: { it: 'Altri atti di navigazione', en: 'Other shipping acts' },
    amounts: raised(25, 35),
  },
  '66': {
    title: { it: 'Certificati e dichiarazioni non elencati', en: 'Certificates and declarations not listed' },
    amounts: raised(41, 50),
  },
  '68': {
    title: { it: 'Certificato di iscrizione all’AIRE', en: 'Certificate of AIRE registration' },
    amounts: [from('2025-01-01', 20, 'Importo in valuta locale di una sede, convertito', 'not_confirmed')],
  },
  '69': {
    title: { it: 'Legalizzazione di altri atti', en: 'Legalisation of other documents' },
    amounts: [from('2025-01-01', 24, marriagePage)],
  },
  '71': {
    title: { it: 'Copia conforme', en: 'Certified copy' },
    amounts: [from('2025-01-01', 10, marriagePage)],
  },
  '72A': {
    title: { it: 'Conformità di traduzione, a foglio', en: 'Conformity of a translation, per sheet' },
    amounts: [from('2025-01-01', 13, marriagePage)],
  },
  '74': {
    title: { it: 'Urgenza (entro 24 ore)', en: 'Urgency (within 24 hours)' },
    amounts: [from('2025-01-01', 50, reform)],
  },
} as const satisfies Record<string, FeeTitle>;
