import { X509Certificate } from 'node:crypto';

export type ChainFault =
  /** No way leads to an authority that we trust. */
  | 'foreign'
  /** A certificate on the way was not valid at that moment. */
  | 'expired';

const within = (certificate: X509Certificate, at: Temporal.Instant) =>
  certificate.validFromDate.getTime() <= at.epochMilliseconds &&
  at.epochMilliseconds <= certificate.validToDate.getTime();

/** Whether a certificate leads to one of the trusted roots, each link of it valid at a moment (RFC 5280, 6.1). */
export function chainFault(
  leaf: X509Certificate,
  others: readonly X509Certificate[],
  roots: readonly X509Certificate[],
  at: Temporal.Instant,
): ChainFault | undefined {
  const way: X509Certificate[] = [leaf];
  for (let depth = 0; depth < 6; depth += 1) {
    const last = way.at(-1) as X509Certificate;
    if (roots.some((root) => root.fingerprint256 === last.fingerprint256))
      return way.every((each) => within(each, at)) ? undefined : 'expired';
    const issuer = [...roots, ...others].find(
      (each) => each.ca && last.checkIssued(each) && last.verify(each.publicKey),
    );
    if (issuer === undefined) return 'foreign';
    way.push(issuer);
  }
  return 'foreign';
}

/** The certificates of a file of trusted authorities (PEM, one after the other). */
export function certificatesOf(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) => new X509Certificate(block));
}

/** The name in a certificate (commonName), as readers show it. */
export function commonNameOf(certificate: X509Certificate): string {
  return /^CN=(.+)$/m.exec(certificate.subject)?.[1] ?? certificate.subject;
}
