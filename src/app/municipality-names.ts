import { belfioreConnector } from '@marketto/belfiore-connector-embedded';

/** The name of a municipality by its land-registry code (codice catastale), also of one that is no more. */
export async function municipalityName(code: string): Promise<string | undefined> {
  const place = await belfioreConnector.findByCode(code);
  // The data set writes an apostrophe as a straight stroke.
  return place?.name.replaceAll("'", '’');
}
