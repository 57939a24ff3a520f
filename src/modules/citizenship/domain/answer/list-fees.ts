import { inForceOn } from '#kernel/in-force.ts';
import type { Locale } from '#kernel/locale.ts';
import type { Route } from '../facts/shape.ts';
import { toIso } from '../reasoning/day.ts';
import type { World } from '../reasoning/world.ts';
import { declarationsFor } from '../routes/declarations.ts';
import { filingDay } from '../routes/filing-day.ts';
import { lawDays } from '../rules/law-days.ts';
import { eighteenth } from '../status/majority.ts';
import { type FeeItem, fees } from './fee-table.ts';

export interface ListedFee {
  readonly id: string;
  readonly name: string;
  readonly amount_cents: number;
  readonly article: string;
  readonly payment: string;
  readonly reference?: string;
  readonly transfer?: NonNullable<FeeItem['transfer']>;
  readonly per_document?: true;
}

/** Fees by the day of the act, with the means of payment and the literal references. */
export function listFees(world: World, route: Route, locale: Locale): ListedFee[] {
  const filed = world.known(filingDay(world).day) ?? world.asOf;
  const declared = declarationsFor(world, world.tree.applicant).completedOn ?? world.asOf;
  const tell = (item: FeeItem, day: number): ListedFee => ({
    id: item.id,
    name: item.name[locale],
    amount_cents: inForceOn(item.amounts, toIso(day)).value,
    article: item.article,
    payment: item.payment[locale],
    ...(item.reference && { reference: item.reference }),
    ...(item.transfer && { transfer: item.transfer }),
    ...(item.each && { per_document: true as const }),
  });
  return itemsOf(world, route).map((item) =>
    tell(item, item === fees.benefit ? Math.max(declared, lawDays.barConverted) : filed),
  );
}

function itemsOf(world: World, route: Route): FeeItem[] {
  const minor = world.before(world.asOf, eighteenth(world.tree.applicant));
  switch (route) {
    case 'transmission':
    case 'descent_minor':
      return [];
    case 'descent_adult_abb':
    case 'descent_letter_c':
    case 'descent_letter_d':
      return minor ? [] : [fees.descent];
    case 'marriage':
      return [
        fees.marriage,
        fees.signature,
        fees.translator,
        fees.identityCopy,
        fees.languageCopy,
        fees.translationConformity,
      ];
    case 'marriage_oath':
      return [fees.oath, fees.translationConformity];
    case 'benefit_of_law':
    case 'transitional_1ter':
      return [fees.benefit];
    case 'reacquisition_art17':
    case 'reacquisition_women':
      return [fees.reacquisition];
    case 'renunciation':
      return [fees.renunciation, fees.renunciationRecord];
  }
}
