import { bySex, joined, type PrintedTexts, same } from './texts.ts';

export const printedIt: PrintedTexts = {
  titles: {
    residence: 'Certificato di residenza',
    family_status: 'Certificato di stato di famiglia',
    birth: 'Certificato anagrafico di nascita',
    marriage: 'Certificato anagrafico di matrimonio',
    civil_union: 'Certificato anagrafico di unione civile',
    cohabitation_contract: 'Certificato di contratto di convivenza',
    citizenship: 'Certificato di cittadinanza italiana',
    existence: 'Certificato di esistenza in vita',
    civil_status: 'Certificato di stato civile',
    free_status: 'Certificato di stato libero',
    family_and_civil_status: 'Certificato di stato di famiglia e di stato civile',
    family_relationships: 'Certificato di stato di famiglia con rapporti di parentela',
    facility_residence: 'Certificato di residenza in convivenza',
    aire_residence: 'Certificato di residenza AIRE',
    aire_family_status: 'Certificato di stato di famiglia AIRE',
    political_rights: 'Certificato di godimento dei diritti politici',
    electoral_roll: 'Certificato di iscrizione nelle liste elettorali',
  },
  cumulative: 'Certificato contestuale',
  personLabels: { name: 'Cognome e nome', born: 'Luogo e data di nascita', taxCode: 'Codice fiscale' },
  day: (year, month, day) =>
    day !== undefined
      ? `${day}/${month}/${year}`
      : month !== undefined
        ? `${month}/${year} (giorno non noto)`
        : `${year} (giorno e mese non noti)`,
  unknown: 'non indicato',
  province: (name, province) => joined(' ', name, province && `(${province})`),
  act: ({ number, part, series, year, municipality }) =>
    `Atto ${joined(
      ', ',
      number && `n. ${number}`,
      part && `parte ${part}`,
      series && `serie ${series}`,
      year && `anno ${year}`,
      municipality && `Comune di ${municipality}`,
    )}`,
  address: ({ street, staircase, flat, locality, postCode, town }) =>
    joined(
      ', ',
      street,
      staircase && `scala ${staircase}`,
      flat && `interno ${flat}`,
      locality,
      joined(' ', postCode, town),
    ),
  noStreet: 'indirizzo non indicato',
  residence: (sex, town, address, since) =>
    `È ${bySex('iscritto', 'iscritta')(sex)} nell’anagrafe della popolazione residente del Comune di ${town}${
      since === undefined ? '' : `, dal ${since}`
    }, con abitazione in ${address}.`,
  facility: (sex, name, address) =>
    `È ${bySex('iscritto', 'iscritta')(sex)} nell’anagrafe della popolazione residente nella convivenza anagrafica «${name}», in ${address}.`,
  aireResidence: (sex, municipality, address) =>
    `È ${bySex('iscritto', 'iscritta')(sex)} nell’anagrafe degli italiani residenti all’estero (AIRE) del Comune di ${municipality} e risiede in ${address}.`,
  household: (address) => `La famiglia anagrafica con abitazione in ${address} è così composta:`,
  aireHousehold: (municipality) =>
    `La famiglia iscritta nell’anagrafe degli italiani residenti all’estero (AIRE) del Comune di ${municipality} è così composta:`,
  birth: (sex, place, on) => `È ${bySex('nato', 'nata')(sex)} a ${place} il ${on}.`,
  marriage: (place, on, partner) =>
    `Ha contratto matrimonio ${joined(' ', place && `a ${place}`, on && `il ${on}`)} con ${partner}.`.replace(
      '  ',
      ' ',
    ),
  marriageEnded: (on, how) =>
    `${how === 'widowed' ? 'Il matrimonio è sciolto per la morte del coniuge' : 'Il matrimonio è sciolto o ne sono cessati gli effetti civili'}${
      on === undefined ? '' : `, il ${on}`
    }.`,
  union: (sex, place, on, partner) =>
    `È ${bySex('unito', 'unita')(sex)} civilmente ${joined(' ', place && `a ${place}`, on && `dal ${on}`)} con ${partner}.`.replace(
      '  ',
      ' ',
    ),
  contract: (on, partner, registered, municipality) =>
    `Ha stipulato il ${on} un contratto di convivenza con ${partner}${
      registered === undefined ? '' : `, registrato in anagrafe il ${registered}`
    }${municipality === undefined ? '' : ` nel Comune di ${municipality}`}.`,
  citizenship: (sex) => `È ${bySex('cittadino italiano', 'cittadina italiana')(sex)}.`,
  existence: 'È in vita.',
  civilStatus: (state) => `È di stato civile: ${state}.`,
  freeStatus: (state) => `È di stato libero: ${state}.`,
  politicalRights: 'Gode dei diritti politici.',
  electoralRoll: (sex, municipality, section) =>
    `È ${bySex('iscritto', 'iscritta')(sex)} nelle liste elettorali del Comune di ${municipality}${
      section === undefined ? '' : `, sezione n. ${section}`
    }.`,
  states: {
    single: bySex('celibe', 'nubile'),
    married: bySex('coniugato', 'coniugata'),
    widowed: bySex('vedovo', 'vedova'),
    divorced: bySex('divorziato', 'divorziata'),
    civil_union: bySex('unito civilmente', 'unita civilmente'),
    union_dissolved: same('stato libero per scioglimento dell’unione civile'),
    union_ended_by_death: same('stato libero per decesso della parte unita civilmente'),
  },
  relations: {
    holder: same('intestatario della scheda'),
    spouse: bySex('marito', 'moglie'),
    civil_partner: bySex('unito civilmente', 'unita civilmente'),
    child: bySex('figlio', 'figlia'),
    parent: bySex('padre', 'madre'),
    sibling: bySex('fratello', 'sorella'),
    grandchild: same('nipote'),
    grandparent: bySex('nonno', 'nonna'),
    child_in_law: bySex('genero', 'nuora'),
    parent_in_law: bySex('suocero', 'suocera'),
    stepchild: bySex('figliastro', 'figliastra'),
    cohabitant: same('convivente'),
    other_relative: same('altro parente'),
    no_longer_admitted: same('non indicato'),
  },
  columns: {
    name: 'Cognome e nome',
    born: 'Luogo e data di nascita',
    relation: 'Rapporto con l’intestatario',
    state: 'Stato civile',
  },
};
