export { type CaseFile, protocolText } from './domain/case-file.ts';
export { municipalLifecycle } from './domain/case-file-lifecycle.ts';
export type {
  EntryAnswers,
  FormAnswers,
  FormCheck,
  FormFacts,
  FormQuestion,
  FormSection,
  KnownReason,
  OtherProcedure,
  RequiredDocument,
} from './domain/form.ts';
export {
  answersAsked,
  answerTo,
  documentsFor,
  entriesOf,
  questionsOf,
  sectionsFor,
} from './domain/form-answers.ts';
export type { FormProcedure, MunicipalPart } from './domain/procedure.ts';
export type { DeclaredPerson } from './domain/registry-comparison.ts';
export { ownerOfDraft } from './use-cases/acting.ts';
export type { CaseFileDeps, ProcedureEffects, ProcedureFolder } from './use-cases/case-file-deps.ts';
export { checkForm } from './use-cases/check-form.ts';
export { closeCaseFilesForAccount } from './use-cases/close-for-account.ts';
export { failVerification, rejectFile, sendToMunicipality } from './use-cases/decide-file.ts';
export { openDraft } from './use-cases/drafts.ts';
export type { FileWork } from './use-cases/file-work.ts';
export { countOpenFiles, type Handling, handleCaseFile } from './use-cases/handle-case-file.ts';
export { caseFileJobs } from './use-cases/jobs.ts';
export { countMunicipalFiles } from './use-cases/list-municipal-files.ts';
export { moveForAccount } from './use-cases/move-for-account.ts';
export { confirmFile, refuseFile, takeAtMunicipality } from './use-cases/municipality.ts';
export {
  attachCommunication,
  communicationAttachments,
  printForm,
  printReceipt,
} from './use-cases/print-file.ts';
export { proceduresWith } from './use-cases/running-procedures.ts';
export { replaceAnswers } from './use-cases/save-draft.ts';
export { keepReply } from './use-cases/saved-replies.ts';
export { countFilesInQueue, listDeskFiles, searchDeskFiles, seeDesk } from './use-cases/see-desk.ts';
export { sendForm } from './use-cases/send-form.ts';
export { submitCaseFile } from './use-cases/submit-case-file.ts';
export { takeFile, takeNextFile } from './use-cases/take-file.ts';
export { tickChecks } from './use-cases/tick-checks.ts';
export { transferDraft } from './use-cases/transfer-draft.ts';
export { writeToPerson } from './use-cases/work-on-file.ts';
export { cancelCaseFile } from './use-cases/write-as-person.ts';
export { openRequests } from './web/list-page.ts';
export { caseFileRoutes } from './web/routes.ts';
export { closingWords } from './web/words/closing.ts';
