import type { Service } from '#modules/services/public.ts';
import type { FeeId } from '#modules/tariff/public.ts';

/** The fees that a service may ask for at the counter, those of the service before those of its documents. */
export function suggestedFees({ costs, needs }: Pick<Service, 'costs' | 'needs'>): FeeId[] {
  const named = [
    ...(costs === 'to_be_confirmed' ? [] : costs.map(({ fee }) => fee)),
    ...(needs === 'to_be_confirmed' ? [] : needs.map(({ fee }) => fee)),
  ];
  return [...new Set(named.filter((fee) => fee !== undefined && fee !== 'to_be_confirmed'))];
}

/** The one fee that everybody pays, where the service has only one. */
export function certainFee({ costs }: Pick<Service, 'costs'>): FeeId | undefined {
  if (costs === 'to_be_confirmed' || costs.length !== 1) return undefined;
  const [only] = costs;
  return only === undefined || only.fee === 'to_be_confirmed' ? undefined : only.fee;
}
