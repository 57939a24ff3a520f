import { bearer, format, levelUri, ns, status } from '#platform/spid/names.ts';
import { type SigningKey, signRoot } from '#platform/spid/sign.ts';
import { instantText } from '#platform/spid/xml.ts';
import { type Html, html as xml } from '#platform/web/html.ts';

/** An answer before it is signed; what is undefined is left out, so that every wrong answer can be written. */
export interface Answer {
  response: {
    id: string | undefined;
    version: string | undefined;
    issueInstant: string | undefined;
    inResponseTo: string | undefined;
    destination: string | undefined;
    issuer: string | undefined;
    issuerFormat: string | undefined;
    status: string | undefined;
    subStatus: string | undefined;
    message: string | undefined;
  };
  /** None where the provider declines. */
  assertion: Statement | undefined;
  sign: 'assertion' | 'both' | 'response' | 'none';
  key: SigningKey;
}

export interface Statement {
  id: string | undefined;
  version: string | undefined;
  issueInstant: string | undefined;
  issuer: string | undefined;
  issuerFormat: string | undefined;
  nameId: string | undefined;
  nameIdFormat: string | undefined;
  nameQualifier: string | undefined;
  method: string | undefined;
  recipient: string | undefined;
  inResponseTo: string | undefined;
  confirmedUntil: string | undefined;
  notBefore: string | undefined;
  notOnOrAfter: string | undefined;
  audience: string | undefined;
  level: string | undefined;
  sessionIndex: string | undefined;
  attributes: Record<string, string> | undefined;
  /** More than the rules know, to be written inside. */
  extra: string | undefined;
}

/** Who has signed in at the provider. */
export interface Known {
  readonly givenName: string;
  readonly familyName: string;
  readonly bornOn: string;
  readonly taxCode: string;
}

export interface Asked {
  readonly requestId: string;
  readonly issuer: string;
  readonly consumerUrl: string;
  readonly providerId: string;
  readonly level: 1 | 2 | 3;
  readonly at: Temporal.Instant;
  readonly key: SigningKey;
}

const newId = () => `_${crypto.randomUUID()}`;
const goodFor = { minutes: 5 } as const;

/** The answer that an honest provider gives. */
export function honestAnswer(asked: Asked, person: Known): Answer {
  const issueInstant = instantText(asked.at);
  const until = instantText(asked.at.add(goodFor));
  return {
    response: {
      id: newId(),
      version: '2.0',
      issueInstant,
      inResponseTo: asked.requestId,
      destination: asked.consumerUrl,
      issuer: asked.providerId,
      issuerFormat: format.entity,
      status: status.success,
      subStatus: undefined,
      message: undefined,
    },
    assertion: {
      id: newId(),
      version: '2.0',
      issueInstant,
      issuer: asked.providerId,
      issuerFormat: format.entity,
      nameId: newId(),
      nameIdFormat: format.transient,
      nameQualifier: asked.providerId,
      method: bearer,
      recipient: asked.consumerUrl,
      inResponseTo: asked.requestId,
      confirmedUntil: until,
      notBefore: issueInstant,
      notOnOrAfter: until,
      audience: asked.issuer,
      level: levelUri(asked.level),
      sessionIndex: newId(),
      attributes: {
        name: person.givenName,
        familyName: person.familyName,
        fiscalNumber: `TINIT-${person.taxCode}`,
        dateOfBirth: person.bornOn,
      },
      extra: undefined,
    },
    sign: 'both',
    key: asked.key,
  };
}

/** The answer of a provider that does not vouch for anybody, with the number of the reason. */
export function decliningAnswer(asked: Asked, error: number): Answer {
  const honest = honestAnswer(asked, { givenName: '', familyName: '', bornOn: '', taxCode: '' });
  return {
    ...honest,
    assertion: undefined,
    sign: 'response',
    response: {
      ...honest.response,
      status: error >= 19 ? status.responder : status.requester,
      subStatus: error >= 19 ? 'urn:oasis:names:tc:SAML:2.0:status:AuthnFailed' : undefined,
      message: `ErrorCode nr${String(error).padStart(2, '0')}`,
    },
  };
}

