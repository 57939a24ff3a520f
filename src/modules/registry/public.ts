export type { ChangeKind } from './domain/change.ts';
export type {
  AddressAbroad,
  ConsularData,
  ConsularEntry,
  ConsularStanding,
  ConsularState,
  LeavingReason,
} from './domain/consular-entry.ts';
export type { ConsularRefusal } from './domain/consular-move.ts';
export type { ElectoralStanding } from './domain/electoral.ts';
export { fromRecord } from './domain/from-record.ts';
export type { Match, NoMatch } from './domain/matching.ts';
export type { NewAddress } from './domain/move.ts';
export type { HouseholdContent, KnownRecord, PersonContent } from './domain/person-content.ts';
export type { Reader, Reading } from './domain/reading.ts';
export type * from './domain/record.ts';
export type { FoundPerson, SearchRefusal, Wanted } from './domain/search.ts';
export type { Version } from './domain/two-times.ts';
export type { ByOfficial, Changed, Refusal as RecordRefusal, Target } from './use-cases/change-record.ts';
export { closeForAccount } from './use-cases/close-for-account.ts';
export {
  connectAccount,
  connectAccounts,
  matchAccount,
  personOfAccount,
} from './use-cases/connect-account.ts';
export {
  changeAddressInRegister,
  confirmAire,
  type Entered,
  enterConsularRegister,
  findEntryOf,
  leaveEntriesOf,
} from './use-cases/consular-register.ts';
export { consularStanding, readConsularStanding, standingsAtOffice } from './use-cases/consular-standing.ts';
export { domicileOfAccount } from './use-cases/domicile-of-account.ts';
export { type ChangeOfPerson, findChangeOf } from './use-cases/find-change-of.ts';
export {
  type FollowedChange,
  listRegistryChangesSince,
  type RegistryChanges,
} from './use-cases/follow-changes.ts';
export {
  type Facility,
  holdsRecords,
  type Joining,
  loadRecords,
  writeCopies,
} from './use-cases/load-records.ts';
export { matchTaxCode } from './use-cases/match-tax-code.ts';
export { noteReadings } from './use-cases/note-readings.ts';
export type { RecordHistory } from './use-cases/read-changes.ts';
export { type ReadingsPage, readReadings } from './use-cases/read-readings.ts';
export { householdOf, type RegistryDeps, readRecord } from './use-cases/read-record.ts';
export { searchRecords } from './use-cases/search-records.ts';
export { type KnownInRegister, takeOverRegister } from './use-cases/take-over-register.ts';
export { taxCodesOf } from './use-cases/tax-codes-of.ts';
export { registryJobs } from './use-cases/tell-of-changes.ts';
export { registryRoutes } from './web/routes.ts';
export { standingSection } from './web/standing.ts';
export { closingWords } from './web/words/closing.ts';
