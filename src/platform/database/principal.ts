/**
 * On whose behalf a transaction runs. The policies of the database (row-level security) see it, so that a statement
 * that forgets a condition still finds only what this person may see.
 */
export type Principal =
  | { readonly kind: 'visitor' }
  | { readonly kind: 'citizen'; readonly accountId: string }
  | { readonly kind: 'official'; readonly officialId: string; readonly officeIds: readonly string[] }
  /** The ministry's administrators: officials of every office. */
  | { readonly kind: 'ministry'; readonly officialId: string }
  /** Statements that join the requests of several people of one office. */
  | { readonly kind: 'office'; readonly officeId: string }
  /** The platform's own tasks: jobs, sign-in, first set-up. */
  | { readonly kind: 'system'; readonly task: string };

const safe = /^[a-z0-9-]*$/i;

function literal(value: string): string {
  if (!safe.test(value)) throw new Error('An id of a principal has an impossible character');
  return `'${value}'`;
}

/**
 * Joined statements look many rows up by their keys. The planner, which takes a list for ten entries and a young table
 * for an empty one, would at times rather read whole tables, and keep that plan while they grow.
 */
const byKeyOnly = Object.entries({
  plan_cache_mode: 'force_generic_plan',
  enable_seqscan: 'off',
  enable_mergejoin: 'off',
})
  .map(([name, value]) => `, set_config('${name}', '${value}', true)`)
  .join('');

/** The statement that opens a transaction for somebody. */
export function opening(as: Principal): string {
  const account = as.kind === 'citizen' ? as.accountId : '';
  const offices = as.kind === 'official' ? as.officeIds : as.kind === 'office' ? [as.officeId] : [];
  for (const each of offices) literal(each);
  return `begin; select set_config('app.kind', ${literal(as.kind)}, true), set_config('app.account', ${literal(account)}, true), set_config('app.offices', '${offices.join(',')}', true)${as.kind === 'office' ? byKeyOnly : ''}`;
}
