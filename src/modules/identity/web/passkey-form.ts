import type { FastifyReply } from 'fastify';
import { form } from '#platform/web/form/form.ts';
import { type Html, type HtmlValue, html } from '#platform/web/html.ts';

export interface PasskeyForm {
  /** Where the browser asks for the device's question. */
  readonly ask: string;
  readonly ceremony: 'new' | 'known';
  /** Where the answer goes. */
  readonly action: string;
  readonly label: string;
  readonly kind?: 'primary' | 'secondary';
  readonly content?: HtmlValue;
  readonly words: { readonly without: string; readonly working: string; readonly failed: string };
}

/** A form that a device answers (`src/app/browser/passkey.ts`); without JavaScript it says what else works. */
export function passkeyForm(
  reply: FastifyReply,
  { action, label, content, kind = 'primary', ...rest }: PasskeyForm,
): Html {
  return aroundPasskey(rest, form(reply, { action, content: html`${content}${passkeyButton(label, kind)}` }));
}

/** The same around a form that has its own button too. */
export function aroundPasskey(
  { ask, ceremony, words }: Pick<PasskeyForm, 'ask' | 'ceremony' | 'words'>,
  content: Html,
): Html {
  return html`<passkey-form ask="${ask}" ceremony="${ceremony}"><p class="passkey-without form-note">${words.without}</p><div class="passkey-with">${content}</div><p class="passkey-says" role="status" data-working="${words.working}" data-failed="${words.failed}"></p></passkey-form>`;
}

export function passkeyButton(label: string, kind: 'primary' | 'secondary'): Html {
  return html`<input type="hidden" name="passkey" value=""><button type="submit" class="btn ${kind === 'primary' ? 'btn-primary' : 'btn-outline-primary'} passkey-button" hidden>${label}</button>`;
}
