import type { Text } from '#kernel/locale.ts';
import { text } from '../rules/rule.ts';
import type { LineRecord } from './shape.ts';

/** Where a record is corrected, by the country that keeps it and by its kind. */
export function correctionOf(record: LineRecord): Text {
  if (record.kind === 'naturalisation' || record.kind === 'non_naturalisation')
    return text([
      'Chiedi all’autorità che lo ha rilasciato un nuovo certificato con tutte le varianti del nome.',
      'Ask the issuing authority for a new certificate with every variant of the name.',
    ]);
  if (record.kind === 'identity')
    return text([
      'Rinnova il documento con i dati dell’atto di nascita, oppure porta l’atto che ha cambiato il nome.',
      'Renew the document with the data of the birth record, or bring the deed that changed the name.',
    ]);
  if (record.country === 'IT')
    return text([
      'Per un errore materiale chiedi la correzione all’ufficiale di stato civile del Comune (art. 98 d.P.R. 396/2000); altrimenti la rettificazione al tribunale (art. 95).',
      'For a clerical error ask the registrar of the Comune for a correction (art. 98 d.P.R. 396/2000); otherwise ask the court for a rectification (art. 95).',
    ]);
  if (record.kind === 'baptism')
    return text([
      'Chiedi la correzione alla parrocchia o alla diocesi.',
      'Ask the parish or the diocese for a correction.',
    ]);
  if (record.country === 'GB')
    return text([
      'Chiedi la correzione al “register office” che conserva l’atto (o al General Register Office), poi una nuova copia con apostille e traduzione.',
      'Ask the register office that keeps the record (or the General Register Office) for a correction, then a new copy with apostille and translation.',
    ]);
  return text([
    'Chiedi la rettifica al registro o al tribunale del Paese che conserva l’atto, poi una nuova copia legalizzata o con apostille e tradotta.',
    'Ask the registry or the court of the country that keeps the record for a rectification, then a new copy, legalised or with apostille, and translated.',
  ]);
}
