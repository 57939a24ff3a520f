import { text } from '../rules/rule.ts';

/** The documents by name. */
export const documentNames = {
  passport: text([
    'Passaporto valido e fotocopia della pagina con foto e firma; con più cittadinanze, tutti i passaporti',
    'Valid passport and a photocopy of the page with photo and signature; with several citizenships, every passport',
  ]),
  naturalisations: text([
    'Certificato di naturalizzazione per ogni altra cittadinanza acquistata',
    'Certificate of naturalisation for every other citizenship acquired',
  ]),
  proof_of_residence: text([
    'Prova di residenza nella circoscrizione (per esempio bollette, imposte locali)',
    'Proof of residence in the district (for example utility bills, local tax)',
  ]),
  marriage_record: text(['Atto di matrimonio o di unione civile', 'Marriage or civil-union record']),
  marriage_extract_italy: text([
    'Estratto dell’atto di matrimonio o unione dal Comune italiano in cui è trascritto',
    'Extract of the marriage or union record from the Italian Comune where it is transcribed',
  ]),
  end_of_union: text([
    'Sentenza o atto che ha sciolto il matrimonio o l’unione',
    'Judgment or record that ended the marriage or union',
  ]),
  spouse_copies: text([
    'Copia semplice del passaporto e dell’atto di nascita del coniuge o ex coniuge',
    'Simple copy of the passport and birth certificate of the current or former spouse',
  ]),
  death_record: text(['Atto di morte', 'Death record']),
  minor_children: text([
    'Facoltativo: atti di nascita dei figli minorenni',
    'Optional: birth certificates of the minor children',
  ]),
  history_uk: text([
    'Due certificati sulla cittadinanza britannica: naturalizzazione o mancata naturalizzazione, con tutti i nomi usati',
    'Two certificates of British citizenship history: naturalisation or no naturalisation, with every name used',
  ]),
  non_naturalisation: text([
    'Dichiarazione di non naturalizzazione con tutte le varianti del nome',
    'Declaration of non-naturalisation with every variant of the name',
  ]),
  baptism: text([
    'Se nato prima dello stato civile: atto di battesimo e lettera del Comune',
    'If born before the civil register: baptism certificate and letter of the Comune',
  ]),
  other_evidence: text([
    'Altri documenti utili: passaporti, documenti di immigrazione, stati di famiglia',
    'Other useful documents: passports, immigration records, family certificates',
  ]),
  citizenship_with_date: text([
    'Certificato di cittadinanza italiana con la data di acquisto, dal Comune',
    'Certificate of Italian citizenship with the date of acquisition, from the Comune',
  ]),
  historical_residence: text([
    'Certificato storico di residenza, dal Comune',
    'Historical residence certificate, from the Comune',
  ]),
  historical_citizenship: text(['Certificato storico di cittadinanza', 'Historical citizenship certificate']),
  italian_identity: text([
    'Fotocopia del passaporto o documento d’identità italiano',
    'Photocopy of the Italian passport or identity document',
  ]),
  right_to_live: text([
    '“Share code” che prova il diritto di vivere nel Regno Unito',
    'Share code proving the right to live in the United Kingdom',
  ]),
  envelope: text([
    'Busta Special Delivery preaffrancata fino a 100 g, con il tuo indirizzo',
    'Special Delivery envelope prepaid up to 100 g, with your address',
  ]),
  transcription_of_union: text([
    'Richiesta di trascrizione in Italia del matrimonio o dell’unione dei genitori',
    'Request to transcribe the parents’ marriage or union in Italy',
  ]),
  recognition_deed: text(['Atto di riconoscimento davanti a notaio', 'Deed of recognition before a notary']),
  criminal_record: text(['Certificato penale', 'Criminal record']),
  criminal_record_uk: text(['ACRO Police Certificate', 'ACRO Police Certificate']),
  contribution_receipt: text(['Ricevuta del contributo di 250 €', 'Receipt of the €250 contribution']),
  identity: text(['Documento d’identità valido', 'Valid identity document']),
  language: text([
    'Certificato di italiano almeno B1, o prova dell’esonero',
    'Italian certificate of at least B1, or proof of the exemption',
  ]),
  full_marriage_record: text([
    'Atto integrale di matrimonio dal Comune italiano e atto estero, successivi al decreto',
    'Full marriage record from the Italian Comune and the foreign record, dated after the decree',
  ]),
  declaration_of_will: text([
    'Modulo “Dichiarazione di volontà” completo in ogni parte',
    '“Declaration of Will” form, completed in every part',
  ]),
  identity_family: text(['Documento d’identità', 'Identity document']),
  proof_of_loss: text([
    'Prova della causa e della data della perdita (per esempio certificato di naturalizzazione)',
    'Proof of the cause and date of the loss (for example a certificate of naturalisation)',
  ]),
  birth_extract: text([
    'Estratto dell’atto di nascita dal Comune italiano',
    'Birth extract from the Italian Comune',
  ]),
  foreign_identity: text([
    'Passaporto o documento che prova l’altra cittadinanza',
    'Passport or document proving the other citizenship',
  ]),
  italian_documents: text([
    'Passaporto e carta d’identità italiani: saranno annullati',
    'Italian passport and identity card: they will be cancelled',
  ]),
  british_naturalisation: text([
    'Certificato di naturalizzazione britannico, o copia autenticata da un notaio con apostille',
    'British naturalisation certificate, or a copy certified by a notary with apostille',
  ]),
} as const;

export const documentNotes = {
  uk_divorce: text([
    'I divorzi del Regno Unito seguono regole proprie: chiedi all’ufficio.',
    'United Kingdom divorces follow rules of their own: ask the office.',
  ]),
  italian_extract: text([
    'Se l’atto è già registrato in Italia serve anche l’estratto del Comune. Nessuna discordanza di nomi, date o luoghi.',
    'If the record is already registered in Italy the Comune’s extract is needed too. No discrepancy of names, dates or places.',
  ]),
  informants: text([
    'Genitori non sposati: entrambi devono essere dichiaranti nell’atto, altrimenti serve un riconoscimento.',
    'Unmarried parents: both must be informants on the record, otherwise a recognition is needed.',
  ]),
  translation_there: text([
    'Anche la traduzione può avere bisogno di apostille o di conformità: lo dice la sede italiana del Paese che rilascia.',
    'The translation may itself need an apostille or a declaration of conformity: the Italian post of the issuing country says.',
  ]),
  eu_self: text([
    'I cittadini UE possono autocertificare (d.P.R. 445/2000). Meglio se rilasciato da non oltre sei mesi.',
    'EU citizens may self-certify (d.P.R. 445/2000). Preferably issued in the last six months.',
  ]),
  not_latin: text([
    'Se non è in caratteri latini serve la traduzione.',
    'If it is not in Latin characters, a translation is needed.',
  ]),
  uk_notary: text([
    'Davanti a un notaio del Regno Unito: apostille e traduzione.',
    'Before a notary in the United Kingdom: apostille and translation.',
  ]),
} as const;
