import type { AttachedFile, Letter } from '#platform/mail/mailer.ts';
import { html } from '#platform/web/html.ts';
import type { MessageContent } from '../domain/message.ts';

export interface LetterWords {
  readonly closing: string;
  readonly automatic: string;
  readonly linkHint: string;
}

/** A message as a letter: plain text, and HTML that every mail program shows alike. */
export function letterOf(
  {
    id,
    to,
    subject,
    content,
    files = [],
  }: {
    id: string;
    to: string;
    subject: string;
    content: MessageContent;
    files?: readonly AttachedFile[];
  },
  words: LetterWords,
): Letter {
  const { paragraphs, action, calendar } = content;
  const text = [
    ...paragraphs,
    ...(action === undefined ? [] : [`${action.label}:\n${action.url}`]),
    words.closing,
    '-- ',
    words.automatic,
  ].join('\n\n');
  const page = html`<!doctype html><html><head><meta charset="utf-8"><title>${subject}</title></head>
<body style="margin:0;background:#f2f5f9;font-family:'Titillium Web',Arial,sans-serif;color:#17324d">
<div style="max-width:36em;margin:0 auto;padding:24px;background:#fff;font-size:17px;line-height:1.5">
<p style="margin:0 0 24px;font-weight:700;color:#0066cc">Sportello</p>
${paragraphs.map((paragraph) => html`<p style="margin:0 0 16px">${paragraph}</p>`)}
${
  action &&
  html`<p style="margin:24px 0"><a href="${action.url}" style="display:inline-block;padding:12px 24px;background:#0066cc;color:#fff;text-decoration:none;border-radius:4px;font-weight:600">${action.label}</a></p>
<p style="margin:0 0 16px;font-size:14px;color:#5a768a">${words.linkHint}<br>${action.url}</p>`
}
<p style="margin:24px 0 0">${words.closing}</p>
<p style="margin:24px 0 0;font-size:14px;color:#5a768a">${words.automatic}</p></div></body></html>`;
  return {
    id,
    to,
    subject,
    text,
    html: page.text,
    ...(calendar === undefined ? {} : { calendar }),
    ...(files.length === 0 ? {} : { files }),
  };
}
