import { z } from 'zod';
import { callPagopa, PagopaAway, PagopaRefusal, readAnswer } from './call.ts';

/** Where pagoPA is reached, and as whom. */
export interface PagopaOptions {
  /** Checkout, debt positions, receipts: one host of pagoPA. */
  readonly url: string;
  readonly keys: { readonly checkout: string; readonly positions: string; readonly receipts: string };
  /** The service of digital stamps (e.bollo), with the number of our service there. */
  readonly stamps: { readonly url: string; readonly key: string; readonly serviceId: string };
  /** Where browsers are sent to pay: a checkout elsewhere is not believed. */
  readonly checkoutOrigins: readonly string[];
  readonly creditor: Creditor;
  /** Certificates (PEM) of the authority under which stamps are signed. */
  readonly stampAuthority: readonly string[];
  readonly timeoutMs?: number;
  /** Before the second try; longer before each further one. */
  readonly pauseMs?: number;
}

/** The body to which money is owed (ente creditore). */
export interface Creditor {
  /** Codice fiscale of the body, 11 digits. */
  readonly fiscalCode: string;
  readonly name: string;
  /** Two digits that mark our notice numbers among all of the body. */
  readonly segregationCode: string;
  readonly iban: string;
}

export interface ReturnUrls {
  readonly ok: string;
  readonly cancel: string;
  readonly error: string;
}

export interface Cart {
  readonly email: string | null;
  readonly noticeNumber: string;
  readonly amountCents: number;
  readonly description: string;
  readonly returns: ReturnUrls;
}

export interface Position {
  /** Our id of the position (IUPD). */
  readonly iupd: string;
  readonly noticeNumber: string;
  readonly amountCents: number;
  readonly description: string;
  readonly debtor: { readonly fiscalCode: string; readonly fullName: string; readonly email: string | null };
  readonly dueAt: Temporal.Instant;
  /** Taxonomy of the payment (tassonomia dei servizi), as `9/0101100IM/`. */
  readonly category: string;
}

export interface StampWish {
  readonly givenName: string;
  readonly familyName: string;
  readonly fiscalCode: string;
  readonly email: string;
  readonly amountCents: number;
  readonly province: string;
  /** Base64 of the document's SHA-256: 44 characters. */
  readonly documentHash: string;
  readonly returns: ReturnUrls;
}

/** A receipt of pagoPA (ricevuta): who paid what through whom. */
export interface PaymentReceipt {
  readonly reference: string;
  readonly noticeNumber: string;
  readonly outcome: 'OK' | 'KO';
  readonly amountCents: number;
  readonly provider: string;
  readonly paidAt: Temporal.Instant;
}

export const noticeFaults = [
  'PAYMENT_DUPLICATED',
  'PAYMENT_ONGOING',
  'PAYMENT_EXPIRED',
  'PAYMENT_UNAVAILABLE',
  'PAYMENT_UNKNOWN',
  'PAYMENT_CANCELED',
  'PAYMENT_DATA_ERROR',
  'DOMAIN_UNKNOWN',
  'GENERIC_ERROR',
] as const;
export type NoticeFault = (typeof noticeFaults)[number];

export interface Pagopa {
  readonly creditor: Creditor;
  readonly checkoutOrigins: readonly string[];
  readonly stampAuthority: readonly string[];
  /** Publishes a debt position; one that is there already is left as it is. */
  publishPosition(position: Position): Promise<void>;
  /** The number of the receipt of a position that is paid (IUR); nothing while it is not. */
  findPaid(iupd: string): Promise<string | undefined>;
  /** Takes a position back, so that nobody can pay it any more; false where it was paid meanwhile. */
  withdrawPosition(iupd: string): Promise<boolean>;
  findReceipt(reference: string, iuv: string): Promise<PaymentReceipt | undefined>;
  /** Whether a notice can be paid now, and if not, why. */
  verifyNotice(noticeNumber: string): Promise<'payable' | NoticeFault>;
  /** Opens a checkout; answers the address for the browser. */
  openCart(cart: Cart): Promise<string>;
  /** Orders a digital stamp; answers the address for the browser and the notice number that it was given. */
  orderStamp(wish: StampWish): Promise<{ readonly checkoutUrl: string; readonly noticeNumber: string }>;
  /** The signed stamps that were bought under a notice number; none while nothing was paid. */
  findStamps(noticeNumber: string): Promise<readonly string[]>;
}

