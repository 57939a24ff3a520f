import { X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeAuthnRequest } from './authn-request.ts';
import { makeSigningKey } from './certificate.ts';
import { parseProviders } from './idp-metadata.ts';
import { readLogoutRequest, writeLogoutRequest, writeLogoutResponse } from './logout.ts';
import { ns } from './names.ts';
import type { IdentityProvider, ServiceProvider } from './parties.ts';
import { readRedirect, signedPart } from './sign.ts';
import { writeMetadata } from './sp-metadata.ts';
import {
  attributeOf,
  childElements,
  childrenNamed,
  everyElement,
  onlyChild,
  parseXml,
  textOf,
} from './xml.ts';

const now = Temporal.Instant.from('2026-11-24T09:00:30.5Z');
let party: ServiceProvider;
let provider: IdentityProvider;

beforeAll(async () => {
  const key = await makeSigningKey(
    {
      entityId: 'https://sportello.example',
      organization: 'Ente di prova',
      ipaCode: 'c_h501',
      locality: 'Roma',
    },
    now,
  );
  party = {
    entityId: 'https://sportello.example',
    key,
    consumerUrl: 'https://sportello.example/spid/acs',
    logoutUrl: 'https://sportello.example/spid/slo',
    organization: {
      name: 'Ente di prova',
      url: 'https://sportello.example',
      ipaCode: 'c_h501',
      email: 'spid@ente.example',
      telephone: '+390600000000',
    },
  };
  provider = {
    entityId: 'https://gestore.example',
    name: 'Gestore',
    certificates: [key.certificate],
    signOn: { post: 'https://gestore.example/sso', redirect: 'https://gestore.example/sso' },
    logout: {
      binding: 'redirect',
      url: 'https://gestore.example/slo',
      answerUrl: 'https://gestore.example/slo/answer',
    },
  };
});

describe('the metadata of this service', () => {
  test('ID-12: it is one signed description, its parts in the order of the rules', () => {
    const text = writeMetadata(party);
    const root = parseXml(text);
    expect(signedPart(text, root, [party.key.certificate])).toBeDefined();
    expect(attributeOf(root, 'entityID')).toBe('https://sportello.example');
    expect(childElements(root).map((each) => each.nodeName)).toEqual([
      'ds:Signature',
      'md:SPSSODescriptor',
      'md:Organization',
      'md:ContactPerson',
    ]);
    const role = onlyChild(root, ns.metadata, 'SPSSODescriptor') as Element;
    expect(childElements(role).map((each) => each.localName)).toEqual([
      'KeyDescriptor',
      'SingleLogoutService',
      'SingleLogoutService',
      'NameIDFormat',
      'AssertionConsumerService',
      'AttributeConsumingService',
    ]);
    expect(attributeOf(role, 'AuthnRequestsSigned')).toBe('true');
    expect(attributeOf(role, 'WantAssertionsSigned')).toBe('true');
    const [consumer] = childrenNamed(role, ns.metadata, 'AssertionConsumerService');
    expect(['index', 'isDefault', 'Location'].map((name) => attributeOf(consumer, name))).toEqual([
      '0',
      'true',
      'https://sportello.example/spid/acs',
    ]);
    const wanted = everyElement(role).filter((each) => each.localName === 'RequestedAttribute');
    expect(wanted.map((each) => attributeOf(each, 'Name'))).toEqual([
      'name',
      'familyName',
      'fiscalNumber',
      'dateOfBirth',
    ]);
  });

  test('ID-12: the contact is the public body’s, as the rules want it', () => {
    const contact = onlyChild(parseXml(writeMetadata(party)), ns.metadata, 'ContactPerson');
    expect(attributeOf(contact, 'contactType')).toBe('other');
    const parts = everyElement(contact as Element).map((each) => [each.nodeName, textOf(each)]);
    expect(parts).toEqual(
      expect.arrayContaining([
        ['spid:IPACode', 'c_h501'],
        ['spid:Public', ''],
        ['md:EmailAddress', 'spid@ente.example'],
        ['md:TelephoneNumber', '+390600000000'],
      ]),
    );
  });

  test('ID-12: its certificate names the body and the service, and bears the policies of AgID', () => {
    const certificate = new X509Certificate(party.key.certificate);
    expect(certificate.subject).toContain('CN=Ente di prova');
    expect(certificate.subject).toContain('PA:IT-c_h501');
    expect(certificate.subject).toContain('https://sportello.example');
    expect(certificate.ca).toBe(false);
    expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(3072);
    const raw = certificate.raw.toString('latin1');
    for (const policy of ['AgIDroot', 'agIDcert', 'cert_SP_Pub']) expect(raw).toContain(policy);
  });
});

