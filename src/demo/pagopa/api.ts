import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isShown, type KeptNotice, type Operation, type PagopaWorld, type Urls } from './world.ts';

const fiscalCode = z.string().regex(/^\d{11}$/);
const nav = z.string().regex(/^\d{18}$/);
const short = z.string().min(1).max(140);

const cartBody = z.strictObject({
  emailNotice: z.email().optional(),
  paymentNotices: z
    .array(
      z.strictObject({
        noticeNumber: nav,
        fiscalCode,
        amount: z.int().min(1),
        companyName: short,
        description: short,
      }),
    )
    .min(1),
  returnUrls: z.strictObject({ returnOkUrl: z.url(), returnCancelUrl: z.url(), returnErrorUrl: z.url() }),
  idCart: z.string().optional(),
  allCCP: z.boolean().optional(),
});

const stampBody = z.strictObject({
  idCIService: z.string().min(1),
  paymentNotices: z
    .array(
      z.strictObject({
        firstName: z.string().min(1).max(50),
        lastName: z.string().min(1).max(50),
        fiscalCode: z.string().regex(/^([A-Z0-9]{16}|\d{11})$/),
        email: z.email(),
        amount: z.literal(1600),
        province: z.string().regex(/^[A-Z]{2}$/),
        documentHash: z.string().length(44),
      }),
    )
    .length(1),
  returnUrls: z.strictObject({ successUrl: z.url(), cancelUrl: z.url(), errorUrl: z.url() }),
});

const positionBody = z.object({
  iupd: z.string().min(1),
  type: z.enum(['F', 'G']),
  fiscalCode: z.string().min(1),
  fullName: z.string().min(1).max(70),
  companyName: short,
  switchToExpired: z.boolean(),
  paymentOption: z
    .array(
      z.object({
        nav,
        iuv: z.string().regex(/^\d{17}$/),
        amount: z.int().min(1),
        description: short,
        isPartialPayment: z.boolean(),
        dueDate: z.string(),
        transfer: z
          .array(
            z
              .strictObject({
                idTransfer: z.enum(['1', '2', '3', '4', '5']),
                amount: z.int().min(1),
                organizationFiscalCode: fiscalCode,
                remittanceInformation: short,
                category: z.string().min(1),
                iban: z.string().regex(/^IT\d{2}[A-Z]\d{10}[A-Z0-9]{12}$/),
              })
              .strict(),
          )
          .min(1)
          .max(5),
      }),
    )
    .length(1),
});

export interface SimulatorOptions {
  readonly key: string;
  /** Address of the checkout, to which an id is appended. */
  readonly checkout: () => string;
}

const problem = (reply: FastifyReply, status: number, detail: string, more: object = {}) =>
  reply
    .code(status)
    .type('application/problem+json')
    .send({ title: detail, status, detail, ...more });