const limit = (text: string) => text.slice(0, 140);
const noticeNumber = z.string().regex(/^\d{18}$/);
const text = z.string().max(2000);

const positionAnswer = z.object({
  status: z.enum(['DRAFT', 'PUBLISHED', 'VALID', 'INVALID', 'EXPIRED', 'PARTIALLY_PAID', 'PAID', 'REPORTED']),
  paymentOption: z
    .array(z.object({ nav: text.nullish(), iuv: text.nullish(), idReceipt: text.nullish() }))
    .max(10),
});

const receiptAnswer = z.object({
  receiptId: z.string().min(1).max(100),
  noticeNumber,
  outcome: z.enum(['OK', 'KO']),
  paymentAmount: z
    .union([z.string().regex(/^\d{1,9}(\.\d{1,2})?$/), z.number()])
    .transform((value) => Math.round(Number(value) * 100)),
  pspCompanyName: text.nullish(),
  idPSP: text.nullish(),
  paymentDateTime: text,
});

const stampAnswer = z.object({
  checkoutRedirectUrl: z.string().min(1).max(2000),
  mbdNav: noticeNumber,
});
const stampsAnswer = z.object({ content: z.array(z.string().max(200_000)).max(10) });
const verifyAnswer = z.object({ rptId: text, amount: z.int() });

/** pagoPA by its public interfaces: Checkout carts, debt positions (GPD), receipts (biz events), digital stamps (e.bollo). */
export function connectPagopa(options: PagopaOptions): Pagopa {
  const { url, keys, stamps, creditor, timeoutMs = 10_000, pauseMs = 200 } = options;
  const slow = { timeoutMs, pauseMs };
  const positions = {
    base: `${url}/gpd/debt-positions-service/v1/organizations/${creditor.fiscalCode}`,
    key: keys.positions,
    ...slow,
  };
  const checkout = { base: `${url}/checkout/ec/v1`, key: keys.checkout, ...slow };
  const receipts = {
    base: `${url}/bizevents/service/v1/organizations/${creditor.fiscalCode}`,
    key: keys.receipts,
    ...slow,
  };
  const mbd = { base: `${stamps.url}/organizations/${creditor.fiscalCode}`, key: stamps.key, ...slow };

  const browserUrl = (raw: string | null): string => {
    const target = raw !== null && URL.canParse(raw) ? new URL(raw) : undefined;
    if (target === undefined || !options.checkoutOrigins.includes(target.origin))
      throw new PagopaAway('pagoPA sends the browser to a place that is not its checkout');
    return target.href;
  };

  return {
    creditor,
    checkoutOrigins: options.checkoutOrigins,
    stampAuthority: options.stampAuthority,

    async publishPosition(position) {
      await callPagopa({
        ...positions,
        path: '/debtpositions?toPublish=true',
        method: 'POST',
        body: positionBody(position, creditor),
        answers: [200, 201, 409],
        again: 2,
      });
    },

    async findPaid(iupd) {
      const { status, body } = await callPagopa({
        ...positions,
        path: `/debtpositions/${encodeURIComponent(iupd)}`,
        answers: [200, 404],
        again: 2,
      });
      if (status === 404) return undefined;
      const position = readAnswer(positionAnswer, body);
      if (position.status !== 'PAID' && position.status !== 'REPORTED') return undefined;
      return position.paymentOption.find((option) => option.idReceipt)?.idReceipt ?? undefined;
    },

    async withdrawPosition(iupd) {
      const { status } = await callPagopa({
        ...positions,
        path: `/debtpositions/${encodeURIComponent(iupd)}/invalidate`,
        method: 'POST',
        answers: [200, 404, 409],
        again: 2,
      });
      return status !== 409;
    },

    async findReceipt(reference, iuv) {
      const { status, body } = await callPagopa({
        ...receipts,
        path: `/receipts/${encodeURIComponent(reference)}/paymentoptions/${encodeURIComponent(iuv)}`,
        answers: [200, 404],
        again: 2,
      });
      if (status === 404) return undefined;
      const receipt = readAnswer(receiptAnswer, body);
      return {
        reference: receipt.receiptId,
        noticeNumber: receipt.noticeNumber,
        outcome: receipt.outcome,
        amountCents: receipt.paymentAmount,
        provider: (receipt.pspCompanyName ?? receipt.idPSP ?? 'PSP').slice(0, 200),
        paidAt: instantOf(receipt.paymentDateTime),
      };
    },

    async verifyNotice(number) {
      try {
        const path = `/payment-requests/${creditor.fiscalCode}${number}`;
        const { body } = await callPagopa({ ...checkout, path, answers: [200], again: 1 });
        readAnswer(verifyAnswer, body);
        return 'payable';
      } catch (error) {
        if (!(error instanceof PagopaRefusal)) throw error;
        const fault = noticeFaults.find((each) => each === error.code);
        return fault ?? 'GENERIC_ERROR';
      }
    },

    async openCart(cart) {
      // A cart that nobody was sent to does no harm, so this write may be tried again.
      const { location } = await callPagopa({
        ...checkout,
        path: '/carts',
        method: 'POST',
        body: cartBody(cart, creditor),
        answers: [302],
        again: 1,
      });
      return browserUrl(location);
    },

    async orderStamp(wish) {
      const { body } = await callPagopa({
        ...mbd,
        path: '/mbd',
        method: 'POST',
        body: stampBody(wish, stamps.serviceId),
        answers: [200, 201],
      });
      const answer = readAnswer(stampAnswer, body);
      return { checkoutUrl: browserUrl(answer.checkoutRedirectUrl), noticeNumber: answer.mbdNav };
    },

    async findStamps(number) {
      const path = `/receipt/${number}`;
      const { status, body } = await callPagopa({ ...mbd, path, answers: [200, 404], again: 2 });
      if (status === 404) return [];
      return readAnswer(stampsAnswer, body).content.map((each) =>
        Buffer.from(each, 'base64').toString('utf8'),
      );
    },
  };
}

