import { type Service, say } from '../service.ts';
import { digitalIdentity } from './shared-sentences.ts';

export const selfCertification: Service = {
  id: 'self-certification',
  category: 'registry',
  title: say('Autocertificazione', 'Self-certification'),
  summary: say(
    'Dichiara tu quello che un certificato direbbe: il modulo si compila con i dati dell’anagrafe.',
    'Declare yourself what a certificate would say: the form is filled in from the registry.',
  ),
  keywords: [
    'autocertificazione',
    'dichiarazione sostitutiva',
    'modulo autocertificazione',
    'senza bollo',
    'self-certification',
    'affidavit',
    'declaration',
  ],
  mayUse: 'registered',
  entry: 'none',
  who: [
    say(
      'Chi è maggiorenne e iscritto nell’anagrafe nazionale.',
      'Adults who are enrolled in the national registry.',
    ),
  ],
  how: [
    say('Entra con SPID.', 'Sign in with SPID.'),
    say(
      'Scegli che cosa dichiarare e con quale documento.',
      'Choose what you declare and with which document.',
    ),
    say('Stampa il PDF e firmalo.', 'Print the PDF and sign it.'),
  ],
  needs: [
    digitalIdentity,
    { what: say('Una carta d’identità o un passaporto', 'An identity card or a passport') },
  ],
  result: [
    say(
      'Una dichiarazione in PDF, da firmare e consegnare.',
      'A declaration as PDF, to be signed and handed in.',
    ),
  ],
  costs: [],
  times: [
    {
      what: say(
        'Vale quanto il certificato che sostituisce.',
        'Valid as long as the certificate it replaces.',
      ),
      law: 'DPR 445/2000 art. 48',
    },
  ],
  booking: { kind: 'online', path: '/self-certifications', needsConnection: false },
  conditions: [
    say(
      'Uffici pubblici e gestori di servizi pubblici devono accettarla; i privati possono.',
      'Public offices and providers of public services have to accept it; private parties may.',
    ),
  ],
  mayGoWrong: [
    say(
      'Un dato manca nella scheda: quello non si può dichiarare qui finché il comune non lo registra.',
      'Something is missing in the record: it cannot be declared here until the municipality has recorded it.',
    ),
    say(
      'Chi dichiara il falso ne risponde davanti alla legge: controlla i dati prima di firmare.',
      'A false declaration is punished by law: check the data before you sign.',
    ),
  ],
  mayNotNeedToCome: [
    say(
      'Non serve né l’autentica della firma né una marca da bollo.',
      'Neither an authenticated signature nor a revenue stamp is needed.',
    ),
  ],
  questions: [],
  law: ['DPR 445/2000 artt. 46, 47, 48 e 76'],
};
