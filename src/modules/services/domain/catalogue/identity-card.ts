import { type Service, say } from '../service.ts';
import { paidAtTheCounter } from './shared-sentences.ts';

export const identityCard: Service = {
  id: 'identity-card',
  category: 'identity_documents',
  title: say('Carta d’identità elettronica (CIE)', 'Electronic identity card (CIE)'),
  summary: say(
    'Chiedi la carta per farti riconoscere, viaggiare in Europa ed entrare nei servizi online.',
    'Apply for the card to prove who you are, travel in Europe and sign in to online services.',
  ),
  keywords: [
    'carta d’identità',
    'CIE',
    'identity card',
    'ID card',
    'documento',
    'carta identità elettronica',
    'rinnovo carta',
    'carta scaduta',
    'documento di riconoscimento',
    'identification',
    'renew id card',
    'lost id card',
  ],
  mayUse: 'aire',
  entry: 'aire',
  who: [
    say(
      'Cittadini italiani iscritti all’AIRE nella circoscrizione, di ogni età.',
      'Italian citizens of any age registered with AIRE in the district.',
    ),
  ],
  how: [
    say('Controlla che i tuoi dati AIRE siano aggiornati.', 'Check that your AIRE data is up to date.'),
    say('Prenota un appuntamento per ogni persona.', 'Book one appointment for each person.'),
    say(
      'Vieni di persona: prendiamo le impronte dai 12 anni.',
      'Come in person: we take fingerprints from the age of 12.',
    ),
    say('Ricevi la carta per posta all’indirizzo AIRE.', 'The card comes by post to your AIRE address.'),
  ],
  needs: [
    {
      what: say('Una fotografia recente', 'One recent photograph'),
      detail: say(
        '35 per 45 millimetri, a colori, sfondo chiaro.',
        '35 by 45 millimetres, in colour, light background.',
      ),
    },
    {
      what: say(
        'La vecchia carta o un altro documento con fotografia',
        'Your old card or another document with a photograph',
      ),
    },
    { what: say('Il codice fiscale', 'Your Italian tax code') },
    {
      what: say('La denuncia di furto o smarrimento', 'The police report of theft or loss'),
      when: say('Se la carta è rubata o persa', 'If the card is stolen or lost'),
    },
    {
      what: say('I documenti dei genitori', 'The parents’ identity documents'),
      when: say('Se la carta è per un minore', 'If the card is for a minor'),
    },
  ],
  result: [
    say(
      'Una carta valida 10 anni, fino al tuo compleanno. Dai 3 ai 18 anni vale 5 anni, sotto i 3 anni 3.',
      'A card valid for 10 years, up to your birthday. Between 3 and 18 it is valid for 5 years, under 3 for 3.',
    ),
    say(
      'Con la carta puoi entrare nei servizi online della pubblica amministrazione.',
      'With the card you can sign in to public services online.',
    ),
  ],
  costs: [
    {
      what: say('Carta nuova o rinnovo', 'New card or renewal'),
      fee: 'identity_card',
      payment: paidAtTheCounter,
    },
    {
      what: say('Dopo furto, smarrimento o deterioramento', 'After theft, loss or damage'),
      fee: 'identity_card_replaced',
      payment: paidAtTheCounter,
    },
  ],
  times: 'to_be_confirmed',
  booking: { kind: 'appointment', minutes: 15, holdMinutes: 120, mostPeople: 5 },
  conditions: [
    say(
      'I tuoi dati devono risultare nell’anagrafe nazionale con un codice fiscale valido.',
      'Your data must be in the national registry with a valid tax code.',
    ),
  ],
  mayGoWrong: [
    say(
      'Il codice fiscale manca o non è allineato: la carta non può partire.',
      'The tax code is missing or does not match: the card cannot be made.',
    ),
    say(
      'L’indirizzo AIRE è vecchio: la carta arriva nel posto sbagliato.',
      'Your AIRE address is old: the card goes to the wrong place.',
    ),
  ],
  mayNotNeedToCome: [
    say(
      'Se sei in Italia per un periodo, chiedi al comune: in certi casi può farla.',
      'If you are in Italy for a while, ask the municipality: in some cases it can make it.',
    ),
  ],
  questions: [
    {
      id: 'reason',
      kind: 'choice',
      required: true,
      label: say('Perché ti serve la carta?', 'Why do you need the card?'),
      choices: [
        { value: 'first', label: say('È la prima', 'It is my first') },
        {
          value: 'renewal',
          label: say('È scaduta o è ancora di carta', 'It has expired or is still on paper'),
        },
        { value: 'lost', label: say('È persa, rubata o rovinata', 'It is lost, stolen or damaged') },
      ],
    },
    {
      id: 'for_minor',
      kind: 'yes_no',
      required: true,
      label: say('La carta è per un minore?', 'Is the card for a minor?'),
    },
  ],
  law: ['DL 78/2015 art. 10 (L. 125/2015)', 'R.D. 773/1931 art. 3'],
};
