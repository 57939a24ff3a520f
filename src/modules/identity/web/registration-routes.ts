import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { dayAt } from '#kernel/civil-date.ts';
import { isCountryCode } from '#kernel/country.ts';
import { hidden, textArea } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { readForm, type Typed } from '#platform/web/form/read-form.ts';
import { html } from '#platform/web/html.ts';
import { webWords } from '#platform/web/words/words.ts';
import { parseCode } from '../domain/one-time-code.ts';
import { passwordFault, shortest } from '../domain/password-policy.ts';
import { activateAccount } from '../use-cases/activate-account.ts';
import { contestBlock, mayContest } from '../use-cases/contest-block.ts';
import { readCodeOnItsWay } from '../use-cases/read-profile.ts';
import { registerPerson } from '../use-cases/register-person.ts';
import { resendActivationCode } from '../use-cases/resend-activation-code.ts';
import { codePage, codeReceivedPage } from './code-page.ts';
import { registrationOf } from './entering.ts';
import { type IdentityWeb, queryText } from './identity-web.ts';
import { emptyForm, type FormState, hasProblems, sentences, summaryOf } from './pieces.ts';
import { readRegistration } from './registration-form.ts';
import { registrationPage, residencePage } from './registration-page.ts';
import { identityWords } from './words/words.ts';

