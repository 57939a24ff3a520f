/** Namespaces and fixed words of SAML 2 and of the technical rules of SPID. */
export const ns = {
  protocol: 'urn:oasis:names:tc:SAML:2.0:protocol',
  assertion: 'urn:oasis:names:tc:SAML:2.0:assertion',
  metadata: 'urn:oasis:names:tc:SAML:2.0:metadata',
  signature: 'http://www.w3.org/2000/09/xmldsig#',
  spid: 'https://spid.gov.it/saml-extensions',
} as const;

export const binding = {
  post: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
  redirect: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect',
} as const;

export const format = {
  entity: 'urn:oasis:names:tc:SAML:2.0:nameid-format:entity',
  transient: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
} as const;

export const status = {
  success: 'urn:oasis:names:tc:SAML:2.0:status:Success',
  requester: 'urn:oasis:names:tc:SAML:2.0:status:Requester',
  responder: 'urn:oasis:names:tc:SAML:2.0:status:Responder',
  partialLogout: 'urn:oasis:names:tc:SAML:2.0:status:PartialLogout',
} as const;

export const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';

/** How surely a digital identity is proven (livelli di sicurezza SPID). */
export type SpidLevel = 1 | 2 | 3;
export const levelUri = (level: SpidLevel): string => `https://www.spid.gov.it/SpidL${level}`;
export function parseLevel(uri: string): SpidLevel | undefined {
  const found = /^https:\/\/www\.spid\.gov\.it\/SpidL([123])$/.exec(uri)?.[1];
  return found === undefined ? undefined : (Number(found) as SpidLevel);
}

/** What is asked of a digital identity: who somebody is, and no more. */
export const requestedAttributes = ['name', 'familyName', 'fiscalNumber', 'dateOfBirth'] as const;

/** How far two clocks may stand apart. */
export const clockSkew = { seconds: 10 } as const;

/** A message longer than this is not looked at (characters). */
export const longestMessage = 120_000;
/** The list of all providers may be longer. */
export const longestList = 5_000_000;
