import { parseXml } from './xml.ts';

/** What pagoPA's node tells a creditor body when a notice was paid (paSendRTV2), as far as it is a hint to us. */
export interface PaymentMessage {
  readonly noticeNumber: string;
  readonly fiscalCode: string;
}

export const nodeNamespace = 'http://pagopa-api.pagopa.gov.it/pa/paForNode.xsd';
const soap = 'http://schemas.xmlsoap.org/soap/envelope/';

/** Reads the message; nothing where it is none. */
export function readPaymentMessage(body: unknown): PaymentMessage | undefined {
  const document = typeof body === 'string' ? parseXml(body) : undefined;
  const root = document?.documentElement;
  if (root?.namespaceURI !== soap || root.localName !== 'Envelope') return undefined;
  const request = root.getElementsByTagNameNS(nodeNamespace, 'paSendRTV2Request')[0];
  const receipt = request?.getElementsByTagName('receipt')[0];
  const value = (name: string) => receipt?.getElementsByTagName(name)[0]?.textContent?.trim() ?? '';
  const message = { noticeNumber: value('noticeNumber'), fiscalCode: value('fiscalCode') };
  return /^\d{18}$/.test(message.noticeNumber) && /^\d{11}$/.test(message.fiscalCode) ? message : undefined;
}

/** The answer to the node: taken, or why not. */
export function writePaymentAnswer(fault?: 'PAA_SINTASSI_XSD' | 'PAA_PAGAMENTO_SCONOSCIUTO'): string {
  const content =
    fault === undefined
      ? '<outcome>OK</outcome>'
      : `<outcome>KO</outcome><fault><faultCode>${fault}</faultCode><faultString>${fault}</faultString><id>sportello</id></fault>`;
  return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="${soap}" xmlns:pafn="${nodeNamespace}"><soapenv:Header/><soapenv:Body><pafn:paSendRTV2Response>${content}</pafn:paSendRTV2Response></soapenv:Body></soapenv:Envelope>`;
}
