import { SAML, ValidateInResponseTo } from '@node-saml/node-saml';
import type { Expected, Vouched } from './read-response.ts';

/**
 * Whether the library that others use reads the same in an answer as we do. It lets pass much that SPID forbids, and so
 * decides nothing alone; where the two do not agree on who was vouched for, nobody was.
 */
export async function isReadAlike(base64: string, expected: Expected, vouched: Vouched): Promise<boolean> {
  const saml = new SAML({
    idpCert: [...expected.certificates],
    issuer: expected.entityId,
    audience: expected.entityId,
    callbackUrl: expected.consumerUrl,
    idpIssuer: expected.providerId,
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: false,
    validateInResponseTo: ValidateInResponseTo.never,
    // It reads the machine's own clock; times are ours to judge.
    acceptedClockSkewMs: -1,
  });
  try {
    const { profile } = await saml.validatePostResponseAsync({ SAMLResponse: base64 });
    const read = profile as Record<string, unknown> | null;
    return (
      read !== null &&
      read['nameID'] === vouched.nameId &&
      read['issuer'] === expected.providerId &&
      read['inResponseTo'] === expected.requestId &&
      read['fiscalNumber'] === vouched.attributes['fiscalNumber']
    );
  } catch {
    return false;
  }
}
