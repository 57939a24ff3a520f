import { type Service, say } from '../service.ts';
import { foreignBirthCertificate, paidAtTheCounter } from './shared-sentences.ts';

export const directDescendants: Service = {
  id: 'direct-descendants',
  category: 'citizenship',
  title: say('Figli diretti: nascita di un minore', 'Direct descendants: birth of a minor'),
  summary: say(
    'Fai registrare in Italia la nascita di tuo figlio, se è italiano dalla nascita.',
    'Register the birth of your child in Italy, if the child is Italian from birth.',
  ),
  keywords: [
    'figli diretti',
    'nascita',
    'trascrizione nascita',
    'figlio',
    'minore',
    'birth',
    'child',
    'baby',
    'è nato mio figlio',
    'neonato',
    'registrare una nascita',
    'bambino nato all’estero',
    'atto di nascita',
    'newborn',
    'register a birth',
    'birth registration',
    'birth certificate',
  ],
  mayUse: 'aire',
  entry: 'aire',
  who: [
    say(
      'Genitori italiani iscritti all’AIRE, per i figli minori.',
      'Italian parents registered with AIRE, for their minor children.',
    ),
    say(
      'Un figlio nato all’estero con un’altra cittadinanza è italiano solo alle condizioni dell’art. 3-bis.',
      'A child born abroad with another citizenship is Italian only under the conditions of article 3-bis.',
    ),
  ],
  how: [
    say(
      'Controlla se vale una condizione dell’art. 3-bis.',
      'Check whether a condition of article 3-bis holds.',
    ),
    say('Procurati l’atto di nascita nella forma giusta.', 'Get the birth certificate in the right form.'),
    say(
      'Se vi siete sposati all’estero, chiedi anche la trascrizione del matrimonio.',
      'If you married abroad, ask to have the marriage registered too.',
    ),
    say('Prenota e porta gli originali.', 'Book and bring the originals.'),
  ],
  needs: [
    foreignBirthCertificate,
    { what: say('I documenti dei genitori e del minore', 'The identity documents of parents and child') },
    {
      what: say('Le prove della condizione dell’art. 3-bis', 'Proof of the condition of article 3-bis'),
      when: say('Se il minore ha un’altra cittadinanza', 'If the child holds another citizenship'),
    },
    {
      what: say('L’atto di riconoscimento fatto da un notaio', 'The recognition deed made before a notary'),
      when: say(
        'Se non siete sposati e l’atto di nascita non vi indica entrambi come dichiaranti',
        'If you are not married and the certificate does not name both of you as informants',
      ),
    },
  ],
  result: [
    say(
      'La nascita è trascritta: tuo figlio può avere passaporto e carta d’identità.',
      'The birth is registered: your child can have a passport and an identity card.',
    ),
  ],
  costs: [
    {
      what: say('Legalizzazione, solo se serve', 'Legalisation, only where needed'),
      fee: '7',
      payment: paidAtTheCounter,
    },
  ],
  times: 'to_be_confirmed',
  booking: { kind: 'appointment', minutes: 30, holdMinutes: 120, mostPeople: 4 },
  conditions: [
    say(
      'Il genitore italiano deve essere iscritto all’AIRE con dati aggiornati.',
      'The Italian parent must be registered with AIRE, with current data.',
    ),
  ],
  mayGoWrong: [
    say(
      'Il matrimonio dei genitori non è trascritto: l’ufficio non può andare avanti.',
      'The parents’ marriage is not registered: the office cannot proceed.',
    ),
    say(
      'Nomi diversi fra l’atto e i documenti italiani dei genitori.',
      'Names differ between the certificate and the parents’ Italian documents.',
    ),
  ],
  mayNotNeedToCome: [
    say(
      'Se la trasmissione non vale, vedi «Beneficio di legge»: bastano tre anni dalla nascita.',
      'If citizenship does not pass on, see “Benefit of law”: you have three years from the birth.',
    ),
    say(
      'Se l’atto è completo, molti uffici lo accettano per posta: chiedi.',
      'If the record is complete, many offices accept it by post: ask.',
    ),
  ],
  questions: [
    {
      id: 'child_name',
      kind: 'text',
      required: true,
      label: say('Come si chiama il minore?', 'What is the child’s name?'),
    },
    {
      id: 'born_on',
      kind: 'date',
      required: true,
      label: say('Quando è nato?', 'When was the child born?'),
    },
    {
      id: 'parents_married',
      kind: 'yes_no',
      required: true,
      label: say(
        'I genitori sono sposati o in unione civile?',
        'Are the parents married or in a civil partnership?',
      ),
    },
  ],
  law: ['L. 91/1992 artt. 1 e 3-bis', 'DPR 396/2000 artt. 15-17'],
};
