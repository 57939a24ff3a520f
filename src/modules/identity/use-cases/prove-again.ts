import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { readPasskeyAnswer } from '#platform/credentials/passkeys.ts';
import { type HashingCost, openPasswords, type Passwords } from '#platform/credentials/passwords.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Deps } from '#platform/deps.ts';
import { parseCode } from '../domain/one-time-code.ts';
import { findAccount, findPasswordHash } from '../store/accounts.ts';
import { takeCodeTry, useCode } from '../store/codes.ts';
import { listContacts } from '../store/contacts.ts';
import { listPasskeys } from '../store/passkeys.ts';
import { guardLane } from './guard-lane.ts';
import { asIdentity, type IdentityDeps } from './identity-deps.ts';
import { codeHash, type SendRefusal, sendCode } from './send-code.ts';
import { askPasskey, findSigner } from './sign-in-with-passkey.ts';

/** By what a signed-in person shows once more who they are. */
export type Proof =
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'passkey'; readonly answer: unknown }
  | { readonly kind: 'code'; readonly code: string };

/** Asks a signed-in person once more who they are, before something that cannot be undone. */
export interface Prover {
  /** Which ways this person has, and to which contact a code would go. */
  ways(accountId: string): Promise<{ passkey: boolean; codeTo: 'email' | 'mobile' }>;
  askPasskey(accountId: string): ReturnType<typeof askPasskey>;
  sendCode(accountId: string): Promise<Outcome<null, SendRefusal>>;
  /** Does the work in the transaction in which the proof was found good; five wrong passwords a day, five tries a code. */
  prove<Result>(
    accountId: string,
    proof: Proof,
    work: (tx: Tx) => Promise<Result>,
  ): Promise<Outcome<Result, { code: 'not_proven' }>>;
}

type ProverDeps = Deps & { readonly passwords: Passwords };

/** Opens the prover for modules that stand above this one. */
export function openProver(deps: Deps, hashing?: HashingCost): Prover {
  return proverOf({ ...deps, passwords: openPasswords(deps.keys, hashing) });
}

function proverOf(deps: ProverDeps): Prover {
  const { db, now, keys, passwords } = deps;
  const known = deps as IdentityDeps;
  const codeContact = async (tx: Tx, accountId: string) => {
    const verified = (await listContacts(tx, accountId)).filter((each) => each.verified);
    const contact = verified.find((each) => each.kind === 'mobile') ?? verified[0];
    if (contact === undefined) throw new Error('An active account without a verified contact');
    return contact;
  };

  return {
    ways: (accountId) =>
      db.transaction(asIdentity, async (tx) => ({
        passkey: (await listPasskeys(tx, { accountId })).length > 0,
        codeTo: (await codeContact(tx, accountId)).kind,
      })),

    askPasskey: (accountId) => askPasskey(known, { purpose: 'confirm', holder: { accountId } }),

    sendCode: (accountId) =>
      db.transaction(asIdentity, async (tx) => {
        const account = await findAccount(tx, accountId, { forChange: true });
        if (account === undefined) throw new Error('A session without its account');
        const contact = await codeContact(tx, accountId);
        return sendCode(
          tx,
          deps,
          { accountId, locale: account.locale, purpose: 'confirmation', contact },
          now(),
        );
      }),

    async prove(accountId, proof, work) {
      if (proof.kind === 'password') {
        const kept = await db.transaction(asIdentity, (tx) => findPasswordHash(tx, accountId));
        if (kept === undefined) return refused({ code: 'not_proven' });
        const done = await guardLane(known, keys.hash('lane', `change:${accountId}`), {
          verify: async () =>
            (await passwords.verify(kept, proof.password, 'known_browser')) ? true : undefined,
          onMatch: async (tx) => ({ result: await work(tx) }),
          onShut: async () => {},
        });
        return done === undefined ? refused({ code: 'not_proven' }) : granted(done.result);
      }
      return db.transaction(asIdentity, async (tx) =>
        (await isGood(tx, known, accountId, proof))
          ? granted(await work(tx))
          : refused({ code: 'not_proven' as const }),
      );
    },
  };
}

async function isGood(
  tx: Tx,
  deps: IdentityDeps,
  accountId: string,
  proof: Exclude<Proof, { kind: 'password' }>,
): Promise<boolean> {
  if (proof.kind === 'passkey') {
    const answer = readPasskeyAnswer(proof.answer);
    const holder = { accountId };
    const signer = answer && (await findSigner(tx, deps, answer, { purpose: 'confirm', holder }));
    return signer !== undefined && 'accountId' in signer && signer.accountId === accountId;
  }
  const code = parseCode(proof.code);
  const sent = code === undefined ? undefined : await takeCodeTry(tx, accountId, 'confirmation', deps.now());
  if (code === undefined || sent === undefined) return false;
  const asked = { accountId, purpose: 'confirmation', contactKey: sent.contactKey } as const;
  if (codeHash(deps.keys, asked, code) !== sent.codeHash) return false;
  await useCode(tx, accountId, 'confirmation', deps.now());
  return true;
}
