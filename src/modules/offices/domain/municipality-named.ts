import { findMunicipality, type MunicipalOffice } from './municipal-office.ts';
import { officesFor } from './responsible-office.ts';

/** The one municipality that is written, by name and province or by land-registry code. */
export async function municipalityNamed(typed: string): Promise<MunicipalOffice | undefined> {
  const answer = await officesFor({ country: 'IT', place: typed });
  return answer.kind === 'italy' ? findMunicipality(answer.municipality.code) : undefined;
}
