export type { Document, Draft, LegibilityWarning } from './domain/document.ts';
export { bindPhotos } from './use-cases/arrange-drafts.ts';
export { attachDrafts, countDrafts } from './use-cases/attach-drafts.ts';
export { closeDocumentsForAccount } from './use-cases/close-for-account.ts';
export type { DocumentDeps } from './use-cases/document-deps.ts';
export { eraseDocumentsSoon, keepDocumentsUntil } from './use-cases/erase-documents.ts';
export { documentJobs } from './use-cases/jobs.ts';
export {
  forgetUploads,
  keepUploadsUntil,
  moveUploads,
  passUploads,
  uploadsOfForm,
} from './use-cases/keep-uploads.ts';
export { documentToken, listDocuments } from './use-cases/read-documents.ts';
export {
  type FormHolder,
  listDrafts,
  type Received,
  receiveUpload,
  takeBackUploads,
} from './use-cases/receive-upload.ts';
export { documentSheets } from './web/document-sheets.ts';
export { documentRoutes } from './web/routes.ts';
export { acceptDocuments, type TakenUploads, takeFormUploads } from './web/take-uploads.ts';
export { type DocumentDoor, documentList, uploadField } from './web/upload-field.ts';
