import { X509Certificate } from 'node:crypto';
import { html as xml } from '../web/html.ts';
import { binding, format, ns, requestedAttributes } from './names.ts';
import type { ServiceProvider } from './parties.ts';
import { signRoot } from './sign.ts';

/** The signed description of this service (metadata) that AgID registers and identity providers read. */
export function writeMetadata({
  entityId,
  key,
  consumerUrl,
  logoutUrl,
  organization,
}: ServiceProvider): string {
  const certificate = new X509Certificate(key.certificate).raw.toString('base64');
  // The same text as long as the same service is described.
  const id = `_${new X509Certificate(key.certificate).fingerprint256.replaceAll(':', '').toLowerCase()}`;
  const { text } =
    xml`<md:EntityDescriptor xmlns:md="${ns.metadata}" xmlns:ds="${ns.signature}" xmlns:spid="${ns.spid}" ID="${id}" entityID="${entityId}"><md:SPSSODescriptor protocolSupportEnumeration="${ns.protocol}" AuthnRequestsSigned="true" WantAssertionsSigned="true"><md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:SingleLogoutService Binding="${binding.post}" Location="${logoutUrl}"/><md:SingleLogoutService Binding="${binding.redirect}" Location="${logoutUrl}"/><md:NameIDFormat>${format.transient}</md:NameIDFormat><md:AssertionConsumerService Binding="${binding.post}" Location="${consumerUrl}" index="0" isDefault="true"/><md:AttributeConsumingService index="0"><md:ServiceName xml:lang="it">${organization.name}</md:ServiceName>${requestedAttributes.map(
      (name) => xml`<md:RequestedAttribute Name="${name}"/>`,
    )}</md:AttributeConsumingService></md:SPSSODescriptor><md:Organization><md:OrganizationName xml:lang="it">${organization.name}</md:OrganizationName><md:OrganizationDisplayName xml:lang="it">${organization.name}</md:OrganizationDisplayName><md:OrganizationURL xml:lang="it">${organization.url}</md:OrganizationURL></md:Organization><md:ContactPerson contactType="other"><md:Extensions><spid:IPACode>${organization.ipaCode}</spid:IPACode><spid:Public/></md:Extensions><md:EmailAddress>${organization.email}</md:EmailAddress><md:TelephoneNumber>${organization.telephone}</md:TelephoneNumber></md:ContactPerson></md:EntityDescriptor>`;
  return `<?xml version="1.0" encoding="UTF-8"?>${signRoot(text, key, 'first')}`;
}
