import type { ConfirmationProblem, MunicipalStatus } from '../../domain/municipal-stage.ts';
import type { ComparedDatum, ComparedField } from '../../domain/registry-comparison.ts';
import type { MunicipalRefusal } from '../../use-cases/at-municipality.ts';

const days = (count: number) => (count === 1 ? '1 giorno' : `${count} giorni`);

export const municipalityIt = {
  desk: 'Scrivania',
  title: 'Pratiche dai consolati',
  lead: (office: string) =>
    `${office}: le pratiche che i consolati hanno inviato, dalla più vecchia. La persona vede chi le apre e quando.`,
  status: { new: 'Nuove', in_hand: 'In mano', decided: 'Decise' } satisfies Record<MunicipalStatus, string>,
  counted: (label: string, count: number) => `${label} (${count})`,
  statusNav: 'A che punto sono',
  search: 'Cerca',
  searchLabel: 'Nome o numero di protocollo',
  searchHint: 'Per esempio «Prova» oppure «2026/000123»',
  found: (count: number) => (count === 1 ? '1 pratica trovata' : `${count} pratiche trovate`),
  foundNothing: 'Nessuna pratica con questo nome o numero in questo comune.',
  filters: 'Filtri',
  filter: 'Filtra',
  procedure: 'Tipo di pratica',
  sender: 'Inviata da',
  all: 'Tutti',
  mine: 'Solo le mie',
  columns: {
    file: 'Pratica',
    person: 'Persona',
    sender: 'Inviata da',
    waiting: 'Aspetta da',
    officer: 'In mano a',
    decision: 'Decisione',
  },
  days,
  today: 'da oggi',
  reminded: (count: number) => (count === 1 ? '1 sollecito' : `${count} solleciti`),
  nobody: 'nessuno',
  you: 'te',
  empty: {
    new: 'Nessuna pratica nuova. Quando un consolato ne invia una, la trovi qui.',
    in_hand: 'Nessuno ha pratiche in mano. Aprine una nuova e prendila.',
    decided: 'Il comune non ha ancora deciso nessuna pratica.',
  } satisfies Record<MunicipalStatus, string>,
  next: 'Altre pratiche',
  decisions: {
    confirmed: 'confermata',
    refused: 'non confermata',
    shown_by_registry: 'chiusa da sola: l’anagrafe mostra il cambiamento',
  },
  notShownYet: 'l’anagrafe non la mostra ancora',

  protocol: 'Protocollo',
  sent: 'Arrivata al comune',
  takenSince: (when: string) => `dal ${when}`,
  nextReminder: 'Prossimo sollecito',
  take: 'Prendi in mano',
  takeOver: (name: string) => `Prendi al posto di ${name}`,
  putBack: 'Rimetti tra le nuove',
  inHandOf: (name: string) => `Ce l’ha in mano ${name}: la puoi leggere, ma decide chi l’ha in mano.`,
  takeFirst: 'Per decidere prendila in mano: così i colleghi vedono che te ne occupi tu.',
  decided: 'Il comune ha deciso questa pratica.',
  registeredOn: 'Iscrizione dal',
  act: 'Atto o protocollo del comune',
  reasons: 'Motivi',

  turn: (who: string, count: number) => `Adesso tocca a: ${who}, da ${days(count)}.`,
  turnToday: (who: string) => `Adesso tocca a: ${who}, da oggi.`,
  desks: {
    queue: (office: string) => `${office} (la pratica è in coda)`,
    office: (office: string) => office,
    person: () => 'la persona che ha fatto la domanda',
    municipality: (office: string) => `${office}, ufficio anagrafe`,
  },

  compare: 'Domanda e scheda anagrafica',
  compareLead:
    'A sinistra che cosa è stato dichiarato, a destra che cosa dice oggi la scheda. La lettura della scheda resta scritta, e la persona la vede.',
  noRecord:
    'In questo comune non c’è una scheda attiva con questo codice fiscale. Cercala per nome: può essere scritta in un altro modo, o essere di un altro comune.',
  searchRecord: 'Cerca nell’anagrafe',
  differences: (count: number) =>
    count === 0
      ? 'Nessuna differenza tra la domanda e la scheda.'
      : count === 1
        ? 'C’è 1 differenza da guardare.'
        : `Ci sono ${count} differenze da guardare.`,
  comparison: { datum: 'Dato', declared: 'Dichiarato', registered: 'In anagrafe', verdict: 'Confronto' },
  verdicts: {
    same: '✓ uguale',
    differs: '✗ diverso',
    not_recorded: '– in anagrafe manca',
    not_declared: '– non chiesto',
  } satisfies Record<ComparedField['verdict'], string>,
  data: {
    familyName: 'Cognome',
    givenName: 'Nome',
    sex: 'Sesso',
    bornOn: 'Data di nascita',
    birthPlace: 'Luogo di nascita',
    taxCode: 'Codice fiscale',
    citizenships: 'Cittadinanze',
    maritalStatus: 'Stato civile',
    country: 'Stato di residenza',
    locality: 'Località',
    street: 'Via',
    houseNumber: 'Numero',
    postCode: 'Codice postale',
  } satisfies Record<ComparedDatum, string>,
  sexes: { F: 'F', M: 'M' },
  maritalStatuses: {
    single: 'celibe o nubile',
    married: 'coniugato',
    widowed: 'vedovo',
    divorced: 'divorziato',
    civil_union: 'unito civilmente',
    union_dissolved: 'stato libero per scioglimento dell’unione',
    union_ended_by_death: 'stato libero per decesso della parte unita',
  } as Record<string, string>,
  enrolled: {
    resident: (town: string, since: string) => `Oggi: residente a ${town} dal ${since}.`,
    aire: (town: string, since: string) => `Oggi: iscritto nell’AIRE di ${town} dal ${since}.`,
  },
  enterChange: 'Registra nella scheda',
  enterHint: 'Quando la scheda mostra il cambiamento, la pratica si chiude da sola entro un minuto.',
  openRecord: 'Apri la scheda',

  answers: 'La domanda, risposta per risposta',
  entry: (one: string, number: number) => `${one} ${number}`,
  noAnswer: 'non risposto',
  documents: 'Documenti',
  noDocument: 'Nessun file.',
  otherDocuments: 'Altri documenti',
  messages: 'Messaggi',
  noMessages: 'Ancora nessun messaggio.',
  timeline: 'Che cosa è successo',

  decide: 'Decidi',
  confirm: 'Conferma l’iscrizione',
  confirmLead: 'La pratica si conclude, e la persona e il consolato lo leggono subito.',
  registeredOnLabel: 'Da quando vale l’iscrizione',
  registeredOnHint:
    'Di solito il giorno in cui la dichiarazione è arrivata al consolato (L. 470/1988, art. 6)',
  actLabel: 'Atto o numero di protocollo del comune',
  actHint: 'Per esempio «Prot. 4711/2026»',
  refuse: 'Non confermare',
  refuseLead:
    'La pratica torna allo stesso operatore del consolato. I motivi li leggono l’operatore e la persona.',
  reasonsLabel: 'Perché non si può confermare',
  textLabel: 'Spiegazione',
  textHint: 'Che cosa manca o non torna, e che cosa deve fare la persona o il consolato.',
  write: 'Scrivi al consolato',
  writeLabel: 'Messaggio',
  writeHint: 'Lo leggono solo i due uffici. La persona vede che vi siete scritti, non che cosa.',
  writeSubmit: 'Invia al consolato',

  done: {
    take: 'La pratica è in mano a te.',
    put_back: 'La pratica è di nuovo tra le nuove.',
    confirm: 'Confermata: la pratica è conclusa. Il consolato e la persona lo sanno.',
    refuse: 'La pratica è tornata al consolato con i motivi.',
    write: 'Il messaggio è al consolato.',
  },
  refusals: {
    no_such_case_file: 'Questa pratica non è del tuo comune.',
    not_now: 'Non è più possibile: la pratica non è più in attesa del comune. Qui sotto vedi com’è adesso.',
    take_first: 'Prima prendi in mano la pratica, poi decidi. Quello che hai scritto è ancora qui.',
    in_hand_of_colleague:
      'La pratica è in mano a un collega. Se è assente, prendila al suo posto. Quello che hai scritto è ancora qui.',
    confirmation_incomplete: 'Mancano dati per confermare: guarda i campi segnati.',
    no_reasons: 'Scegli almeno un motivo.',
    no_text: 'Scrivi la spiegazione: la legge chi deve rimediare.',
    text_too_long: 'Il testo è troppo lungo: al massimo 2000 caratteri.',
    key_reused: 'Questo modulo è già stato inviato con altri dati. Ricarica la pagina e compilalo di nuovo.',
  } satisfies Record<Exclude<MunicipalRefusal['code'], 'changed_meanwhile'> | 'key_reused', string>,
  changedMeanwhile: (what: string, when: string) =>
    `Intanto la pratica è cambiata: ${what} (${when}). Quello che hai scritto è ancora qui: controlla e invia di nuovo.`,
  changedSomehow:
    'Intanto la pratica è cambiata. Quello che hai scritto è ancora qui: controlla e invia di nuovo.',
  problems: {
    not_a_date: 'Scrivi una data che esiste.',
    in_the_future: 'Il giorno è nel futuro: scrivi da quando vale l’iscrizione.',
    before_the_law: 'Il giorno è prima del 22 novembre 1988, quando l’AIRE non c’era.',
    no_act: 'Scrivi l’atto o il numero di protocollo con cui il comune ha iscritto la persona.',
  } satisfies Record<ConfirmationProblem, string>,
};
