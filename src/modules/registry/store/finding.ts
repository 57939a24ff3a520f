import type { CivilDate } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Candidate } from '../domain/matching.ts';
import type { FoundPerson } from '../domain/search.ts';

const current = 'known_until is null and valid_until is null';

/** The records that have a tax code, or had it before letters took the place of digits (omocodia). */
export async function listCandidates(tx: Tx, taxCode: string, baseCode: string): Promise<Candidate[]> {
  return tx.sql<Candidate>(
    `select person_id as "personId", standing, municipality, tax_code = $1 as "sameCode" from registry.person_version
     where tax_code = any($2::text[]) and ${current} and standing = 'enrolled'
     union
     select person_id, standing, municipality, tax_code = $1 from registry.person_version
     where tax_code = any($2::text[]) and ${current} and standing <> 'enrolled'
     union
     select person_id, standing, municipality, tax_code = $1 from registry.person_version
     where base_tax_code = $3 and ${current}
     order by "personId"`,
    [taxCode, [...new Set([taxCode, baseCode])], baseCode],
    'registry-candidates',
  );
}

const found = `person_id as id, tax_code as "taxCode", family_name as "familyName", given_name as "givenName",
  born_on as "bornOn", standing, register, jsonb_array_length(procedures) as "openProcedures"`;

/** Who keeps the records that are searched: a municipality, or a consular office. */
export type Keeper =
  | { readonly municipality: string; readonly consulate?: undefined }
  | { readonly consulate: string; readonly municipality?: undefined };

function kept(keeper: Keeper): readonly [string, string] {
  return keeper.municipality === undefined
    ? ['consulate = $1', keeper.consulate]
    : ['municipality = $1', keeper.municipality];
}

export async function findByTaxCode(tx: Tx, keeper: Keeper, taxCode: string): Promise<FoundPerson[]> {
  const [condition, id] = kept(keeper);
  return tx.sql<FoundPerson>(
    `select ${found} from registry.person_version where tax_code = $2 and ${current} and standing = 'enrolled' and ${condition}
     union all
     select ${found} from registry.person_version where tax_code = $2 and ${current} and standing <> 'enrolled' and ${condition}`,
    [id, taxCode],
  );
}

/** People whose folded family and given name begin with these letters, in the order of names. */
export async function findByName(
  tx: Tx,
  keeper: Keeper,
  { nameKey, bornOn, most }: { nameKey: string; bornOn: CivilDate | undefined; most: number },
): Promise<FoundPerson[]> {
  const [condition, id] = kept(keeper);
  return tx.sql<FoundPerson>(
    `select ${found} from registry.person_version
     where ${condition} and name_key ~>=~ $2 and name_key ~<~ $3 and ${current}
       and ($4::text is null or born_on = any(array[$4, left($4, 7), left($4, 4)]))
     order by name_key using ~<~, born_on, person_id limit $5`,
    [id, nameKey, `${nameKey}\u{10FFFF}`, bornOn ?? null, most],
  );
}

/** The tax codes that a record has or had, with and without letters in the place of digits. */
export async function listTaxCodesOf(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.sql<{ code: string }>(
    `select distinct code from registry.person_version, unnest(array[tax_code, base_tax_code]) code
     where person_id = $1 and known_until is null and code is not null order by 1`,
    [personId],
    'registry-tax-codes',
  );
  return rows.map(({ code }) => code);
}
