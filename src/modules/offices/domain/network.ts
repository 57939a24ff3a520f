import type { CivilDate } from '#kernel/civil-date.ts';
import { africa } from './network/africa.ts';
import { americas } from './network/americas.ts';
import { asia } from './network/asia.ts';
import { europe } from './network/europe.ts';
import { oceania } from './network/oceania.ts';
import { type Office, withDemonstrationContacts } from './office.ts';

/** Where the network comes from; pages print it beside every list of offices. */
export const networkSource = {
  title: 'ANPR, tabella 40 «Consolati» e tabella 41 «Stato, territorio, consolato»',
  holder: 'Ministero dell’Interno',
  licence: 'CC BY 4.0',
  licenceUrl: 'https://creativecommons.org/licenses/by/4.0/deed.it',
  stateOn: '2016-05-31' as CivilDate,
  correctedOn: '2026-11-24' as CivilDate,
} as const;

const network: readonly Office[] = [...europe, ...americas, ...asia, ...africa, ...oceania].map(
  withDemonstrationContacts,
);
const byId = new Map(network.map((office) => [office.id, office]));

const byTerritory = new Map<string, Office[]>();
for (const office of network.filter((each) => each.standing === 'open'))
  for (const territory of new Set([office.country, ...office.covers]))
    byTerritory.set(territory, [...(byTerritory.get(territory) ?? []), office]);

export function findOffice(id: string): Office | undefined {
  return byId.get(id);
}

/** Every post of the network, the suspended ones too. */
export function listOffices(): readonly Office[] {
  return network;
}

/** The open posts in whose care a State or territory is. */
export function listOfficesFor(territory: string): readonly Office[] {
  return byTerritory.get(territory) ?? [];
}

/** An office that other code names; a wrong id is our own fault. */
export function officeNamed(id: string): Office {
  const office = byId.get(id);
  if (office === undefined) throw new Error(`No such office: ${id}`);
  return office;
}
