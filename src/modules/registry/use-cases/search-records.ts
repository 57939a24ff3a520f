import { parseCivilDate } from '#kernel/civil-date.ts';
import { fold } from '#kernel/fold.ts';
import { municipalityOfOffice } from '#kernel/municipal-office.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import type { Reader } from '../domain/reading.ts';
import type { FoundPerson, SearchRefusal, Wanted } from '../domain/search.ts';
import { findByName, findByTaxCode, type Keeper } from '../store/finding.ts';
import { log, principalOf, type RegistryDeps } from './read-record.ts';

const most = 20;
const fewestLetters = 3;

/** The people of an office whom an official looks for; each who is shown is logged like a reading (RG-5). */
export async function searchRecords(
  { db, now }: RegistryDeps,
  reader: Extract<Reader, { kind: 'official' }>,
  wanted: Wanted,
): Promise<Outcome<readonly FoundPerson[], SearchRefusal>> {
  const bornOn = 'name' in wanted && wanted.bornOn !== undefined ? parseCivilDate(wanted.bornOn) : undefined;
  if (bornOn?.ok === false) return refused({ code: 'not_a_date' });
  const nameKey = 'name' in wanted ? fold(wanted.name) : '';
  if ('name' in wanted && nameKey.length < fewestLetters) return refused({ code: 'too_short' });
  return db.transaction(principalOf(reader), async (tx) => {
    const keeper = keeperOf(reader.officeId);
    const found =
      'taxCode' in wanted
        ? await findByTaxCode(tx, keeper, wanted.taxCode.replace(/\s/g, '').toUpperCase())
        : await findByName(tx, keeper, { nameKey, bornOn: bornOn?.value, most });
    await log(
      tx,
      found.map(({ id }) => id),
      reader,
      undefined,
      now(),
    );
    return granted(found);
  });
}

function keeperOf(officeId: string): Keeper {
  const municipality = municipalityOfOffice(officeId);
  return municipality === undefined ? { consulate: officeId } : { municipality };
}
