import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { hidden, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm, type Typed } from '#platform/web/form/read-form.ts';
import { citizenOf, citizensOnly } from '#platform/web/guards.ts';
import { html } from '#platform/web/html.ts';
import { webWords } from '#platform/web/words/words.ts';
import type { ContactKind } from '../domain/account.ts';
import { type TaskWithContacts, tasksWithContacts } from '../domain/contacts-needed.ts';
import { parseCode } from '../domain/one-time-code.ts';
import { missingContacts } from '../use-cases/missing-contacts.ts';
import { readCodeOnItsWay, readProfile } from '../use-cases/read-profile.ts';
import { type ContactCodeRefusal, requestContactCode, verifyContact } from '../use-cases/verify-contact.ts';
import { type IdentityWeb, safePath } from './identity-web.ts';
import { emptyForm, type FormState, hasProblems, summaryOf } from './pieces.ts';
import { identityWords } from './words/words.ts';

/** Verifying the second contact, and changing the mobile number: a page and a code for each contact. */
export function contactRoutes(app: FastifyInstance, { deps, limited }: IdentityWeb): void {
  for (const kind of ['email', 'mobile'] as const) {
    const path = `/account/contacts/${kind}`;
    const guarded = { preHandler: citizensOnly };

    const show = async (request: FastifyRequest, reply: FastifyReply, state: FormState) => {
      const { accountId, signedInWith } = citizenOf(request);
      const profile = await readProfile(deps, accountId);
      const code = await readCodeOnItsWay(deps, accountId, kind);
      return contactPage(reply, kind, state, {
        value: profile[kind]?.value ?? '',
        verified: profile[kind]?.verified ?? false,
        codeSentTo: code?.contactValue,
        strong: signedInWith === 'spid',
        errand: errandOf(state.typed['for'] === undefined ? request.query : state.typed),
      });
    };

    app.get(path, guarded, (request, reply) => show(request, reply, emptyForm));

    app.post(`${path}/codes`, { ...guarded, config: limited }, async (request, reply) => {
      const { typed } = readForm(z.object({}), request.body);
      const { accountId } = citizenOf(request);
      const sent = await requestContactCode(deps, {
        accountId,
        kind,
        value: typed['value'],
        strong: citizenOf(request).signedInWith === 'spid',
      });
      if (sent.ok) return reply.seeOther(`${path}${queryOf(errandOf(typed))}`);
      const words = identityWords[request.locale];
      const sentencesOf: Record<ContactCodeRefusal['code'], string> = {
        ...words.registration.problems,
        email_fixed: words.account.contact.emailFixed,
        verified_already: words.account.contact.verifiedAlready,
      };
      return show(request, reply, { typed, problems: { value: sentencesOf[sent.refusal.code] } });
    });

    app.post(`${path}/verification`, { ...guarded, config: limited }, async (request, reply) => {
      const words = identityWords[request.locale];
      const { typed, key } = readForm(z.object({}), request.body);
      const code = parseCode(typed['code'] ?? '');
      if (code === undefined) {
        return show(request, reply, {
          typed: errandIn(typed),
          problems: { code: words.registration.problems.code },
        });
      }
      const { accountId } = citizenOf(request);
      const verified = await verifyContact(deps, { accountId, kind, code, key });
      if (verified.ok) {
        const errand = errandOf(typed);
        const [missing] =
          errand.task === undefined ? [] : await missingContacts(deps, { accountId, task: errand.task });
        return reply.seeOther(
          missing === undefined
            ? (errand.next ?? '/account')
            : `/account/contacts/${missing}${queryOf(errand)}`,
        );
      }
      const problem = {
        wrong_code: words.registration.problems.wrong_code,
        contact_not_usable: words.account.contact.notUsable,
        key_reused: webWords[request.locale].problems.keyReused,
      }[verified.refusal.code];
      return show(request, reply, { typed: errandIn(typed), problems: { code: problem } });
    });
  }
}

/** For what a contact is needed, and where to go on afterwards. */
interface Errand {
  readonly task: TaskWithContacts | undefined;
  readonly next: string | undefined;
}

function errandOf(fields: unknown): Errand {
  const { for: task, next } = fields as { for?: unknown; next?: unknown };
  return { task: tasksWithContacts.find((each) => each === task), next: safePath(next) };
}

const errandIn = (typed: Typed): Typed => ({ for: typed['for'] ?? '', next: typed['next'] ?? '' });

function queryOf({ task, next }: Errand): string {
  const query = new URLSearchParams({ ...(task && { for: task }), ...(next && { next }) }).toString();
  return query === '' ? '' : `?${query}`;
}

function contactPage(
  reply: FastifyReply,
  kind: ContactKind,
  state: FormState,
  {
    value,
    verified,
    codeSentTo,
    strong,
    errand,
  }: {
    value: string;
    verified: boolean;
    codeSentTo: string | undefined;
    strong: boolean;
    errand: Errand;
  },
): FastifyReply {
  const { locale } = reply.request;
  const { account: mine, registration } = identityWords[locale];
  const words = mine.contact;
  const title = !verified ? words.title[kind] : kind === 'mobile' ? words.changeTitle : mine.change.email;
  const fixed = verified && kind === 'email' && !strong;
  const onward = html`${errand.task !== undefined && hidden('for', errand.task)}${errand.next !== undefined && hidden('next', errand.next)}`;
  return reply.page({
    title,
    section: 'account',
    breadcrumb: [{ label: mine.title, path: '/account' }, { label: title }],
    hasProblems: hasProblems(state),
    status: hasProblems(state) ? 422 : 200,
    main: html`<h1>${title}</h1>${summaryOf(locale, state)}${
      fixed
        ? html`<p class="lead">${words.emailFixed}</p>`
        : html`${errand.task !== undefined && html`<p class="lead">${mine.needed.why[errand.task]}</p>`}<p class="lead">${words.lead}</p>
${
  codeSentTo !== undefined &&
  html`<p role="status">${words.sent(codeSentTo)} ${registration.code.junk}</p>${form(reply, {
    action: `/account/contacts/${kind}/verification`,
    content: html`${onward}${textField({
      name: 'code',
      label: words.code,
      problem: state.problems['code'],
      inputmode: 'numeric',
      autocomplete: 'one-time-code',
      width: 'code',
      maxlength: 12,
    })}${submitButton(words.submit)}`,
  })}`
}
${form(reply, {
  action: `/account/contacts/${kind}/codes`,
  content: html`${onward}${textField({
    name: 'value',
    label: words.value[kind],
    value: state.typed['value'] ?? codeSentTo ?? value,
    problem: state.problems['value'],
    type: kind === 'email' ? 'email' : 'tel',
    autocomplete: kind === 'email' ? 'email' : 'tel',
    maxlength: 254,
  })}${submitButton(codeSentTo === undefined ? words.send : registration.code.again, codeSentTo === undefined ? 'primary' : 'secondary')}`,
})}`
    }`,
  });
}
