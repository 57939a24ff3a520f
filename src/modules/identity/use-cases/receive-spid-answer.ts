import { parseCivilDate } from '#kernel/civil-date.ts';
import type { Locale } from '#kernel/locale.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { tokenHash } from '#platform/credentials/tokens.ts';
import type { SpidError } from '#platform/spid/error-codes.ts';
import {
  type Expected,
  outlineOf,
  type ResponseFault,
  type ResponseOutline,
  readResponse,
  type Vouched,
} from '#platform/spid/read-response.ts';
import { isReadAlike } from '#platform/spid/second-reader.ts';
import type { StrongIdentity, StrongLevel } from '../domain/strong-identity.ts';
import { consumeSpidRequest, findSpidRequest, type SpidRequest } from '../store/spid.ts';
import { asIdentity } from './identity-deps.ts';
import { register, type SpidDeps } from './spid-deps.ts';

/** Why nobody comes in with an answer. */
export type SpidRefusal =
  | { readonly code: 'declined'; readonly error: SpidError | null }
  | { readonly code: 'not_believed' | 'no_tax_code' };

/** What an answer has come to, kept until the browser that asked comes in with it. */
export type SpidAnswer =
  | {
      readonly kind: 'vouched';
      readonly identity: StrongIdentity;
      readonly level: StrongLevel;
      readonly session: {
        readonly nameId: string;
        readonly nameQualifier: string;
        readonly sessionIndex: string | null;
      };
    }
  | { readonly kind: 'refused'; readonly refusal: SpidRefusal };

export interface Received {
  readonly arrival: string;
  readonly locale: Locale;
}

/** The answers that lead nowhere: to no question of ours, to one that is answered, or too late. */
export type ReceiveRefusal = { readonly code: 'no_such_request' | 'answered_already' | 'too_late' };

/**
 * An identity provider answers (risposta SPID). The first answer consumes the question, whatever it says: a second one,
 * the same again or a better one, finds nothing, on whichever instance it arrives.
 */
export async function receiveSpidAnswer(
  deps: SpidDeps,
  { message, relayState }: { message: string; relayState: string },
): Promise<Outcome<Received, ReceiveRefusal>> {
  const { db, now, keys } = deps;
  const text = Buffer.from(message, 'base64').toString('utf8');
  const outline = outlineOf(text);
  const requestId = outline?.inResponseTo ?? '';
  const request = await db.transaction(asIdentity, (tx) => findSpidRequest(tx, requestId));
  if (request === undefined || !tokenHash(relayState).equals(request.relayHash)) {
    return refused({ code: 'no_such_request' });
  }
  const at = now();
  const { answer, outcome } = await judge(deps, request, message, text, at);
  const arrival = keys.token();
  return db.transaction(asIdentity, async (tx): Promise<Outcome<Received, ReceiveRefusal>> => {
    const consumed = await consumeSpidRequest(tx, requestId, { answer, arrivalHash: tokenHash(arrival) }, at);
    const late = Temporal.Instant.compare(request.expiresAt, at) <= 0;
    const refusal = consumed ? undefined : late ? 'too_late' : 'answered_already';
    await register(
      tx,
      {
        kind: 'answer',
        outcome: refusal ?? outcome,
        requestId,
        requestIssueInstant: request.issuedAt.toString(),
        response: text,
        ...columnsOf(outline),
      },
      at,
    );
    return refusal === undefined ? granted({ arrival, locale: request.locale }) : refused({ code: refusal });
  });
}

function columnsOf(outline: ResponseOutline | undefined) {
  return {
    responseId: outline?.id ?? null,
    responseIssueInstant: outline?.issueInstant ?? null,
    responseIssuer: outline?.issuer ?? null,
    assertionId: outline?.assertionId ?? null,
    subject: outline?.subject ?? null,
    subjectNameQualifier: outline?.subjectNameQualifier ?? null,
  };
}

interface Judgement {
  readonly answer: SpidAnswer;
  /** For the register. */
  readonly outcome: string;
}

const notBelieved = (fault: ResponseFault | 'readers_disagree' | 'unknown_provider'): Judgement => ({
  answer: { kind: 'refused', refusal: { code: 'not_believed' } },
  outcome: `not_believed:${fault}`,
});

async function judge(
  { spid }: SpidDeps,
  request: SpidRequest,
  message: string,
  text: string,
  at: Temporal.Instant,
): Promise<Judgement> {
  const provider = (await spid.providers.list()).find((each) => each.entityId === request.provider);
  if (provider === undefined) return notBelieved('unknown_provider');
  const { entityId, consumerUrl } = await spid.party();
  const expected: Expected = {
    requestId: request.requestId,
    requestedAt: request.issuedAt,
    level: request.level,
    providerId: provider.entityId,
    certificates: provider.certificates,
    entityId,
    consumerUrl,
  };
  const reading = readResponse(text, expected, at);
  switch (reading.kind) {
    case 'refused':
      return notBelieved(reading.fault);
    case 'declined': {
      const error = reading.error ?? null;
      return {
        answer: { kind: 'refused', refusal: { code: 'declined', error } },
        outcome: `declined:${error ?? 'unknown'}`,
      };
    }
    case 'vouched': {
      if (!(await isReadAlike(message, expected, reading.vouched))) return notBelieved('readers_disagree');
      return vouchedFor(reading.vouched);
    }
  }
}

function vouchedFor({ level, attributes, ...session }: Vouched): Judgement {
  const identity = readIdentity(attributes);
  if (identity === undefined) {
    return { answer: { kind: 'refused', refusal: { code: 'no_tax_code' } }, outcome: 'no_tax_code' };
  }
  const { nameId, nameQualifier, sessionIndex = null } = session;
  return {
    answer: { kind: 'vouched', identity, level, session: { nameId, nameQualifier, sessionIndex } },
    outcome: 'vouched',
  };
}

/** Whether it is a code that the registry knows, the registry says. */
const shapeOfTaxCode = /^TINIT-([A-Z]{6}[\dLMNP-V]{2}[ABCDEHLMPRST][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z])$/i;

/** The person in the attributes: with an Italian tax code, without which there is nobody to know here. */
function readIdentity(attributes: Readonly<Record<string, string>>): StrongIdentity | undefined {
  const taxCode = shapeOfTaxCode.exec(attributes['fiscalNumber'] ?? '')?.[1]?.toUpperCase();
  const bornOn = parseCivilDate(attributes['dateOfBirth'] ?? '');
  const [givenName = '', familyName = ''] = [attributes['name'], attributes['familyName']];
  if (taxCode === undefined || !bornOn.ok) return undefined;
  const names = { givenName: shortened(givenName), familyName: shortened(familyName) };
  return { ...names, bornOn: bornOn.value, taxCode };
}

const shortened = (name: string): string => name.replace(/\s+/g, ' ').trim().slice(0, 100);
