import type { RequiredDocument } from '#modules/case-files/public.ts';
import { foreignAct, proofOfAddress, showsIdentity } from '../shared/documents.ts';
import { say } from '../shared/say.ts';

/** What comes with the application (allegati). */
export const documents: readonly RequiredDocument[] = [
  {
    name: 'identity',
    title: say('Il tuo documento d’identità', 'Your identity document'),
    mustShow: showsIdentity,
  },
  {
    name: 'proof_of_residence',
    title: say('La prova che abiti qui', 'The proof that you live here'),
    mustShow: proofOfAddress,
  },
  {
    name: 'signed_form',
    title: say('Il modulo firmato', 'The signed form'),
    mustShow: [
      say(
        'Il modulo che scarichi qui, stampato e firmato a mano: si vede la tua firma, uguale a quella del documento.',
        'The form that you download here, printed and signed by hand: your signature can be seen, the same as on the document.',
      ),
    ],
  },
  {
    name: 'birth_act',
    title: say('Il tuo atto di nascita', 'Your birth record'),
    mustShow: foreignAct,
    when: { name: 'birth_registered', is: ['no'] },
  },
  {
    name: 'marriage_act',
    title: say('L’atto di matrimonio o di unione', 'The record of the marriage or union'),
    mustShow: foreignAct,
    when: { name: 'marriage_registered', is: ['no'] },
  },
  {
    name: 'citizenship_act',
    title: say('La prova che sei diventato italiano', 'The proof that you became Italian'),
    mustShow: [
      say(
        'Decreto con verbale di giuramento, dichiarazione o comunicazione di riconoscimento: si leggono il tuo nome e la data.',
        'The decree with the record of the oath, the declaration or the letter of recognition: your name and the date can be read.',
      ),
    ],
    when: { name: 'reason', is: ['became_italian'] },
  },
  {
    name: 'family_identity',
    title: say('Documento d’identità del familiare', 'Identity document of the family member'),
    mustShow: showsIdentity,
    forEach: 'family',
  },
  {
    name: 'family_birth_act',
    title: say('Atto di nascita del familiare', 'Birth record of the family member'),
    mustShow: foreignAct,
    when: { name: 'member_birth_registered', is: ['no'] },
    forEach: 'family',
  },
];
