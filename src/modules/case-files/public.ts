export type { CaseFileDeps } from './use-cases/case-file-deps.ts';
export {
  /** @public What the closing of an account composes. */
  closeCaseFilesForAccount,
  /** @public What is told before it. */
  previewClosingCaseFiles,
} from './use-cases/close-for-account.ts';
export { countOpenFiles, type Handling, handleCaseFile } from './use-cases/handle-case-file.ts';
export { caseFileJobs } from './use-cases/jobs.ts';
export { keepReply } from './use-cases/saved-replies.ts';
export { submitCaseFile } from './use-cases/submit-case-file.ts';
export { openRequests } from './web/list-page.ts';
export { caseFileRoutes } from './web/routes.ts';
export {
  /** @public `closing` has the sentences for the codes of closing an account. */
  caseFileWords,
} from './web/words/words.ts';
