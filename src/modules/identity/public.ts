import { openPasswords } from '#platform/credentials/passwords.ts';
import type { Deps } from '#platform/deps.ts';
import type { ScheduledJob } from '#platform/jobs/scheduled.ts';
import type { Keys } from '#platform/keys.ts';
import { cleanUp } from './use-cases/clean-up.ts';
import { expireDelegations } from './use-cases/end-delegations.ts';

export { codeAt } from '#platform/credentials/totp.ts';
export type { Person } from './domain/account.ts';
export type { Colleague } from './domain/colleague.ts';
export { parseEmail } from './domain/contact.ts';
export type { TaskWithContacts } from './domain/contacts-needed.ts';
export type {
  CorrectableDatum,
  Correction,
  CorrectionRefusal,
} from './domain/correction.ts';
export { lastDayOf, longestDelegation, reaches as delegationReaches } from './domain/delegation.ts';
export { personKeyOf } from './domain/person-key.ts';
export type { MatchCase, MunicipalityContacts, RegistryMatch } from './domain/registry-match.ts';
export type { Residence, Responsibility, ResponsibleOffice } from './domain/residence.ts';
export { createApiToken } from './use-cases/api-token.ts';
export { barForAbuse } from './use-cases/bar-for-abuse.ts';
export { closeForAccount } from './use-cases/close-account.ts';
export { correctIdentity } from './use-cases/correct-identity.ts';
export { createOfficials, type NewOfficial } from './use-cases/create-officials.ts';
export { createPeople, type NewPerson } from './use-cases/create-people.ts';
export {
  answerDelegation,
  type Delegated,
  type Delegation,
  delegationTopic,
  type OfferRefusal,
  offerDelegation,
  revokeDelegation,
  type StepRefusal as DelegationStepRefusal,
} from './use-cases/delegate.ts';
export {
  type Deed,
  delegatesOf,
  delegationFor,
  delegationsInForce,
  hadDelegationFor,
  type Matter,
  namesOfPeople,
  ownersOf,
  readDelegations,
  type ShownDelegation,
  seeDelegation,
} from './use-cases/delegations-in-force.ts';
export { ensureFirstAdministrator } from './use-cases/ensure-first-administrator.ts';
export {
  type Applicant,
  findApplicants,
  findContacts,
  findVerifiedEmail,
  holdAccounts,
  holdAccountToClose,
} from './use-cases/find-applicants.ts';
export { readPerson } from './use-cases/find-people.ts';
export { type NamedOfficial, nameOfficials } from './use-cases/name-officials.ts';
export { officialsAt } from './use-cases/officials-at.ts';
export { type OpenedSession, openOfficialSessions, openSessions } from './use-cases/open-sessions.ts';
export { openProver, type Proof, type Prover } from './use-cases/prove-again.ts';
export {
  type NewEmailRefusal,
  proveNewEmail,
  readNewEmail,
  sendNewEmailCode,
} from './use-cases/prove-new-email.ts';
export { findOwnAccount } from './use-cases/read-profile.ts';
export { findLetterBox } from './use-cases/sign-in.ts';
export type { Spid } from './use-cases/spid-deps.ts';
export { addressNoticeOn } from './web/address-notice.ts';
export { identify } from './web/identify.ts';
export type { IdentityOptions, MatchPerson, SignInCost } from './web/identity-web.ts';
export { requireContacts } from './web/require-contacts.ts';
export { identityRoutes } from './web/routes.ts';
export { requireStrong, type StrongReason } from './web/strong-reason.ts';
export { closingWords } from './web/words/closing.ts';

/** The hash of a password, for people and officials who are written down in advance. */
export function hashPassword(keys: Keys, password: string): Promise<string> {
  return openPasswords(keys).hash(password);
}

/** The timers of this module: what has expired is erased. */
export function identityJobs(deps: Deps): ScheduledJob[] {
  return [
    { name: 'identity-clean-up', cron: '17 * * * *', run: () => cleanUp(deps) },
    {
      name: 'identity-delegations-expire',
      cron: '* * * * *',
      async run() {
        while ((await expireDelegations(deps)) > 0);
      },
    },
  ];
}
