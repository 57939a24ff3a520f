/** The office of a municipality's officials (ufficio anagrafe), as `comune-a952`, from its code in the land registry. */
export function municipalOfficeId(code: string): string {
  return `comune-${code.toLowerCase()}`;
}

/** The land-registry code (codice Belfiore) of the municipality whose office it is, where it is one of a municipality. */
export function municipalityOfOffice(officeId: string): string | undefined {
  return /^comune-([a-z]\d{3})$/.exec(officeId)?.[1]?.toUpperCase();
}
