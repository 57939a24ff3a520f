import { type Service, say } from '../service.ts';
import { digitalIdentity } from './shared-sentences.ts';

export const yourData: Service = {
  id: 'your-data',
  category: 'registry',
  title: say('I tuoi dati nell’anagrafe nazionale', 'Your data in the national registry'),
  summary: say(
    'Leggi che cosa l’anagrafe sa di te e della tua famiglia, chi l’ha letto, e come si corregge.',
    'Read what the registry knows about you and your household, who has read it, and how it is corrected.',
  ),
  keywords: [
    'dati anagrafici',
    'scheda anagrafica',
    'anagrafe',
    'ANPR',
    'famiglia anagrafica',
    'tessera elettorale',
    'domicilio digitale',
    'correggere i dati',
    'chi ha letto i miei dati',
    'registry record',
    'my data',
    'household',
    'electoral roll',
    'digital domicile',
  ],
  mayUse: 'registered',
  entry: 'none',
  who: [
    say(
      'Chi è iscritto nell’anagrafe nazionale, tra i residenti o nell’AIRE.',
      'People enrolled in the national registry, among the residents or in AIRE.',
    ),
  ],
  how: [
    say('Entra con SPID.', 'Sign in with SPID.'),
    say(
      'Leggi ogni dato con il suo significato e da dove viene.',
      'Read each datum with its meaning and where it comes from.',
    ),
    say(
      'Se qualcosa è sbagliato scrivi al comune: i contatti sono nella pagina.',
      'If something is wrong write to the municipality: its contacts are on the page.',
    ),
  ],
  needs: [digitalIdentity],
  result: [
    say(
      'La tua scheda, la tua famiglia, il domicilio digitale e l’elenco di chi ha letto i dati.',
      'Your record, your household, the digital domicile and the list of who has read the data.',
    ),
  ],
  costs: [],
  times: [
    {
      what: say(
        'Li vedi subito, com’è la scheda in quel momento.',
        'You see them at once, as they are then.',
      ),
      law: 'Regolamento (UE) 2016/679 art. 15',
    },
  ],
  booking: { kind: 'online', path: '/your-data', needsConnection: false },
  conditions: [
    say(
      'Degli altri della tua famiglia vedi solo quello che dice lo stato di famiglia.',
      'Of the others in your household you see only what the certificate of household says.',
    ),
    say(
      'I dati elettorali li vede solo chi ha il diritto di voto.',
      'Electoral data is shown only to those who have the right to vote.',
    ),
  ],
  mayGoWrong: [
    say(
      'Il codice fiscale di SPID non porta a una sola scheda: la pagina dice quale caso è e a chi rivolgersi.',
      'The tax code of SPID does not lead to exactly one record: the page says which case it is and whom to turn to.',
    ),
  ],
  mayNotNeedToCome: [
    say(
      'Per correggere un errore scrivi prima al comune: spesso basta mandare un documento.',
      'To correct a mistake write to the municipality first: often sending a document is enough.',
    ),
    say(
      'Per conoscere i tuoi dati non serve andare in comune.',
      'To know your data there is no need to go to the municipality.',
    ),
  ],
  questions: [],
  law: ['D.Lgs. 82/2005 art. 62', 'Regolamento (UE) 2016/679 art. 15'],
};
