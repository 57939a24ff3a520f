import type { SigningKey } from '#platform/spid/sign.ts';
import { instantText } from '#platform/spid/xml.ts';
import { type Answer, type Asked, honestAnswer, type Known, type Statement, writeAnswer } from './answers.ts';

export interface Forger {
  readonly asked: Asked;
  readonly person: Known;
  /** Whose attributes are slipped in where a forger wants to be somebody else. */
  readonly victim: Known;
  /** A key that no provider has. */
  readonly strangeKey: SigningKey;
}

/** Writes one wrong answer, which has to be refused. */
export type Forgery = (forger: Forger) => string;

/** Writes an answer in which something is changed before it is signed. */
const change =
  (alter: (answer: Answer, forger: Forger) => Partial<Answer>): Forgery =>
  (forger) => {
    const answer = honestAnswer(forger.asked, forger.person);
    return writeAnswer({ ...answer, ...alter(answer, forger) });
  };
type Change<Part> = Partial<Part> | ((part: Part, forger: Forger) => Partial<Part>);
const changed = <Part>(part: Part, alter: Change<Part>, forger: Forger): Part => ({
  ...part,
  ...(typeof alter === 'function' ? alter(part, forger) : alter),
});
const outside = (alter: Change<Answer['response']>): Forgery =>
  change(({ response }, forger) => ({ response: changed(response, alter, forger) }));
const inside = (alter: Change<Statement>): Forgery =>
  change(({ assertion }, forger) =>
    assertion === undefined ? {} : { assertion: changed(assertion, alter, forger) },
  );
const without = (attributes: Statement['attributes'], name: string): Statement['attributes'] =>
  Object.fromEntries(Object.entries(attributes ?? {}).filter(([each]) => each !== name));
const later = ({ asked }: Forger, duration: Temporal.DurationLike) => instantText(asked.at.add(duration));

/** Alters the text after it was signed; an alteration that changes nothing would show nothing. */
const after =
  (alter: (text: string, forger: Forger) => string, sign: Answer['sign'] = 'assertion'): Forgery =>
  (forger) => {
    const answer = honestAnswer(forger.asked, forger.person);
    answer.sign = sign;
    const written = writeAnswer(answer);
    const altered = alter(written, forger);
    if (altered === written) throw new Error('A forgery that changes nothing');
    return altered;
  };

const assertionIn = (text: string): string =>
  /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(text)?.[0] ?? '';

/** The statement of the victim, unsigned, with the id of the signed one or another. */
function evil({ asked, victim }: Forger, id: string): string {
  const answer = honestAnswer(asked, victim);
  answer.sign = 'none';
  if (answer.assertion !== undefined) answer.assertion.id = id;
  return assertionIn(writeAnswer(answer));
}
const idOf = (statement: string): string => / ID="([^"]*)"/.exec(statement)?.[1] ?? '';

const responseFields: Record<string, Forgery> = {
  'response-without-id': outside({ id: undefined }),
  'response-with-empty-id': outside({ id: '' }),
  'response-with-impossible-id': outside({ id: '1 2' }),
  'response-without-version': outside({ version: undefined }),
  'response-of-version-1': outside({ version: '1.1' }),
  'response-without-issue-instant': outside({ issueInstant: undefined }),
  'response-with-unreadable-issue-instant': outside({ issueInstant: 'yesterday' }),
  'response-with-local-issue-instant': outside((it) => ({
    issueInstant: it.issueInstant?.replace('Z', '+01:00'),
  })),
  'response-before-the-request': outside((_, forger) => ({ issueInstant: later(forger, { minutes: -3 }) })),
  'response-from-the-future': outside((_, forger) => ({ issueInstant: later(forger, { minutes: 5 }) })),
  'response-to-nothing': outside({ inResponseTo: undefined }),
  'response-to-another-request': outside({ inResponseTo: '_another' }),
  'response-without-destination': outside({ destination: undefined }),
  'response-to-another-service': outside({ destination: 'https://altrove.example/acs' }),
  'response-without-issuer': outside({ issuer: undefined }),
  'response-with-empty-issuer': outside({ issuer: '' }),
  'response-of-another-provider': outside({ issuer: 'https://altro-gestore.example' }),
  'response-issuer-in-another-format': outside({ issuerFormat: 'urn:oasis:other' }),
  'response-without-status': outside({ status: undefined }),
  'response-with-empty-status': outside({ status: '' }),
  'response-with-unknown-status': outside({ status: 'all is well' }),
  'failed-but-with-an-assertion': outside({
    status: 'urn:oasis:names:tc:SAML:2.0:status:Responder',
  }),
  'success-without-assertion': change(() => ({ assertion: undefined, sign: 'response' })),
};

