import { type CaseFile, protocolText } from '#modules/case-files/public.ts';
import type { Message } from '#modules/notifications/public.ts';
import { findOffice } from '#modules/offices/public.ts';

/**
 * The letter to the office whose district somebody leaves (comunicazione all’ufficio di provenienza): who it is stands in
 * its own register, where the entry has ended.
 */
export function movedAwayLetter(
  { publicUrl }: { readonly publicUrl: string },
  file: Pick<CaseFile, 'officeId' | 'protocol'>,
  officeId: string,
): Message | undefined {
  const office = findOffice(officeId);
  if (office === undefined) return undefined;
  const to = findOffice(file.officeId)?.name.it ?? file.officeId;
  const number = file.protocol === null ? '' : protocolText(file.protocol);
  return {
    channel: 'mail',
    to: office.email,
    locale: 'it',
    officeId,
    subject: `Trasferimento in altra circoscrizione: pratica ${number} di ${to}`,
    paragraphs: [
      `${to} ha iscritto nel suo schedario una o più persone che erano nel vostro (pratica ${number}).`,
      'Le loro schede nel vostro schedario si sono chiuse oggi, con il motivo «trasferimento» e l’ufficio di arrivo: le trovate tra le schede chiuse.',
      'Non dovete fare nulla. Se avete pratiche aperte di queste persone, scrivete all’ufficio di arrivo.',
    ],
    action: { label: 'Apri la scrivania dell’ufficio', url: `${publicUrl}/it/desk` },
  };
}
