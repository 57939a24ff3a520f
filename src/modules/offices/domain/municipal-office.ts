import type { Text } from '#kernel/locale.ts';
import { municipalityOfOffice, municipalOfficeId } from '#kernel/municipal-office.ts';
import { listMunicipalities, type Municipality } from './municipality.ts';

/** The registry office of a municipality (ufficio anagrafe), as an office of officials. */
export interface MunicipalOffice {
  /** `comune-` and the land-registry code, as `comune-a952`. */
  readonly id: string;
  readonly municipality: Municipality;
  readonly name: Text;
  readonly timeZone: 'Europe/Rome';
  readonly email: string;
  readonly pec: string;
  readonly phone: string;
  readonly address: string;
  /** Contacts are invented for the demonstration. */
  readonly contactsAreDemonstration: true;
}

function officeOf(municipality: Municipality): MunicipalOffice {
  const { code, name } = municipality;
  const place = code.toLowerCase();
  return {
    id: municipalOfficeId(code),
    municipality,
    name: { it: `Comune di ${name.it}`, en: `Municipality of ${name.en}` },
    timeZone: 'Europe/Rome',
    email: `anagrafe@comune-${place}.example`,
    pec: `anagrafe@pec.comune-${place}.example`,
    phone: '+39 555 0100',
    address: `Piazza dell’Esempio 1, ${name.it} (${municipality.province})`,
    contactsAreDemonstration: true,
  };
}

let loading: Promise<ReadonlyMap<string, MunicipalOffice>> | undefined;

async function load(): Promise<ReadonlyMap<string, MunicipalOffice>> {
  const all = await listMunicipalities();
  return new Map(all.map((each) => [each.code, officeOf(each)]));
}

/** The municipality with a land-registry code, where it exists today. */
export async function findMunicipality(code: string): Promise<MunicipalOffice | undefined> {
  loading ??= load();
  return (await loading).get(code.toUpperCase());
}

export async function findMunicipalOffice(officeId: string): Promise<MunicipalOffice | undefined> {
  const code = municipalityOfOffice(officeId);
  return code === undefined ? undefined : findMunicipality(code);
}
