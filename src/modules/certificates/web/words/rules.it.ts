import type { RuleId } from '../../domain/blocking-rules.ts';

export interface RuleWords {
  /** What stands in the way. */
  readonly what: string;
  /** Why that keeps a certificate from being issued. */
  readonly why: string;
  /** Who removes it, and how to ask; or what to have instead. */
  readonly now: string;
}

const ask = 'Scrivi o vai all’ufficio anagrafe del comune';
const correction = `${ask} e chiedi di completare o correggere la scheda; porta l’atto che lo prova.`;

export const rulesIt: Readonly<Record<RuleId, RuleWords>> = {
  person_died: {
    what: 'La persona risulta deceduta.',
    why: 'Chi è deceduto esce dalla famiglia e dall’anagrafe: i certificati online riguardano solo chi è iscritto.',
    now: 'Per il certificato di morte, e per gli altri che riguardano questa persona, vai al comune dove viveva.',
  },
  record_struck: {
    what: 'La scheda è stata cancellata dall’anagrafe.',
    why: 'Si certifica solo ciò che risulta oggi di chi è iscritto.',
    now: `${ask} che teneva la scheda: ti dice perché è stata cancellata e come tornare iscritto.`,
  },
  record_duplicated: {
    what: 'La scheda è un doppione di un’altra.',
    why: 'Due schede della stessa persona possono dire cose diverse, e non si sa quale valga.',
    now: `${ask}: unisce le due schede, poi il certificato si può avere.`,
  },
  not_certifiable: {
    what: 'Il comune ha segnato la scheda come non certificabile.',
    why: 'Finché resta così, da questa scheda non si rilascia nessun certificato.',
    now: `${ask} e chiedi il motivo: solo il comune può toglierlo.`,
  },
  not_enrollable: {
    what: 'La scheda è segnata come non iscrivibile.',
    why: 'Chi non è iscritto in anagrafe non può avere certificati di anagrafe.',
    now: `${ask} e chiedi che cosa manca all’iscrizione.`,
  },
  record_barred: {
    what: 'La scheda è segnata come interdetta.',
    why: 'Da una scheda così non si rilasciano certificati online.',
    now: `${ask}: se la segnatura è giusta il certificato si chiede allo sportello, se è sbagliata la toglie il comune.`,
  },
  partly_certifiable: {
    what: 'Il comune ha segnato la scheda come certificabile solo in parte.',
    why: 'Restano disponibili solo residenza e stato di famiglia.',
    now: `${ask} e chiedi quale dato manca: quando è a posto, il comune toglie il limite.`,
  },
  procedure_open: {
    what: 'C’è un procedimento aperto dal comune su questa scheda.',
    why: 'Finché dura i dati possono cambiare: restano disponibili solo residenza e stato di famiglia.',
    now: `${ask} e chiedi quando si chiude il procedimento. Poi torna qui.`,
  },
  only_for_residents: {
    what: 'Questo certificato è solo per chi risiede in Italia.',
    why: 'La scheda è tra gli italiani residenti all’estero (AIRE).',
    now: 'Se ti serve la residenza o la famiglia, chiedi quelle AIRE. Per il resto chiedi al tuo consolato.',
  },
  only_for_aire: {
    what: 'Questo certificato è solo per chi è iscritto all’AIRE.',
    why: 'La scheda è tra i residenti in Italia.',
    now: 'Chiedi invece il certificato di residenza o di stato di famiglia.',
  },
  aire_born_abroad: {
    what: 'La nascita è avvenuta all’estero.',
    why: 'A chi è iscritto all’AIRE l’anagrafe certifica la nascita solo se è avvenuta in Italia.',
    now: 'Chiedi l’estratto di nascita al comune che ha trascritto l’atto, o il certificato al Paese di nascita.',
  },
  aire_before_joining: {
    what: 'L’iscrizione all’AIRE è più vecchia dell’ingresso del comune nell’anagrafe nazionale.',
    why: 'Dei fatti di prima l’anagrafe nazionale non ha i dati: restano residenza e stato di famiglia AIRE, la nascita se avvenuta in Italia e i certificati elettorali.',
    now: `${ask} di iscrizione AIRE: i registri di prima li ha lui.`,
  },
  aire_never_in_italy: {
    what: 'La persona iscritta all’AIRE non ha mai vissuto in Italia.',
    why: 'Non c’è una scheda precedente da cui certificare questo fatto.',
    now: 'Chiedi il documento al Paese dove il fatto è avvenuto, o l’estratto al comune che ha trascritto l’atto.',
  },
  aire_event_not_in_italy: {
    what: 'Il fatto non risulta avvenuto e registrato in Italia.',
    why: 'A chi è iscritto all’AIRE l’anagrafe certifica solo i fatti avvenuti e registrati in Italia prima dell’espatrio.',
    now: 'Chiedi l’estratto dell’atto al comune che lo ha trascritto, o il certificato al Paese dove è avvenuto.',
  },
  aire_event_not_before_expatriation: {
    what: 'Il fatto non risulta avvenuto prima dell’espatrio.',
    why: 'A chi è iscritto all’AIRE l’anagrafe certifica solo i fatti di prima dell’espatrio.',
    now: 'Chiedi l’estratto dell’atto al comune che lo ha registrato. Se una delle date è sbagliata, chiedi di correggerla.',
  },
  not_in_a_facility: {
    what: 'Non risulta che la persona viva in una convivenza, come una caserma, un istituto o una casa di cura.',
    why: 'Questo certificato dice la residenza in una di queste strutture. Non è il contratto di convivenza.',
    now: 'Chiedi il certificato di residenza, o quello del contratto di convivenza. Se il dato è sbagliato, rivolgiti al comune.',
  },
  civil_status_missing: {
    what: 'Nella scheda manca lo stato civile.',
    why: 'Senza quel dato non c’è che cosa certificare.',
    now: correction,
  },
  never_married: {
    what: 'Nella scheda non c’è un matrimonio.',
    why: 'Lo stato civile registrato non è di chi si è sposato.',
    now: `Se ti sei sposato, ${correction.charAt(0).toLowerCase()}${correction.slice(1)}`,
  },
  marriage_data_missing: {
    what: 'Nella scheda mancano la data, il luogo e l’atto del matrimonio.',
    why: 'Il certificato deve dire quando e dove è avvenuto.',
    now: correction,
  },
  spouse_data_missing: {
    what: 'Nella scheda mancano i dati del coniuge.',
    why: 'Il certificato deve dire con chi è avvenuto il matrimonio.',
    now: correction,
  },
  no_civil_union: {
    what: 'Nella scheda non c’è un’unione civile in corso.',
    why: 'Lo stato civile registrato non è di chi è unito civilmente.',
    now: `Se sei unito civilmente, ${correction.charAt(0).toLowerCase()}${correction.slice(1)}`,
  },
  union_data_missing: {
    what: 'Nella scheda mancano la data, il luogo e l’atto dell’unione civile.',
    why: 'Il certificato deve dire quando e dove è avvenuta.',
    now: correction,
  },
  union_partner_missing: {
    what: 'Nella scheda mancano i dati dell’altra parte dell’unione civile.',
    why: 'Il certificato deve dire con chi è avvenuta.',
    now: correction,
  },
  civil_status_data_missing: {
    what: 'Nella scheda mancano del tutto i dati del fatto da cui viene lo stato civile.',
    why: 'Lo stato civile si certifica insieme al fatto che lo prova.',
    now: correction,
  },
  not_free: {
    what: 'La persona risulta sposata o unita civilmente.',
    why: 'Lo stato libero si certifica solo a chi può sposarsi.',
    now: `Se il matrimonio o l’unione è finito, ${correction.charAt(0).toLowerCase()}${correction.slice(1)}`,
  },
  no_household: {
    what: 'La persona non risulta in nessuna famiglia anagrafica.',
    why: 'Il certificato elenca la famiglia, e qui non c’è.',
    now: `${ask} e chiedi di registrare la famiglia.`,
  },
  household_not_certifiable: {
    what: 'Il comune non ha ancora dichiarato completa la famiglia.',
    why: 'Un elenco incompleto non si può certificare.',
    now: `${ask} e chiedi di controllare i componenti della famiglia.`,
  },
  household_without_holder: {
    what: 'Nella famiglia manca l’intestatario della scheda.',
    why: 'I rapporti tra i componenti si contano a partire dall’intestatario.',
    now: `${ask} e chiedi di indicare l’intestatario della famiglia.`,
  },
  homeless: {
    what: 'La persona risulta senza fissa dimora.',
    why: 'La famiglia si certifica all’indirizzo dove abita.',
    now: `${ask}: se ora hai una casa, dichiara la residenza; altrimenti chiedi il certificato allo sportello.`,
  },
  lives_in_a_facility: {
    what: 'La persona vive in una convivenza, come una caserma, un istituto o una casa di cura.',
    why: 'Chi vive in una convivenza non ha una famiglia anagrafica propria.',
    now: 'Chiedi invece il certificato di residenza in convivenza.',
  },
  alone_in_household: {
    what: 'La famiglia è di una persona sola.',
    why: 'Non ci sono altri componenti di cui dire il rapporto o lo stato civile.',
    now: 'Chiedi invece lo stato di famiglia, o lo stato civile.',
  },
  household_not_aire: {
    what: 'La famiglia non è registrata all’AIRE.',
    why: 'Lo stato di famiglia AIRE elenca solo una famiglia iscritta all’AIRE.',
    now: `${ask} di iscrizione AIRE e chiedi di aggiornare la famiglia.`,
  },
  relation_no_longer_admitted: {
    what: 'Un componente ha con l’intestatario un legame che l’anagrafe non ammette più.',
    why: 'Quel legame, preso da vecchi registri, non si può stampare su un certificato.',
    now: `${ask} di iscrizione AIRE e chiedi di indicare il legame giusto.`,
  },
  citizenship_missing: {
    what: 'Nella scheda manca la cittadinanza.',
    why: 'Senza quel dato non c’è che cosa certificare.',
    now: correction,
  },
  citizenship_undefined: {
    what: 'La cittadinanza risulta in via di definizione, o non attribuibile.',
    why: 'Si certifica solo una cittadinanza accertata.',
    now: `${ask} e chiedi a che punto è l’accertamento.`,
  },
  several_citizenships: {
    what: 'Nella scheda ci sono più cittadinanze.',
    why: 'Il certificato online ne dice una sola.',
    now: `${ask} e chiedi il certificato allo sportello.`,
  },
  not_italian: {
    what: 'La cittadinanza registrata non è quella italiana.',
    why: 'Online si certifica solo la cittadinanza italiana.',
    now: 'Chiedi il certificato al consolato del tuo Paese; se sei diventato italiano, chiedi al comune di aggiornare la scheda.',
  },
  no_right_to_vote: {
    what: 'La persona non ha il diritto di voto: non è italiana, non ha 18 anni, o lo ha perso.',
    why: 'I certificati elettorali riguardano chi può votare.',
    now: 'Se il dato è sbagliato, rivolgiti all’ufficio elettorale del comune.',
  },
  electoral_data_missing: {
    what: 'Nella scheda mancano i dati elettorali.',
    why: 'Senza quei dati non si sa se la persona ha il diritto di voto.',
    now: 'Rivolgiti all’ufficio elettorale del comune.',
  },
  roll_being_updated: {
    what: 'L’iscrizione alle liste elettorali è in aggiornamento dopo un cambio di residenza.',
    why: 'La persona è stata tolta dalle liste del comune di prima e non è ancora in quelle del nuovo.',
    now: 'Aspetta la prossima revisione delle liste: avviene prima di ogni voto, e comunque ogni sei mesi.',
  },
  not_on_a_roll: {
    what: 'La persona non risulta iscritta in nessuna lista elettorale.',
    why: 'Il certificato dice l’iscrizione, e qui non c’è.',
    now: 'Rivolgiti all’ufficio elettorale del comune.',
  },
  no_contract: {
    what: 'Nella scheda non c’è un contratto di convivenza.',
    why: 'Il certificato riguarda il contratto registrato in anagrafe. Chi vive in una struttura chiede invece la residenza in convivenza.',
    now: 'Se hai fatto il contratto, chiedi al professionista che l’ha autenticato se lo ha mandato al comune.',
  },
  contract_date_missing: {
    what: 'Nella scheda manca la data in cui il contratto di convivenza è stato stipulato.',
    why: 'Senza la data il contratto non si può certificare.',
    now: `${ask} e chiedi di registrare la data; porta una copia del contratto.`,
  },
  contract_partner_missing: {
    what: 'Nella scheda mancano i dati dell’altro convivente.',
    why: 'Il certificato deve dire con chi è stato fatto il contratto.',
    now: correction,
  },
  not_a_party: {
    what: 'Il contratto di convivenza non è tuo.',
    why: 'Lo può chiedere solo uno dei due conviventi.',
    now: 'Fallo chiedere a uno di loro, con la sua identità digitale.',
  },
};
