import type { Locale } from '#kernel/locale.ts';
import type { ExemptionId } from '../../domain/exemptions.ts';
import type { ElsewhereId, KindId } from '../../domain/kinds.ts';

interface Named {
  readonly name: string;
  /** What it says, in one sentence. */
  readonly says: string;
}

const it = {
  kinds: {
    residence: { name: 'Residenza', says: 'Dove abiti, e da quando.' },
    family_status: { name: 'Stato di famiglia', says: 'Chi vive con te, secondo l’anagrafe.' },
    birth: { name: 'Nascita', says: 'Quando e dove sei nato.' },
    marriage: { name: 'Matrimonio', says: 'Quando, dove e con chi ti sei sposato.' },
    civil_union: { name: 'Unione civile', says: 'Quando, dove e con chi ti sei unito civilmente.' },
    cohabitation_contract: {
      name: 'Contratto di convivenza',
      says: 'Il contratto fatto con la persona con cui convivi.',
    },
    citizenship: { name: 'Cittadinanza', says: 'Che sei cittadino italiano.' },
    existence: { name: 'Esistenza in vita', says: 'Che sei in vita; serve per esempio per una pensione.' },
    civil_status: {
      name: 'Stato civile',
      says: 'Se sei celibe o nubile, sposato, vedovo, divorziato o unito civilmente.',
    },
    free_status: { name: 'Stato libero', says: 'Che puoi sposarti o unirti civilmente.' },
    family_and_civil_status: {
      name: 'Stato di famiglia e stato civile',
      says: 'Chi vive con te, e lo stato civile di ciascuno.',
    },
    family_relationships: {
      name: 'Stato di famiglia con rapporti di parentela',
      says: 'Chi vive con te, e che legame ha con l’intestatario.',
    },
    facility_residence: {
      name: 'Residenza in convivenza',
      says: 'Che abiti in una struttura, come una caserma, un convento o una casa di cura.',
    },
    aire_residence: { name: 'Residenza AIRE', says: 'Dove abiti all’estero.' },
    aire_family_status: {
      name: 'Stato di famiglia AIRE',
      says: 'La tua famiglia iscritta tra gli italiani all’estero.',
    },
    political_rights: {
      name: 'Godimento dei diritti politici',
      says: 'Che hai il diritto di votare e di essere eletto.',
    },
    electoral_roll: {
      name: 'Iscrizione nelle liste elettorali',
      says: 'In quali liste elettorali sei iscritto.',
    },
  } satisfies Record<KindId, Named> as Readonly<Record<KindId, Named>>,
  elsewhere: {
    death: {
      name: 'Morte',
      says: 'Chi è deceduto non fa più parte della famiglia anagrafica. Chiedilo al comune dove viveva, o a quello dove è morto.',
    },
    struck_off: {
      name: 'Cancellazione anagrafica',
      says: 'Riguarda chi non è più iscritto. Chiedilo al comune che teneva la scheda.',
    },
    past_citizenship: {
      name: 'Storico di cittadinanza',
      says: 'L’anagrafe nazionale non sa nulla di prima dell’ingresso del comune. Chiedilo al comune di residenza o di iscrizione AIRE.',
    },
    past_residence: {
      name: 'Storico di residenza',
      says: 'L’anagrafe nazionale non sa nulla di prima dell’ingresso del comune. Chiedilo al comune di residenza o di iscrizione AIRE.',
    },
    residence_on_a_day: {
      name: 'Residenza a una data passata',
      says: 'Gli indirizzi di prima li hanno i registri del comune. Chiedilo al comune di residenza o di iscrizione AIRE.',
    },
  } satisfies Record<ElsewhereId, Named> as Readonly<Record<ElsewhereId, Named>>,
  exemptions: {
    non_profit: 'Lo chiede un’organizzazione senza scopo di lucro (ONLUS)',
    sports_club: 'Lo chiede una società o associazione sportiva',
    judicial: 'Serve in un processo',
    protection_of_adults:
      'Serve per la tutela di persone fragili: interdizione, inabilitazione, amministrazione di sostegno',
    adoption_and_minors: 'Serve per adozione, affidamento o tutela di minori',
    separation_or_divorce: 'Serve per una separazione o un divorzio',
    street_renamed: 'Il comune ha cambiato d’ufficio il nome della via o il numero civico',
    foreign_pension: 'Serve per una pensione estera',
  } satisfies Record<ExemptionId, string> as Readonly<Record<ExemptionId, string>>,
  languages: { it: 'Italiano', de: 'Italiano e tedesco', sl: 'Italiano e sloveno' },
};

