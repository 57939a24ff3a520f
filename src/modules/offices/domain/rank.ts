import type { Text } from '#kernel/locale.ts';

/** Rank of a post (rango della sede); `other` is an office without diplomatic rank. */
export const officeRanks = ['embassy', 'consulate_general', 'consulate', 'consular_agency', 'other'] as const;
export type OfficeRank = (typeof officeRanks)[number];

export const rankNames: Record<OfficeRank, Text> = {
  embassy: { it: 'Ambasciata d’Italia', en: 'Embassy of Italy' },
  consulate_general: { it: 'Consolato Generale d’Italia', en: 'Consulate General of Italy' },
  consulate: { it: 'Consolato d’Italia', en: 'Consulate of Italy' },
  consular_agency: { it: 'Agenzia Consolare d’Italia', en: 'Consular Agency of Italy' },
  other: { it: 'Ufficio Italiano', en: 'Italian Office' },
};

/** "Consolato d’Italia a Manchester", "Ambasciata d’Italia ad Atene", "Embassy of Italy in Athens". */
export function officeName(post: { rank: OfficeRank; city: Text; seat?: Text }): Text {
  const seat = post.seat ?? {
    it: `${post.city.it.startsWith('A') ? 'ad' : 'a'} ${post.city.it}`,
    en: `in ${post.city.en}`,
  };
  const rank = rankNames[post.rank];
  return { it: `${rank.it} ${seat.it}`, en: `${rank.en} ${seat.en}` };
}
