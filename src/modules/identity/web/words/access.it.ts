import type { Means, Place } from '../../domain/browser.ts';

const browsers: Record<Place['browser'], string> = {
  firefox: 'Firefox',
  edge: 'Edge',
  opera: 'Opera',
  samsung: 'Samsung Internet',
  chrome: 'Chrome',
  safari: 'Safari',
  other: 'un altro browser',
};
const systems: Record<Place['system'], string> = {
  windows: 'Windows',
  ios: 'iPhone o iPad',
  macos: 'Mac',
  android: 'Android',
  chromeos: 'ChromeOS',
  linux: 'Linux',
  other: 'un altro sistema',
};
const means: Record<Means, string> = {
  password: 'con la password',
  passkey: 'con una passkey',
  recovery: 'con il recupero della password',
  counter: 'con il codice dello sportello',
  spid: 'con SPID',
};

export const access = {
  title: 'Passkey e dispositivi',
  officialTitle: 'Il mio accesso',
  passkeysTitle: 'Le tue passkey',
  passkeysLead:
    'Una passkey apre il tuo account con l’impronta, il viso o il codice del tuo dispositivo. Non si può indovinare né copiare, e funziona anche quando l’accesso con password è sospeso.',
  officialLead:
    'Una passkey sta al posto del codice dell’app: entri con la password e con l’impronta, il viso o il codice del tuo dispositivo. Il codice dell’app resta sempre possibile.',
  none: 'Non hai ancora passkey.',
  made: (day: string) => `Creata il ${day}.`,
  used: (day: string) => `Usata l’ultima volta il ${day}.`,
  neverUsed: 'Mai usata.',
  rename: 'Cambia nome',
  renameWhich: (label: string) => `Cambia il nome di ${label}`,
  newName: 'Nuovo nome',
  saveName: 'Salva il nome',
  remove: 'Togli',
  removeWhich: (label: string) => `Togli la passkey ${label}`,
  addTitle: 'Aggiungi una passkey',
  addLabel: 'Nome della passkey',
  addHint: 'Per riconoscerla, per esempio «Il mio telefono».',
  add: 'Crea la passkey',
  needsScript:
    'Per creare una passkey serve un browser recente con JavaScript acceso. Senza, puoi entrare con la password, con il collegamento di recupero o allo sportello.',
  needsScriptDesk:
    'Per creare una passkey serve un browser recente con JavaScript acceso. Senza, entri con la password e il codice dell’app.',
  failed:
    'Il dispositivo non ha completato la richiesta, oppure l’hai annullata. Non è cambiato nulla: riprova quando vuoi.',
  working: 'Segui le istruzioni del tuo dispositivo.',
  labelMissing: 'Scrivi un nome, al massimo 80 caratteri.',
  passkeyNotMade:
    'La passkey non è stata creata: la richiesta è scaduta, oppure il dispositivo ne ha già una. Riprova.',
  tooMany: 'Hai già 10 passkey: togline una prima di aggiungerne un’altra.',
  added: 'Passkey aggiunta.',
  saved: 'Fatto.',
  sessionsTitle: 'Dove sei collegato',
  sessionsLead: 'Se non riconosci un dispositivo, scollegalo e cambia la password.',
  where: ({ browser, system }: Place) =>
    browser === 'other' && system === 'other'
      ? 'Dispositivo non riconosciuto'
      : `${browsers[browser]} su ${systems[system]}`,
  entered: (how: Means, moment: string) => `Entrato ${means[how]} ${moment}.`,
  lastSeen: (moment: string) => `Usato l’ultima volta ${moment}.`,
  thisOne: 'questo dispositivo',
  signOutOne: 'Scollega',
  signOutWhich: (what: string) => `Scollega ${what}`,
  everywhereTitle: 'Scollega tutto il resto',
  everywhereLead: 'Chiude tutte le altre sessioni e revoca i token per l’API. Qui resti collegato.',
  forget: 'Dimentica anche i browser che conosciamo',
  forgetHint:
    'Conosciamo i browser da cui sei già entrato: da lì puoi entrare anche quando altri sbagliano la tua password. Dopo, anche da questi vale il limite di tutti.',
  signOutEverywhere: 'Scollega tutto il resto',
  signInTitle: 'Entra con una passkey',
  signInLead: 'Funziona anche quando l’accesso con password è sospeso.',
  signIn: 'Entra con una passkey',
  signInNeedsScript: 'Con JavaScript acceso puoi entrare anche con una passkey.',
  deskSignIn: 'Accedi con password e passkey',
  refused:
    'Questa passkey non apre nessun account: forse è stata tolta. Entra con la password, oppure recuperala.',
};
