import { civilDate } from '#kernel/civil-date.ts';
import { euro } from '#kernel/money.ts';
import type { FeeTitle } from './fee.ts';

const passportLaw = 'L. 1185/1967 art. 18; DL 66/2014 art. 5-bis (L. 89/2014)';
const identityCardPages = 'Pagine consolari sulla CIE';

/** Fees outside the table of articles: passport, identity card, contributions, stamp duty (bollo). */
export const otherFees = {
  passport: {
    title: { it: 'Passaporto ordinario', en: 'Ordinary passport' },
    amounts: [
      {
        from: civilDate('2014-07-08'),
        value: euro(116),
        source: passportLaw,
        status: 'confirmed',
        parts: [
          { title: { it: 'libretto', en: 'booklet' }, amount: euro(42.5) },
          {
            title: { it: 'contributo amministrativo', en: 'administrative contribution' },
            amount: euro(73.5),
          },
        ],
      },
    ],
  },
  emergency_travel_document: {
    title: { it: 'Documento di viaggio provvisorio (ETD)', en: 'Emergency travel document (ETD)' },
    amounts: [
      {
        from: civilDate('2016-01-01'),
        value: euro(1.55),
        source: 'Pagine consolari sull’ETD',
        status: 'not_confirmed',
      },
    ],
  },
  identity_card: {
    title: { it: 'Carta d’identità elettronica (CIE)', en: 'Electronic identity card (CIE)' },
    amounts: [
      { from: civilDate('2020-01-01'), value: euro(21.95), source: identityCardPages, status: 'confirmed' },
    ],
  },
  identity_card_replaced: {
    title: {
      it: 'CIE dopo furto, smarrimento o deterioramento',
      en: 'CIE after theft, loss or damage',
    },
    amounts: [
      { from: civilDate('2020-01-01'), value: euro(27.11), source: identityCardPages, status: 'confirmed' },
    ],
  },
  citizenship_contribution: {
    title: {
      it: 'Contributo per le istanze e dichiarazioni di cittadinanza',
      en: 'Contribution for citizenship applications and declarations',
    },
    amounts: [
      {
        from: civilDate('2018-10-05'),
        value: euro(250),
        source: 'L. 91/1992 art. 9-bis; DL 113/2018 art. 14 (L. 132/2018)',
        status: 'confirmed',
      },
    ],
  },
  benefit_of_law_contribution: {
    title: {
      it: 'Contributo per la dichiarazione di acquisto per beneficio di legge',
      en: 'Contribution for the declaration of acquisition by benefit of law',
    },
    amounts: [
      {
        from: civilDate('2025-05-24'),
        until: civilDate('2025-12-31'),
        value: euro(250),
        source: 'L. 91/1992 art. 9-bis',
        status: 'confirmed',
      },
      { from: civilDate('2026-01-01'), value: euro(0), source: 'L. 199/2025', status: 'confirmed' },
    ],
  },
  stamp_duty: {
    title: { it: 'Imposta di bollo', en: 'Stamp duty' },
    amounts: [
      {
        from: civilDate('2013-06-26'),
        value: euro(16),
        source: 'DPR 642/1972; DL 43/2013 art. 7-bis (L. 71/2013)',
        status: 'confirmed',
      },
    ],
  },
} as const satisfies Record<string, FeeTitle>;
