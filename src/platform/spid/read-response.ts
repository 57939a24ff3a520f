import { parseErrorCode, type SpidError } from './error-codes.ts';
import {
  bearer,
  clockSkew,
  format,
  ns,
  parseLevel,
  requestedAttributes,
  type SpidLevel,
  status,
} from './names.ts';
import { signedPart } from './sign.ts';
import {
  attributeOf,
  childElements,
  childrenNamed,
  everyElement,
  isNamed,
  onlyChild,
  parseInstant,
  parseXml,
  textOf,
} from './xml.ts';

/** Why an answer is not believed, in the order in which it is looked at. */
export type ResponseFault =
  | 'unreadable'
  | 'structure'
  | 'id'
  | 'version'
  | 'issuer'
  | 'in_response_to'
  | 'destination'
  | 'issue_instant'
  | 'status'
  | 'signature'
  | 'subject'
  | 'recipient'
  | 'conditions'
  | 'audience'
  | 'level'
  | 'attributes';

/** What we asked, to which the answer must fit. */
export interface Expected {
  readonly requestId: string;
  readonly requestedAt: Temporal.Instant;
  readonly level: SpidLevel;
  readonly providerId: string;
  readonly certificates: readonly string[];
  readonly entityId: string;
  readonly consumerUrl: string;
}

/** What an identity provider vouches for. */
export interface Vouched {
  readonly level: SpidLevel;
  readonly nameId: string;
  readonly nameQualifier: string;
  readonly sessionIndex: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
}

export type ResponseReading =
  | { readonly kind: 'vouched'; readonly vouched: Vouched }
  /** The provider says why it does not; without a number where it says nothing that we know. */
  | { readonly kind: 'declined'; readonly error: SpidError | undefined }
  | { readonly kind: 'refused'; readonly fault: ResponseFault };

/** What the register writes down of an answer, believed or not. */
export interface ResponseOutline {
  readonly inResponseTo: string | undefined;
  readonly id: string | undefined;
  readonly issueInstant: string | undefined;
  readonly issuer: string | undefined;
  readonly assertionId: string | undefined;
  readonly subject: string | undefined;
  readonly subjectNameQualifier: string | undefined;
}

/** Reads on the outside of an answer to which question it belongs; nothing of it is proven yet. */
export function outlineOf(text: string): ResponseOutline | undefined {
  try {
    const response = parseXml(text);
    const assertion = childrenNamed(response, ns.assertion, 'Assertion')[0];
    const nameId = onlyChild(onlyChild(assertion, ns.assertion, 'Subject'), ns.assertion, 'NameID');
    return {
      inResponseTo: attributeOf(response, 'InResponseTo'),
      id: attributeOf(response, 'ID'),
      issueInstant: attributeOf(response, 'IssueInstant'),
      issuer: textOf(childrenNamed(response, ns.assertion, 'Issuer')[0]) || undefined,
      assertionId: attributeOf(assertion, 'ID'),
      subject: textOf(nameId) || undefined,
      subjectNameQualifier: attributeOf(nameId, 'NameQualifier'),
    };
  } catch {
    return undefined;
  }
}

class Fault extends Error {
  readonly fault: ResponseFault;
  constructor(fault: ResponseFault) {
    super(fault);
    this.fault = fault;
  }
}

function check(holds: boolean, fault: ResponseFault): asserts holds {
  if (!holds) throw new Fault(fault);
}

/** Reads the answer of an identity provider: everything that is believed stands in a part that it has signed. */
export function readResponse(text: string, expected: Expected, now: Temporal.Instant): ResponseReading {
  try {
    return read(text, expected, now);
  } catch (error) {
    return { kind: 'refused', fault: error instanceof Fault ? error.fault : 'unreadable' };
  }
}

function read(text: string, expected: Expected, now: Temporal.Instant): ResponseReading {
  const document = parseXml(text);
  checkStructure(document);
  const signedResponse = childrenNamed(document, ns.signature, 'Signature').length > 0;
  const response = signedResponse ? signedPart(text, document, expected.certificates) : document;
  check(response !== undefined, 'signature');
  checkHead(response, expected, now);
  check(attributeOf(response, 'Destination') === expected.consumerUrl, 'destination');
  check(attributeOf(response, 'InResponseTo') === expected.requestId, 'in_response_to');
  const declined = declinedBy(response);
  if (declined !== undefined) return { kind: 'declined', error: declined.error };

  const outside = onlyChild(document, ns.assertion, 'Assertion');
  check(outside !== undefined, 'structure');
  const assertion = signedPart(text, outside, expected.certificates);
  check(assertion !== undefined, 'signature');
  checkHead(assertion, expected, now, { assertion: true });
  return { kind: 'vouched', vouched: readAssertion(assertion, expected, now) };
}

/** One answer, one statement about one person, nothing hidden elsewhere: what signature wrapping needs has no place. */
function checkStructure(document: Element): void {
  check(isNamed(document, ns.protocol, 'Response'), 'structure');
  const order = ['Issuer', 'Signature', 'Status', 'Assertion'];
  const places = childElements(document).map((each) => order.indexOf(each.localName));
  check(!places.includes(-1), 'structure');
  check(
    places.every((place, index) => index === 0 || place > (places[index - 1] ?? -1)),
    'structure',
  );
  const all = everyElement(document);
  const count = (name: string) => all.filter((each) => each.localName === name).length;
  check(count('Response') === 1 && count('Assertion') <= 1 && count('EncryptedAssertion') === 0, 'structure');
  check(count('Object') === 0, 'structure');
  const signatures = all.filter((each) => each.localName === 'Signature');
  check(
    signatures.every((each) => each.parentNode === document || each.parentNode?.parentNode === document),
    'structure',
  );
  const ids = all.flatMap((each) => ['ID', 'Id', 'id'].flatMap((name) => attributeOf(each, name) ?? []));
  check(new Set(ids).size === ids.length, 'structure');
}

