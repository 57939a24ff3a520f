/** The keyed hash in the code that a person shows at the door: it names an appointment and nobody's data. */
interface CodeKeys {
  hash(purpose: string, value: string): string;
  matches(purpose: string, value: string, hash: string): boolean;
}

const purpose = 'appointment-entry';
const shape = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/;

/** The code for the entrance (codice d’ingresso): the appointment and our signature over it. */
export function entryCode(keys: CodeKeys, { id }: { id: string }): string {
  return `${id}.${keys.hash(purpose, id)}`;
}

/** What a scanner reads: the address of the office's page of arrivals with the code. */
export function entryUrl(
  { keys, publicUrl }: { keys: CodeKeys; publicUrl: string },
  appointment: { officeId: string; id: string },
): string {
  return `${publicUrl}/desk/offices/${appointment.officeId}/arrivals?code=${entryCode(keys, appointment)}`;
}

/** What was scanned or typed at the door. */
export type Presented =
  /** A code of ours; the office is known where the whole address was read. */
  | { readonly kind: 'code'; readonly id: string; readonly officeId: string | undefined }
  /** Looks like a code, but the signature is not ours or a sign is missing. */
  | { readonly kind: 'forged' }
  /** Anything else: the short code that people read out, or a name. */
  | { readonly kind: 'words'; readonly text: string };

/** Reads what a scanner or a hand has put into the field. */
export function readPresented(keys: CodeKeys, raw: string): Presented {
  const text = raw.trim();
  const [, officeId, fromAddress] =
    /\/offices\/([a-z0-9-]+)\/arrivals\?(?:.*&)?code=([^&\s]+)/.exec(text) ?? [];
  const [, id, signature] = shape.exec(fromAddress ?? text) ?? [];
  if (id === undefined || signature === undefined)
    return fromAddress === undefined && !/^[0-9a-f-]{30,}\./.test(text)
      ? { kind: 'words', text }
      : { kind: 'forged' };
  return keys.matches(purpose, id, signature) ? { kind: 'code', id, officeId } : { kind: 'forged' };
}
