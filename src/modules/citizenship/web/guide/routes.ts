import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { parseCivilDate } from '#kernel/civil-date.ts';
import type { Deps } from '#platform/deps.ts';
import { renderPdf } from '#platform/pdf/render-pdf.ts';
import { type Typed, typedIn } from '#platform/web/form/read-form.ts';
import { localized } from '#platform/web/page.ts';
import { cookieName } from '#platform/web/server.ts';
import { keyOf, parseKey, type QuestionKey } from '../../domain/guide/answers.ts';
import { guide } from '../../domain/guide/guide.ts';
import { answerQuestion, chooseLawDay, lawDay } from '../../use-cases/answer-question.ts';
import { forgetAssessment, keepAssessment } from '../../use-cases/keep-assessment.ts';
import { type OpenedAssessment, readAssessment } from '../../use-cases/read-assessment.ts';
import { linkFor, startAssessment } from '../../use-cases/start-assessment.ts';
import { factRefusals } from '../words/fact-refusals.ts';
import { guideWords } from '../words/words.ts';
import type { OfficeFinder } from './office-finder.ts';
import { assessmentPaper } from './paper.ts';
import { questionPage } from './question-page.ts';
import { readAnswer } from './read-answer.ts';
import { resultPage } from './result-page.ts';
import { deletedPage, gonePage, toldPage } from './small-pages.ts';

interface Link {
  Params: { token: string };
}

