export type { CaseFileDeps } from './use-cases/case-file-deps.ts';
export { closeCaseFilesForAccount } from './use-cases/close-for-account.ts';
export { countOpenFiles, type Handling, handleCaseFile } from './use-cases/handle-case-file.ts';
export { caseFileJobs } from './use-cases/jobs.ts';
export { keepReply } from './use-cases/saved-replies.ts';
export { submitCaseFile } from './use-cases/submit-case-file.ts';
export { openRequests } from './web/list-page.ts';
export { caseFileRoutes } from './web/routes.ts';
export { closingWords } from './web/words/closing.ts';
