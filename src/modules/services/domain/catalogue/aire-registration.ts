import { type Service, say } from '../service.ts';
import { identityDocument, proofOfResidence } from './shared-sentences.ts';

export const aireRegistration: Service = {
  id: 'aire-registration',
  category: 'residence_abroad',
  title: say('Richiesta di iscrizione all’AIRE', 'Request AIRE registration'),
  online: '/procedures/aire-registration',
  summary: say(
    'Dichiara che vivi all’estero: è gratis ed è obbligatorio se resti più di 12 mesi.',
    'Declare that you live abroad: it is free, and a duty if you stay for more than 12 months.',
  ),
  keywords: [
    'AIRE',
    'iscrizione AIRE',
    'residenza all’estero',
    'registration',
    'moving abroad',
    'mi sono trasferito all’estero',
    'vivo all’estero',
    'anagrafe italiani residenti all’estero',
    'registro consolare',
    'schedario',
    'register of Italians abroad',
    'I moved abroad',
    'living abroad',
  ],
  mayUse: 'district',
  entry: 'none',
  who: [
    say(
      'Cittadini italiani che si trasferiscono all’estero per più di 12 mesi.',
      'Italian citizens who move abroad for more than 12 months.',
    ),
    say('Chi è nato o è diventato italiano all’estero.', 'People born abroad, or who became Italian abroad.'),
    say(
      'Non devi iscriverti per meno di 12 mesi, se sei stagionale, se lavori per lo Stato o come militare NATO.',
      'You need not register for less than 12 months, as a seasonal worker, or when you serve the State or NATO forces.',
    ),
  ],
  how: [
    say(
      'Compila la domanda online: si salva da sola, puoi continuare su un altro dispositivo.',
      'Fill in the application online: it saves itself, and you can go on on another device.',
    ),
    say(
      'Prepara i documenti di tutta la famiglia che vive con te.',
      'Prepare the documents of the whole family who live with you.',
    ),
    say(
      'Fai la dichiarazione entro 90 giorni dal trasferimento.',
      'Make the declaration within 90 days of moving.',
    ),
    say(
      'Un operatore controlla e manda la pratica al comune: sei iscritto quando il comune conferma, mai in automatico.',
      'A clerk checks the file and sends it to the municipality: you are registered when it confirms, never automatically.',
    ),
  ],
  needs: [
    identityDocument,
    proofOfResidence,
    { what: say('Il modulo di iscrizione firmato', 'The signed registration form') },
    {
      what: say(
        'Gli atti di nascita dei figli e di matrimonio',
        'The birth certificates of children and the marriage certificate',
      ),
      when: say('Se non sono ancora trascritti in Italia', 'If they are not yet registered in Italy'),
    },
  ],
  result: [
    say(
      'Sei iscritto all’AIRE del tuo comune e allo schedario dell’ufficio.',
      'You are in the AIRE of your municipality and in the register of the office.',
    ),
    say(
      'Puoi chiedere passaporto e carta d’identità qui, e votare dall’estero.',
      'You can apply for passport and identity card here, and vote from abroad.',
    ),
  ],
  costs: [],
  times: [
    {
      what: say('Dichiari entro 90 giorni dal trasferimento.', 'You declare within 90 days of moving.'),
      law: 'L. 470/1988 art. 6',
    },
    {
      what: say(
        'Chi non si iscrive rischia una sanzione da 200 a 1.000 euro per anno, fino a cinque anni.',
        'Those who do not register risk a fine of 200 to 1,000 euro a year, for up to five years.',
      ),
      law: 'L. 213/2023 art. 1 c. 242',
    },
  ],
  booking: { kind: 'appointment', minutes: 20, holdMinutes: 120, mostPeople: 6 },
  conditions: [
    say(
      'La dichiarazione vale anche per i familiari che vivono con te.',
      'The declaration also covers family members who live with you.',
    ),
  ],
  mayGoWrong: [
    say(
      'L’indirizzo non è provato: l’iscrizione resta ferma.',
      'The address is not proved: the registration stops.',
    ),
    say(
      'Un familiare manca dal modulo: resta iscritto in Italia.',
      'A family member is missing from the form: they stay registered in Italy.',
    ),
  ],
  mayNotNeedToCome: [
    say(
      'L’iscrizione si fa online: compili, carichi i documenti e segui la pratica. Prenota solo se non puoi.',
      'Registration is done online: you fill in, upload the documents and follow the file. Book only if you cannot.',
    ),
  ],
  questions: [
    {
      id: 'arrived_on',
      kind: 'date',
      required: true,
      label: say('Quando ti sei trasferito qui?', 'When did you move here?'),
    },
    {
      id: 'reason',
      kind: 'choice',
      required: true,
      label: say('Perché ti iscrivi?', 'Why are you registering?'),
      choices: [
        { value: 'moved_from_italy', label: say('Arrivo dall’Italia', 'I come from Italy') },
        {
          value: 'moved_from_elsewhere',
          label: say('Arrivo da un altro Stato', 'I come from another State'),
        },
        { value: 'born_abroad', label: say('Sono nato all’estero', 'I was born abroad') },
        { value: 'became_citizen', label: say('Sono diventato italiano', 'I became Italian') },
      ],
    },
    {
      id: 'family_with_me',
      kind: 'yes_no',
      required: true,
      label: say('Familiari italiani vivono con te?', 'Do Italian family members live with you?'),
    },
  ],
  law: ['L. 470/1988', 'DPR 323/1989'],
};