function instantOf(raw: string): Temporal.Instant {
  try {
    // pagoPA writes most moments without a zone, in Italian time.
    return /(Z|[+-]\d{2}:?\d{2})$/.test(raw)
      ? Temporal.Instant.from(raw)
      : Temporal.PlainDateTime.from(raw).toZonedDateTime('Europe/Rome').toInstant();
  } catch (error) {
    throw new PagopaAway('pagoPA answers outside of its contract: paymentDateTime', { cause: error });
  }
}

const urlsOf = ({ ok, cancel, error }: ReturnUrls) => ({
  returnOkUrl: ok,
  returnCancelUrl: cancel,
  returnErrorUrl: error,
});

function cartBody({ email, returns, ...notice }: Cart, creditor: Creditor) {
  return {
    ...(email === null ? {} : { emailNotice: email }),
    paymentNotices: [
      {
        noticeNumber: notice.noticeNumber,
        fiscalCode: creditor.fiscalCode,
        amount: notice.amountCents,
        companyName: limit(creditor.name),
        description: limit(notice.description),
      },
    ],
    returnUrls: urlsOf(returns),
    allCCP: false,
  };
}

function stampBody(wish: StampWish, serviceId: string) {
  const { ok, cancel, error } = wish.returns;
  return {
    idCIService: serviceId,
    paymentNotices: [
      {
        firstName: wish.givenName.slice(0, 50),
        lastName: wish.familyName.slice(0, 50),
        fiscalCode: wish.fiscalCode,
        email: wish.email,
        amount: wish.amountCents,
        province: wish.province,
        documentHash: wish.documentHash,
      },
    ],
    returnUrls: { successUrl: ok, cancelUrl: cancel, errorUrl: error },
  };
}

function positionBody(position: Position, creditor: Creditor) {
  const iuv = position.noticeNumber.slice(1);
  const { debtor, amountCents: amount } = position;
  const dueDate = position.dueAt.toZonedDateTimeISO('Europe/Rome').toPlainDateTime().toString().slice(0, 19);
  return {
    iupd: position.iupd,
    type: 'F',
    payStandIn: false,
    fiscalCode: debtor.fiscalCode,
    fullName: debtor.fullName.slice(0, 70),
    ...(debtor.email === null ? {} : { email: debtor.email }),
    companyName: limit(creditor.name),
    switchToExpired: true,
    paymentOption: [
      {
        nav: position.noticeNumber,
        iuv,
        amount,
        description: limit(position.description),
        isPartialPayment: false,
        dueDate,
        retentionDate: dueDate,
        fee: 0,
        transfer: [
          {
            idTransfer: '1',
            amount,
            organizationFiscalCode: creditor.fiscalCode,
            remittanceInformation: limit(position.description),
            category: position.category,
            iban: creditor.iban,
          },
        ],
      },
    ],
  };
}
