import { type Service, say } from '../service.ts';
import { identityDocument } from './shared-sentences.ts';

export const changeOfName: Service = {
  id: 'change-of-name',
  category: 'civil_status',
  title: say('Cambio di nome o cognome', 'Change of name or surname'),
  summary: say(
    'Chiedi al prefetto di cambiare nome o cognome, o di aggiungerne un altro.',
    'Ask the prefect to change your name or surname, or to add another.',
  ),
  keywords: [
    'cambio nome',
    'cambio cognome',
    'prefetto',
    'change of name',
    'surname',
    'cognome sbagliato',
    'correggere il nome',
    'maiden name',
    'rename',
  ],
  mayUse: 'aire',
  entry: 'aire',
  who: [
    say('Cittadini italiani iscritti all’AIRE.', 'Italian citizens registered with AIRE.'),
    say('Per i minori chiedono i genitori.', 'For minors the parents apply.'),
  ],
  how: [
    say(
      'Scrivi all’ufficio: spiega che cosa vuoi cambiare e perché.',
      'Write to the office: explain what you want to change and why.',
    ),
    say(
      'L’ufficio ti dice quale prefettura decide e come mandare la domanda.',
      'The office tells you which prefecture decides and how to send the application.',
    ),
    say(
      'Se il prefetto è d’accordo, l’avviso resta affisso 30 giorni.',
      'If the prefect agrees, the notice is posted for 30 days.',
    ),
  ],
  needs: [
    { what: say('La domanda al prefetto, con i motivi', 'The application to the prefect, with the reasons') },
    identityDocument,
    { what: say('I documenti che provano i motivi', 'The documents that prove the reasons') },
  ],
  result: [
    say(
      'Un decreto del prefetto, annotato nei tuoi atti in Italia.',
      'A decree of the prefect, noted in your records in Italy.',
    ),
  ],
  costs: 'to_be_confirmed',
  times: [
    {
      what: say(
        'L’avviso resta affisso 30 giorni; nello stesso tempo chi è contrario può opporsi.',
        'The notice is posted for 30 days; meanwhile anyone against it may object.',
      ),
      law: 'DPR 396/2000 artt. 90 e 91',
    },
  ],
  booking: { kind: 'contact' },
  conditions: [
    say(
      'Non si possono chiedere cognomi storici o di famiglie illustri.',
      'Historic surnames and those of illustrious families cannot be asked for.',
    ),
  ],
  mayGoWrong: [
    say(
      'I motivi non sono provati: il prefetto respinge la domanda.',
      'The reasons are not proved: the prefect refuses.',
    ),
  ],
  mayNotNeedToCome: [
    say(
      'Se hai un’altra cittadinanza e il cambio è già deciso lì, chiedi se basta trascriverlo.',
      'If you have another citizenship and the change is decided there, ask whether registering it is enough.',
    ),
  ],
  questions: [],
  law: ['DPR 396/2000 artt. 84-94'],
};
