import { bySex, joined, type PrintedTexts, same } from './texts.ts';

export const printedSl: PrintedTexts = {
  titles: {
    residence: 'Potrdilo o stalnem prebivališču',
    family_status: 'Potrdilo o družinskem stanju',
    birth: 'Matično potrdilo o rojstvu',
    marriage: 'Matično potrdilo o zakonski zvezi',
    civil_union: 'Matično potrdilo o civilni zvezi',
    cohabitation_contract: 'Potrdilo o pogodbi o skupnem življenju',
    citizenship: 'Potrdilo o italijanskem državljanstvu',
    existence: 'Potrdilo o življenju',
    civil_status: 'Potrdilo o osebnem stanu',
    free_status: 'Potrdilo o samskem stanu',
    family_and_civil_status: 'Potrdilo o družinskem stanju in osebnem stanu',
    family_relationships: 'Potrdilo o družinskem stanju s sorodstvenimi razmerji',
    facility_residence: 'Potrdilo o stalnem prebivališču v skupnosti',
    aire_residence: 'Potrdilo o prebivališču AIRE',
    aire_family_status: 'Potrdilo o družinskem stanju AIRE',
    political_rights: 'Potrdilo o uživanju političnih pravic',
    electoral_roll: 'Potrdilo o vpisu v volilni imenik',
  },
  cumulative: 'Skupno potrdilo',
  personLabels: { name: 'Priimek in ime', born: 'Kraj in datum rojstva', taxCode: 'Davčna številka' },
  day: (year, month, day) =>
    day !== undefined
      ? `${day}. ${month}. ${year}`
      : month !== undefined
        ? `${month}. ${year} (dan ni znan)`
        : `${year} (dan in mesec nista znana)`,
  unknown: 'ni navedeno',
  province: (name, province) => joined(' ', name, province && `(${province})`),
  act: ({ number, part, series, year, municipality }) =>
    `Listina ${joined(
      ', ',
      number && `št. ${number}`,
      part && `del ${part}`,
      series && `serija ${series}`,
      year && `leto ${year}`,
      municipality && `občina ${municipality}`,
    )}`,
  address: ({ street, staircase, flat, locality, postCode, town }) =>
    joined(
      ', ',
      street,
      staircase && `stopnišče ${staircase}`,
      flat && `stanovanje ${flat}`,
      locality,
      joined(' ', postCode, town),
    ),
  noStreet: 'naslov ni naveden',
  residence: (sex, town, address, since) =>
    `Je ${since === undefined ? '' : `od ${since} `}${bySex('vpisan', 'vpisana')(sex)} v register stalnega prebivalstva občine ${town}, z bivališčem: ${address}.`,
  facility: (sex, name, address) =>
    `Je ${bySex('vpisan', 'vpisana')(sex)} v register stalnega prebivalstva v skupnosti „${name}“: ${address}.`,
  aireResidence: (sex, municipality, address) =>
    `Je ${bySex('vpisan', 'vpisana')(sex)} v register italijanskih državljanov v tujini (AIRE) občine ${municipality} in prebiva: ${address}.`,
  household: (address) => `Družino, vpisano v register prebivalstva, z bivališčem ${address}, sestavljajo:`,
  aireHousehold: (municipality) =>
    `Družino, vpisano v register italijanskih državljanov v tujini (AIRE) občine ${municipality}, sestavljajo:`,
  birth: (sex, place, on) => `Je ${bySex('rojen', 'rojena')(sex)} dne ${on}, kraj: ${place}.`,
  marriage: (place, on, partner) =>
    `Je ${joined(', ', on && `dne ${on}`, place && `kraj: ${place}`)}${on || place ? ', ' : ''}sklenil(a) zakonsko zvezo z osebo ${partner}.`,
  marriageEnded: (on, how) =>
    `${how === 'widowed' ? 'Zakonska zveza je prenehala s smrtjo zakonca' : 'Zakonska zveza je razvezana ali so prenehali njeni civilni učinki'}${
      on === undefined ? '' : `, dne ${on}`
    }.`,
  union: (_sex, place, on, partner) =>
    `Je ${joined(', ', on && `od ${on}`, place && `kraj: ${place}`)}${on || place ? ', ' : ''}v civilni zvezi z osebo ${partner}.`,
  contract: (on, partner, registered, municipality) =>
    `Je dne ${on} z osebo ${partner} sklenil(a) pogodbo o skupnem življenju${
      registered === undefined ? '' : `, vpisano v register dne ${registered}`
    }${municipality === undefined ? '' : ` v občini ${municipality}`}.`,
  citizenship: (sex) => `Je ${bySex('italijanski državljan', 'italijanska državljanka')(sex)}.`,
  existence: 'Je pri življenju.',
  civilStatus: (state) => `Osebni stan: ${state}.`,
  freeStatus: (state) => `Ni v zakonski ali civilni zvezi: ${state}.`,
  politicalRights: 'Uživa politične pravice.',
  electoralRoll: (sex, municipality, section) =>
    `Je ${bySex('vpisan', 'vpisana')(sex)} v volilni imenik občine ${municipality}${
      section === undefined ? '' : `, volišče št. ${section}`
    }.`,
  states: {
    single: bySex('samski', 'samska'),
    married: bySex('poročen', 'poročena'),
    widowed: bySex('vdovec', 'vdova'),
    divorced: bySex('razvezan', 'razvezana'),
    civil_union: same('v civilni zvezi'),
    union_dissolved: same('prost stan po prenehanju civilne zveze'),
    union_ended_by_death: same('prost stan zaradi smrti partnerja v civilni zvezi'),
  },
  relations: {
    holder: same('nosilec družinskega lista'),
    spouse: bySex('mož', 'žena'),
    civil_partner: bySex('partner v civilni zvezi', 'partnerka v civilni zvezi'),
    child: bySex('sin', 'hči'),
    parent: bySex('oče', 'mati'),
    sibling: bySex('brat', 'sestra'),
    grandchild: bySex('vnuk', 'vnukinja'),
    grandparent: bySex('ded', 'babica'),
    child_in_law: bySex('zet', 'snaha'),
    parent_in_law: bySex('tast', 'tašča'),
    stepchild: bySex('pastorek', 'pastorka'),
    cohabitant: same('sostanovalec'),
    other_relative: same('drugo sorodstveno razmerje'),
    no_longer_admitted: same('ni navedeno'),
  },
  columns: {
    name: 'Priimek in ime',
    born: 'Kraj in datum rojstva',
    relation: 'Razmerje do nosilca',
    state: 'Osebni stan',
  },
};
