import { type Service, say } from '../service.ts';
import {
  foreignBirthCertificate,
  incompleteRequests,
  inPerson,
  requestAnswered,
} from './shared-sentences.ts';

export const benefitOfLaw: Service = {
  id: 'benefit-of-law',
  category: 'citizenship',
  title: say('Cittadinanza dei minori per beneficio di legge', 'Citizenship of minors by benefit of law'),
  summary: say(
    'Dichiara che vuoi la cittadinanza per tuo figlio nato all’estero, se non è italiano dalla nascita.',
    'Declare that you want citizenship for your child born abroad who is not Italian from birth.',
  ),
  keywords: [
    'beneficio di legge',
    'minori',
    'figlio',
    'dichiarazione',
    'benefit of law',
    'minor',
    'child',
    'figlio minorenne',
    'cittadinanza bambino',
    'citizenship for my child',
  ],
  mayUse: 'district',
  entry: 'none',
  who: [
    say(
      'Minori nati all’estero con un genitore italiano dalla nascita.',
      'Minors born abroad with a parent who is Italian from birth.',
    ),
    say(
      'Chi era minore il 24 maggio 2025, con un genitore riconosciuto su domanda presentata, o appuntamento fissato, entro il 27 marzo 2025.',
      'People who were minors on 24 May 2025, with a parent recognised on an application filed, or an appointment fixed, by 27 March 2025.',
    ),
  ],
  how: [
    say(
      'Compila la dichiarazione di volontà, in ogni parte.',
      'Fill in the declaration of will, in every part.',
    ),
    say(
      'Manda dichiarazione e documenti all’ufficio, tutti insieme.',
      'Send the declaration and the documents to the office, all together.',
    ),
    requestAnswered,
    say(
      'Entrambi i genitori, o il tutore, dichiarano davanti al funzionario.',
      'Both parents, or the guardian, declare before the officer.',
    ),
  ],
  needs: [
    { what: say('La dichiarazione di volontà compilata', 'The completed declaration of will') },
    foreignBirthCertificate,
    {
      what: say(
        'I documenti di entrambi i genitori e del minore',
        'The identity documents of both parents and the child',
      ),
    },
    {
      what: say('La richiesta di trascrivere il matrimonio', 'The request to register the marriage'),
      when: say(
        'Se i genitori si sono sposati all’estero e non è trascritto',
        'If the parents married abroad and it is not registered',
      ),
    },
    {
      what: say('L’atto di riconoscimento fatto da un notaio', 'The recognition deed made before a notary'),
      when: say(
        'Se i genitori non sono sposati e non sono entrambi dichiaranti',
        'If the parents are not married and are not both informants',
      ),
    },
  ],
  result: [
    say(
      'Il minore è italiano dal giorno dopo l’ultima condizione, non dalla nascita.',
      'The child is Italian from the day after the last condition is met, not from birth.',
    ),
  ],
  costs: [
    {
      what: say('Contributo al Ministero dell’Interno', 'Contribution to the Ministry of the Interior'),
      fee: 'benefit_of_law_contribution',
    },
  ],
  times: [
    {
      what: say(
        'Dichiari entro tre anni dalla nascita, dal riconoscimento o dall’adozione.',
        'You declare within three years of birth, recognition or adoption.',
      ),
      law: 'L. 91/1992 art. 4 c. 1-bis; L. 199/2025',
    },
    {
      what: say(
        'Per chi era minore il 24 maggio 2025: entro il 31 maggio 2029.',
        'For those who were minors on 24 May 2025: by 31 May 2029.',
      ),
      law: 'DL 36/2025 art. 1 c. 1-ter; L. 26/2026',
    },
    {
      what: say(
        'Chi compie 18 anni prima dichiara da sé, entro lo stesso giorno.',
        'Those who turn 18 before then declare themselves, by the same day.',
      ),
      law: 'DL 36/2025 art. 1 c. 1-ter',
    },
  ],
  booking: {
    kind: 'request',
    subject: 'REQUEST FOR CITIZENSHIP BENEFICIO DI LEGGE – {italian_parent}',
  },
  conditions: [
    inPerson,
    say(
      'Se un genitore è morto o manca, basta la dichiarazione dell’altro.',
      'If a parent has died or there is only one, one declaration is enough.',
    ),
  ],
  mayGoWrong: [
    incompleteRequests,
    say(
      'Il secondo genitore dichiara dopo il termine: conta il giorno dell’ultima dichiarazione.',
      'The second parent declares after the term: the day of the last declaration counts.',
    ),
    say(
      'Il genitore è italiano per naturalizzazione, matrimonio o riacquisto: questa via è chiusa.',
      'The parent is Italian by naturalisation, marriage or reacquisition: this route is closed.',
    ),
  ],
  mayNotNeedToCome: [
    say(
      'Se tuo figlio è già italiano dalla nascita, basta trascrivere la nascita: vedi «Figli diretti».',
      'If your child is Italian from birth, registering the birth is enough: see “Direct descendants”.',
    ),
  ],
  questions: [],
  law: [
    'L. 91/1992 artt. 4 c. 1-bis e 15',
    'DL 36/2025 art. 1 c. 1-ter (L. 74/2025)',
    'L. 199/2025',
    'L. 26/2026',
  ],
};
