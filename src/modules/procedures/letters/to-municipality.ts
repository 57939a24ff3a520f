import { type CaseFile, communicationAttachments, protocolText } from '#modules/case-files/public.ts';
import type { Message } from '#modules/notifications/public.ts';
import { findMunicipalOffice, findOffice } from '#modules/offices/public.ts';

/**
 * The communication to the municipality by certified mail (PEC): the data travel in the attached paper, the letter
 * itself names nobody. A municipality without officials here finds in it how to go on.
 */
export async function letterToMunicipality(
  { publicUrl }: { readonly publicUrl: string },
  file: Pick<CaseFile, 'officeId' | 'id' | 'protocol' | 'municipalityId'>,
  title: string,
): Promise<Message | undefined> {
  const municipality = await findMunicipalOffice(file.municipalityId ?? '');
  if (municipality === undefined) return undefined;
  const office = findOffice(file.officeId)?.name.it ?? file.officeId;
  const number = file.protocol === null ? '' : protocolText(file.protocol);
  return {
    channel: 'pec',
    to: municipality.pec,
    locale: 'it',
    officeId: file.officeId,
    subject: `${title}: pratica ${number} di ${office}`,
    paragraphs: [
      `${office} vi trasmette la pratica ${number}, già controllata. Nel documento allegato ci sono tutti i dati per la registrazione, con i codici dell’anagrafe nazionale.`,
      'Se il vostro comune ha già operatori su Sportello: aprite la pratica dal collegamento, registrate e confermate, oppure rifiutate con i motivi.',
      'Se non ne ha ancora: registrate in anagrafe nazionale con i dati dell’allegato; quando l’anagrafe mostra il cambiamento la pratica si chiude da sola. Se qualcosa non va, rispondete a questo messaggio con i motivi e il numero della pratica.',
    ],
    action: {
      label: 'Apri la pratica',
      url: `${publicUrl}/it/desk/municipalities/${municipality.id}/files/${file.id}`,
    },
    attachments: [{ kind: communicationAttachments, id: `${file.officeId}/${file.id}` }],
  };
}
