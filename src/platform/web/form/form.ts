import type { FastifyReply } from 'fastify';
import { type Html, type HtmlValue, html } from '../html.ts';
import { localized } from '../page.ts';
import { hidden } from './fields.ts';

export interface Form {
  /** Path without the language. */
  readonly action: string;
  readonly content: HtmlValue;
  /** The key of a form that is shown again; a new form gets a new one. */
  readonly key?: string | undefined;
  readonly class?: string;
  /** The form carries files. */
  readonly files?: boolean;
}

const tokens = new WeakMap<FastifyReply, string>();

/** One token for a page: each call of the plug-in would set another cookie for a new visitor. */
export function csrfToken(reply: FastifyReply): string {
  const token = tokens.get(reply) ?? reply.generateCsrf();
  tokens.set(reply, token);
  return token;
}

/**
 * A form that changes something: with the token against foreign sites and the key that makes a second click, a
 * reload or a second tab repeat the same write instead of doing another.
 */
export function form(reply: FastifyReply, { action, content, key, class: name, files }: Form): Html {
  return html`<form method="post" action="${localized(reply.request.locale, action)}" novalidate class="${name ?? 'form'}"${
    files === true && html` enctype="multipart/form-data"`
  }>${hidden('_csrf', csrfToken(reply))}${hidden('_key', key ?? crypto.randomUUID())}${content}</form>`;
}

export function submitButton(label: string, kind: 'primary' | 'secondary' | 'danger' = 'primary'): Html {
  const style = kind === 'primary' ? 'btn-primary' : kind === 'danger' ? 'btn-danger' : 'btn-outline-primary';
  return html`<button type="submit" class="btn ${style}">${label}</button>`;
}
