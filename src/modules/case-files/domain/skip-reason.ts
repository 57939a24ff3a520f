/** Why a file is taken before others that came earlier (deroga all’ordine di arrivo): a closed list. */
export const skipReasons = [
  'person_in_need',
  'term_near',
  'belongs_to_another',
  'authority_asks',
  'agreed_with_head',
] as const;
export type SkipReason = (typeof skipReasons)[number];

export function isSkipReason(raw: string): raw is SkipReason {
  return (skipReasons as readonly string[]).includes(raw);
}
