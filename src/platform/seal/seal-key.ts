/**
 * A key that seals (chiave di sigillo): a file here, a hardware module in an installation that has one. The rest of the
 * program never sees the private part.
 */
export interface SealKey {
  /** The certificate of the key first, then those above it (DER). */
  readonly chain: readonly Uint8Array[];
  /** ECDSA over the SHA-256 of these bytes, as DER (CKM_ECDSA_SHA256 of a PKCS #11 module). */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}
