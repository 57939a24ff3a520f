import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm } from '#platform/web/form/read-form.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { Holder } from '../domain/passkey.ts';
import type { IdentityDeps } from '../use-cases/identity-deps.ts';
import { addPasskey, type Passkey } from '../use-cases/passkeys.ts';
import { passkeyForm } from './passkey-form.ts';
import { type FormState, instantText } from './pieces.ts';
import { identityWords } from './words/words.ts';

export interface PasskeySection {
  readonly passkeys: readonly Passkey[];
  readonly state: FormState;
  /** The page that it stands on. */
  readonly base: string;
  readonly ask: string;
  readonly lead: string;
  readonly without: string;
}

/** The passkeys of a citizen or of an official: listed, named, removed, added. */
export function passkeySection(
  reply: FastifyReply,
  { passkeys, state, base, ask, lead, without }: PasskeySection,
): Html {
  const { locale } = reply.request;
  const { access: words } = identityWords[locale];
  return html`<section aria-labelledby="passkeys"><h2 id="passkeys">${words.passkeysTitle}</h2><p>${lead}</p>
${passkeys.length === 0 ? html`<p>${words.none}</p>` : html`<ul class="card-list">${passkeys.map((each) => line(reply, base, each))}</ul>`}
<h3>${words.addTitle}</h3>
${passkeyForm(reply, {
  ask,
  ceremony: 'new',
  action: `${base}/passkeys`,
  label: words.add,
  words: { without, working: words.working, failed: words.failed },
  content: textField({
    name: 'label',
    label: words.addLabel,
    hint: words.addHint,
    value: state.typed['label'],
    problem: state.problems['label'],
    maxlength: 80,
  }),
})}</section>`;
}

function line(reply: FastifyReply, base: string, { id, label, createdAt, lastUsedAt }: Passkey): Html {
  const { locale } = reply.request;
  const { access: words } = identityWords[locale];
  const used = lastUsedAt === null ? words.neverUsed : words.used(instantText(lastUsedAt, locale));
  return html`<li class="card-line"><h3>${label}</h3><p>${words.made(instantText(createdAt, locale))} ${used}</p>
<details><summary>${words.rename}<span class="visually-hidden">: ${label}</span></summary>${form(reply, {
    action: `${base}/passkeys/${id}/name`,
    content: html`${textField({ name: 'label', id: `label-${id}`, label: words.newName, value: label, maxlength: 80 })}${submitButton(words.saveName, 'secondary')}`,
  })}</details>
${form(reply, {
  action: `${base}/passkeys/${id}/removal`,
  class: 'inline-form',
  content: html`<button type="submit" class="btn btn-sm btn-outline-danger" aria-label="${words.removeWhich(label)}">${words.remove}</button>`,
})}</li>`;
}

/** Adds the passkey of a posted form, or says what is wrong in it. */
export async function addFromForm(
  deps: IdentityDeps,
  request: FastifyRequest,
  holder: Holder,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly state: FormState }> {
  const { access: words } = identityWords[request.locale];
  const { typed } = readForm(z.object({}), request.body);
  const label = (typed['label'] ?? '').trim();
  const again = (problem: string) => ({
    ok: false as const,
    state: { typed: { label }, problems: { label: problem } },
  });
  if (label === '' || label.length > 80) return again(words.labelMissing);
  const added = await addPasskey(deps, { holder, answer: typed['passkey'], label });
  if (added.ok) return { ok: true };
  return again(added.refusal.code === 'too_many_passkeys' ? words.tooMany : words.passkeyNotMade);
}
