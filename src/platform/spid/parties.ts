import type { SigningKey } from './sign.ts';

/** The service provider (fornitore di servizi): this installation, as identity providers know it. */
export interface ServiceProvider {
  readonly entityId: string;
  readonly key: SigningKey;
  readonly consumerUrl: string;
  readonly logoutUrl: string;
  readonly organization: {
    readonly name: string;
    readonly url: string;
    /** Code in the index of public administrations (codice IPA). */
    readonly ipaCode: string;
    readonly email: string;
    readonly telephone: string;
  };
}

/** An identity provider (gestore di identità digitale), as its metadata describes it. */
export interface IdentityProvider {
  readonly entityId: string;
  readonly name: string;
  /** PEM; several while it changes its key. */
  readonly certificates: readonly string[];
  readonly signOn: { readonly post: string | undefined; readonly redirect: string | undefined };
  readonly logout:
    | { readonly binding: 'post' | 'redirect'; readonly url: string; readonly answerUrl: string }
    | undefined;
}
