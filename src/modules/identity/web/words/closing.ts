import type { ClosingWords } from '#kernel/account-closing.ts';

/** What closing an account does to the account itself. */
export const closingWords: ClosingWords = {
  erased: {
    profile: {
      it: 'nome, data e luogo di nascita, codice fiscale, residenza',
      en: 'name, date and place of birth, tax code, residence',
    },
    contacts: {
      it: 'e-mail e cellulare: tornano liberi per una nuova registrazione',
      en: 'e-mail address and mobile number: they are free for a new registration',
    },
    contacts_barred: { it: 'e-mail e cellulare', en: 'e-mail address and mobile number' },
    delegations: {
      it: 'le deleghe che hai dato; quelle che hai ricevuto finiscono, e chi te le ha date lo sa',
      en: 'the delegations that you gave; those that you received end, and whoever gave them is told',
    },
    access: {
      it: 'password, passkey, collegamento con SPID, sessioni, token e codici',
      en: 'password, passkeys, the connection with SPID, sessions, tokens and codes',
    },
  },
  kept: {
    history: {
      it: 'il registro di quello che è successo, con numeri al posto del tuo nome',
      en: 'the record of what happened, with numbers in the place of your name',
    },
    barred_contact: {
      it: 'un’impronta cifrata dei recapiti, che restano bloccati per nuove registrazioni',
      en: 'a keyed fingerprint of the contacts, which stay barred from new registrations',
    },
    spid_register: {
      it: 'i messaggi scambiati con il gestore della tua identità SPID',
      en: 'the messages exchanged with the provider of your SPID identity',
    },
    former_office: {
      it: 'un’impronta cifrata dei tuoi recapiti con la sede a cui appartenevi',
      en: 'a keyed fingerprint of your contacts with the office that you belonged to',
    },
  },
  because: {
    accountability: {
      it: 'l’amministrazione deve poter dimostrare che cosa ha fatto (GDPR, art. 5, par. 2, e art. 17, par. 3, lett. b ed e)',
      en: 'the administration must be able to show what it did (GDPR art. 5(2) and art. 17(3)(b) and (e))',
    },
    spid_register: {
      it: 'chi offre servizi con SPID deve conservarli per 24 mesi (DPCM 24 ottobre 2014, art. 13, c. 2)',
      en: 'whoever offers services with SPID has to keep them for 24 months (DPCM of 24 October 2014, art. 13(2))',
    },
    abuse: {
      it: 'perché un abuso non si ripeta con gli stessi recapiti (GDPR, art. 6, par. 1, lett. e)',
      en: 'so that an abuse is not repeated with the same contacts (GDPR art. 6(1)(e))',
    },
    declaration_term: {
      it: 'se ti registri di nuovo, ti diciamo se dichiarare un cambio di indirizzo o un’iscrizione AIRE: il termine è di 90 giorni (L. 470/1988, art. 6)',
      en: 'if you register anew, we tell you whether to declare a change of address or an AIRE registration: the term is 90 days (Law 470/1988, art. 6)',
    },
  },
};
