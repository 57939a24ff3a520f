import type pg from 'pg';
import { civilDate } from '#kernel/civil-date.ts';
import { openPasswords } from '#platform/credentials/passwords.ts';
import type { Deps } from '#platform/deps.ts';
import { parseEmail, parseMobile } from './domain/contact.ts';
import type { Residence } from './domain/residence.ts';
import type { IdentityDeps } from './use-cases/identity-deps.ts';
import type { Registration } from './use-cases/register-person.ts';

/** A hash that costs nothing, so that tests are quick; the program itself takes the full cost. */
export const cheapHashing = { memoryCost: 64, timeCost: 1, atOnce: 4, mayWait: 2000 };

const london = { id: 'london', name: { it: 'Londra', en: 'London' } };
const berne = { id: 'berne', name: { it: 'Berna', en: 'Berne' } };
const zurich = { id: 'zurich', name: { it: 'Zurigo', en: 'Zurich' } };

/** A small consular network: one office in Great Britain, a choice in Switzerland, none in Andorra. */
export const smallNetwork: Residence = {
  async officesFor({ country, place }) {
    switch (country) {
      case 'IT':
        return { kind: 'italy', municipality: place };
      case 'GB':
        return { kind: 'one', office: london };
      case 'CH':
        return { kind: 'choose', offices: [berne, zurich] };
      default:
        return { kind: 'none' };
    }
  },
  listOffices: async () => [london, berne, zurich],
  findSeat: async (id) => [london, berne, zurich].find((each) => each.id === id),
  findMunicipality: async () => undefined,
};

/** The use cases' outside world, with the owner's look into the database. */
export type TestIdentity = IdentityDeps & Seen;

export function identityDeps<Base extends Deps>(deps: Base): Base & IdentityDeps {
  return { ...deps, passwords: openPasswords(deps.keys, cheapHashing), residence: smallNetwork };
}

export const goodPassword = 'tre gatti sul tetto rosso';

/** Ada registers from London; change what the test is about. */
export function aRegistration({
  email = 'ada.ferrighi@posta.example',
  mobile = '+447911123456',
  ...changes
}: Partial<Omit<Registration, 'email' | 'mobile'>> & { email?: string; mobile?: string } = {}): Registration {
  const [mail, number] = [parseEmail(email), parseMobile(mobile)];
  if (!mail.ok || !number.ok) throw new Error('A registration of a test with an impossible contact');
  return {
    person: {
      givenName: 'Ada',
      familyName: 'Ferrighi',
      bornOn: civilDate('1980-02-03'),
      birthPlace: 'Trieste',
      taxCode: null,
    },
    email: mail.value,
    mobile: number.value,
    codeTo: 'email',
    country: 'GB',
    place: 'London',
    chosenOfficeId: undefined,
    locale: 'it',
    password: goodPassword,
    key: crypto.randomUUID(),
    ...changes,
  };
}

interface Letter {
  readonly channel: 'mail' | 'sms';
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly url: string | undefined;
}

/** The owner's look into the test's database. */
interface Seen {
  readonly store: { readonly owner: Pick<pg.Pool, 'query'> };
}

/** The letters written so far to somebody, the newest last. */
export async function lettersTo({ store }: Seen, recipient: string): Promise<Letter[]> {
  const { rows } = await store.owner.query<{
    channel: 'mail' | 'sms';
    recipient: string;
    subject: string;
    content: { paragraphs: string[]; action?: { url: string } };
  }>(
    'select channel, recipient, subject, content from notifications.message where recipient = $1 order by created_at, xmin::text::bigint',
    [recipient],
  );
  return rows.map(({ content, ...row }) => {
    const text = content.paragraphs.join('\n');
    return { ...row, text, url: content.action?.url ?? /https?:\/\/\S+/.exec(text)?.[0] };
  });
}

/** The last code sent to somebody. */
export async function codeSentTo(seen: Seen, recipient: string): Promise<string> {
  const letters = await lettersTo(seen, recipient);
  const code = letters.map((letter) => /\b\d{6}\b/.exec(letter.text)?.[0]).findLast((each) => each);
  if (code === undefined) throw new Error(`No code was sent to ${recipient}`);
  return code;
}

/** The token in the link of the last letter to somebody that has one. */
export async function tokenSentTo(seen: Seen, recipient: string): Promise<string> {
  const urls = (await lettersTo(seen, recipient)).map((letter) => letter.url);
  const token = urls.map((url) => /token=([\w-]+)/.exec(url ?? '')?.[1]).findLast((each) => each);
  if (token === undefined) throw new Error(`No link was sent to ${recipient}`);
  return token;
}

/** The types of the history lines about a subject kind, in order. */
export async function historyOf({ store }: Seen, subjectKind: string): Promise<string[]> {
  const { rows } = await store.owner.query<{ type: string }>(
    'select type from platform.event where subject_kind = $1 order by id',
    [subjectKind],
  );
  return rows.map((row) => row.type);
}

export { delegationLifecycle } from './domain/delegation.ts';
export { softPasskey } from './soft-passkey.testing.ts';
export { expireDelegations } from './use-cases/end-delegations.ts';
export { openOfficialSessions } from './use-cases/open-sessions.ts';
