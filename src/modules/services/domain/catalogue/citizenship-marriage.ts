import { type Service, say } from '../service.ts';
import {
  citizenshipContribution,
  foreignBirthCertificate,
  identityDocument,
  paidAtTheCounter,
} from './shared-sentences.ts';

export const citizenshipMarriage: Service = {
  id: 'citizenship-marriage',
  category: 'citizenship',
  title: say('Cittadinanza per matrimonio o unione civile', 'Citizenship by marriage or civil partnership'),
  summary: say(
    'Chiedi la cittadinanza se hai sposato un cittadino o una cittadina italiana.',
    'Apply for citizenship if you married, or are the civil partner of, an Italian citizen.',
  ),
  keywords: [
    'cittadinanza',
    'matrimonio',
    'coniuge',
    'unione civile',
    'giuramento',
    'marriage',
    'spouse',
    'marito',
    'moglie',
    'sposare',
    'naturalizzazione per matrimonio',
    'husband',
    'wife',
    'partner',
    'citizenship by marriage',
  ],
  mayUse: 'district',
  entry: 'none',
  who: [
    say(
      'Chi è sposato o in unione civile con un cittadino italiano da almeno tre anni.',
      'People married to, or civil partners of, an Italian citizen for at least three years.',
    ),
    say(
      'Con figli nati o adottati insieme basta un anno e mezzo.',
      'With children born or adopted together, a year and a half is enough.',
    ),
    say(
      'Se il coniuge è diventato italiano dopo il matrimonio, il tempo parte da quel giorno.',
      'If your spouse became Italian after the wedding, the time starts on that day.',
    ),
  ],
  how: [
    say(
      'Fai trascrivere il matrimonio in Italia, se è avvenuto all’estero.',
      'Have the marriage registered in Italy, if it took place abroad.',
    ),
    say(
      'Compila la domanda sul portale del Ministero dell’Interno, con la tua e-mail.',
      'Fill in the application on the portal of the Ministry of the Interior, with your e-mail.',
    ),
    say(
      'L’ufficio controlla e ti convoca: porta gli originali e firma.',
      'The office checks and calls you in: bring the originals and sign.',
    ),
    say('Dopo il decreto giuri entro sei mesi.', 'After the decree you swear the oath within six months.'),
  ],
  needs: [
    foreignBirthCertificate,
    {
      what: say(
        'I certificati penali dei Paesi in cui hai vissuto dai 14 anni',
        'Criminal record certificates of the countries where you have lived since the age of 14',
      ),
      detail: say(
        'Rilasciati negli ultimi sei mesi, legalizzati o apostillati e tradotti.',
        'Issued in the last six months, legalised or apostilled, and translated.',
      ),
    },
    { what: say('La ricevuta del contributo', 'The receipt of the contribution') },
    { ...identityDocument, fee: '71' },
    {
      what: say(
        'L’estratto dell’atto di matrimonio dal comune italiano',
        'The extract of the marriage record from the Italian municipality',
      ),
    },
    {
      what: say(
        'Il certificato di italiano, livello B1 o superiore',
        'The Italian language certificate, level B1 or higher',
      ),
      detail: say(
        'PLIDA, CertIt, CILS, CELI o Co.L., salvo esenzioni.',
        'PLIDA, CertIt, CILS, CELI or Co.L., unless you are exempt.',
      ),
      fee: '71',
    },
  ],
  result: [
    say('Diventi italiano dal giorno dopo il giuramento.', 'You become Italian on the day after the oath.'),
  ],
  costs: [
    {
      ...citizenshipContribution,
      payment: say(
        'Si paga con pagoPA o bonifico mentre compili la domanda.',
        'You pay by pagoPA or bank transfer while you fill in the application.',
      ),
    },
    {
      what: say('Autentica della firma', 'Authentication of your signature'),
      fee: '24',
      payment: paidAtTheCounter,
    },
    { what: say('Firma del traduttore', 'Translator’s signature'), fee: '69', payment: paidAtTheCounter },
    {
      what: say(
        'Copia del documento e del certificato di lingua, ciascuna',
        'Copy of the document and of the language certificate, each',
      ),
      fee: '71',
      payment: paidAtTheCounter,
    },
    {
      what: say('Conformità di ogni traduzione, a foglio', 'Conformity of each translation, per sheet'),
      fee: '72A',
      payment: paidAtTheCounter,
    },
    { what: say('Verbale del giuramento', 'Record of the oath'), fee: '8', payment: paidAtTheCounter },
  ],
  times: [
    {
      what: say(
        'Il Ministero decide entro 24 mesi, prorogabili fino a 36.',
        'The Ministry decides within 24 months, at most 36.',
      ),
      law: 'L. 91/1992 art. 9-ter',
    },
    {
      what: say(
        'Giuri entro sei mesi dalla notifica del decreto.',
        'You swear the oath within six months of the notice of the decree.',
      ),
      law: 'L. 91/1992 art. 10',
    },
    {
      what: say(
        'Se la domanda è rifiutata, entro un anno puoi ripresentarla con gli stessi pagamenti.',
        'If the application is refused, you can file it again within a year with the same payments.',
      ),
      law: 'Pagine consolari sulla cittadinanza per matrimonio',
    },
  ],
  booking: { kind: 'contact' },
  conditions: [
    say(
      'Il coniuge italiano è iscritto all’AIRE qui e vive con te, o c’è un motivo provato per due indirizzi.',
      'Your Italian spouse is registered with AIRE here and lives with you, or there is a proven reason for two addresses.',
    ),
    say(
      'Il matrimonio dura fino al decreto: niente separazione o divorzio.',
      'The marriage lasts until the decree: no separation or divorce.',
    ),
    say(
      'Certe condanne penali escludono la cittadinanza.',
      'Certain criminal convictions exclude citizenship.',
    ),
  ],
  mayGoWrong: [
    say(
      'Il certificato penale ha più di sei mesi: la domanda è rifiutata.',
      'The criminal record certificate is older than six months: the application is refused.',
    ),
    say(
      'Mancano residenze dai 14 anni: elencale tutte, senza vuoti.',
      'Residences since the age of 14 are missing: list all, without gaps.',
    ),
    say('Un altro certificato di lingua non vale.', 'Any other language certificate is not accepted.'),
    say(
      'Passano i sei mesi senza giuramento: perdi il diritto.',
      'Six months pass without the oath: you lose the right.',
    ),
  ],
  mayNotNeedToCome: [
    say(
      'La domanda si manda online: vieni solo quando l’ufficio ti convoca.',
      'You apply online: come only when the office calls you.',
    ),
  ],
  questions: [],
  law: ['L. 91/1992 artt. 5-8 e 9.1', 'L. 76/2016', 'DL 130/2020 (L. 173/2020)'],
};