/** The interfaces of pagoPA as a server: the same paths, checks and answers, with faults on demand. */
export function pagopaServer(world: PagopaWorld, { key, checkout }: SimulatorOptions): FastifyInstance {
  const app = Fastify({ logger: false, forceCloseConnections: true });
  app.addHook('onRequest', async (request, reply) => {
    if (request.headers['ocp-apim-subscription-key'] !== key)
      return problem(reply, 401, 'Access denied due to missing subscription key.');
    return undefined;
  });

  const lost = new WeakSet<FastifyRequest>();
  app.addHook('onSend', async (request, reply, payload) => {
    if (lost.has(request)) reply.raw.destroy();
    return payload;
  });

  /** Answers with the fault that somebody ordered, before or after the work. */
  const faulty =
    (operation: Operation, work: (request: FastifyRequest, reply: FastifyReply) => unknown) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const fault = world.takeFault(operation);
      switch (fault) {
        case undefined:
          return work(request, reply);
        case 'foreign-checkout':
          return operation === 'mbd'
            ? reply.send({
                checkoutRedirectUrl: 'https://elsewhere.example/pay',
                navDownloadLink: '',
                mbdNav: world.newNav('98'),
              })
            : reply.code(302).header('location', 'https://elsewhere.example/pay').send();
        case 'garbage':
          return reply.send({ what: 'is this' });
        case 'silence':
          return reply.hijack().raw.destroy();
        case 'lost-answer':
          lost.add(request);
          return work(request, reply);
        case 'status-400':
        case 'status-401':
        case 'status-422':
        case 'status-429':
        case 'status-500':
          return problem(reply, Number(fault.slice(7)), `Ordered: ${fault}`);
      }
    };

  app.post(
    '/checkout/ec/v1/carts',
    faulty('carts', (request, reply) => {
      const read = cartBody.safeParse(request.body);
      if (!read.success) return problem(reply, 400, 'Invalid request');
      const { paymentNotices, returnUrls } = read.data;
      if (paymentNotices.length > 5) return problem(reply, 422, 'Too many notices');
      const numbers = new Set(paymentNotices.map((each) => each.noticeNumber));
      if (numbers.size < paymentNotices.length)
        return problem(reply, 422, 'Duplicate payment notice values found.');
      const payable = paymentNotices.every((each) => {
        const notice = world.kept.notices[each.noticeNumber];
        return notice?.amount === each.amount && faultOf(world, notice) === undefined;
      });
      const [first] = paymentNotices;
      if (!payable || first === undefined) return problem(reply, 422, 'Invalid payment notice data');
      const urls = {
        ok: returnUrls.returnOkUrl,
        cancel: returnUrls.returnCancelUrl,
        error: returnUrls.returnErrorUrl,
      };
      const cart = world.openCart(first.noticeNumber, urls);
      return reply.code(302).header('location', `${checkout()}${cart.id}`).send();
    }),
  );

  app.get<{ Params: { rptId: string } }>(
    '/checkout/ec/v1/payment-requests/:rptId',
    faulty('verify', (request, reply) => {
      const { rptId } = request.params as { rptId: string };
      const notice = world.kept.notices[rptId.slice(11)];
      const fault = faultOf(world, notice);
      if (notice === undefined || fault !== undefined) {
        const category = fault ?? 'PAYMENT_UNKNOWN';
        return reply
          .code(category === 'PAYMENT_UNKNOWN' ? 404 : 409)
          .send({ faultCodeCategory: category, faultCodeDetail: details[category], title: 'Payment fault' });
      }
      return {
        rptId,
        paFiscalCode: notice.fiscalCode,
        paName: 'Ente',
        description: notice.description,
        amount: notice.amount,
      };
    }),
  );

  positionRoutes(app, world, faulty);
  stampRoutes(app, world, faulty, checkout);
  return app;
}

