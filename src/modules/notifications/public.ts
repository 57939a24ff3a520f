export type { AttachmentReference, Message } from './domain/message.ts';
export type { Attached, AttachmentSource, AttachmentSources } from './use-cases/attachments.ts';
export { closeForAccount, closingWords, eraseMessages } from './use-cases/close-account.ts';
export { type Channels, dispatchMessages, type Outside } from './use-cases/dispatch-messages.ts';
export { enqueueMessages } from './use-cases/enqueue-messages.ts';
export { eraseOldMessages } from './use-cases/erase-old-messages.ts';