describe('the request', () => {
  test('ID-12: by a form it is signed inside, right after the issuer, and asks for the second level anew', () => {
    const request = writeAuthnRequest(party, provider, { level: 2, relayState: 'handle', at: now });
    const root = parseXml(request.xml);
    expect(signedPart(request.xml, root, [party.key.certificate])).toBeDefined();
    expect(childElements(root).map((each) => each.localName)).toEqual([
      'Issuer',
      'Signature',
      'NameIDPolicy',
      'RequestedAuthnContext',
    ]);
    const attributes = Object.fromEntries(
      ['Version', 'IssueInstant', 'Destination', 'ForceAuthn', 'IsPassive'].map((name) => [
        name,
        attributeOf(root, name),
      ]),
    );
    expect(attributes).toEqual({
      Version: '2.0',
      IssueInstant: '2026-11-24T09:00:30Z',
      Destination: 'https://gestore.example/sso',
      ForceAuthn: 'true',
      IsPassive: undefined,
    });
    expect(attributeOf(onlyChild(root, ns.protocol, 'NameIDPolicy'), 'AllowCreate')).toBeUndefined();
    expect(request.carriage).toMatchObject({ by: 'form', fields: { RelayState: 'handle' } });
  });

  test('ID-12: by an address it is signed as text, with no signature inside', () => {
    const only = { ...provider, signOn: { post: undefined, redirect: 'https://gestore.example/go' } };
    const { carriage } = writeAuthnRequest(party, only, { level: 1, relayState: 'a b', at: now });
    if (carriage.by !== 'link') throw new Error('An address was expected');
    const query = carriage.url.split('?')[1] ?? '';
    const read = readRedirect('SAMLRequest', query, [party.key.certificate]);
    expect(read?.relayState).toBe('a b');
    expect(read?.xml).not.toContain('Signature');
    expect(read?.xml).not.toContain('ForceAuthn');
    expect(
      readRedirect('SAMLRequest', query.replace('RelayState=a', 'RelayState=b'), [party.key.certificate]),
    ).toBe(undefined);
    expect(readRedirect('SAMLRequest', `${query}&SAMLRequest=x`, [party.key.certificate])).toBe(undefined);
  });
});

describe('the logout', () => {
  const session = { nameId: '_a', nameQualifier: 'https://gestore.example', sessionIndex: '_s' };
  const around = () => ({
    party: { ...party, logoutUrl: 'https://gestore.example/slo' },
    provider: { ...provider, entityId: party.entityId },
    now,
  });

  test('ID-12: by a form or an address, the provider reads who is meant', () => {
    const asked = writeLogoutRequest(party, provider, session, now);
    expect(readLogoutRequest({ xml: asked?.xml ?? '', signedOutside: true }, around())).toMatchObject(
      session,
    );
    const byForm = {
      ...provider,
      logout: {
        ...provider.logout,
        binding: 'post' as const,
        url: 'https://gestore.example/slo',
        answerUrl: '',
      },
    };
    const carriage = writeLogoutRequest(party, byForm, session, now)?.carriage;
    if (carriage?.by !== 'form') throw new Error('A form was expected');
    const xml = Buffer.from(carriage.fields['SAMLRequest'] ?? '', 'base64').toString();
    expect(readLogoutRequest({ xml, signedOutside: false }, around())).toMatchObject(session);
    const touched = xml.replace('>_a<', '>_b<');
    expect(readLogoutRequest({ xml: touched, signedOutside: false }, around())).toBeUndefined();
  });

  test('ID-12: an old one is nothing, and a provider without logout gets none', () => {
    const asked = writeLogoutRequest(party, provider, session, now.subtract({ minutes: 6 }));
    expect(readLogoutRequest({ xml: asked?.xml ?? '', signedOutside: true }, around())).toBeUndefined();
    const without = { ...provider, logout: undefined };
    expect(writeLogoutRequest(party, without, session, now)).toBeUndefined();
    const answer = { inResponseTo: '_r', relayState: undefined, ended: true, at: now };
    expect(writeLogoutResponse(party, without, answer)).toBeUndefined();
  });
});

describe('the metadata of identity providers', () => {
  const entity = (id: string, inner: string) =>
    `<md:EntityDescriptor xmlns:md="${ns.metadata}" entityID="${id}">${inner}</md:EntityDescriptor>`;
  const role = () =>
    `<md:IDPSSODescriptor><md:KeyDescriptor><ds:KeyInfo xmlns:ds="${ns.signature}"><ds:X509Data><ds:X509Certificate>${new X509Certificate(party.key.certificate).raw.toString('base64')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://a.example/sso"/></md:IDPSSODescriptor>`;

  test('ID-12: one or many in a file; what is no provider is left out', () => {
    const many = `<md:EntitiesDescriptor xmlns:md="${ns.metadata}">${entity('https://a.example', role())}${entity('https://b.example', '<md:SPSSODescriptor/>')}${entity('https://c.example', role())}</md:EntitiesDescriptor>`;
    expect(parseProviders(many).map((each) => each.entityId)).toEqual([
      'https://a.example',
      'https://c.example',
    ]);
    expect(parseProviders(entity('https://a.example', role()))).toMatchObject([
      {
        name: 'https://a.example',
        signOn: { post: undefined, redirect: 'https://a.example/sso' },
        logout: undefined,
      },
    ]);
    expect(() => parseProviders('<!DOCTYPE x><x/>')).toThrow();
  });
});
