import { civilDate } from '#kernel/civil-date.ts';
import type { Dated } from '#kernel/in-force.ts';
import type { Text } from '#kernel/locale.ts';
import { type Cents, euro } from '#kernel/money.ts';
import { text } from '../rules/rule.ts';

/** What is paid for a route, by the article of the consular tariff or of the law (contributi e percezioni). */
export interface FeeItem {
  readonly id: string;
  readonly name: Text;
  readonly amounts: readonly Dated<Cents>[];
  readonly article: string;
  readonly payment: Text;
  /** The words the payment must carry, literally; `{name}` stands for the applicant's full name. */
  readonly reference?: string;
  readonly transfer?: {
    readonly iban: string;
    readonly bic: string;
    readonly eurogiro?: string;
    readonly bank: string;
    readonly beneficiary: string;
  };
  /** How many of them depends on the papers. */
  readonly each?: true;
}

const always = (amount: number, source: string): Dated<Cents>[] => [
  { from: civilDate('1861-03-17'), value: euro(amount), source },
];
const transfer = {
  iban: 'IT54D0760103200000000809020',
  bic: 'BPPIITRRXXX',
  eurogiro: 'PIBPITRA',
  bank: 'Poste Italiane S.p.A.',
};
const atTheOffice = text(['all’ufficio consolare', 'at the consular office']);

export const fees = {
  descent: {
    id: 'descent',
    name: text([
      'Domanda di riconoscimento, non rimborsabile',
      'Application for recognition, non-refundable',
    ]),
    amounts: always(600, 'art. 7-bis della tariffa consolare, D.Lgs. 71/2011'),
    article: 'art. 7-bis della tariffa consolare, D.Lgs. 71/2011 (la pagina stampa «art. 7», «72/11»)',
    payment: text(['solo con carta di debito all’appuntamento', 'by debit card at the appointment only']),
  },
  marriage: {
    id: 'marriage_contribution',
    name: text(['Contributo al Ministero dell’Interno', 'Contribution to the Ministry of the Interior']),
    amounts: always(250, 'art. 9-bis L. 91/1992'),
    article: 'art. 9-bis L. 91/1992',
    payment: text([
      'pagoPA durante la compilazione, o bonifico',
      'pagoPA while filling in, or bank transfer',
    ]),
    reference: 'Richiesta cittadinanza per matrimonio ex art. 5 L. 91/1992 e nome e cognome del richiedente',
    transfer: { ...transfer, beneficiary: "Ministero dell'Interno D.L.C.I Cittadinanza" },
  },
  signature: {
    id: 'signature_authentication',
    name: text(['Autentica della firma sulla domanda', 'Authentication of the signature on the application']),
    amounts: always(20, 'art. 24 della tariffa consolare'),
    article: 'art. 24 della tariffa consolare',
    payment: atTheOffice,
  },
  translator: {
    id: 'translator_signature',
    name: text(['Legalizzazione della firma del traduttore', 'Legalisation of the translator’s signature']),
    amounts: always(24, 'art. 69 della tariffa consolare'),
    article: 'art. 69 della tariffa consolare',
    payment: atTheOffice,
  },
  identityCopy: {
    id: 'identity_copy',
    name: text(['Copia conforme del documento d’identità', 'Certified copy of the identity document']),
    amounts: always(10, 'art. 71 della tariffa consolare'),
    article: 'art. 71 della tariffa consolare',
    payment: atTheOffice,
  },
  languageCopy: {
    id: 'language_copy',
    name: text(['Copia conforme del certificato di lingua', 'Certified copy of the language certificate']),
    amounts: always(10, 'art. 71 della tariffa consolare'),
    article: 'art. 71 della tariffa consolare',
    payment: atTheOffice,
  },
  translationConformity: {
    id: 'translation_conformity',
    name: text(['Conformità della traduzione, per ogni atto', 'Conformity of the translation, each record']),
    amounts: always(13, 'art. 72A della tariffa consolare'),
    article: 'art. 72A della tariffa consolare',
    payment: atTheOffice,
    each: true,
  },
  oath: {
    id: 'oath_record',
    name: text(['Verbale di giuramento', 'Record of the oath']),
    amounts: always(15, 'art. 8 della tariffa consolare'),
    article: 'art. 8 della tariffa consolare',
    payment: atTheOffice,
  },
  reacquisition: {
    id: 'reacquisition_contribution',
    name: text(['Contributo per il riacquisto', 'Contribution for the reacquisition']),
    amounts: always(250, 'art. 9-bis L. 91/1992'),
    article: 'art. 9-bis L. 91/1992',
    payment: text([
      'all’ufficio consolare, con la dichiarazione',
      'at the consular office, with the declaration',
    ]),
  },
  renunciation: {
    id: 'renunciation_contribution',
    name: text(['Contributo per la rinuncia', 'Contribution for the renunciation']),
    amounts: always(250, 'art. 9-bis L. 91/1992'),
    article: 'art. 9-bis L. 91/1992',
    payment: text(['bonifico prima dell’appuntamento', 'bank transfer before the appointment']),
    reference: '{name} rinuncia alla cittadinanza',
    transfer: {
      iban: transfer.iban,
      bic: transfer.bic,
      bank: transfer.bank,
      beneficiary: "Ministero dell'Interno D.L.C.I. Cittadinanza",
    },
  },
  renunciationRecord: {
    id: 'renunciation_record',
    name: text(['Percezione consolare per la rinuncia', 'Consular fee for the renunciation']),
    amounts: always(50, 'art. 4b della tariffa consolare'),
    article: 'art. 4b della tariffa consolare',
    payment: text(['con carta di debito il giorno dell’appuntamento', 'by debit card on the day']),
  },
  benefit: {
    id: 'benefit_contribution',
    name: text(['Contributo per la dichiarazione', 'Contribution for the declaration']),
    amounts: [
      {
        from: civilDate('2025-05-24'),
        until: civilDate('2025-12-31'),
        value: euro(250),
        source: 'art. 9-bis L. 91/1992',
      },
      { from: civilDate('2026-01-01'), value: euro(0), source: 'L. 199/2025' },
    ],
    article: 'art. 9-bis L. 91/1992; L. 199/2025',
    payment: text([
      'gratuito per le dichiarazioni dal 1° gennaio 2026; prima 250 €, non rimborsati',
      'free for declarations from 1 January 2026; before that €250, not refunded',
    ]),
  },
} satisfies Record<string, FeeItem>;
