import type { PasswordFault } from '../../domain/password-policy.ts';

const faults: Record<PasswordFault, (shortest: number) => string> = {
  too_short: (shortest) =>
    `La password è troppo corta: servono almeno ${shortest} caratteri. Una frase va benissimo.`,
  too_long: () => 'La password è troppo lunga: al massimo 200 caratteri.',
  common: () =>
    'Questa password usa parole che chi prova a entrare scrive per prime. Scegli parole che non c’entrano con questo servizio.',
  repeated: () =>
    'Questa password ripete sempre gli stessi caratteri: si indovina in fretta. Scegline un’altra.',
  sequence: () =>
    'Questa password segue l’alfabeto, i numeri o la tastiera: si indovina in fretta. Scegline un’altra.',
  about_you: () =>
    'Questa password contiene il tuo nome o il tuo indirizzo: chi ti conosce la indovina. Scegline un’altra.',
};

export const signIn = {
  title: 'Accedi',
  identifier: 'E-mail o cellulare',
  identifierHint: 'Il cellulare con il prefisso, per esempio +44 oppure +39.',
  password: 'Password',
  submit: 'Accedi',
  forgot: 'Password dimenticata?',
  register: 'Non hai un account? Registrati',
  welcomeBack: 'Usi il gestore di password o incolli? Va bene così.',
  refused: 'Dati errati, oppure accesso sospeso per 24 ore: vedi la tua e-mail.',
  identifierMissing: 'Scrivi la tua e-mail o il tuo cellulare.',
  passwordMissing: 'Scrivi la password.',
  unlock: {
    title: 'Sblocca questo browser',
    lead: 'Premi il pulsante nel browser con cui vuoi accedere. Poi entra con la tua password, come sempre.',
    submit: 'Sblocca questo browser',
    doneTitle: 'Browser sbloccato',
    done: 'Ora puoi accedere da qui con la tua password.',
  },
  linkExpiredTitle: 'Il collegamento non vale più',
  linkExpired: 'Vale 30 minuti e una volta sola. Se ti serve ancora, chiedine uno nuovo.',
  recovery: {
    title: 'Recupera la password',
    lead: 'Scrivi l’e-mail con cui ti sei registrato: ti mandiamo un collegamento per scegliere una nuova password.',
    submit: 'Manda il collegamento',
    sentTitle: 'Controlla la posta',
    sent: 'Se c’è un account con questo recapito, entro un minuto arriva un messaggio con il collegamento. Guarda anche nella posta indesiderata.',
    again:
      'Non arriva nulla? Controlla di aver scritto il recapito giusto e riprova: al massimo 5 messaggi al giorno.',
  },
  newPassword: {
    title: 'Scegli la nuova password',
    lead: 'Quando confermi, le sessioni aperte altrove vengono chiuse.',
    field: 'Nuova password',
    submit: 'Salva la password',
  },
  faults,
};
