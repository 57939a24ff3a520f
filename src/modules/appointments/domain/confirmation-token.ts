/** The keyed hash that the letter carries: only who reads the mail can confirm. */
interface TokenKeys {
  hash(purpose: string, value: string): string;
  matches(purpose: string, value: string, hash: string): boolean;
}

const purpose = 'appointment-confirmation';

export function confirmationToken(keys: TokenKeys, { id }: { id: string }): string {
  return keys.hash(purpose, id);
}

export function isConfirmationToken(keys: TokenKeys, { id }: { id: string }, token: string): boolean {
  return keys.matches(purpose, id, token);
}
