import { bySex, joined, type PrintedTexts, same } from './texts.ts';

export const printedDe: PrintedTexts = {
  titles: {
    residence: 'Wohnsitzbescheinigung',
    family_status: 'Familienbogen',
    birth: 'Meldeamtliche Geburtsbescheinigung',
    marriage: 'Meldeamtliche Eheschließungsbescheinigung',
    civil_union: 'Meldeamtliche Bescheinigung über die eingetragene Lebenspartnerschaft',
    cohabitation_contract: 'Bescheinigung über den Vertrag des Zusammenlebens',
    citizenship: 'Bescheinigung über die italienische Staatsbürgerschaft',
    existence: 'Lebensbescheinigung',
    civil_status: 'Zivilstandsbescheinigung',
    free_status: 'Ledigkeitsbescheinigung',
    family_and_civil_status: 'Familienbogen mit Zivilstand',
    family_relationships: 'Familienbogen mit Verwandtschaftsverhältnissen',
    facility_residence: 'Bescheinigung über den Wohnsitz in einer Gemeinschaft',
    aire_residence: 'AIRE-Wohnsitzbescheinigung',
    aire_family_status: 'AIRE-Familienbogen',
    political_rights: 'Bescheinigung über den Besitz der politischen Rechte',
    electoral_roll: 'Bescheinigung über die Eintragung in die Wählerlisten',
  },
  cumulative: 'Sammelbescheinigung',
  personLabels: { name: 'Familienname und Vorname', born: 'Geburtsort und -datum', taxCode: 'Steuernummer' },
  day: (year, month, day) =>
    day !== undefined
      ? `${day}.${month}.${year}`
      : month !== undefined
        ? `${month}.${year} (Tag nicht bekannt)`
        : `${year} (Tag und Monat nicht bekannt)`,
  unknown: 'nicht angegeben',
  province: (name, province) => joined(' ', name, province && `(${province})`),
  act: ({ number, part, series, year, municipality }) =>
    `Urkunde ${joined(
      ', ',
      number && `Nr. ${number}`,
      part && `Teil ${part}`,
      series && `Serie ${series}`,
      year && `Jahr ${year}`,
      municipality && `Gemeinde ${municipality}`,
    )}`,
  address: ({ street, staircase, flat, locality, postCode, town }) =>
    joined(
      ', ',
      street,
      staircase && `Stiege ${staircase}`,
      flat && `Wohnung ${flat}`,
      locality,
      joined(' ', postCode, town),
    ),
  noStreet: 'Anschrift nicht angegeben',
  residence: (_sex, town, address, since) =>
    `Ist ${since === undefined ? '' : `seit ${since} `}im Melderegister der ansässigen Bevölkerung der Gemeinde ${town} eingetragen, wohnhaft: ${address}.`,
  facility: (_sex, name, address) =>
    `Ist im Melderegister der ansässigen Bevölkerung in der Gemeinschaft „${name}“ eingetragen: ${address}.`,
  aireResidence: (_sex, municipality, address) =>
    `Ist im Register der im Ausland ansässigen Italiener (AIRE) der Gemeinde ${municipality} eingetragen und wohnhaft: ${address}.`,
  household: (address) =>
    `Die im Melderegister eingetragene Familie, wohnhaft ${address}, setzt sich zusammen aus:`,
  aireHousehold: (municipality) =>
    `Die im Register der im Ausland ansässigen Italiener (AIRE) der Gemeinde ${municipality} eingetragene Familie setzt sich zusammen aus:`,
  birth: (_sex, place, on) => `Ist am ${on} in ${place} geboren.`,
  marriage: (place, on, partner) =>
    `Hat ${joined(' ', on && `am ${on}`, place && `in ${place}`)} mit ${partner} die Ehe geschlossen.`.replace(
      '  ',
      ' ',
    ),
  marriageEnded: (on, how) =>
    `${how === 'widowed' ? 'Die Ehe ist durch den Tod des Ehegatten aufgelöst' : 'Die Ehe ist aufgelöst, oder ihre bürgerlichen Wirkungen haben aufgehört'}${
      on === undefined ? '' : `, am ${on}`
    }.`,
  union: (_sex, place, on, partner) =>
    `Lebt ${joined(' ', on && `seit ${on}`, place && `(${place})`)} mit ${partner} in eingetragener Lebenspartnerschaft.`.replace(
      '  ',
      ' ',
    ),
  contract: (on, partner, registered, municipality) =>
    `Hat am ${on} mit ${partner} einen Vertrag des Zusammenlebens geschlossen${
      registered === undefined ? '' : `, im Melderegister eingetragen am ${registered}`
    }${municipality === undefined ? '' : ` in der Gemeinde ${municipality}`}.`,
  citizenship: (sex) => `Ist ${bySex('italienischer Staatsbürger', 'italienische Staatsbürgerin')(sex)}.`,
  existence: 'Ist am Leben.',
  civilStatus: (state) => `Zivilstand: ${state}.`,
  freeStatus: (state) => `Ist ledigen Standes: ${state}.`,
  politicalRights: 'Ist im Besitz der politischen Rechte.',
  electoralRoll: (_sex, municipality, section) =>
    `Ist in die Wählerlisten der Gemeinde ${municipality} eingetragen${
      section === undefined ? '' : `, Sektion Nr. ${section}`
    }.`,
  states: {
    single: same('ledig'),
    married: same('verheiratet'),
    widowed: same('verwitwet'),
    divorced: same('geschieden'),
    civil_union: same('in eingetragener Lebenspartnerschaft'),
    union_dissolved: same('frei durch Auflösung der Lebenspartnerschaft'),
    union_ended_by_death: same('frei durch Tod des Lebenspartners'),
  },
  relations: {
    holder: same('Inhaber des Familienbogens'),
    spouse: bySex('Ehemann', 'Ehefrau'),
    civil_partner: bySex('Lebenspartner', 'Lebenspartnerin'),
    child: bySex('Sohn', 'Tochter'),
    parent: bySex('Vater', 'Mutter'),
    sibling: bySex('Bruder', 'Schwester'),
    grandchild: bySex('Enkel', 'Enkelin'),
    grandparent: bySex('Großvater', 'Großmutter'),
    child_in_law: bySex('Schwiegersohn', 'Schwiegertochter'),
    parent_in_law: bySex('Schwiegervater', 'Schwiegermutter'),
    stepchild: bySex('Stiefsohn', 'Stieftochter'),
    cohabitant: same('zusammenlebend'),
    other_relative: same('anderes Verwandtschaftsverhältnis'),
    no_longer_admitted: same('nicht angegeben'),
  },
  columns: {
    name: 'Familienname und Vorname',
    born: 'Geburtsort und -datum',
    relation: 'Verhältnis zum Inhaber',
    state: 'Zivilstand',
  },
};