/** An attribute, or nothing at all. */
const attribute = (name: string, value: string | undefined): Html | false =>
  value !== undefined && xml` ${name}="${value}"`;

function issuerOf(issuer: string | undefined, written: string | undefined): Html | false {
  return issuer !== undefined && xml`<saml:Issuer${attribute('Format', written)}>${issuer}</saml:Issuer>`;
}

function writeStatement(one: Statement): string {
  const confirmation = xml`<saml:SubjectConfirmation${attribute('Method', one.method)}><saml:SubjectConfirmationData${attribute('Recipient', one.recipient)}${attribute('InResponseTo', one.inResponseTo)}${attribute('NotOnOrAfter', one.confirmedUntil)}/></saml:SubjectConfirmation>`;
  const nameId =
    one.nameId !== undefined &&
    xml`<saml:NameID${attribute('Format', one.nameIdFormat)}${attribute('NameQualifier', one.nameQualifier)}>${one.nameId}</saml:NameID>`;
  const attributes =
    one.attributes !== undefined &&
    xml`<saml:AttributeStatement>${Object.entries(one.attributes).map(
      ([name, value]) =>
        xml`<saml:Attribute Name="${name}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:basic"><saml:AttributeValue xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="xs:string">${value}</saml:AttributeValue></saml:Attribute>`,
    )}</saml:AttributeStatement>`;
  const { text } =
    xml`<saml:Assertion xmlns:saml="${ns.assertion}"${attribute('ID', one.id)}${attribute('Version', one.version)}${attribute('IssueInstant', one.issueInstant)}>${issuerOf(one.issuer, one.issuerFormat)}<saml:Subject>${nameId}${confirmation}</saml:Subject><saml:Conditions${attribute('NotBefore', one.notBefore)}${attribute('NotOnOrAfter', one.notOnOrAfter)}>${
      one.audience !== undefined &&
      xml`<saml:AudienceRestriction><saml:Audience>${one.audience}</saml:Audience></saml:AudienceRestriction>`
    }</saml:Conditions><saml:AuthnStatement${attribute('AuthnInstant', one.issueInstant)}${attribute('SessionIndex', one.sessionIndex)}><saml:AuthnContext>${
      one.level !== undefined && xml`<saml:AuthnContextClassRef>${one.level}</saml:AuthnContextClassRef>`
    }</saml:AuthnContext></saml:AuthnStatement>${attributes}EXTRA</saml:Assertion>`;
  return text.replace('EXTRA', () => one.extra ?? '');
}

const placeFor = ({ issuer }: { issuer: string | undefined }) =>
  issuer === undefined ? ('first' as const) : ('after-issuer' as const);

/** Writes and signs an answer as it stands, right or wrong. */
export function writeAnswer({ response, assertion, sign, key }: Answer): string {
  const statement =
    assertion === undefined
      ? ''
      : sign === 'assertion' || sign === 'both'
        ? signRoot(writeStatement(assertion), key, placeFor(assertion))
        : writeStatement(assertion);
  const state =
    response.status !== undefined &&
    xml`<samlp:Status><samlp:StatusCode Value="${response.status}">${
      response.subStatus !== undefined && xml`<samlp:StatusCode Value="${response.subStatus}"/>`
    }</samlp:StatusCode>${
      response.message !== undefined && xml`<samlp:StatusMessage>${response.message}</samlp:StatusMessage>`
    }</samlp:Status>`;
  const { text } =
    xml`<samlp:Response xmlns:samlp="${ns.protocol}" xmlns:saml="${ns.assertion}"${attribute('ID', response.id)}${attribute('Version', response.version)}${attribute('IssueInstant', response.issueInstant)}${attribute('InResponseTo', response.inResponseTo)}${attribute('Destination', response.destination)}>${issuerOf(response.issuer, response.issuerFormat)}${state}STATEMENT</samlp:Response>`;
  const whole = text.replace('STATEMENT', () => statement);
  return sign === 'both' || sign === 'response' ? signRoot(whole, key, placeFor(response)) : whole;
}
