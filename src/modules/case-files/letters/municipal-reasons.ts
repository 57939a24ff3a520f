import type { Locale, Text } from '#kernel/locale.ts';
import type { MunicipalReason } from '../domain/municipal-stage.ts';

/** The reasons of municipalities as the person, the consulate and the officer who ticks them read them. */
export const municipalReasonWords: Record<MunicipalReason, Text> = {
  never_registered_here: {
    it: 'La persona non è mai stata iscritta nell’anagrafe di questo comune.',
    en: 'The person was never registered in this municipality.',
  },
  registered_elsewhere: {
    it: 'La persona è iscritta in un altro comune: la pratica va inviata là.',
    en: 'The person is registered in another municipality: the file has to be sent there.',
  },
  data_differ: {
    it: 'I dati dichiarati non coincidono con quelli della scheda o degli atti di stato civile.',
    en: 'The declared data differ from those of the record or of the acts of civil status.',
  },
  family_differs: {
    it: 'I familiari dichiarati non coincidono con la famiglia registrata.',
    en: 'The declared family members differ from the registered household.',
  },
  act_not_transcribed: {
    it: 'Manca la trascrizione di un atto di stato civile (nascita, matrimonio, divorzio): va chiesta prima.',
    en: 'An act of civil status (birth, marriage, divorce) was not transcribed: this has to be asked for first.',
  },
  citizenship_not_shown: {
    it: 'La cittadinanza italiana non risulta e non è provata dai documenti.',
    en: 'Italian citizenship is not recorded, and the documents do not prove it.',
  },
  address_abroad_incomplete: {
    it: 'L’indirizzo all’estero è incompleto o non si legge: non si può registrare.',
    en: 'The address abroad is incomplete or cannot be read: it cannot be registered.',
  },
  document_missing: {
    it: 'Manca un documento, oppure non si legge o è scaduto.',
    en: 'A document is missing, cannot be read, or has expired.',
  },
  registered_already: {
    it: 'La persona è già iscritta nell’AIRE con questi dati.',
    en: 'The person is registered with AIRE with these data already.',
  },
  residence_in_italy_kept: {
    it: 'La persona risulta ancora dimorare abitualmente in Italia.',
    en: 'The person still appears to live in Italy as a rule.',
  },
  something_else: {
    it: 'Un altro motivo, spiegato qui sotto.',
    en: 'Another reason, explained below.',
  },
};

/** The reasons and what the officer wrote, as one message in the language of the person. */
export function refusalText(reasons: readonly MunicipalReason[], text: string, locale: Locale): string {
  return [...reasons.map((each) => `– ${municipalReasonWords[each][locale]}`), '', text].join('\n');
}