const en: typeof it = {
  kinds: {
    residence: { name: 'Residence', says: 'Where you live, and since when.' },
    family_status: { name: 'Family status', says: 'Who lives with you, as the registry has it.' },
    birth: { name: 'Birth', says: 'When and where you were born.' },
    marriage: { name: 'Marriage', says: 'When, where and whom you married.' },
    civil_union: { name: 'Civil union', says: 'When, where and with whom you entered a civil union.' },
    cohabitation_contract: {
      name: 'Cohabitation contract',
      says: 'The contract made with the person you live with.',
    },
    citizenship: { name: 'Citizenship', says: 'That you are an Italian citizen.' },
    existence: { name: 'Existence in life', says: 'That you are alive; needed for a pension, for example.' },
    civil_status: {
      name: 'Civil status',
      says: 'Whether you are single, married, widowed, divorced or in a civil union.',
    },
    free_status: { name: 'Free status', says: 'That you may marry or enter a civil union.' },
    family_and_civil_status: {
      name: 'Family status and civil status',
      says: 'Who lives with you, and the civil status of each.',
    },
    family_relationships: {
      name: 'Family status with relationships',
      says: 'Who lives with you, and how each is related to the holder of the household.',
    },
    facility_residence: {
      name: 'Residence in a facility',
      says: 'That you live in a facility such as a barracks, a convent or a care home.',
    },
    aire_residence: { name: 'AIRE residence', says: 'Where you live abroad.' },
    aire_family_status: {
      name: 'AIRE family status',
      says: 'Your household enrolled among the Italians abroad.',
    },
    political_rights: {
      name: 'Enjoyment of political rights',
      says: 'That you have the right to vote and to be elected.',
    },
    electoral_roll: { name: 'Entry in the electoral roll', says: 'In which electoral roll you are entered.' },
  },
  elsewhere: {
    death: {
      name: 'Death',
      says: 'Whoever has died no longer belongs to the registered household. Ask the municipality where they lived, or where they died.',
    },
    struck_off: {
      name: 'Striking off the registry',
      says: 'It is about people who are no longer enrolled. Ask the municipality that kept the record.',
    },
    past_citizenship: {
      name: 'History of citizenship',
      says: 'The national registry knows nothing from before the municipality joined it. Ask the municipality of residence or of AIRE enrolment.',
    },
    past_residence: {
      name: 'History of residence',
      says: 'The national registry knows nothing from before the municipality joined it. Ask the municipality of residence or of AIRE enrolment.',
    },
    residence_on_a_day: {
      name: 'Residence on a day in the past',
      says: 'Earlier addresses are in the registers of the municipality. Ask the municipality of residence or of AIRE enrolment.',
    },
  },
  exemptions: {
    non_profit: 'A non-profit organisation (ONLUS) asks for it',
    sports_club: 'A sports club or association asks for it',
    judicial: 'It is needed in proceedings before a court',
    protection_of_adults:
      'It is needed to protect a vulnerable person: interdiction, disability, support administration',
    adoption_and_minors: 'It is needed for adoption, foster care or the protection of minors',
    separation_or_divorce: 'It is needed for a separation or a divorce',
    street_renamed: 'The municipality changed the street name or house number of its own motion',
    foreign_pension: 'It is needed for a foreign pension',
  },
  languages: { it: 'Italian', de: 'Italian and German', sl: 'Italian and Slovene' },
};

/** Names of what can be certified, of what cannot, and of the uses without stamp duty. */
export const kindWords: Record<Locale, typeof it> = { it, en };
