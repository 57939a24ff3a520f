import { SignedXml } from 'xml-crypto';
import type { StampAuthority } from './authority.ts';

export interface StampContent {
  readonly iubd: string;
  readonly boughtAt: Temporal.Instant;
  readonly amountCents: number;
  readonly documentHash: string;
}

const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
const provider = { fiscalCode: '00000000019', name: 'Banca Esempio FAC-SIMILE' };

/** A digital stamp after the Revenue Agency's schema, signed by the provider that sold it. */
export function signStamp(
  { iubd, boughtAt, amountCents, documentHash }: StampContent,
  { signerCertificate, signerKey }: StampAuthority,
): string {
  const moment = boughtAt
    .toZonedDateTimeISO('Europe/Rome')
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
  const xml = [
    '<marcaDaBollo xmlns="http://www.agenziaentrate.gov.it/2014/MarcaDaBollo">',
    `<PSP><CodiceFiscale>${provider.fiscalCode}</CodiceFiscale><Denominazione>${provider.name}</Denominazione></PSP>`,
    `<IUBD>${iubd}</IUBD><OraAcquisto>${moment}</OraAcquisto>`,
    `<Importo>${(amountCents / 100).toFixed(2)}</Importo><TipoBollo>01</TipoBollo>`,
    `<ImprontaDocumento><DigestMethod Algorithm="${sha256}"/>`,
    `<ds:DigestValue xmlns:ds="http://www.w3.org/2000/09/xmldsig#">${documentHash}</ds:DigestValue></ImprontaDocumento>`,
    '</marcaDaBollo>',
  ].join('');
  const signing = new SignedXml({
    privateKey: signerKey,
    publicCert: signerCertificate,
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
    getKeyInfoContent: SignedXml.getKeyInfoContent,
  });
  signing.addReference({
    xpath: '/*',
    isEmptyUri: true,
    uri: '',
    digestAlgorithm: sha256,
    transforms: [
      'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
      'http://www.w3.org/2001/10/xml-exc-c14n#',
    ],
  });
  signing.computeSignature(xml, { prefix: 'ds', location: { reference: '/*', action: 'append' } });
  return `<?xml version="1.0" encoding="UTF-8"?>${signing.getSignedXml()}`;
}
