import { type Service, say } from '../service.ts';
import { identityDocument } from './shared-sentences.ts';

export const drivingLicence: Service = {
  id: 'driving-licence',
  category: 'licences',
  title: say('Patente di guida', 'Driving licence'),
  summary: say(
    'Conferma la validità della patente italiana se vivi fuori dall’Unione europea.',
    'Have your Italian licence confirmed as valid if you live outside the European Union.',
  ),
  keywords: [
    'patente',
    'rinnovo patente',
    'driving licence',
    'driver license',
    'patente scaduta',
    'guidare',
    'driver’s license',
    'drive',
    'expired licence',
  ],
  mayUse: 'aire',
  entry: 'consular_register',
  who: [
    say(
      'Chi ha una patente italiana e vive da almeno sei mesi in uno Stato fuori dall’Unione europea.',
      'Holders of an Italian licence who have lived for at least six months in a State outside the European Union.',
    ),
  ],
  how: [
    say('Chiedi all’ufficio l’elenco dei medici di fiducia.', 'Ask the office for its list of doctors.'),
    say('Fai la visita medica.', 'Have the medical examination.'),
    say(
      'Prenota e porta il certificato medico e la patente.',
      'Book and bring the medical certificate and the licence.',
    ),
  ],
  needs: [
    { what: say('La patente italiana', 'Your Italian licence') },
    identityDocument,
    {
      what: say(
        'Il certificato di un medico di fiducia dell’ufficio',
        'A certificate from a doctor trusted by the office',
      ),
    },
  ],
  result: [
    say(
      'Un’attestazione che conferma la validità della patente finché vivi all’estero.',
      'A statement that confirms the licence for as long as you live abroad.',
    ),
  ],
  costs: 'to_be_confirmed',
  times: 'to_be_confirmed',
  booking: { kind: 'appointment', minutes: 15, holdMinutes: 120, mostPeople: 1 },
  conditions: [
    say(
      'Se torni a vivere in Italia, la conferma va rifatta lì.',
      'If you move back to Italy, the confirmation has to be made again there.',
    ),
  ],
  mayGoWrong: [
    say(
      'Una patente scaduta da troppo tempo può richiedere una revisione in Italia.',
      'A licence that expired too long ago may need a review in Italy.',
    ),
    say(
      'Un certificato di un medico fuori elenco non vale.',
      'A certificate from a doctor who is not on the list is not valid.',
    ),
  ],
  mayNotNeedToCome: [
    say(
      'Se vivi nell’Unione europea, rinnovi la patente presso l’autorità del Paese in cui abiti.',
      'If you live in the European Union, the authority of the country where you live renews the licence.',
    ),
    say(
      'Nel Regno Unito e in molti altri Paesi puoi convertire la patente: chiedi all’autorità locale.',
      'In the United Kingdom and many other countries you can exchange the licence: ask the local authority.',
    ),
  ],
  questions: [
    {
      id: 'licence_expires_on',
      kind: 'date',
      required: true,
      label: say('Quando scade la patente?', 'When does the licence expire?'),
      hint: say('È la data al punto 4b.', 'It is the date at point 4b.'),
    },
    {
      id: 'medical_done',
      kind: 'yes_no',
      required: true,
      label: say('Hai già fatto la visita medica?', 'Have you had the medical examination?'),
    },
  ],
  law: ['D.Lgs. 285/1992 art. 126 c. 9'],
};
