import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { keptSigningKey } from '#platform/spid/certificate.ts';
import { parseProviders } from '#platform/spid/idp-metadata.ts';
import { binding, format, ns } from '#platform/spid/names.ts';
import type { IdentityProvider, ServiceProvider } from '#platform/spid/parties.ts';
import { type SigningKey, signRoot } from '#platform/spid/sign.ts';
import { html as xml } from '#platform/web/html.ts';

/** The identity provider of the demonstration, which vouches for invented people. */
export interface DemoProvider {
  readonly entityId: string;
  readonly name: string;
  readonly signOnUrl: string;
  readonly logoutUrl: string;
  key(): Promise<SigningKey>;
  /** A key of nobody, for answers that have to be refused. */
  strangeKey(): Promise<SigningKey>;
  metadata(): Promise<string>;
  /** As services read it in the metadata. */
  list(): Promise<readonly IdentityProvider[]>;
}

const name = 'Gestore di prova';

export function openDemoProvider({
  publicUrl,
  dataDir,
  now,
}: {
  publicUrl: string;
  dataDir: string;
  now: () => Temporal.Instant;
}): DemoProvider {
  const entityId = `${publicUrl}/demo/spid`;
  const named = { entityId, organization: name, ipaCode: 'gestore_di_prova', locality: 'Roma' };
  const kept = new Map<string, Promise<SigningKey>>();
  const keyIn = (folder: string) => {
    const key = kept.get(folder) ?? keptSigningKey(join(dataDir, 'spid-demo', folder), named, now());
    kept.set(folder, key);
    return key;
  };
  const provider: DemoProvider = {
    entityId,
    name,
    signOnUrl: `${entityId}/sso`,
    logoutUrl: `${entityId}/slo`,
    key: () => keyIn('provider'),
    strangeKey: () => keyIn('stranger'),
    metadata: async () => writeMetadata(provider, await provider.key()),
    list: async () => parseProviders(await provider.metadata()),
  };
  return provider;
}

function writeMetadata({ entityId, signOnUrl, logoutUrl }: DemoProvider, key: SigningKey): string {
  const certificate = new X509Certificate(key.certificate).raw.toString('base64');
  const both = (service: string, url: string) =>
    [binding.post, binding.redirect].map((by) =>
      service === 'SingleSignOnService'
        ? xml`<md:SingleSignOnService Binding="${by}" Location="${url}"/>`
        : xml`<md:SingleLogoutService Binding="${by}" Location="${url}"/>`,
    );
  const { text } =
    xml`<md:EntityDescriptor xmlns:md="${ns.metadata}" ID="_demo-provider" entityID="${entityId}"><md:IDPSSODescriptor protocolSupportEnumeration="${ns.protocol}" WantAuthnRequestsSigned="true"><md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="${ns.signature}"><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>${both('SingleLogoutService', logoutUrl)}<md:NameIDFormat>${format.transient}</md:NameIDFormat>${both('SingleSignOnService', signOnUrl)}</md:IDPSSODescriptor><md:Organization><md:OrganizationName xml:lang="it">${name}</md:OrganizationName><md:OrganizationDisplayName xml:lang="it">${name}</md:OrganizationDisplayName><md:OrganizationURL xml:lang="it">${entityId}</md:OrganizationURL></md:Organization></md:EntityDescriptor>`;
  return signRoot(text, key, 'first');
}

/** The service as this provider knows it: for the messages that go back to it. */
export function asPeer(party: ServiceProvider): IdentityProvider {
  return {
    entityId: party.entityId,
    name: party.organization.name,
    certificates: [party.key.certificate],
    signOn: { post: undefined, redirect: undefined },
    logout: { binding: 'redirect', url: party.logoutUrl, answerUrl: party.logoutUrl },
  };
}

/** This provider in the place of a party, to sign and to be addressed. */
export async function asParty(provider: DemoProvider): Promise<ServiceProvider> {
  return {
    entityId: provider.entityId,
    key: await provider.key(),
    consumerUrl: provider.signOnUrl,
    logoutUrl: provider.logoutUrl,
    organization: { name, url: provider.entityId, ipaCode: '', email: '', telephone: '' },
  };
}
