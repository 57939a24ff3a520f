import type { Locale } from '#kernel/locale.ts';
import { seal } from '#platform/credentials/secret-box.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { record, system } from '#platform/event-log/record.ts';
import { parseEmail } from '../domain/contact.ts';
import type { RoleAtOffice } from '../domain/official.ts';
import { insertOfficial, saveOfficialCredential, saveRole } from '../store/officials.ts';
import { contactKey } from './identity-deps.ts';

export interface NewOfficial {
  readonly id?: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly locale: Locale;
  readonly ministry?: boolean;
  readonly roles: readonly RoleAtOffice[];
  /** The shared secret of the second factor, base 32, at least 26 characters. */
  readonly totpSecret: string;
}

/** Writes active officials with password and second factor already set, for demonstrations and tests. */
export async function createOfficials(
  { keys, now }: Pick<Deps, 'keys' | 'now'>,
  tx: Tx,
  officials: readonly NewOfficial[],
  passwordHash: string,
): Promise<string[]> {
  const at = now();
  const ids: string[] = [];
  for (const { roles, totpSecret, ministry = false, ...official } of officials) {
    const id = official.id ?? crypto.randomUUID();
    const email = parseEmail(official.email);
    if (!email.ok) throw new Error(`Not an e-mail address: ${official.email}`);
    const emailKey = contactKey(keys, email.value);
    const fresh = await insertOfficial(tx, { ...official, id, state: 'active', ministry, emailKey }, at);
    if (!fresh) throw new Error(`An official with this address is there already: ${official.email}`);
    for (const role of roles) await saveRole(tx, id, role);
    const sealed = seal(keys, 'totp', id, totpSecret);
    await saveOfficialCredential(tx, id, { passwordHash, totpSecret: sealed, totpStep: 0 });
    ids.push(id);
  }
  await record(tx, {
    type: 'official.imported',
    subject: { kind: 'official', id: 'many' },
    actor: system('identity'),
    at,
    facts: { officials: ids.length },
  });
  return ids;
}
