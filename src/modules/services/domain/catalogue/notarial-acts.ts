import { type Service, say } from '../service.ts';
import { identityDocument, inPerson, paidAtTheCounter } from './shared-sentences.ts';

export const notarialActs: Service = {
  id: 'notarial-acts',
  category: 'notarial',
  title: say('Atti notarili', 'Notarial acts'),
  summary: say(
    'Firma procure, autentiche e altri atti da usare in Italia.',
    'Sign powers of attorney, authentications and other acts for use in Italy.',
  ),
  keywords: [
    'procura',
    'notaio',
    'autentica',
    'testamento',
    'power of attorney',
    'notary',
    'signature',
    'delega',
    'firma autenticata',
    'rinuncia all’eredità',
    'dichiarazione',
    'proxy',
    'authenticated signature',
    'inheritance',
    'will',
  ],
  mayUse: 'aire',
  entry: 'consular_register',
  who: [
    say('Cittadini italiani che vivono nella circoscrizione.', 'Italian citizens who live in the district.'),
    say('Chi non è italiano: chiedi prima all’ufficio.', 'If you are not Italian: ask the office first.'),
  ],
  how: [
    say(
      'Fatti mandare dal notaio in Italia la bozza dell’atto.',
      'Ask the notary in Italy for the draft of the act.',
    ),
    say(
      'Prenota e allega i dati che servono nelle note.',
      'Book, and put the necessary details in the notes.',
    ),
    say('Vieni a firmare davanti al funzionario.', 'Come and sign before the officer.'),
  ],
  needs: [
    identityDocument,
    { what: say('Il codice fiscale', 'Your Italian tax code') },
    { what: say('La bozza dell’atto, in un file di testo', 'The draft of the act, as a text file') },
    {
      what: say('I dati completi del procuratore', 'Full details of the attorney'),
      when: say('Se firmi una procura', 'If you sign a power of attorney'),
    },
  ],
  result: [
    say(
      'L’atto firmato, che vale in Italia come quello di un notaio.',
      'The signed act, valid in Italy like a notary’s.',
    ),
  ],
  costs: [
    { what: say('Procura generale', 'General power of attorney'), fee: '17', payment: paidAtTheCounter },
    { what: say('Procura speciale', 'Special power of attorney'), fee: '18', payment: paidAtTheCounter },
    {
      what: say('Autentica di firma', 'Authentication of a signature'),
      fee: '24',
      payment: paidAtTheCounter,
    },
    { what: say('Copia dell’atto', 'Copy of the act'), fee: '25', payment: paidAtTheCounter },
    { what: say('Altro atto', 'Other act'), fee: '26', payment: paidAtTheCounter },
  ],
  times: 'to_be_confirmed',
  booking: { kind: 'appointment', minutes: 45, holdMinutes: 240, mostPeople: 1 },
  conditions: [
    inPerson,
    say(
      'Se non capisci l’italiano può servire un interprete: avvisa l’ufficio quando prenoti.',
      'If you do not understand Italian an interpreter may be needed: tell the office when you book.',
    ),
  ],
  mayGoWrong: [
    say(
      'La bozza cambia all’ultimo momento: l’appuntamento può saltare.',
      'The draft changes at the last moment: the appointment may be lost.',
    ),
    say(
      'Manca un dato di chi firma o del procuratore.',
      'A detail of the signatory or the attorney is missing.',
    ),
  ],
  mayNotNeedToCome: [
    say(
      'Puoi firmare da un notaio del posto e far apostillare l’atto: in molti Paesi è più veloce.',
      'You can sign before a local notary and have the act apostilled: in many countries that is quicker.',
    ),
    say(
      'Per scrivere alla pubblica amministrazione basta l’autocertificazione.',
      'To write to a public body a self-declaration is enough.',
    ),
  ],
  questions: [
    {
      id: 'act',
      kind: 'choice',
      required: true,
      label: say('Quale atto devi fare?', 'Which act do you need?'),
      choices: [
        { value: 'general_power', label: say('Procura generale', 'General power of attorney') },
        { value: 'special_power', label: say('Procura speciale', 'Special power of attorney') },
        { value: 'signature', label: say('Autentica di firma', 'Authentication of a signature') },
        { value: 'other', label: say('Altro', 'Other') },
      ],
    },
    {
      id: 'draft_ready',
      kind: 'yes_no',
      required: true,
      label: say('Hai già la bozza del notaio?', 'Do you have the notary’s draft?'),
    },
  ],
  law: ['D.Lgs. 71/2011 art. 28', 'L. 89/1913'],
};
