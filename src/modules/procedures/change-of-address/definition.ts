import { answerTo, type FormProcedure, municipalLifecycle } from '#modules/case-files/public.ts';
import { contacts, declaration } from '../shared/contacts.ts';
import { declaredMovers } from '../shared/declared.ts';
import { proofOfAddress, showsIdentity } from '../shared/documents.ts';
import { addressOf } from '../shared/register-entry.ts';
import { say } from '../shared/say.ts';
import { becomesRegistration } from './becomes-registration.ts';
import { checks } from './checks.ts';
import { reasonsToCorrect, reasonsToReject } from './known-reasons.ts';
import { pages } from './pages.ts';
import { registryRequest } from './registry-request.ts';

/**
 * A move within the district (cambio di indirizzo): the office updates its register, the municipality its AIRE
 * (L. 470/1988, art. 6).
 */
export const changeOfAddress: FormProcedure = {
  id: 'change-of-address',
  serviceId: 'change-of-address',
  openTo: 'account_holders',
  office: 'responsible',
  questions: [],
  leastDocuments: 0,
  lifecycle: municipalLifecycle,
  // No source gives a term: pages show the time that passed.
  term: null,
  keeping: { months: 120, because: 'proof_of_registration' },
  openKey: 'residence-abroad',
  law: ['L. 470/1988, art. 6'],
  stateTexts: {
    sent_to_municipality: say(
      'L’ufficio ha aggiornato il suo schedario e ha mandato il nuovo indirizzo al comune, che aggiorna l’AIRE.',
      'The office has updated its register and sent the new address to the municipality, which updates AIRE.',
    ),
    defined: say(
      'Il comune ha confermato: il nuovo indirizzo è nell’AIRE.',
      'The municipality has confirmed: the new address is in AIRE.',
    ),
  },
  form: {
    title: say('Comunica il cambio di indirizzo', 'Report a change of address'),
    summary: say(
      'Hai cambiato casa nella stessa circoscrizione? L’ufficio aggiorna lo schedario e avvisa il comune. È gratis.',
      'Did you move within the same district? The office updates its register and tells the municipality. It is free.',
    ),
    sections: [...pages, contacts, declaration],
    documents: [
      {
        name: 'identity',
        title: say('Il tuo documento d’identità', 'Your identity document'),
        mustShow: showsIdentity,
      },
      {
        name: 'proof_of_residence',
        title: say('La prova del nuovo indirizzo', 'The proof of the new address'),
        mustShow: proofOfAddress,
      },
    ],
    checks,
    reasonsToCorrect,
    reasonsToReject,
    becomes: becomesRegistration,
    needs: 'aire',
    municipality(answers) {
      const code = answerTo(answers, 'aire_municipality');
      return code === '' ? undefined : code;
    },
  },
  atMunicipality: {
    shownBy: ['address_abroad'],
    declares: (answers) => declaredMovers(answers, addressOf(answers, answerTo(answers, 'moved_on'))),
    request: registryRequest,
  },
};
