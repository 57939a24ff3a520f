import type { ContactKind } from '../domain/account.ts';
import type { BlockReason } from '../domain/registration-block.ts';

const contact: Record<ContactKind, string> = {
  email: 'l’indirizzo e-mail',
  mobile: 'il numero di cellulare',
};

const reasons: Record<BlockReason, (kind: ContactKind) => string> = {
  contact_of_another_account: (kind) =>
    `${contact[kind]} che hai indicato appartiene già a un’altra persona registrata`,
  barred_contact: (kind) =>
    `${contact[kind]} che hai indicato è già stato bloccato in una registrazione precedente`,
  intermediary_contact: (kind) => `${contact[kind]} che hai indicato risulta usato da un intermediario`,
  closed_for_abuse: (kind) => `${contact[kind]} era di un account chiuso per uso abusivo`,
  disposable_address: () => 'l’indirizzo e-mail che hai indicato è di un servizio di indirizzi temporanei',
};

export const it = {
  code: (code: string) => ({
    subject: `${code} è il tuo codice`,
    paragraphs: [
      `Il tuo codice è ${code}.`,
      'Scrivilo nella pagina da cui lo hai chiesto. Vale 10 minuti e una volta sola.',
      'Non dare mai questo codice ad altri: chi te lo chiede ti sta imbrogliando. Se non lo hai chiesto tu, non fare nulla: senza il codice non succede niente.',
    ],
    sms: `Sportello: il tuo codice è ${code}. Vale 10 minuti. Non darlo a nessuno.`,
  }),
  strongIdentityConnected: (accessUrl: string, reentered: boolean) => ({
    subject: reentered ? 'Il tuo account è stato ripreso con SPID' : 'Il tuo account è collegato a SPID',
    paragraphs: [
      reentered
        ? 'Qualcuno con il tuo codice fiscale è rientrato nel tuo account con SPID, dichiarando di non avere più questo recapito. Le sessioni aperte, le passkey e i token sono stati chiusi.'
        : 'Da ora entri nel tuo account anche con la tua identità digitale SPID.',
      'Se eri tu, non devi fare nulla.',
      'Se non eri tu, scrivi subito alla sede competente per la tua residenza o al comune, e avvisa il gestore della tua identità SPID.',
    ],
    action: { label: 'Vedi come si entra nel tuo account', url: accessUrl },
    sms: reentered
      ? 'Sportello: qualcuno con il tuo codice fiscale è rientrato nel tuo account con SPID. Se non eri tu, avvisa subito la tua sede.'
      : 'Sportello: il tuo account è ora collegato a SPID. Se non eri tu, avvisa subito la tua sede.',
  }),
  alreadyYours: (signInUrl: string) => ({
    subject: 'Hai già un account',
    paragraphs: [
      'Qualcuno ha usato questo recapito per registrarsi o per modificare un profilo, ma il recapito è già verificato nel tuo account.',
      'Se eri tu: accedi con il tuo account. Se non ricordi la password, dalla pagina di accesso puoi sceglierne una nuova.',
      'Se non eri tu, non devi fare nulla: il tuo account non è stato toccato.',
    ],
    action: { label: 'Accedi', url: signInUrl },
    sms: 'Sportello: qualcuno ha indicato questo numero, che è già nel tuo account. Se eri tu, accedi. Se no, non fare nulla: il tuo account non è stato toccato.',
  }),
  barred: () => ({
    subject: 'Questo recapito è bloccato',
    paragraphs: [
      'Qualcuno ha usato questo recapito per registrarsi, ma una registrazione precedente con questo recapito è stata bloccata.',
      'Il motivo e il modo per contestare il blocco sono nel messaggio che ti abbiamo mandato allora. Se non lo trovi, scrivi alla sede competente per la tua residenza.',
    ],
    sms: 'Sportello: questo numero è bloccato per le registrazioni. Motivo e contestazione sono nel nostro messaggio precedente.',
  }),
  activated: (signInUrl: string) => ({
    subject: 'Il tuo account è attivo',
    paragraphs: [
      'Il codice era giusto: il tuo account è attivo.',
      'Accedi e verifica anche il secondo recapito: serve prima della prima prenotazione.',
    ],
    action: { label: 'Accedi', url: signInUrl },
    sms: `Sportello: il tuo account è attivo. Accedi: ${signInUrl}`,
  }),
  closedForAbuse: (explanation: string, contestUrl: string) => ({
    subject: 'Il tuo account è stato chiuso',
    paragraphs: [
      'Un responsabile della sede ha chiuso il tuo account per uso abusivo. I tuoi appuntamenti futuri sono annullati e con questi recapiti non è possibile registrarsi di nuovo.',
      `Motivo: ${explanation}`,
      'Se pensi che sia un errore, puoi contestare la chiusura entro 30 giorni: la sede legge la tua spiegazione e decide.',
    ],
    action: { label: 'Contesta la chiusura', url: contestUrl },
    sms: `Sportello: il tuo account è stato chiuso per uso abusivo. Per contestare, entro 30 giorni: ${contestUrl}`,
  }),
  blocked: (kind: ContactKind, reason: BlockReason, contestUrl: string) => ({
    subject: 'La tua registrazione è stata bloccata',
    paragraphs: [
      `La registrazione è stata bloccata automaticamente: ${reasons[reason](kind)}.`,
      'E-mail e cellulare devono essere solo tuoi. Con il recapito a cui ti scriviamo non è possibile registrarsi di nuovo finché dura il blocco.',
      'Se pensi che sia un errore, puoi contestarlo entro 30 giorni: un operatore della sede legge la tua spiegazione e decide.',
    ],
    action: { label: 'Contesta il blocco', url: contestUrl },
    sms: `Sportello: registrazione bloccata, ${reasons[reason](kind)}. Per contestare, entro 30 giorni: ${contestUrl}`,
  }),
  lifted: (signInUrl: string) => ({
    subject: 'Il blocco è stato tolto',
    paragraphs: [
      'Un operatore ha tolto il blocco della tua registrazione: il tuo account è attivo.',
      'Accedi e controlla i tuoi recapiti: il secondo va verificato prima della prima prenotazione.',
    ],
    action: { label: 'Accedi', url: signInUrl },
    sms: `Sportello: il blocco è stato tolto, il tuo account è attivo. Accedi: ${signInUrl}`,
  }),
  upheld: () => ({
    subject: 'Il blocco resta',
    paragraphs: [
      'Un operatore ha letto la tua contestazione e ha deciso che il blocco della registrazione resta.',
      'Se hai elementi nuovi, scrivi alla sede competente per la tua residenza.',
    ],
    sms: 'Sportello: abbiamo letto la tua contestazione, il blocco resta. Se hai elementi nuovi scrivi alla tua sede.',
  }),
  locked: (unlockUrl: string) => ({
    subject: 'Accesso sospeso per 24 ore',
    paragraphs: [
      'Qualcuno ha scritto per cinque volte una password sbagliata per il tuo account. Per proteggerti, l’accesso con password da browser che non conosciamo è sospeso per 24 ore, poi si riapre da solo.',
      'Se sei tu e vuoi entrare subito: apri il collegamento qui sotto nel browser che vuoi usare (vale 30 minuti, una volta sola), poi accedi con la tua password. Chi ha già una sessione aperta resta collegato.',
      'Se non eri tu, la tua password non è stata indovinata: non devi fare nulla.',
    ],
    action: { label: 'Sblocca questo browser', url: unlockUrl },
    sms: `Sportello: accesso sospeso per 24 ore dopo 5 password sbagliate. Per entrare subito, entro 30 minuti: ${unlockUrl}`,
  }),
  recovery: (url: string) => ({
    subject: 'Scegli una nuova password',
    paragraphs: [
      'Hai chiesto di scegliere una nuova password. Il collegamento vale 30 minuti e una volta sola.',
      'Quando la cambi, le sessioni aperte altrove vengono chiuse. Se non lo hai chiesto tu, non fare nulla: la tua password resta quella di prima.',
    ],
    action: { label: 'Scegli la nuova password', url },
    sms: `Sportello: per scegliere una nuova password, entro 30 minuti: ${url}`,
  }),
  passwordChanged: (recoveryUrl: string) => ({
    subject: 'La tua password è cambiata',
    paragraphs: [
      'La password del tuo account è stata cambiata e le altre sessioni sono state chiuse.',
      'Se non sei stato tu, scegli subito una nuova password.',
    ],
    action: { label: 'Recupera l’account', url: recoveryUrl },
    sms: `Sportello: la tua password è cambiata. Se non eri tu: ${recoveryUrl}`,
  }),
  contactChanged: (kind: ContactKind, masked: string) => ({
    subject: 'È cambiato un tuo recapito',
    paragraphs: [
      `Da ora ${contact[kind]} del tuo account è ${masked}.`,
      'Se non sei stato tu, cambia subito la password e scrivi alla tua sede.',
    ],
    sms: `Sportello: da ora ${contact[kind]} del tuo account è ${masked}. Se non eri tu, cambia la password.`,
  }),
  invited: (url: string) => ({
    subject: 'Il tuo accesso al personale di Sportello',
    paragraphs: [
      'Un amministratore ti ha dato l’accesso alla scrivania della sede.',
      'Con il collegamento qui sotto scegli la password e colleghi il telefono come secondo fattore. Vale 72 ore, una volta sola.',
    ],
    action: { label: 'Attiva l’accesso', url },
    sms: `Sportello: attiva il tuo accesso, entro 72 ore: ${url}`,
  }),
  factorReset: (url: string) => ({
    subject: 'Imposta di nuovo il tuo accesso',
    paragraphs: [
      'Un amministratore ha azzerato il tuo secondo fattore e le tue sessioni sono state chiuse.',
      'Con il collegamento qui sotto scegli una nuova password e colleghi di nuovo il telefono. Vale 72 ore, una volta sola. Se non lo hai chiesto tu, avvisa il tuo amministratore.',
    ],
    action: { label: 'Imposta l’accesso', url },
    sms: `Sportello: imposta di nuovo il tuo accesso, entro 72 ore: ${url}`,
  }),
  passkeyAdded: (label: string, accessUrl: string) => ({
    subject: 'Hai una nuova passkey',
    paragraphs: [
      `Al tuo accesso è stata aggiunta la passkey «${label}»: chi ha quel dispositivo e sa sbloccarlo entra senza password.`,
      'Se non sei stato tu, toglila subito e cambia la password.',
    ],
    action: { label: 'Controlla i tuoi accessi', url: accessUrl },
    sms: `Sportello: al tuo accesso è stata aggiunta una passkey. Se non eri tu, toglila: ${accessUrl}`,
  }),
  officeChanged: (office: string | undefined, effects: readonly string[], accountUrl: string) => ({
    subject: 'Hai cambiato sede',
    paragraphs: [
      office === undefined
        ? 'Da ora nessuna sede consolare è competente per la tua residenza.'
        : `Da ora la tua sede è ${office}.`,
      ...effects,
      'Non puoi annullare il cambio da solo. Se hai sbagliato, scrivi alla sede che hai lasciato o a quella nuova: un operatore può riportarti indietro una volta.',
    ],
    action: { label: 'Vai alla tua pagina', url: accountUrl },
    sms: `Sportello: la tua sede è cambiata. Se è uno sbaglio scrivi alla sede: ${accountUrl}`,
  }),
  officeReversed: (office: string | undefined, effects: readonly string[], accountUrl: string) => ({
    subject: 'Il cambio di sede è stato annullato',
    paragraphs: [
      'Un operatore ha annullato il tuo cambio di sede, come hai chiesto. La tua residenza è di nuovo quella di prima.',
      office === undefined
        ? 'Nessuna sede consolare è competente per la tua residenza.'
        : `La tua sede è di nuovo ${office}.`,
      ...effects,
      'Gli appuntamenti annullati con il cambio non tornano: il loro posto può essere già di altri. Se non lo hai chiesto tu, scrivi alla sede.',
    ],
    action: { label: 'Vai alla tua pagina', url: accountUrl },
    sms: `Sportello: un operatore ha annullato il tuo cambio di sede: ${accountUrl}`,
  }),
  reentryIssued: (office: string, objectionUrl: string) => ({
    subject: 'Qualcuno ha chiesto di rientrare nel tuo account',
    paragraphs: [
      `Allo sportello (${office}) una persona ha mostrato un documento con il tuo nome, ha detto di avere perso e-mail e cellulare e ha ricevuto un codice per scegliere recapiti e password nuovi.`,
      'Se eri tu, non devi fare nulla.',
      'Se non eri tu, opponiti subito: il codice non aprirà più niente.',
    ],
    action: { label: 'Non sono stato io', url: objectionUrl },
    sms: `Sportello: allo sportello hanno chiesto di rientrare nel tuo account. Se non eri tu, opponiti subito: ${objectionUrl}`,
  }),
  reentryUsed: () => ({
    subject: 'Questo recapito non è più del tuo account',
    paragraphs: [
      'Con il codice dato allo sportello sono stati scelti recapiti e password nuovi. Sessioni, passkey e token di prima sono chiusi, e questo recapito non appartiene più a nessun account.',
      'Se non sei stato tu, scrivi subito alla tua sede: troverà nel registro chi ha verificato il documento.',
    ],
    sms: 'Sportello: il tuo account ha recapiti e password nuovi, scelti con il codice dello sportello. Se non eri tu, scrivi subito alla tua sede.',
  }),
};