const assertionFields: Record<string, Forgery> = {
  'assertion-without-id': after((text) => text.replace(/(<saml:Assertion[^>]*?) ID="[^"]*"/, '$1')),
  'assertion-without-version': inside({ version: undefined }),
  'assertion-of-version-1': inside({ version: '1.0' }),
  'assertion-without-issue-instant': inside({ issueInstant: undefined }),
  'assertion-with-unreadable-issue-instant': inside({ issueInstant: '2026-13-45' }),
  'assertion-before-the-request': inside((_, forger) => ({ issueInstant: later(forger, { minutes: -3 }) })),
  'assertion-from-the-future': inside((_, forger) => ({ issueInstant: later(forger, { minutes: 5 }) })),
  'assertion-without-issuer': change(({ assertion }) => ({
    assertion: assertion && { ...assertion, issuer: undefined },
    sign: 'response',
  })),
  'assertion-of-another-provider': inside({ issuer: 'https://altro-gestore.example' }),
  'assertion-issuer-without-format': inside({ issuerFormat: undefined }),
  'assertion-issuer-in-another-format': inside({ issuerFormat: 'urn:oasis:other' }),
  'without-name-id': inside({ nameId: undefined }),
  'with-empty-name-id': inside({ nameId: ' ' }),
  'name-id-without-format': inside({ nameIdFormat: undefined }),
  'name-id-in-another-format': inside({
    nameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
  }),
  'name-id-without-qualifier': inside({ nameQualifier: undefined }),
  'name-id-with-empty-qualifier': inside({ nameQualifier: ' ' }),
  'confirmed-by-no-method': inside({ method: undefined }),
  'confirmed-by-another-method': inside({ method: 'urn:oasis:names:tc:SAML:2.0:cm:holder-of-key' }),
  'without-recipient': inside({ recipient: undefined }),
  'for-another-recipient': inside({ recipient: 'https://altrove.example/acs' }),
  'confirmation-of-nothing': inside({ inResponseTo: undefined }),
  'confirmation-of-another-request': inside({ inResponseTo: '_another' }),
  'confirmation-without-end': inside({ confirmedUntil: undefined }),
  'confirmation-over': inside((_, forger) => ({ confirmedUntil: later(forger, { seconds: 0 }) })),
  'confirmation-with-unreadable-end': inside({ confirmedUntil: 'soon' }),
  'conditions-without-start': inside({ notBefore: undefined }),
  'conditions-not-yet': inside((_, forger) => ({ notBefore: later(forger, { minutes: 3 }) })),
  'conditions-without-end': inside({ notOnOrAfter: undefined }),
  'conditions-over': inside((_, forger) => ({ notOnOrAfter: later(forger, { seconds: 0 }) })),
  'without-audience': inside({ audience: undefined }),
  'for-another-audience': inside({ audience: 'https://altrove.example' }),
  'for-an-audience-that-begins-like-us': inside((it) => ({ audience: `${it.audience}.altrove.example` })),
  'without-level': inside({ level: undefined }),
  'of-a-lower-level': inside({ level: 'https://www.spid.gov.it/SpidL1' }),
  'of-a-level-that-does-not-exist': inside({ level: 'https://www.spid.gov.it/SpidL4' }),
  'of-a-level-of-somebody-else': inside({ level: 'https://altrove.example/SpidL3' }),
  'without-attributes': inside({ attributes: undefined }),
  'with-no-attribute': inside({ attributes: {} }),
  'without-tax-code': inside((it) => ({ attributes: without(it.attributes, 'fiscalNumber') })),
  'with-empty-tax-code': inside((it) => ({ attributes: { ...it.attributes, fiscalNumber: '' } })),
  'without-family-name': inside((it) => ({ attributes: without(it.attributes, 'familyName') })),
  'without-birth-date': inside((it) => ({ attributes: without(it.attributes, 'dateOfBirth') })),
};

const signatures: Record<string, Forgery> = {
  unsigned: change(() => ({ sign: 'none' })),
  'only-the-response-signed': change(() => ({ sign: 'response' })),
  'signed-by-a-stranger': change((_, { strangeKey }) => ({ key: strangeKey })),
  'assertion-signed-by-a-stranger': change((_, { strangeKey }) => ({ key: strangeKey, sign: 'assertion' })),
  'one-letter-changed': after((text, { person }) =>
    text.replace(person.taxCode, person.taxCode.replace(/.$/, 'Q')),
  ),
  'attribute-added': after((text) =>
    text.replace(
      '</saml:AttributeStatement>',
      '<saml:Attribute Name="email"><saml:AttributeValue>x@altrove.example</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>',
    ),
  ),
  'outside-changed': after((text) => text.replace(/(<samlp:Response[^>]*?ID=")_/, '$1_x'), 'both'),
  'signature-value-changed': after((text) => text.replace(/(<ds:SignatureValue>)(....)/, '$1AAAA')),
  'signature-value-empty': after((text) => text.replace(/<ds:SignatureValue>[^<]*/, '<ds:SignatureValue>')),
  'digest-changed': after((text) => text.replace(/(<ds:DigestValue>)(....)/, '$1AAAA')),
  'reference-to-nothing': after((text) => text.replace(/URI="#[^"]*"/, 'URI=""')),
  'reference-removed': after((text) => text.replace(/<ds:Reference[\s\S]*?<\/ds:Reference>/, '')),
  'weak-signature-method': after((text) =>
    text.replace('2001/04/xmldsig-more#rsa-sha256', '2000/09/xmldsig#rsa-sha1'),
  ),
  'signature-by-password': after((text) =>
    text.replace('2001/04/xmldsig-more#rsa-sha256', '2000/09/xmldsig#hmac-sha1'),
  ),
  'weak-digest': after((text) => text.replace('2001/04/xmlenc#sha256', '2000/09/xmldsig#sha1')),
  'transform-added': after((text) =>
    text.replace(
      '</ds:Transforms>',
      '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"/></ds:Transforms>',
    ),
  ),
  'signature-moved-to-the-response': after((text) => {
    const signature = /<ds:Signature[\s\S]*?<\/ds:Signature>/.exec(text)?.[0] ?? '';
    return text.replace(signature, '').replace('</saml:Issuer>', `</saml:Issuer>${signature}`);
  }),
};

/** Signature wrapping: something signed stays in the text, and something else is to be read. */
const wrappings: Record<string, Forgery> = {
  'wrapped-evil-first': after((text, forger) => {
    const signed = assertionIn(text);
    return text.replace(signed, `${evil(forger, '_evil')}${signed}`);
  }),
  'wrapped-evil-last': after((text, forger) => {
    const signed = assertionIn(text);
    return text.replace(signed, `${signed}${evil(forger, '_evil')}`);
  }),
  'wrapped-same-id': after((text, forger) => {
    const signed = assertionIn(text);
    return text.replace(signed, `${evil(forger, idOf(signed))}${signed}`);
  }),
  'wrapped-signed-inside-evil': after((text, forger) => {
    const signed = assertionIn(text);
    return text.replace(
      signed,
      evil(forger, '_evil').replace(
        '</saml:Assertion>',
        `<saml:Advice>${signed}</saml:Advice></saml:Assertion>`,
      ),
    );
  }),
  'wrapped-evil-around-signature': after((text, forger) => {
    const signed = assertionIn(text);
    const signature = /<ds:Signature[\s\S]*<\/ds:Signature>/.exec(signed)?.[0] ?? '';
    const bare = signed.replace(signature, '');
    const carrier = signature.replace('</ds:Signature>', `<ds:Object>${bare}</ds:Object></ds:Signature>`);
    return text.replace(signed, evil(forger, '_evil').replace('</saml:Issuer>', `</saml:Issuer>${carrier}`));
  }),
  'wrapped-in-extensions': after((text, forger) => {
    const signed = assertionIn(text);
    return text
      .replace(signed, evil(forger, '_evil'))
      .replace('</saml:Issuer>', `</saml:Issuer><samlp:Extensions>${signed}</samlp:Extensions>`);
  }),
  'wrapped-in-status-detail': after((text, forger) => {
    const signed = assertionIn(text);
    return text
      .replace(signed, evil(forger, '_evil'))
      .replace('</samlp:Status>', `<samlp:StatusDetail>${signed}</samlp:StatusDetail></samlp:Status>`);
  }),
  'wrapped-response-in-response': after((text, forger) => {
    const signed = assertionIn(text);
    const whole = text.replace(/^<\?xml[^>]*\?>/, '');
    return whole
      .replace(signed, evil(forger, '_evil'))
      .replace('</samlp:Response>', `${whole}</samlp:Response>`);
  }, 'both'),
  'evil-with-the-signature-of-another': after((text, forger) => {
    const signed = assertionIn(text);
    const signature = /<ds:Signature[\s\S]*<\/ds:Signature>/.exec(signed)?.[0] ?? '';
    return text.replace(
      signed,
      evil(forger, idOf(signed)).replace('</saml:Issuer>', `</saml:Issuer>${signature}`),
    );
  }),
  'two-assertions-both-signed': after((text, { asked, victim }) => {
    const other = honestAnswer(asked, victim);
    other.sign = 'assertion';
    return text.replace('</samlp:Response>', `${assertionIn(writeAnswer(other))}</samlp:Response>`);
  }),
  'encrypted-besides': after((text) =>
    text.replace('</samlp:Response>', '<saml:EncryptedAssertion/></samlp:Response>'),
  ),
  'two-statuses': after((text) => text.replace(/(<samlp:Status>[\s\S]*<\/samlp:Status>)/, '$1$1')),
};

const documents: Record<string, Forgery> = {
  'not-xml': () => 'nothing of the kind',
  'cut-off': after((text) => text.slice(0, -30)),
  'with-a-document-type': after((text) => `<!DOCTYPE samlp:Response>${text}`),
  'with-an-entity': after(
    (text, { person }) =>
      `<!DOCTYPE r [<!ENTITY who "${person.taxCode}">]>${text.replace(person.taxCode, '&who;')}`,
  ),
  'reading-a-file': after(
    (text, { person }) =>
      `<!DOCTYPE r [<!ENTITY who SYSTEM "file:///etc/hostname">]>${text.replace(person.taxCode, '&who;')}`,
  ),
  'endlessly-growing': after(
    (text) =>
      `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>${text.replace('</samlp:Response>', '&b;</samlp:Response>')}`,
  ),
  'with-an-instruction': after((text) => text.replace('</samlp:Response>', '<?run this?></samlp:Response>')),
  'with-hidden-text': after((text) => text.replace('</samlp:Response>', '<![CDATA[x]]></samlp:Response>')),
  'far-too-long': after((text) =>
    text.replace('</samlp:Response>', `${' '.repeat(130_000)}</samlp:Response>`),
  ),
  'two-roots': after((text) => `${text}${text}`),
  'another-message': after((text) => text.replaceAll('samlp:Response', 'samlp:LogoutResponse')),
  'in-another-namespace': after((text) =>
    text.replace('urn:oasis:names:tc:SAML:2.0:protocol', 'urn:oasis:names:tc:SAML:1.0:protocol'),
  ),
};

/** All the wrong answers that this provider can give by choice. */
export const forgeries: Readonly<Record<string, Forgery>> = {
  ...responseFields,
  ...assertionFields,
  ...signatures,
  ...wrappings,
  ...documents,
};
