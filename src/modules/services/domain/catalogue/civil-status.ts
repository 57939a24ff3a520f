import { type Service, say } from '../service.ts';
import { identityDocument, legalisedAndTranslated, paidAtTheCounter } from './shared-sentences.ts';

export const civilStatus: Service = {
  id: 'civil-status',
  category: 'civil_status',
  title: say(
    'Stato civile: nascita, matrimonio, divorzio, morte',
    'Civil status: birth, marriage, divorce, death',
  ),
  summary: say(
    'Fai trascrivere in Italia gli atti formati all’estero e chiedi estratti e certificati.',
    'Have records made abroad registered in Italy, and ask for extracts and certificates.',
  ),
  keywords: [
    'stato civile',
    'trascrizione',
    'matrimonio',
    'divorzio',
    'morte',
    'nascita',
    'marriage',
    'divorce',
    'death',
    'mi sono sposato',
    'trascrivere il matrimonio',
    'sentenza di divorzio',
    'è morto',
    'decesso',
    'atto di morte',
    'vedovo',
    'register a marriage',
    'wedding',
    'widow',
    'died',
    'certificate',
  ],
  mayUse: 'aire',
  entry: 'consular_register',
  who: [
    say(
      'Cittadini italiani con un evento di stato civile avvenuto all’estero.',
      'Italian citizens with a civil status event abroad.',
    ),
  ],
  how: [
    say(
      'Procurati l’atto dall’autorità del luogo, in originale.',
      'Get the original record from the authority of the place.',
    ),
    say(
      'Fallo legalizzare o apostillare e tradurre, se serve.',
      'Have it legalised or apostilled and translated where needed.',
    ),
    say(
      'Prenota o chiedi all’ufficio se puoi spedire tutto.',
      'Book, or ask the office whether you can post everything.',
    ),
    say(
      'L’ufficio manda l’atto al comune italiano, che lo trascrive.',
      'The office sends the record to the Italian municipality, which registers it.',
    ),
  ],
  needs: [
    {
      what: say('L’atto straniero in originale', 'The original foreign record'),
      detail: legalisedAndTranslated,
    },
    identityDocument,
    {
      what: say('La sentenza passata in giudicato', 'The final court decision'),
      when: say('Se chiedi di registrare un divorzio', 'If you register a divorce'),
    },
  ],
  result: [
    say(
      'L’atto è trascritto nei registri del comune italiano.',
      'The record is in the registers of the Italian municipality.',
    ),
  ],
  costs: [
    { what: say('Estratto di un atto', 'Extract of a record'), fee: '2a', payment: paidAtTheCounter },
    { what: say('Certificato', 'Certificate'), fee: '2b', payment: paidAtTheCounter },
    { what: say('Pubblicazioni di matrimonio', 'Marriage banns'), fee: '3', payment: paidAtTheCounter },
    {
      what: say('Legalizzazione di un atto', 'Legalisation of a record'),
      fee: '7',
      payment: paidAtTheCounter,
    },
  ],
  times: 'to_be_confirmed',
  booking: { kind: 'appointment', minutes: 30, holdMinutes: 120, mostPeople: 1 },
  conditions: [
    say(
      'Nomi, date e luoghi devono essere uguali in tutti gli atti.',
      'Names, dates and places must be the same in all records.',
    ),
  ],
  mayGoWrong: [
    say(
      'Nomi scritti in modo diverso: l’atto straniero va corretto prima.',
      'Names spelt differently: the foreign record must be corrected first.',
    ),
    say(
      'Manca l’apostille o la traduzione: il comune rifiuta l’atto.',
      'The apostille or translation is missing: the municipality refuses the record.',
    ),
  ],
  mayNotNeedToCome: [
    say(
      'Un estratto plurilingue della Convenzione di Vienna del 1976 non vuole né apostille né traduzione.',
      'A multilingual extract under the Vienna Convention of 1976 needs neither apostille nor translation.',
    ),
    say(
      'Certificati italiani: molti si scaricano gratis dall’anagrafe nazionale.',
      'Italian certificates: many are free to download from the national registry.',
    ),
  ],
  questions: [
    {
      id: 'event',
      kind: 'choice',
      required: true,
      label: say('Di quale atto si tratta?', 'Which record is it?'),
      choices: [
        { value: 'birth', label: say('Nascita', 'Birth') },
        { value: 'marriage', label: say('Matrimonio o unione civile', 'Marriage or civil partnership') },
        { value: 'divorce', label: say('Divorzio', 'Divorce') },
        { value: 'death', label: say('Morte', 'Death') },
        { value: 'other', label: say('Altro', 'Other') },
      ],
    },
    {
      id: 'event_place',
      kind: 'text',
      required: true,
      label: say('Dove è avvenuto?', 'Where did it happen?'),
      hint: say('Città e Paese.', 'Town and country.'),
    },
  ],
  law: ['DPR 396/2000', 'D.Lgs. 71/2011'],
};
