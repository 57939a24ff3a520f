import type { Text } from '#kernel/locale.ts';
import { text } from '../rules/rule.ts';
import type { DifferenceKind } from './difference-kinds.ts';
import type { LineRecord } from './shape.ts';

/** No record is wrong: a parent has to recognise the child (riconoscimento). */
const recognition = text([
  'Il genitore che non è dichiarante riconosce il figlio davanti a un notaio (artt. 250 e seguenti c.c.); nel Regno Unito l’atto va poi munito di apostille e tradotto.',
  'The parent who is not an informant recognises the child before a notary (art. 250 ff. c.c.); in the United Kingdom the deed then needs an apostille and a translation.',
]);

const elsewhere: Readonly<Record<string, Text>> = {
  AR: text([
    'Chiedi la “rectificación” al Registro Civil della provincia (in via amministrativa; se l’errore non è evidente, al giudice), poi una nuova copia con apostille e traduzione.',
    'Ask the Registro Civil of the province for a “rectificación” (by the office; if the error is not evident, by the judge), then a new copy with apostille and translation.',
  ]),
  BR: text([
    'Chiedi la “retificação” al cartório che conserva l’atto (art. 110 Lei 6.015/1973; altrimenti al giudice), poi una nuova copia integrale con apostille e traduzione.',
    'Ask the cartório that keeps the record for a “retificação” (art. 110 Lei 6.015/1973; otherwise the judge), then a new full copy with apostille and translation.',
  ]),
  US: text([
    'Chiedi l’“amendment” all’ufficio “vital records” dello Stato o della contea (o un’ordinanza del giudice), poi una nuova copia con apostille e traduzione.',
    'Ask the vital records office of the State or county for an amendment (or a court order), then a new copy with apostille and translation.',
  ]),
};

/** Where a record is corrected, by the country that keeps it and by its kind. */
export function correctionOf(record: LineRecord, kind: DifferenceKind): Text {
  if (kind === 'informant_missing') return recognition;
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
  const abroad = elsewhere[record.country];
  if (abroad !== undefined) return abroad;
  return text([
    'Chiedi la rettifica al registro o al tribunale del Paese che conserva l’atto, poi una nuova copia legalizzata o con apostille e tradotta.',
    'Ask the registry or the court of the country that keeps the record for a rectification, then a new copy, legalised or with apostille, and translated.',
  ]);
}
