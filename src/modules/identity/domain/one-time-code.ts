/** Codes have six digits, live ten minutes, and bear five tries. */
export const codeDigits = 6;
export const codeFor = { minutes: 10 } as const;
export const codeTries = 5;
/** How long before the next code to the same contact may be asked for. */
export const codePause = { seconds: 60 } as const;
/** Codes and notices to one contact in a day, whoever asks: a stranger's mailbox is not ours to fill. */
export const codesPerDay = 10;

export type CodePurpose = 'activation' | 'email' | 'mobile' | 'confirmation';

export function parseCode(raw: string): string | undefined {
  const digits = raw.replace(/[\s-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : undefined;
}
