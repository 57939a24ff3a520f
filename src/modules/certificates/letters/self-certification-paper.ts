import { join } from 'node:path';
import type { Locale } from '#kernel/locale.ts';
import type { RegistryRecord } from '#modules/registry/public.ts';
import type { Paper } from '#platform/pdf/render-pdf.ts';
import {
  type DeclaredDocument,
  isLimited,
  type StatementId,
  statementLetters,
} from '../domain/self-certification.ts';
import { selfCertificationWords } from '../web/words/self-certification.ts';
import {
  addressLine,
  bornPhrase,
  fullName,
  type MunicipalityNames,
  sentences,
} from './self-certification-sentences.ts';

/** What somebody declares. */
export interface Declaration {
  readonly record: RegistryRecord;
  readonly statements: readonly StatementId[];
  readonly document: DeclaredDocument;
  /** Facts that the declarant knows (art. 47), in their own words. */
  readonly facts: string;
  /** To whom it is handed. */
  readonly recipient: string;
  readonly names: MunicipalityNames;
  readonly locale: Locale;
  readonly at: Temporal.Instant;
}

const template = join(import.meta.dirname, 'self-certification.typ');

const documents: Record<DeclaredDocument['kind'], string> = {
  identity_card: 'carta d’identità',
  passport: 'passaporto',
};

/** The declaration (autocertificazione) as it is signed. It is in Italian; people who read English get an explanation. */
export function selfCertificationPaper(declaration: Declaration): Paper {
  const { record, statements, document, facts, recipient, names, locale, at } = declaration;
  const article = facts === '' ? 46 : statements.length === 0 ? 47 : '46 e 47';
  const title = facts === '' ? 'Dichiarazione sostitutiva di certificazione' : 'Dichiarazione sostitutiva';
  const address = record.addresses.at(-1);
  const declarant = [
    `${record.sex === 'F' ? 'La sottoscritta' : 'Il sottoscritto'} ${fullName(record)}`,
    bornPhrase(record),
    address && `residente in ${addressLine(address, names)}`,
    record.taxCode && `codice fiscale ${record.taxCode}`,
    `documento: ${documents[document.kind]} n. ${document.number}${document.issuedBy ? ` rilasciato da ${document.issuedBy}` : ''}`,
  ];
  const english = selfCertificationWords.en.paper;
  return {
    template,
    lang: 'it',
    title,
    sender: 'Autocertificazione',
    note: 'Esente da imposta di bollo (art. 37 DPR 445/2000). La firma non va autenticata.',
    at,
    data: {
      title,
      law: `Art. ${article} del DPR 28 dicembre 2000, n. 445`,
      declarant: `${declarant.filter(Boolean).join(', ')},`,
      aware:
        'consapevole che chi rende dichiarazioni mendaci, forma atti falsi o ne fa uso è punito ai sensi del codice penale e delle leggi speciali in materia (art. 76 DPR 445/2000), e che decade dai benefici ottenuti con una dichiarazione non veritiera (art. 75),',
      declares: 'DICHIARA',
      statements: statements.map((id) => ({
        lines: sentences[id](record, names),
        letter: ` (art. 46, lett. ${statementLetters[id]})`,
      })),
      facts:
        facts === '' ? null : { title: 'Dichiara inoltre, per conoscenza diretta (art. 47):', text: facts },
      recipient: recipient === '' ? null : `Da presentare a: ${recipient}`,
      notes: [
        ...(facts === ''
          ? []
          : [
              'Alla dichiarazione di fatti (art. 47) si allega una copia del documento, se non è firmata davanti a chi la riceve (art. 38, comma 3).',
            ]),
        ...(isLimited(record)
          ? [
              'I cittadini di Stati fuori dall’Unione europea dichiarano solo stati, fatti e qualità che un ente pubblico italiano può certificare (art. 3, comma 2).',
            ]
          : []),
        'I dati servono solo al procedimento per cui la dichiarazione è resa.',
      ],
      placeAndDay: 'Luogo e data',
      signature: record.sex === 'F' ? 'Firma della dichiarante' : 'Firma del dichiarante',
      english: locale === 'en' ? { title: english.title, lines: english.lines } : null,
    },
  };
}
