import type { DocumentKind, StatementId } from '../../domain/self-certification.ts';
import type { SelfCertificationRefusal } from '../../use-cases/make-self-certification.ts';

export const it = {
  title: 'Autocertificazione',
  lead: 'Prepara una dichiarazione con i tuoi dati anagrafici: la stampi, la firmi e la consegni al posto di un certificato. È gratis, senza bollo e senza autentica della firma.',
  when: 'Quando vale al posto di un certificato',
  whenPublic:
    'Sempre, verso gli uffici pubblici e chi gestisce servizi pubblici (per esempio scuole, ASL, poste, acqua e luce): non possono chiederti un certificato (art. 40 e 43 DPR 445/2000).',
  whenPrivate:
    'Verso i privati, come banche e assicurazioni, solo se sono d’accordo (art. 2). Se non lo sono, serve il certificato.',
  whenNot:
    'Non vale all’estero e non sostituisce i certificati medici, di conformità, di marchi e brevetti (art. 49).',
  validity: 'Vale per lo stesso tempo del certificato che sostituisce (art. 48).',
  penalty:
    'Dichiarare il falso è un reato e fa perdere quello che hai ottenuto (art. 75 e 76). Controlla che i dati siano ancora veri.',
  limited:
    'Non hai la cittadinanza di uno Stato dell’Unione europea: puoi dichiarare solo quello che un ente pubblico italiano può certificare (art. 3).',
  choose: 'Che cosa dichiari',
  chooseHint: 'Scegli solo quello che ti è stato chiesto.',
  statements: {
    birth: 'Data e luogo di nascita',
    residence: 'Residenza',
    citizenship: 'Cittadinanza',
    political_rights: 'Godimento dei diritti civili e politici',
    marital_status: 'Stato civile',
    family: 'Stato di famiglia',
    existence: 'Esistenza in vita',
    children: 'Figli',
    aire: 'Iscrizione all’AIRE',
    tax_code: 'Codice fiscale',
    marriage_act: 'Matrimonio o unione civile: data, luogo e atto',
  } satisfies Record<StatementId, string>,
  letter: (letter: string) => `art. 46, lett. ${letter}`,
  missing: 'Queste cose non risultano nella tua scheda, quindi qui non puoi dichiararle:',
  document: 'Il documento di riconoscimento',
  documentHint: 'Ne basta uno.',
  documentOf: (kind: DocumentKind, number: string) =>
    `${kind === 'passport' ? 'Passaporto' : 'Carta d’identità'} ${number}, dalla tua scheda`,
  documentTyped: 'Un documento che scrivo io',
  documentOwn: 'I dati del documento che scrivi tu',
  documentKind: 'Tipo di documento',
  documentKinds: { identity_card: 'Carta d’identità', passport: 'Passaporto' } satisfies Record<
    DocumentKind,
    string
  >,
  documentNumber: 'Numero del documento',
  documentIssuer: 'Rilasciato da',
  facts: 'Altri fatti che conosci direttamente (art. 47)',
  factsHint:
    'Stati, qualità e fatti che ti riguardano, o che riguardano altri e che conosci di persona. Scrivi in italiano: la dichiarazione è in italiano.',
  recipient: 'A chi la consegni',
  optional: 'facoltativo',
  submit: 'Prepara il PDF da firmare',
  kept: 'Non conserviamo quello che scrivi qui né il PDF.',
  problems: {
    statements: 'Scegli almeno una cosa da dichiarare, o scrivi un fatto.',
    document: 'Scegli un documento.',
    document_number: 'Scrivi il numero: da 5 a 20 lettere e cifre, senza segni.',
    document_issuer: 'Scrivi chi l’ha rilasciato in al massimo 100 caratteri.',
    facts: 'Scrivi al massimo 2.000 caratteri.',
    recipient: 'Scrivi al massimo 200 caratteri.',
  },
  refusals: {
    no_record:
      'Non abbiamo trovato la tua scheda nell’anagrafe, quindi non possiamo compilare la dichiarazione. Puoi scriverla a mano, oppure chiedere al tuo comune o al tuo consolato di controllare la scheda.',
    minor:
      'Per chi non ha ancora 18 anni la dichiarazione la fa un genitore o il tutore, con i propri dati (art. 5 DPR 445/2000).',
    barred:
      'Dalla tua scheda la dichiarazione spetta al tutore, con i propri dati (art. 5 DPR 445/2000). Se non è così, scrivi al tuo comune.',
    no_longer_enrolled:
      'La tua scheda nell’anagrafe è chiusa, quindi non possiamo usarne i dati. Chiedi al comune che la teneva.',
  } satisfies Record<SelfCertificationRefusal['code'], string>,
  paper: { title: '', lines: [] as readonly string[] },
};
