import type { Locale } from '#kernel/locale.ts';
import type { DistrustState, KeyKind } from '../../domain/distrust.ts';
import type { DecisionRefusal, ProposalRefusal } from '../../use-cases/distrust-key.ts';
import type { KeyStanding } from '../../use-cases/see-keys.ts';

const it = {
  title: 'Chiavi dei certificati',
  lead: 'Le chiavi che firmano i codici QR e i sigilli, e quanti documenti ancora validi hanno firmato.',
  kinds: { code_key: 'Codici QR', seal_certificate: 'Sigillo dei PDF' } satisfies Record<KeyKind, string>,
  standings: {
    next: 'Prossima',
    active: 'In uso',
    retired: 'Ritirata',
    distrusted: 'Non più affidabile',
  } satisfies Record<KeyStanding, string> as Readonly<Record<KeyStanding, string>>,
  columns: {
    kind: 'Che cosa firma',
    key: 'Chiave',
    standing: 'Stato',
    days: 'Firma dal – al',
    counting: 'Documenti validi',
  },
  distrusts: 'Chiavi tolte dalla fiducia',
  none: 'Nessuna chiave è stata tolta dalla fiducia.',
  states: {
    proposed: 'Aspetta la conferma di un altro amministratore',
    withdrawn: 'Proposta ritirata',
    running: 'In corso',
    done: 'Concluso',
  } satisfies Record<DistrustState, string> as Readonly<Record<DistrustState, string>>,
  reason: 'Motivo',
  proposed: (when: string, you: boolean) => `Proposto il ${when}${you ? ' da te' : ''}`,
  command: (when: string) => `Avviato il ${when} con il comando dell’installazione`,
  confirmed: (when: string) => `Confermato il ${when}`,
  progress: (revoked: number, told: number, again: number) =>
    `${revoked} documenti validi revocati, ${told} persone avvisate, ${again} certificati rilasciati di nuovo.`,
  confirm: 'Conferma: togli la chiave dalla fiducia',
  confirmLead:
    'Tutti i documenti firmati con questa chiave sono revocati, le persone avvisate e i certificati rilasciati di nuovo. Non si torna indietro.',
  own: 'L’hai proposto tu: la conferma spetta a un altro amministratore.',
  withdraw: 'Ritira la proposta',
  propose: 'Proponi di togliere una chiave dalla fiducia',
  proposeLead:
    'Se una chiave può essere finita in mani sbagliate. Non succede niente finché un altro amministratore non conferma.',
  key: 'Chiave',
  reasonHint: 'Che cosa è successo: resta nello storico.',
  submit: 'Proponi',
  missing: { key: 'Scegli la chiave.', reason: 'Scrivi il motivo, al massimo 500 caratteri.' },
  refusals: {
    no_such_key: 'Questa chiave non c’è: scegline una dall’elenco.',
    distrusted_already: 'Questa chiave è già stata proposta o tolta dalla fiducia: la trovi qui sotto.',
    ministry_only: 'Solo gli amministratori del ministero possono farlo.',
    key_reused:
      'Questo modulo è già stato inviato con dati diversi. Ricarica la pagina e compilalo di nuovo.',
    no_such_distrust: 'Questa proposta non c’è.',
    not_now: 'Nel frattempo la proposta è stata confermata o ritirata: qui sotto vedi come sta.',
    another_official_confirms:
      'L’hai proposto tu: per sicurezza deve confermarlo un altro amministratore. Avvisalo.',
  } satisfies Record<ProposalRefusal['code'] | DecisionRefusal['code'], string> as Readonly<
    Record<ProposalRefusal['code'] | DecisionRefusal['code'], string>
  >,
};

const en: typeof it = {
  title: 'Keys of certificates',
  lead: 'The keys that sign QR codes and seals, and how many documents that still count each has signed.',
  kinds: { code_key: 'QR codes', seal_certificate: 'Seal of PDF files' },
  standings: { next: 'Next', active: 'In use', retired: 'Retired', distrusted: 'Out of trust' },
  columns: {
    kind: 'What it signs',
    key: 'Key',
    standing: 'State',
    days: 'Signs from – to',
    counting: 'Valid documents',
  },
  distrusts: 'Keys taken out of trust',
  none: 'No key was taken out of trust.',
  states: {
    proposed: 'Waits for another administrator to confirm',
    withdrawn: 'Proposal withdrawn',
    running: 'Under way',
    done: 'Done',
  },
  reason: 'Reason',
  proposed: (when, you) => `Proposed on ${when}${you ? ' by you' : ''}`,
  command: (when) => `Begun on ${when} by the command of the installation`,
  confirmed: (when) => `Confirmed on ${when}`,
  progress: (revoked, told, again) =>
    `${revoked} valid documents revoked, ${told} people told, ${again} certificates issued again.`,
  confirm: 'Confirm: take the key out of trust',
  confirmLead:
    'Every document signed with this key is revoked, its person told and certificates are issued again. There is no way back.',
  own: 'You proposed it: another administrator has to confirm.',
  withdraw: 'Withdraw the proposal',
  propose: 'Propose to take a key out of trust',
  proposeLead: 'If a key may be in wrong hands. Nothing happens until another administrator confirms.',
  key: 'Key',
  reasonHint: 'What happened: it stays in the history.',
  submit: 'Propose',
  missing: { key: 'Choose the key.', reason: 'Write the reason, at most 500 characters.' },
  refusals: {
    no_such_key: 'There is no such key: choose one from the list.',
    distrusted_already: 'This key was proposed or taken out of trust already: you find it below.',
    ministry_only: 'Only administrators of the ministry can do this.',
    key_reused: 'This form was sent with other data before. Load the page again and fill it in anew.',
    no_such_distrust: 'There is no such proposal.',
    not_now: 'Meanwhile the proposal was confirmed or withdrawn: below you see how it stands.',
    another_official_confirms: 'You proposed it: for safety another administrator has to confirm. Tell them.',
  },
};

/** The ministry's page of the keys. */
export const keyWords: Record<Locale, typeof it> = { it, en };
