import { binding, longestList, ns } from './names.ts';
import type { IdentityProvider } from './parties.ts';
import { pemOf } from './sign.ts';
import { attributeOf, childrenNamed, everyElement, isNamed, onlyChild, parseXml, textOf } from './xml.ts';

/** Reads the metadata of one identity provider, or of all in one file; what is no identity provider is left out. */
export function parseProviders(xml: string): IdentityProvider[] {
  const root = parseXml(xml, longestList);
  return everyElement(root)
    .filter((each) => isNamed(each, ns.metadata, 'EntityDescriptor'))
    .flatMap((entity) => readProvider(entity) ?? []);
}

function readProvider(entity: Element): IdentityProvider | undefined {
  const role = onlyChild(entity, ns.metadata, 'IDPSSODescriptor');
  const entityId = attributeOf(entity, 'entityID');
  if (role === undefined || !entityId) return undefined;
  const certificates = childrenNamed(role, ns.metadata, 'KeyDescriptor')
    .filter((key) => (attributeOf(key, 'use') ?? 'signing') === 'signing')
    .flatMap(everyElement)
    .filter((each) => isNamed(each, ns.signature, 'X509Certificate'))
    .map((each) => pemOf(textOf(each)));
  const endpoint = (service: string, by: string) =>
    childrenNamed(role, ns.metadata, service).find((each) => attributeOf(each, 'Binding') === by);
  const address = (service: string, by: string) => attributeOf(endpoint(service, by), 'Location');
  const signOn = {
    post: address('SingleSignOnService', binding.post),
    redirect: address('SingleSignOnService', binding.redirect),
  };
  if (certificates.length === 0 || (signOn.post ?? signOn.redirect) === undefined) return undefined;
  const logout = (['redirect', 'post'] as const).flatMap((by) => {
    const found = endpoint('SingleLogoutService', binding[by]);
    const url = attributeOf(found, 'Location');
    return url === undefined
      ? []
      : [{ binding: by, url, answerUrl: attributeOf(found, 'ResponseLocation') ?? url }];
  })[0];
  return { entityId, name: nameOf(entity) ?? entityId, certificates, signOn, logout };
}

function nameOf(entity: Element): string | undefined {
  const organization = onlyChild(entity, ns.metadata, 'Organization');
  if (organization === undefined) return undefined;
  const names = ['OrganizationDisplayName', 'OrganizationName'].flatMap((name) =>
    childrenNamed(organization, ns.metadata, name),
  );
  return names.map(textOf).find((name) => name !== '');
}
