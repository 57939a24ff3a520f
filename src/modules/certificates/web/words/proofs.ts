import type { Locale } from '#kernel/locale.ts';
import type { IssueProofRefusal, ProofFact } from '../../domain/proof.ts';

const it = {
  title: 'Attestazioni mirate',
  lead: 'Dimostra un solo fatto, senza mostrare il resto: che sei maggiorenne, dove risiedi, che sei cittadino. Chi la riceve la verifica da sé, anche senza rete.',
  newTitle: 'Crea un’attestazione',
  choose: 'Che cosa deve dire',
  facts: {
    of_age: 'Sono maggiorenne (senza la data di nascita)',
    italian_citizen: 'Ho la cittadinanza italiana',
    resident_in: 'Dove risiedo (solo il comune, o il Paese se sei iscritto all’AIRE)',
    resident_since: 'Dove risiedo e da quando',
  } satisfies Record<ProofFact, string>,
  create: 'Crea l’attestazione',
  validFor: 'Vale 30 giorni. Non sostituisce un certificato quando la legge lo richiede.',
  list: 'Le tue attestazioni',
  none: 'Non hai ancora creato attestazioni.',
  until: (day: string) => `Vale fino al ${day}`,
  code: (code: string) => `Codice di verifica ${code}`,
  download: 'Scarica il PDF',
  revoke: 'Revoca',
  revokeWhich: (code: string) => `Revoca l’attestazione ${code}`,
  created: 'L’attestazione è pronta: scaricala e mandala a chi te l’ha chiesta.',
  revoked: 'L’attestazione è revocata: chi la controlla lo vede subito.',
  states: { holds: 'Valida', past_validity: 'Scaduta', withdrawn: 'Revocata', replaced: 'Sostituita' },
  refusals: {
    no_record:
      'Non abbiamo trovato la tua scheda nell’anagrafe, quindi non possiamo attestare nulla. Entra di nuovo con SPID; se non basta, scrivi al tuo comune.',
    record_closed:
      'La tua scheda ora non permette attestazioni: c’è una pratica aperta o un dato da sistemare. Guarda «I tuoi dati» e chiedi al tuo comune.',
    nothing_chosen: 'Scegli almeno un fatto da attestare.',
    not_so: 'L’anagrafe non lo conferma, quindi non possiamo scriverlo. Togli dalla scelta:',
    seal_away:
      'In questo momento non riusciamo a mettere il sigillo. La richiesta è salva: premi di nuovo il pulsante tra qualche minuto.',
    key_reused:
      'Questo modulo è già stato inviato con un’altra scelta. Ricarica la pagina e compila di nuovo.',
  } satisfies Record<IssueProofRefusal['code'], string>,
  paper: {
    title: 'Attestazione mirata',
    facSimile: 'FAC-SIMILE: documento di dimostrazione, senza alcun valore.',
    lead: (name: string) => `Secondo l’anagrafe, ${name}:`,
    issuedOn: 'Emessa il',
    validUntil: 'Vale fino al',
    check: ['Inquadra il codice, oppure vai alla pagina di verifica e scrivi questo codice:'],
    codeAlt: 'Codice QR con l’attestazione firmata',
    seal: (name: string) => `Sigillo elettronico: ${name}. Si vede nel pannello delle firme del lettore PDF.`,
    note: 'Contiene solo i fatti scelti dalla persona (Reg. (UE) 2016/679, art. 5, par. 1, lett. c)',
    sender: 'Anagrafe nazionale',
    reason: 'Attestazione mirata',
  },
};

const en: typeof it = {
  title: 'Proofs for one purpose',
  lead: 'Prove one fact without showing the rest: that you are of age, where you live, that you are a citizen. Whoever gets it checks it alone, even without a network.',
  newTitle: 'Make a proof',
  choose: 'What it shall say',
  facts: {
    of_age: 'I am of age (without the date of birth)',
    italian_citizen: 'I am an Italian citizen',
    resident_in: 'Where I live (the municipality only, or the country if you are registered abroad)',
    resident_since: 'Where I live and since when',
  },
  create: 'Make the proof',
  validFor: 'It counts for 30 days. It does not replace a certificate where the law asks for one.',
  list: 'Your proofs',
  none: 'You have not made any proofs yet.',
  until: (day) => `Counts until ${day}`,
  code: (code) => `Verification code ${code}`,
  download: 'Download the PDF',
  revoke: 'Revoke',
  revokeWhich: (code) => `Revoke the proof ${code}`,
  created: 'The proof is ready: download it and send it to whoever asked for it.',
  revoked: 'The proof is revoked: whoever checks it sees that at once.',
  states: { holds: 'Valid', past_validity: 'Expired', withdrawn: 'Revoked', replaced: 'Replaced' },
  refusals: {
    no_record:
      'We have not found your record in the registry, so we cannot attest anything. Sign in with SPID again; if that does not help, write to your municipality.',
    record_closed:
      'Your record does not allow proofs now: a procedure is open or something has to be put right. See “Your data” and ask your municipality.',
    nothing_chosen: 'Choose at least one fact.',
    not_so: 'The registry does not confirm it, so we cannot write it. Leave out:',
    seal_away:
      'We cannot put the seal at the moment. Your request is kept: press the button again in a few minutes.',
    key_reused: 'This form was already sent with another choice. Load the page again and fill it in anew.',
  },
  paper: {
    title: 'Proof for one purpose',
    facSimile: 'FAC-SIMILE: a document of the demonstration, without any value.',
    lead: (name) => `According to the registry, ${name}:`,
    issuedOn: 'Issued on',
    validUntil: 'Counts until',
    check: ['Scan the code, or go to the page for checking documents and type this code:'],
    codeAlt: 'QR code with the signed proof',
    seal: (name) => `Electronic seal: ${name}. The panel of signatures of your PDF reader shows it.`,
    note: 'Holds only the facts that the person chose (Reg. (EU) 2016/679 art. 5(1)(c))',
    sender: 'National registry',
    reason: 'Proof for one purpose',
  },
};

export const proofWords: Readonly<Record<Locale, typeof it>> = { it, en };
