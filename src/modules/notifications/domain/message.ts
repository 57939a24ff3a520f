import { defineLifecycle } from '#kernel/lifecycle.ts';
import type { Locale } from '#kernel/locale.ts';

/** E-mail, text message, or certified mail (posta elettronica certificata, D.P.R. 68/2005). */
export type Channel = 'mail' | 'sms' | 'pec';

/** A message to one person (comunicazione), in the words of the module that sends it. */
export interface Message {
  readonly channel: Channel;
  /** E-mail address, or telephone number in international form. */
  readonly to: string;
  readonly locale: Locale;
  /** Whose message list shows it. */
  readonly accountId?: string;
  readonly officeId?: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** The one thing to do, if there is one. */
  readonly action?: { readonly label: string; readonly url: string };
  /** The last word to somebody who has gone: erased as soon as it has left. */
  readonly eraseOnceSent?: boolean;
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
  /**
   * A notice about a request (art. 3-bis CAD): by certified mail to the digital domicile of whoever the account belongs to,
   * where there is one when it leaves; otherwise by mail to the address above.
   */
  readonly toDomicile?: true;
  /** Files that go with it by mail or certified mail; a text has none. */
  readonly attachments?: readonly AttachmentReference[];
}

/** A stored file that goes with a message (allegato): named here, read only when the message leaves. */
export interface AttachmentReference {
  /** Whose file it is: the module that has it answers under this name. */
  readonly kind: string;
  readonly id: string;
}

export type MessageContent = Pick<
  Message,
  'paragraphs' | 'action' | 'calendar' | 'attachments' | 'toDomicile'
>;

/**
 * So many bytes of files go with one message. Mailboxes commonly take letters of 10 MB, and a file grows by a third on its
 * way; those of certified mail take 30 MB at least (D.M. 2 November 2005, art. 12).
 */
export const attachedAtMost = 7_000_000;

export type MessageState = 'waiting' | 'sent' | 'failed';

export const messageLifecycle = defineLifecycle<MessageState, 'leave' | 'try_again' | 'give_up'>({
  waiting: { leave: 'sent', try_again: 'waiting', give_up: 'failed' },
  sent: {},
  failed: {},
});

/** How long after which failure the next try comes, in minutes; after the last one the message has failed. */
const pauses = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 240, 480];

/** When to try again after so many failed tries, or nothing when it is time to give up. */
export function nextTry(attempts: number, at: Temporal.Instant): Temporal.Instant | undefined {
  const minutes = pauses[attempts - 1];
  return minutes === undefined ? undefined : at.add({ seconds: Math.round(minutes * 60) });
}
