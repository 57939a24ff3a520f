import type { Locale } from '#kernel/locale.ts';
import { type Typed, typedIn } from '#platform/web/form/read-form.ts';
import type { WantedFee } from '../domain/price-fees.ts';
import { parseTerminalReference } from '../domain/receipt.ts';
import type { TakingRefusal } from '../use-cases/take-fees.ts';
import { paymentWords } from './words/words.ts';

/** The field for how often a fee is taken. */
export function quantityField(feeId: string): string {
  return `q_${feeId}`;
}

export interface FeesReading {
  readonly typed: Typed;
  readonly key: string;
  /** Only the total is asked for, nothing is issued yet. */
  readonly onlySum: boolean;
  readonly payerName: string;
  readonly fees: readonly WantedFee[];
  readonly terminalReference: string;
  /** Sentences by field. */
  readonly problems: Readonly<Record<string, string>>;
}

/** Reads the form of the counter. What the tariff says to it, the use case knows. */
export function readFees(body: unknown, locale: Locale): FeesReading {
  const typed = typedIn(body);
  const words = paymentWords[locale];
  const problems: Record<string, string> = {};
  const fees: WantedFee[] = [];
  for (const [name, raw] of Object.entries(typed)) {
    const value = raw.trim();
    if (!name.startsWith('q_') || value === '' || value === '0') continue;
    if (/^[1-9]\d?$/.test(value)) fees.push({ feeId: name.slice('q_'.length), quantity: Number(value) });
    else problems[name] = words.taking.quantity();
  }
  const payerName = (typed['payer_name'] ?? '').trim();
  if (payerName === '' || payerName.length > 200) problems['payer_name'] = words.take.payerMissing;
  // All that is wrong at once; whether a fee is in force that day, the use case says.
  const terminalReference = typed['terminal_reference'] ?? '';
  if (fees.length === 0 && !Object.keys(problems).some((name) => name.startsWith('q_')))
    problems['fees'] = words.taking.no_fees();
  if (parseTerminalReference(terminalReference) === undefined)
    problems['terminal_reference'] = words.taking.terminal_reference();
  const key = typed['_key'] ?? '';
  return {
    typed,
    key: /^[\w-]{8,200}$/.test(key) ? key : crypto.randomUUID(),
    onlySum: typed['sum'] === 'yes',
    payerName,
    fees,
    terminalReference,
    problems,
  };
}

/** A refusal of the use case as a sentence at its field. */
export function takingProblem(refusal: TakingRefusal, locale: Locale): { name: string; text: string } {
  const sentence = paymentWords[locale].taking[refusal.code];
  switch (refusal.code) {
    case 'quantity':
    case 'no_such_fee':
      return { name: quantityField(refusal.feeId), text: sentence('') };
    case 'slip_used':
      return { name: 'terminal_reference', text: sentence(refusal.number) };
    case 'terminal_reference':
      return { name: 'terminal_reference', text: sentence('') };
    case 'no_fees':
    case 'day_closed':
    case 'key_reused':
      return { name: 'fees', text: sentence('') };
  }
}