function checkHead(
  element: Element,
  { providerId, requestedAt }: Expected,
  now: Temporal.Instant,
  { assertion = false }: { assertion?: boolean } = {},
): void {
  check(/^[A-Za-z_][\w.-]*$/.test(attributeOf(element, 'ID') ?? ''), 'id');
  check(attributeOf(element, 'Version') === '2.0', 'version');
  const issued = parseInstant(attributeOf(element, 'IssueInstant'));
  check(issued !== undefined, 'issue_instant');
  const asked = requestedAt.round({ smallestUnit: 'second', roundingMode: 'floor' });
  check(Temporal.Instant.compare(issued, asked) >= 0, 'issue_instant');
  check(Temporal.Instant.compare(issued, now.add(clockSkew)) <= 0, 'issue_instant');
  const issuer = onlyChild(element, ns.assertion, 'Issuer');
  check(textOf(issuer) === providerId, 'issuer');
  const written = attributeOf(issuer, 'Format');
  check(written === format.entity || (!assertion && written === undefined), 'issuer');
}

function declinedBy(response: Element): { error: SpidError | undefined } | undefined {
  const state = onlyChild(response, ns.protocol, 'Status');
  const value = attributeOf(onlyChild(state, ns.protocol, 'StatusCode'), 'Value');
  check(value !== undefined && value !== '', 'status');
  if (value === status.success) return undefined;
  check(/^urn:oasis:names:tc:SAML:2\.0:status:\w+$/.test(value), 'status');
  check(childrenNamed(response, ns.assertion, 'Assertion').length === 0, 'structure');
  return { error: parseErrorCode(textOf(onlyChild(state, ns.protocol, 'StatusMessage'))) };
}

function readAssertion(assertion: Element, expected: Expected, now: Temporal.Instant): Vouched {
  const { nameId, nameQualifier } = readSubject(assertion, expected, now);
  checkConditions(assertion, expected, now);
  const statement = onlyChild(assertion, ns.assertion, 'AuthnStatement');
  const context = onlyChild(statement, ns.assertion, 'AuthnContext');
  const level = parseLevel(textOf(onlyChild(context, ns.assertion, 'AuthnContextClassRef')));
  check(level !== undefined && level >= expected.level, 'level');
  const sessionIndex = attributeOf(statement, 'SessionIndex');
  return { level, nameId, nameQualifier, sessionIndex, attributes: readAttributes(assertion) };
}

function readSubject(
  assertion: Element,
  expected: Expected,
  now: Temporal.Instant,
): { nameId: string; nameQualifier: string } {
  const subject = onlyChild(assertion, ns.assertion, 'Subject');
  const nameId = onlyChild(subject, ns.assertion, 'NameID');
  const nameQualifier = attributeOf(nameId, 'NameQualifier') ?? '';
  check(textOf(nameId) !== '' && nameQualifier.trim() !== '', 'subject');
  check(attributeOf(nameId, 'Format') === format.transient, 'subject');
  const confirmation = onlyChild(subject, ns.assertion, 'SubjectConfirmation');
  check(attributeOf(confirmation, 'Method') === bearer, 'subject');
  const data = onlyChild(confirmation, ns.assertion, 'SubjectConfirmationData');
  check(attributeOf(data, 'Recipient') === expected.consumerUrl, 'recipient');
  check(attributeOf(data, 'InResponseTo') === expected.requestId, 'in_response_to');
  const until = parseInstant(attributeOf(data, 'NotOnOrAfter'));
  check(until !== undefined && Temporal.Instant.compare(until, now) > 0, 'conditions');
  return { nameId: textOf(nameId), nameQualifier };
}

function checkConditions(assertion: Element, { entityId }: Expected, now: Temporal.Instant): void {
  const conditions = onlyChild(assertion, ns.assertion, 'Conditions');
  const from = parseInstant(attributeOf(conditions, 'NotBefore'));
  const until = parseInstant(attributeOf(conditions, 'NotOnOrAfter'));
  check(from !== undefined && Temporal.Instant.compare(from, now.add(clockSkew)) <= 0, 'conditions');
  check(until !== undefined && Temporal.Instant.compare(until, now) > 0, 'conditions');
  const restriction = onlyChild(conditions, ns.assertion, 'AudienceRestriction');
  const audiences = restriction === undefined ? [] : childrenNamed(restriction, ns.assertion, 'Audience');
  check(
    audiences.some((each) => textOf(each) === entityId),
    'audience',
  );
}

function readAttributes(assertion: Element): Record<string, string> {
  const statement = onlyChild(assertion, ns.assertion, 'AttributeStatement');
  check(statement !== undefined, 'attributes');
  const values: Record<string, string> = {};
  for (const attribute of childrenNamed(statement, ns.assertion, 'Attribute')) {
    const name = attributeOf(attribute, 'Name') ?? '';
    check(name !== '' && values[name] === undefined, 'attributes');
    const value = onlyChild(attribute, ns.assertion, 'AttributeValue');
    check(value !== undefined && childElements(value).length === 0, 'attributes');
    values[name] = textOf(value);
  }
  check(
    requestedAttributes.every((name) => (values[name] ?? '') !== ''),
    'attributes',
  );
  return values;
}
