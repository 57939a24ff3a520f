import { type Service, say } from '../service.ts';
import { identityDocument, proofOfResidence } from './shared-sentences.ts';

export const changeOfAddress: Service = {
  id: 'change-of-address',
  category: 'residence_abroad',
  title: say('Cambio di indirizzo AIRE', 'Change of AIRE address'),
  online: '/procedures/change-of-address',
  summary: say(
    'Comunica il nuovo indirizzo se cambi casa nella stessa circoscrizione.',
    'Give your new address when you move within the same district.',
  ),
  keywords: [
    'cambio indirizzo',
    'cambio residenza',
    'AIRE',
    'change of address',
    'moving',
    'ho cambiato casa',
    'nuovo indirizzo',
    'trasloco',
    'moved house',
    'new address',
    'change address',
  ],
  mayUse: 'aire',
  entry: 'none',
  who: [
    say(
      'Chi è già iscritto all’AIRE qui e cambia casa nella circoscrizione.',
      'People registered with AIRE here who move within the district.',
    ),
    say(
      'Se vai in un’altra circoscrizione, scegli l’iscrizione AIRE nel nuovo ufficio.',
      'If you move to another district, choose AIRE registration at the new office.',
    ),
  ],
  how: [
    say('Prepara la prova del nuovo indirizzo.', 'Prepare the proof of the new address.'),
    say('Indica tutti i familiari che si spostano con te.', 'Name all family members who move with you.'),
    say(
      'L’ufficio aggiorna lo schedario e avvisa il comune.',
      'The office updates its register and tells the municipality.',
    ),
  ],
  needs: [identityDocument, proofOfResidence],
  result: [
    say(
      'Il tuo indirizzo è aggiornato: lettere, schede elettorali e documenti arrivano giusti.',
      'Your address is up to date: letters, ballot papers and documents reach you.',
    ),
  ],
  costs: [],
  times: [
    {
      what: say('Comunichi il cambio entro 90 giorni.', 'You report the change within 90 days.'),
      law: 'L. 470/1988 art. 6',
    },
  ],
  booking: { kind: 'appointment', minutes: 10, holdMinutes: 120, mostPeople: 6 },
  conditions: [
    say(
      'Devi essere già iscritto all’AIRE in questa circoscrizione.',
      'You must already be registered with AIRE in this district.',
    ),
  ],
  mayGoWrong: [
    say(
      'Non avvisi: i prossimi documenti arrivano al vecchio indirizzo.',
      'You do not report it: your next documents go to the old address.',
    ),
  ],
  mayNotNeedToCome: [
    say(
      'Il cambio si comunica online. Prenota solo se non puoi.',
      'The change is reported online. Book only if you cannot.',
    ),
  ],
  questions: [
    {
      id: 'moved_on',
      kind: 'date',
      required: true,
      label: say('Quando hai cambiato casa?', 'When did you move?'),
    },
    {
      id: 'new_address',
      kind: 'text',
      required: true,
      label: say('Qual è il nuovo indirizzo?', 'What is the new address?'),
      hint: say('Via, numero, codice postale e città.', 'Street, number, postcode and town.'),
    },
  ],
  law: ['L. 470/1988 art. 6'],
};
