import { generateSync, generateURI, ScureBase32Plugin, verifySync } from 'otplib';
import { toString as drawQrCode } from 'qrcode';
import type { Keys } from '../keys.ts';

const base32 = new ScureBase32Plugin();

/**
 * The secret that belongs to an enrolment link: the same at each look at the page, so that it lies neither in the
 * database before the set-up is done nor in the form.
 */
export function enrolmentSecret(keys: Keys, linkToken: string): string {
  return base32.encode(Buffer.from(keys.hash('totp-enrolment', linkToken), 'base64url').subarray(0, 20), {
    padding: false,
  });
}

/** The time step of a right code later than the last one used, or nothing; a step is 30 seconds, one step of clock difference is borne. */
export function stepOfCode(
  secret: string,
  code: string,
  { at, after }: { at: Temporal.Instant; after: number },
): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const epoch = Math.floor(at.epochMilliseconds / 1000);
  const result = verifySync({ secret, token: code, epoch, epochTolerance: 30 });
  if (!result.valid || !('timeStep' in result)) return undefined;
  return result.timeStep > after ? result.timeStep : undefined;
}

/** The code of a moment, as the telephone shows it. */
export function codeAt(secret: string, at: Temporal.Instant): string {
  return generateSync({ secret, epoch: Math.floor(at.epochMilliseconds / 1000) });
}

/** The set-up as a picture for the telephone, as an address that an image can show. */
export async function drawSetUp(secret: string, label: string): Promise<string> {
  const svg = await drawQrCode(generateURI({ issuer: 'Sportello', label, secret }), {
    type: 'svg',
    margin: 2,
  });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
