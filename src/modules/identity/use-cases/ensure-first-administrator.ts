import type { Deps } from '#platform/deps.ts';
import { record, system } from '#platform/event-log/record.ts';
import { enrolmentLinkFor } from '../domain/sign-in-lane.ts';
import { linkTo } from '../letters/letter.ts';
import { dropLinks, insertLink } from '../store/links.ts';
import { hasOfficials } from '../store/officials.ts';
import { asIdentity } from './identity-deps.ts';

/**
 * At installation nobody can invite anybody: as long as there is no official, each start makes an enrolment link for the
 * first administrator, to be printed on the console, and closes the one before.
 */
export async function ensureFirstAdministrator({
  db,
  now,
  keys,
  publicUrl,
}: Deps): Promise<string | undefined> {
  const at = now();
  return db.transaction(asIdentity, async (tx) => {
    if (await hasOfficials(tx)) return undefined;
    await dropLinks(tx, 'enrolment', {});
    const token = keys.token();
    await insertLink(tx, token, { purpose: 'enrolment' }, at, at.add(enrolmentLinkFor));
    await record(tx, {
      type: 'official.first-administrator-awaited',
      subject: { kind: 'installation', id: 'first-administrator' },
      actor: system('identity'),
      at,
    });
    return linkTo.enrolment(publicUrl, 'it', token);
  });
}