/** The guided assessment: one address for each, that only its owner has; what it shows is worked out from the answers. */
export function guideRoutes(deps: Deps, findOffices: OfficeFinder): FastifyPluginAsync {
  const secure = deps.publicUrl.startsWith('https:');
  const browserOf = (request: FastifyRequest) => request.cookies[cookieName(secure, 'csrf')] ?? '';
  const baseOf = (token: string) => `/citizenship/assessments/${token}`;
  const accountOf = ({ who }: FastifyRequest) =>
    who.kind === 'citizen' && who.active ? who.accountId : undefined;

  /** Opens what a link leads to, or says that there is nothing any more. */
  async function opened(request: FastifyRequest<Link>): Promise<OpenedAssessment | undefined> {
    return readAssessment(deps, request.params.token);
  }

  async function askAgain(
    request: FastifyRequest<Link>,
    reply: FastifyReply,
    question: QuestionKey,
    again: { saved: OpenedAssessment; typed?: Typed; problem?: string; isChange?: boolean },
  ) {
    const asOf = lawDay(again.saved, deps.now());
    const { told } = guide(again.saved.answers, { asOf, locale: request.locale });
    const { answers } = again.saved;
    return questionPage(request, reply, {
      ...again,
      question,
      answers,
      told,
      asOf,
      base: baseOf(request.params.token),
    });
  }

  async function answerPage(
    request: FastifyRequest<Link>,
    reply: FastifyReply,
    saved: OpenedAssessment,
    more: { lawDayProblem?: string; typedLawDay?: string } = {},
  ) {
    const { locale } = request;
    const base = baseOf(request.params.token);
    const asOf = lawDay(saved, deps.now());
    const guidance = guide(saved.answers, { asOf, locale });
    const { question, told } = guidance;
    if (question !== undefined && more.lawDayProblem === undefined)
      return questionPage(request, reply, { question, answers: saved.answers, told, asOf, base });
    const office = guidance.tried[0]?.assessment.office;
    const offices =
      office?.kind === 'consulate' && office.country !== null
        ? await findOffices(request, { country: office.country, place: office.place })
        : [];
    const link = `${deps.publicUrl}${localized(locale, base)}`;
    const isCopy = (request.query as { copy?: string }).copy !== undefined;
    return resultPage(request, reply, { saved, guidance, asOf, base, link, offices, isCopy, ...more });
  }

  return async (app: FastifyInstance) => {
    app.addHook('onRequest', async (_request, reply) => {
      // the address is a secret: no other site, search engine or shared cache may learn it
      reply.headers({
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
        'cache-control': 'no-store',
      });
    });

    app.addHook('preHandler', async (request, reply) => {
      const { token } = request.params as { token?: string };
      return token === undefined || /^[\w-]{20,100}$/.test(token) ? undefined : gonePage(request, reply);
    });

    app.post('/citizenship/assessments', async (request, reply) => {
      const token = linkFor(deps, browserOf(request), typedIn(request.body)['_key'] ?? '');
      await startAssessment(deps, { token });
      return reply.seeOther(baseOf(token));
    });

    app.get<Link>('/citizenship/assessments/:token', async (request, reply) => {
      const saved = await opened(request);
      return saved === undefined ? gonePage(request, reply) : answerPage(request, reply, saved);
    });

    app.get<Link>('/citizenship/assessments/:token/paper.pdf', async (request, reply) => {
      const saved = await opened(request);
      if (saved === undefined) return gonePage(request, reply);
      const { locale } = request;
      const asOf = lawDay(saved, deps.now());
      const guidance = guide(saved.answers, { asOf, locale });
      const [best] = guidance.tried;
      if (guidance.question !== undefined || best === undefined)
        return reply.seeOther(baseOf(request.params.token));
      const paper = await assessmentPaper({ saved, guidance, best, asOf, at: deps.now(), locale });
      return reply
        .type('application/pdf')
        .header('content-disposition', 'inline; filename="citizenship.pdf"')
        .send(await renderPdf(paper));
    });

    app.get<Link>('/citizenship/assessments/:token/told', async (request, reply) => {
      const saved = await opened(request);
      if (saved === undefined) return gonePage(request, reply);
      const { told } = guide(saved.answers, { asOf: lawDay(saved, deps.now()), locale: request.locale });
      return toldPage(request, reply, { told, answers: saved.answers, base: baseOf(request.params.token) });
    });

    app.get<{ Params: { token: string; key: string } }>(
      '/citizenship/assessments/:token/questions/:key',
      async (request, reply) => {
        const saved = await opened(request);
        const question = parseKey(request.params.key);
        if (saved === undefined) return gonePage(request, reply);
        if (question === undefined || saved.answers[keyOf(question)] === undefined)
          return reply.seeOther(baseOf(request.params.token));
        return askAgain(request, reply, question, { saved, isChange: true });
      },
    );

    app.post<Link>('/citizenship/assessments/:token/answers', async (request, reply) => {
      const typed = typedIn(request.body);
      const { token } = request.params;
      const words = guideWords[request.locale].question;
      const question = parseKey(typed['key'] ?? '');
      const saved = await opened(request);
      if (saved === undefined) return gonePage(request, reply);
      if (question === undefined) return reply.seeOther(baseOf(token));
      const reading = readAnswer(question, typed);
      if ('problem' in reading)
        return askAgain(request, reply, question, { saved, typed, problem: words[reading.problem] });
      const outcome = await answerQuestion(deps, { token, key: keyOf(question), value: reading.value });
      if (outcome.ok) return reply.seeOther(baseOf(token));
      const { refusal } = outcome;
      if (refusal.code === 'no_such_assessment') return gonePage(request, reply);
      const problem =
        refusal.code === 'contradiction'
          ? `${words.contradiction} ${factRefusals[refusal.because][request.locale]}`
          : words.noChoice;
      return askAgain(request, reply, question, { saved, typed, problem });
    });

    app.post<Link>('/citizenship/assessments/:token/law-days', async (request, reply) => {
      const typed = typedIn(request.body);
      const { token } = request.params;
      const saved = await opened(request);
      if (saved === undefined) return gonePage(request, reply);
      const words = guideWords[request.locale].result;
      const day = parseCivilDate(typed['day'] ?? '');
      const refuse = (lawDayProblem: string) =>
        answerPage(request, reply, saved, { lawDayProblem, typedLawDay: typed['day'] ?? '' });
      if (typed['today'] === undefined && (!day.ok || day.value < '1992-08-16' || day.value > '2040-12-31'))
        return refuse(words.lawDayProblem);
      const lawOf = typed['today'] === undefined && day.ok ? day.value : undefined;
      const outcome = await chooseLawDay(deps, { token, lawOf });
      if (outcome.ok) return reply.seeOther(baseOf(token));
      return outcome.refusal.code === 'contradiction'
        ? refuse(factRefusals[outcome.refusal.because][request.locale])
        : gonePage(request, reply);
    });

    app.post<Link>('/citizenship/assessments/:token/keeping', async (request, reply) => {
      const { token } = request.params;
      const outcome = await keepAssessment(deps, { token, accountId: accountOf(request) });
      return outcome.ok ? reply.seeOther(`${baseOf(token)}#keep`) : gonePage(request, reply);
    });

    app.post<Link>('/citizenship/assessments/:token/copies', async (request, reply) => {
      const saved = await opened(request);
      if (saved === undefined) return gonePage(request, reply);
      const token = linkFor(deps, browserOf(request), typedIn(request.body)['_key'] ?? '');
      const { answers, lawOf } = saved;
      await startAssessment(deps, { token, saved: { answers, ...(lawOf !== undefined && { lawOf }) } });
      return reply.seeOther(`${baseOf(token)}?copy=1`);
    });

    app.post<Link>('/citizenship/assessments/:token/deletion', async (request, reply) => {
      const { token } = request.params;
      const outcome = await forgetAssessment(deps, { token, accountId: accountOf(request) });
      return outcome.ok ? deletedPage(request, reply) : gonePage(request, reply);
    });
  };
}
