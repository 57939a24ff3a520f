import { type Service, say } from '../service.ts';
import {
  citizenshipContribution,
  districtResidents,
  incompleteRequests,
  inPerson,
  paidByDebitCard,
  proofOfResidence,
  requestAnswered,
} from './shared-sentences.ts';

export const renunciation: Service = {
  id: 'renunciation',
  category: 'citizenship',
  title: say('Rinuncia alla cittadinanza', 'Renunciation of citizenship'),
  summary: say(
    'Rinuncia alla cittadinanza italiana se ne hai un’altra e vivi all’estero.',
    'Give up Italian citizenship if you hold another and live abroad.',
  ),
  keywords: [
    'rinuncia',
    'cittadinanza',
    'renunciation',
    'renounce',
    'give up citizenship',
    'perdere la cittadinanza',
    'rinunciare',
  ],
  mayUse: 'district',
  entry: 'none',
  who: [
    say(
      'Maggiorenni italiani con un’altra cittadinanza, che vivono nella circoscrizione.',
      'Adult Italians with another citizenship who live in the district.',
    ),
    say(
      'Se non hai un’altra cittadinanza non puoi rinunciare.',
      'Without another citizenship you cannot renounce.',
    ),
  ],
  how: [
    say('Versa il contributo con bonifico.', 'Pay the contribution by bank transfer.'),
    say('Manda all’ufficio le copie di tutti i documenti.', 'Send the office copies of all documents.'),
    requestAnswered,
    say('Vieni di persona con gli originali.', 'Come in person with the originals.'),
  ],
  needs: [
    {
      what: say(
        'L’estratto dell’atto di nascita dal comune italiano',
        'The extract of the birth record from the Italian municipality',
      ),
    },
    proofOfResidence,
    {
      what: say(
        'Il passaporto straniero o un’altra prova della seconda cittadinanza',
        'The foreign passport or other proof of the second citizenship',
      ),
    },
    {
      what: say(
        'Passaporto e carta d’identità italiani: saranno annullati',
        'Italian passport and identity card: they will be cancelled',
      ),
      when: say('Se li hai', 'If you have them'),
    },
    {
      what: say(
        'Il certificato di naturalizzazione, apostillato e tradotto',
        'The naturalisation certificate, apostilled and translated',
      ),
      when: say(
        'Se sei nato fuori dal Paese della seconda cittadinanza',
        'If you were born outside the country of the second citizenship',
      ),
    },
    { what: say('La ricevuta del bonifico', 'The receipt of the transfer') },
  ],
  result: [
    say(
      'Non sei più cittadino italiano; il comune lo annota nei tuoi atti.',
      'You are no longer an Italian citizen; the municipality notes it in your records.',
    ),
  ],
  costs: [
    {
      ...citizenshipContribution,
      payment: say(
        'Si paga prima, con bonifico. Causale: nome e cognome e «rinuncia alla cittadinanza».',
        'You pay beforehand by bank transfer. Reference: full name and “rinuncia alla cittadinanza”.',
      ),
    },
    { what: say('Diritto consolare', 'Consular fee'), fee: '4b', payment: paidByDebitCard },
  ],
  times: 'to_be_confirmed',
  booking: { kind: 'request', subject: 'RICHIESTA RINUNCIA CITTADINANZA – {applicant}' },
  conditions: [districtResidents, inPerson],
  mayGoWrong: [
    incompleteRequests,
    say(
      'La rinuncia non si annulla: pensaci prima di venire.',
      'Renunciation cannot be undone: think before you come.',
    ),
  ],
  mayNotNeedToCome: [
    say(
      'Se hai preso un’altra cittadinanza prima del 16 agosto 1992, forse hai già perso quella italiana.',
      'If you took another citizenship before 16 August 1992, you may already have lost the Italian one.',
    ),
  ],
  questions: [],
  law: ['L. 91/1992 art. 11', 'DPR 572/1993 art. 8'],
};