export function registrationRoutes(app: FastifyInstance, web: IdentityWeb): void {
  const { deps, cookies, limited, untilAnswer } = web;
  const wordsFor = (request: FastifyRequest) => identityWords[request.locale].registration;

  app.get('/register', async (request, reply) => {
    const [country, place] = [queryText(request, 'country'), queryText(request, 'place').trim()];
    if (country === '' && place === '') return residencePage(reply, emptyForm);
    const words = wordsFor(request).problems;
    const problems = {
      ...(isCountryCode(country) ? {} : { country: words.country }),
      ...(place === '' || place.length > 120 ? { place: words.place } : {}),
    };
    if (Object.keys(problems).length > 0)
      return residencePage(reply, { typed: { country, place }, problems });
    const responsibility = await deps.residence.officesFor({ country, place });
    if (responsibility.kind === 'choose_municipality') {
      return askMunicipality(reply, { country, place }, responsibility.municipalities);
    }
    return registrationPage(reply, emptyForm, { country, place, responsibility });
  });

  const askMunicipality = (reply: FastifyReply, typed: Typed, municipalities: readonly string[]) => {
    const words = identityWords[reply.request.locale].registration.problems;
    const place = municipalities.length > 0 ? words.several_municipalities : words.no_municipality;
    return residencePage(reply, { typed, problems: { place } }, municipalities);
  };

  app.post('/register', { config: limited }, async (request, reply) => {
    const startedAt = performance.now();
    const words = identityWords[request.locale];
    const reading = await readRegistration(request.body, dayAt(deps.now(), 'Europe/Rome'));
    const { typed, key } = reading;
    const country = typed['country'] ?? '';
    const place = typed['place']?.trim() ?? '';
    const problems = reading.ok ? {} : sentences(reading.problems, words.registration.problems);
    const about = [typed['given_name'], typed['family_name'], typed['email'], typed['born_on']];
    const fault = passwordFault(reading.password, {
      minimum: shortest.alone,
      about: about.filter((each) => each !== undefined),
    });
    if (fault !== undefined) problems['password'] = words.signIn.faults[fault](shortest.alone);
    if (!isCountryCode(country) || place === '') return residencePage(reply, { typed, problems });
    const responsibility = await deps.residence.officesFor({ country, place });
    if (
      responsibility.kind === 'choose' &&
      !responsibility.offices.some((each) => each.id === typed['office'])
    ) {
      problems['office'] = words.registration.problems.office_missing;
    }
    if (responsibility.kind === 'choose_municipality') {
      return askMunicipality(reply, { country, place }, responsibility.municipalities);
    }
    const again = (state: FormState) => registrationPage(reply, state, { country, place, responsibility });
    if (!reading.ok || Object.keys(problems).length > 0) return again({ typed, problems, key });

    const registered = await registerPerson(deps, { ...reading.value, locale: request.locale, key });
    await untilAnswer(startedAt);
    if (registered.ok) {
      cookies.keepRegistration(reply, registered.value.accountId);
      return reply.seeOther('/register/code');
    }
    switch (registered.refusal.code) {
      case 'office_missing':
        return again({ typed, problems: { office: words.registration.problems.office_missing }, key });
      case 'password':
        return again({
          typed,
          problems: { password: words.signIn.faults[registered.refusal.fault](shortest.alone) },
          key,
        });
      case 'key_reused':
        return again({ typed, problems: { given_name: webWords[request.locale].problems.keyReused } });
    }
  });

  const accountOf = (request: FastifyRequest) => registrationOf(web, request);

  const showCode = async (
    request: FastifyRequest,
    reply: FastifyReply,
    state: FormState,
    notice?: string,
  ): Promise<FastifyReply> => {
    const accountId = accountOf(request);
    if (accountId === undefined) {
      return residencePage(reply, {
        typed: {},
        problems: { country: wordsFor(request).problems.registration_lost },
      });
    }
    return codePage(reply, state, { code: await readCodeOnItsWay(deps, accountId, 'activation'), notice });
  };

  app.get('/register/code', (request, reply) => {
    const notice = queryText(request, 'sent') === '' ? undefined : wordsFor(request).code.sentAgain;
    return showCode(request, reply, emptyForm, notice);
  });

  app.get('/account/activation', (request, reply) => {
    if (request.who.kind !== 'citizen') return reply.askToSignIn('citizen');
    if (request.who.active) return reply.seeOther('/account');
    return showCode(request, reply, emptyForm, wordsFor(request).code.notYet);
  });

  app.post('/register/codes', { config: limited }, async (request, reply) => {
    const startedAt = performance.now();
    const accountId = accountOf(request);
    if (accountId === undefined) return showCode(request, reply, emptyForm);
    const { problems: words } = wordsFor(request);
    const reading = readForm(
      z.object({ to: z.enum(['email', 'mobile'], { error: 'code_to' }) }),
      request.body,
    );
    if (!reading.ok) {
      return showCode(request, reply, { typed: reading.typed, problems: sentences(reading.problems, words) });
    }
    const sent = await resendActivationCode(deps, { accountId, to: reading.value.to });
    await untilAnswer(startedAt);
    if (sent.ok) return reply.seeOther('/register/code?sent=again');
    return showCode(request, reply, { typed: reading.typed, problems: { to: words[sent.refusal.code] } });
  });

  app.post('/register/activation', { config: limited }, async (request, reply) => {
    const startedAt = performance.now();
    const accountId = accountOf(request);
    if (accountId === undefined) return showCode(request, reply, emptyForm);
    const { problems: words } = wordsFor(request);
    const reading = readForm(z.object({ code: z.string({ error: 'code' }).max(40, 'code') }), request.body);
    const code = parseCode(reading.typed['code'] ?? '');
    if (code === undefined) return showCode(request, reply, { typed: {}, problems: { code: words.code } });
    const activated = await activateAccount(deps, { accountId, code, key: reading.key });
    await untilAnswer(startedAt);
    if (activated.ok) return reply.seeOther('/register/done');
    return showCode(request, reply, { typed: {}, problems: { code: words.wrong_code } });
  });

  app.get('/register/done', (_request, reply) => codeReceivedPage(reply));

  const contestPage = (reply: FastifyReply, token: string, state: FormState) => {
    const { locale } = reply.request;
    const words = identityWords[locale].registration.contest;
    return reply.page({
      title: words.title,
      breadcrumb: [{ label: words.title }],
      hasProblems: hasProblems(state),
      status: hasProblems(state) ? 422 : 200,
      main: html`<h1>${words.title}</h1>${summaryOf(locale, state)}<p class="lead">${words.lead}</p>
${form(reply, {
  action: '/register/contest',
  key: state.key,
  content: html`${hidden('token', token)}${textArea({
    name: 'text',
    label: words.text,
    hint: words.textHint,
    value: state.typed['text'],
    problem: state.problems['text'],
    rows: 8,
    maxlength: 2000,
  })}${submitButton(words.submit)}`,
})}`,
    });
  };
  const contestMessage = (reply: FastifyReply, title: string, text: string, status = 200) =>
    reply.page({
      title,
      status,
      breadcrumb: [{ label: title }],
      main: html`<h1>${title}</h1><p class="lead">${text}</p>`,
    });

  app.get('/register/contest', async (request, reply) => {
    const { contest } = wordsFor(request);
    const token = queryText(request, 'token');
    if (await mayContest(deps, token)) return contestPage(reply, token, emptyForm);
    return contestMessage(reply, contest.expiredTitle, contest.expired, 410);
  });

  app.post('/register/contest', { config: limited }, async (request, reply) => {
    const { contest, problems: words } = wordsFor(request);
    const schema = z.object({
      token: z.string().default(''),
      text: z.string({ error: 'contest_text' }).trim().min(1, 'contest_text').max(2000, 'too_long'),
    });
    const reading = readForm(schema, request.body);
    const token = reading.typed['token'] ?? '';
    if (!reading.ok) {
      const { typed, key } = reading;
      return contestPage(reply, token, { typed, problems: sentences(reading.problems, words), key });
    }
    const contested = await contestBlock(deps, { token, text: reading.value.text, key: reading.key });
    if (contested.ok) return contestMessage(reply, contest.doneTitle, contest.done);
    return contestMessage(reply, contest.expiredTitle, contest.expired, 410);
  });
}
