import type { Locale } from '#kernel/locale.ts';
import type { AttachedFile } from '#platform/mail/mailer.ts';
import { attachedAtMost, type Message, type MessageContent } from '../domain/message.ts';
import { notificationWords } from '../web/words/words.ts';

/** What became of a file that was to go with a message, by the time at which the message leaves. */
export type Attached =
  | { readonly is: 'file'; readonly file: AttachedFile }
  /** It may not be sent any more: the person is told this in place of the message. */
  | { readonly is: 'withheld'; readonly instead: Pick<Message, 'subject' | 'paragraphs' | 'action'> };

/** Reads a file of a module as it is now; what it throws is a fault, and the message is tried again later. */
export type AttachmentSource = (file: { readonly id: string; readonly locale: Locale }) => Promise<Attached>;

/** Where files come from, by the kind that references name. */
export type AttachmentSources = Readonly<Record<string, AttachmentSource>>;

interface Written {
  readonly subject: string;
  readonly content: MessageContent;
  readonly files: readonly AttachedFile[];
}

/** A message with its files as they are now, or what it says in place of one that may not be sent. */
export async function withFiles(
  { subject, content, locale }: Pick<Written, 'subject' | 'content'> & { readonly locale: Locale },
  sources: AttachmentSources,
): Promise<Written> {
  const files: AttachedFile[] = [];
  const tooLarge: string[] = [];
  let room = attachedAtMost;
  for (const { kind, id } of content.attachments ?? []) {
    const source = sources[kind];
    if (source === undefined) throw new Error(`Nobody has files of the kind ${kind}`);
    const attached = await source({ id, locale });
    if (attached.is === 'withheld') {
      const { subject: said, ...instead } = attached.instead;
      return { subject: said, content: instead, files: [] };
    }
    const { file } = attached;
    room -= file.content.length;
    if (room >= 0) files.push(file);
    else tooLarge.push(file.name);
  }
  const said = tooLarge.map(notificationWords[locale].tooLarge);
  return { subject, content: { ...content, paragraphs: [...content.paragraphs, ...said] }, files };
}