type Faulty = (
  operation: Operation,
  work: (request: FastifyRequest, reply: FastifyReply) => unknown,
) => (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

const details = {
  PAYMENT_DUPLICATED: 'PAA_PAGAMENTO_DUPLICATO',
  PAYMENT_EXPIRED: 'PAA_PAGAMENTO_SCADUTO',
  PAYMENT_UNKNOWN: 'PAA_PAGAMENTO_SCONOSCIUTO',
  PAYMENT_CANCELED: 'PAA_PAGAMENTO_ANNULLATO',
} as const;

/** Why a notice cannot be paid. */
function faultOf(world: PagopaWorld, notice: KeptNotice | undefined): keyof typeof details | undefined {
  if (notice === undefined) return 'PAYMENT_UNKNOWN';
  if (notice.paidAt !== undefined) return 'PAYMENT_DUPLICATED';
  const position = notice.iupd === undefined ? undefined : world.kept.positions[notice.iupd];
  if (position?.state === 'INVALID') return 'PAYMENT_CANCELED';
  const isLate =
    position?.dueAt != null &&
    Temporal.Instant.compare(Temporal.Instant.from(position.dueAt), world.now()) < 0;
  return isLate ? 'PAYMENT_EXPIRED' : undefined;
}

function positionRoutes(app: FastifyInstance, world: PagopaWorld, faulty: Faulty): void {
  const { positions, notices } = world.kept;
  const base = '/gpd/debt-positions-service/v1/organizations/:fc/debtpositions';
  app.post(
    base,
    faulty('position', (request, reply) => {
      const read = positionBody.safeParse(request.body);
      if (!read.success) return problem(reply, 400, 'Invalid request');
      const { iupd, paymentOption } = read.data;
      const [option] = paymentOption;
      if (option === undefined) return problem(reply, 400, 'Invalid request');
      if (positions[iupd] !== undefined || notices[option.nav] !== undefined)
        return problem(reply, 409, 'The debt position exists already');
      if (option.transfer.reduce((sum, each) => sum + each.amount, 0) !== option.amount)
        return problem(reply, 400, 'The transfers do not add up');
      const { fc } = request.params as { fc: string };
      const dueAt = Temporal.PlainDateTime.from(option.dueDate)
        .toZonedDateTime('Europe/Rome')
        .toInstant()
        .toString();
      const { nav: number, amount, description } = option;
      positions[iupd] = { iupd, nav: number, amount, description, dueAt, state: 'VALID' };
      notices[number] = { nav: number, fiscalCode: fc, amount, description, iupd };
      world.save();
      return reply.code(201).send(read.data);
    }),
  );
  app.get(
    `${base}/:iupd`,
    faulty('find-position', (request, reply) => {
      const position = positions[(request.params as { iupd: string }).iupd];
      if (position === undefined) return problem(reply, 404, 'No debt position');
      const notice = notices[position.nav];
      const shown = notice !== undefined && isShown(notice, world.now());
      return {
        iupd: position.iupd,
        status: position.state === 'PAID' && !shown ? 'VALID' : position.state,
        paymentOption: [
          {
            nav: position.nav,
            iuv: position.nav.slice(1),
            amount: position.amount,
            ...(shown ? { idReceipt: position.receiptId } : {}),
          },
        ],
      };
    }),
  );
  app.post(
    `${base}/:iupd/invalidate`,
    faulty('position', (request, reply) => {
      const position = positions[(request.params as { iupd: string }).iupd];
      if (position === undefined) return problem(reply, 404, 'No debt position');
      if (position.state === 'PAID') return problem(reply, 409, 'The debt position is paid');
      position.state = 'INVALID';
      world.save();
      return { iupd: position.iupd, status: 'INVALID' };
    }),
  );
  app.get(
    '/bizevents/service/v1/organizations/:fc/receipts/:iur/paymentoptions/:iuv',
    faulty('receipt', (request, reply) => {
      const { iur, iuv, fc } = request.params as { iur: string; iuv: string; fc: string };
      const position = Object.values(positions).find((each) => each.receiptId === iur);
      const notice = position && notices[position.nav];
      if (position === undefined || notice?.paidAt === undefined || position.nav.slice(1) !== iuv)
        return problem(reply, 404, 'No receipt');
      return {
        receiptId: iur,
        noticeNumber: position.nav,
        fiscalCode: fc,
        outcome: 'OK',
        creditorReferenceId: iuv,
        paymentAmount: (position.amount / 100).toFixed(2),
        description: position.description,
        companyName: 'Ente',
        idPSP: 'BANCAESEMPIO',
        pspCompanyName: 'Banca Esempio FAC-SIMILE',
        paymentDateTime: notice.paidAt,
      };
    }),
  );
}

function stampRoutes(app: FastifyInstance, world: PagopaWorld, faulty: Faulty, checkout: () => string): void {
  const { notices } = world.kept;
  app.post(
    '/ebollo/organizations/:fc/mbd',
    faulty('mbd', (request, reply) => {
      const read = stampBody.safeParse(request.body);
      if (!read.success) return problem(reply, 400, 'Invalid request');
      const [wish] = read.data.paymentNotices;
      if (wish === undefined) return problem(reply, 400, 'Invalid request');
      const { successUrl, cancelUrl, errorUrl } = read.data.returnUrls;
      const number = world.newNav('98');
      notices[number] = {
        nav: number,
        fiscalCode: (request.params as { fc: string }).fc,
        amount: wish.amount,
        description: 'Marca da bollo digitale',
        documentHash: wish.documentHash,
      };
      const urls: Urls = { ok: successUrl, cancel: cancelUrl, error: errorUrl };
      const cart = world.openCart(number, urls);
      return reply.send({
        checkoutRedirectUrl: `${checkout()}${cart.id}`,
        navDownloadLink: `/organizations/receipt/${number}`,
        mbdNav: number,
      });
    }),
  );
  app.get(
    '/ebollo/organizations/:fc/receipt/:nav',
    faulty('find-stamp', (request, reply) => {
      const notice = notices[(request.params as { nav: string }).nav];
      if (notice?.xml === undefined || !isShown(notice, world.now()))
        return problem(reply, 404, 'No stamp under this notice');
      return { content: [Buffer.from(notice.xml).toString('base64')] };
    }),
  );
}
