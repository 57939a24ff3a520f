import { type Service, say } from '../service.ts';
import {
  citizenshipContribution,
  foreignBirthCertificate,
  incompleteRequests,
  inPerson,
  paidAtTheCounter,
  requestAnswered,
} from './shared-sentences.ts';

export const reacquisition: Service = {
  id: 'reacquisition',
  category: 'citizenship',
  title: say('Riacquisto della cittadinanza', 'Reacquisition of citizenship'),
  summary: say(
    'Torna italiano se hai perso la cittadinanza entro il 15 agosto 1992.',
    'Become Italian again if you lost your citizenship by 15 August 1992.',
  ),
  keywords: [
    'riacquisto',
    'cittadinanza',
    'perdita',
    'reacquisition',
    'regain citizenship',
    'riavere la cittadinanza',
    'ho perso la cittadinanza',
    'donna sposata',
    'get citizenship back',
    'lost citizenship',
  ],
  mayUse: 'district',
  entry: 'none',
  who: [
    say(
      'Chi è nato in Italia, o ci ha vissuto almeno due anni di seguito, e ha perso la cittadinanza entro il 15 agosto 1992.',
      'People born in Italy, or who lived there for at least two years in a row, and lost citizenship by 15 August 1992.',
    ),
    say(
      'Donne che l’hanno persa sposando un cittadino britannico entro il 31 dicembre 1948: senza termine.',
      'Women who lost it by marrying a British citizen by 31 December 1948: at any time.',
    ),
    say(
      'Non vale se l’hai persa dal 16 agosto 1992 in poi.',
      'Not if you lost it on or after 16 August 1992.',
    ),
  ],
  how: [
    say('Manda all’ufficio le copie di tutti i documenti.', 'Send the office copies of all documents.'),
    requestAnswered,
    say('Vieni di persona e fai la dichiarazione.', 'Come in person and make the declaration.'),
  ],
  needs: [
    {
      what: say(
        'Un documento del Paese di cui sei cittadino',
        'A document of the country whose citizen you are',
      ),
    },
    foreignBirthCertificate,
    {
      what: say(
        'Il certificato storico di residenza del comune',
        'The historical residence certificate of the municipality',
      ),
      when: say('Se sei nato all’estero', 'If you were born abroad'),
    },
    { what: say('Il certificato storico di cittadinanza', 'The historical citizenship certificate') },
    {
      what: say(
        'La prova di come e quando hai perso la cittadinanza',
        'Proof of how and when you lost citizenship',
      ),
      detail: say(
        'Per esempio il certificato di naturalizzazione, legalizzato e tradotto.',
        'For example the naturalisation certificate, legalised and translated.',
      ),
    },
  ],
  result: [
    say(
      'Sei di nuovo italiano dal giorno dopo la dichiarazione.',
      'You are Italian again from the day after the declaration.',
    ),
  ],
  costs: [{ ...citizenshipContribution, payment: paidAtTheCounter }],
  times: [
    {
      what: say(
        'Dichiari dal 1° luglio 2025 al 31 dicembre 2027.',
        'You declare between 1 July 2025 and 31 December 2027.',
      ),
      law: 'L. 91/1992 art. 17; L. 74/2025',
    },
    {
      what: say('L’effetto parte dal giorno dopo.', 'It takes effect on the next day.'),
      law: 'L. 91/1992 art. 15',
    },
  ],
  booking: { kind: 'request', subject: 'RICHIESTA RIACQUISTO CITTADINANZA – {applicant}' },
  conditions: [
    inPerson,
    say(
      'Può dichiarare solo chi ha perso la cittadinanza, non i discendenti.',
      'Only the person who lost citizenship can declare, not descendants.',
    ),
  ],
  mayGoWrong: [
    incompleteRequests,
    say(
      'Non vale per il passato: i figli già nati non diventano italiani per nascita.',
      'It does not work backwards: children already born do not become Italian by birth.',
    ),
  ],
  mayNotNeedToCome: [
    say(
      'Se hai preso un’altra cittadinanza dal 16 agosto 1992, di regola sei ancora italiano: chiedi all’ufficio.',
      'If you took another citizenship on or after 16 August 1992, you are as a rule still Italian: ask the office.',
    ),
  ],
  questions: [],
  law: ['L. 91/1992 artt. 15 e 17', 'L. 74/2025', 'L. 151/1975 art. 219'],
};
