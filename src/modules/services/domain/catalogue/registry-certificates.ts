import { type Service, say } from '../service.ts';
import { digitalIdentity } from './shared-sentences.ts';

export const registryCertificates: Service = {
  id: 'registry-certificates',
  category: 'registry',
  title: say('Certificati anagrafici e di stato civile', 'Registry certificates'),
  summary: say(
    'Residenza, stato di famiglia, nascita, matrimonio e gli altri: in PDF con sigillo, per te e per la tua famiglia.',
    'Residence, household, birth, marriage and the others: as PDF with a seal, for you and your household.',
  ),
  keywords: [
    'certificato',
    'certificato di residenza',
    'stato di famiglia',
    'certificato di nascita',
    'certificato di matrimonio',
    'stato libero',
    'residenza AIRE',
    'certificato online',
    'marca da bollo',
    'registry certificate',
    'certificate of residence',
    'family certificate',
    'birth certificate',
    'stamp duty',
  ],
  mayUse: 'registered',
  entry: 'none',
  who: [
    say(
      'Chi è iscritto nell’anagrafe nazionale, tra i residenti o nell’AIRE.',
      'People enrolled in the national registry, among the residents or in AIRE.',
    ),
    say(
      'Li chiedi per te e per chi è registrato nella tua famiglia. Per altri, anche come tutore, vai al comune.',
      'You ask for yourself and for those registered in your household. For others, guardians included, go to the municipality.',
    ),
  ],
  how: [
    say('Entra con SPID.', 'Sign in with SPID.'),
    say('Scegli per chi e quale certificato.', 'Choose for whom and which certificate.'),
    say(
      'Scegli la lingua e per che uso ti serve: l’uso decide se occorre la marca da bollo.',
      'Choose the language and what it is for: the use decides whether the revenue stamp is due.',
    ),
    say(
      'Scarica il PDF: chi lo riceve lo controlla con il codice QR.',
      'Download the PDF: whoever receives it checks it with the QR code.',
    ),
  ],
  needs: [
    digitalIdentity,
    {
      what: say('Un indirizzo e-mail verificato', 'A verified e-mail address'),
      when: say(
        'Con la marca da bollo o l’avviso per e-mail',
        'With the revenue stamp or a notice by e-mail',
      ),
    },
  ],
  result: [
    say(
      'Un certificato in PDF con il sigillo elettronico, valido tre mesi. Fino ad allora lo riscarichi quando vuoi.',
      'A certificate as PDF with the electronic seal, valid for three months. Until then you download it again whenever you like.',
    ),
  ],
  costs: [
    {
      what: say(
        'Marca da bollo; per otto usi il certificato è esente',
        'Revenue stamp; eight uses are exempt',
      ),
      fee: 'stamp_duty',
      payment: say('Si paga online con pagoPA.', 'Paid online with pagoPA.'),
    },
  ],
  times: [
    {
      what: say('Vale tre mesi dal rilascio.', 'Valid for three months from its issue.'),
      law: 'DPR 445/2000 art. 41',
    },
  ],
  booking: { kind: 'online', path: '/certificates/new', needsConnection: true },
  conditions: [
    say(
      'Si rilasciano solo mentre il tuo comune è collegato all’anagrafe nazionale.',
      'They are issued only while your municipality is connected to the national registry.',
    ),
    say(
      'Gli uffici pubblici e i gestori di servizi pubblici non possono chiederli.',
      'Public offices and providers of public services may not ask for them.',
    ),
  ],
  mayGoWrong: [
    say(
      'Un dato manca o c’è un procedimento aperto: la pagina dice quale, chi lo sistema e come chiederlo.',
      'Something is missing or a procedure is open: the page says what, who puts it right and how to ask.',
    ),
    say(
      'I certificati di morte e quelli storici non si chiedono qui: li rilascia il comune.',
      'Certificates of death and historical ones are not asked for here: the municipality issues them.',
    ),
  ],
  mayNotNeedToCome: [
    say(
      'Per un ufficio pubblico basta un’autocertificazione, che è gratuita.',
      'For a public office a self-certification is enough, and free.',
    ),
  ],
  questions: [],
  law: ['DPR 223/1989 artt. 33 e 35', 'DPR 445/2000 artt. 40 e 41', 'DPR 642/1972'],
};
