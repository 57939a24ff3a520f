import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignedIn } from '../use-cases/sign-in.ts';
import type { OfficialSignedIn } from '../use-cases/sign-in-official.ts';
import { signOut } from '../use-cases/sign-out.ts';
import type { IdentityWeb } from './identity-web.ts';

/** A person is in: the new session takes the place of one that this browser had. */
export async function enter(
  { deps, cookies }: IdentityWeb,
  request: FastifyRequest,
  reply: FastifyReply,
  signedIn: SignedIn,
): Promise<void> {
  const old = cookies.citizenToken(request);
  if (old !== undefined) await signOut(deps, { tokens: [old], who: { kind: 'visitor' } });
  cookies.openSession(reply, signedIn.sessionToken);
  if (signedIn.deviceCookie !== undefined) cookies.keepDevice(reply, signedIn.deviceCookie);
}

/** An official is in: the new session takes the place of one that this browser had. */
export async function enterDesk(
  { deps, cookies }: IdentityWeb,
  request: FastifyRequest,
  reply: FastifyReply,
  signedIn: OfficialSignedIn,
): Promise<void> {
  const old = cookies.deskToken(request);
  if (old !== undefined) await signOut(deps, { tokens: [old], who: { kind: 'visitor' } });
  cookies.openDeskSession(reply, signedIn.sessionToken);
  cookies.keepDevice(reply, signedIn.deviceCookie);
}

/** Whose first code it is: of the registration in this browser, or of whoever signed in before being active. */
export function registrationOf({ cookies }: IdentityWeb, request: FastifyRequest): string | undefined {
  return request.who.kind === 'citizen' && !request.who.active
    ? request.who.accountId
    : cookies.readRegistration(request);
}
