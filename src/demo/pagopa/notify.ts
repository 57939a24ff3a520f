import type { KeptNotice } from './world.ts';

/** Tells the creditor body that a notice was paid, as the node does (paSendRTV2); it does not care whether it is heard. */
export async function notifyPayment(url: string, { nav, fiscalCode, amount }: KeptNotice): Promise<void> {
  const body = `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:pafn="http://pagopa-api.pagopa.gov.it/pa/paForNode.xsd"><soapenv:Header/><soapenv:Body><pafn:paSendRTV2Request><idPA>${fiscalCode}</idPA><idBrokerPA>${fiscalCode}</idBrokerPA><idStation>${fiscalCode}_01</idStation><receipt><receiptId>${crypto.randomUUID().replaceAll('-', '')}</receiptId><noticeNumber>${nav}</noticeNumber><fiscalCode>${fiscalCode}</fiscalCode><outcome>OK</outcome><creditorReferenceId>${nav.slice(1)}</creditorReferenceId><paymentAmount>${(amount / 100).toFixed(2)}</paymentAmount></receipt></pafn:paSendRTV2Request></soapenv:Body></soapenv:Envelope>`;
  await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: 'paSendRTV2' },
    body,
    signal: AbortSignal.timeout(10_000),
  }).catch(() => {});
}
