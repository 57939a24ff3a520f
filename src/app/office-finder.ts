import type { OfficeFinder } from '#modules/citizenship/public.ts';
import { findOffice, type Office, officesFor } from '#modules/offices/public.ts';

/** Citizenship asks the consular network which office answers for a residence; the person’s own office comes first. */
export const findOffices: OfficeFinder = async ({ who, locale }, { country, place }) => {
  const named = ({ id, name }: Office) => ({ id, name: name[locale] });
  const own = who.kind === 'citizen' && who.officeId !== null ? findOffice(who.officeId) : undefined;
  if (own?.country === country) return [named(own)];
  const answer = await officesFor({ country, ...(place !== null && { place }) });
  switch (answer.kind) {
    case 'one':
      return [named(answer.office)];
    case 'choose':
      return answer.offices.map(named);
    case 'italy':
    case 'choose_municipality':
    case 'none':
      return [];
  }
};
