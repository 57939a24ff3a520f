import type { CivilDate } from '#kernel/civil-date.ts';
import { inForceOn } from '#kernel/in-force.ts';
import type { Text } from '#kernel/locale.ts';
import type { Cents } from '#kernel/money.ts';
import { consularFees } from './consular-fees.ts';
import type { DatedFee, FeeStatus, FeeTitle } from './fee.ts';
import { otherFees } from './other-fees.ts';

/** An article of the consular tariff, as `7-bis`. */
export type TariffArticle = keyof typeof consularFees;
/** Any fee of the tariff: an article, or one of those outside the table. */
export type FeeId = TariffArticle | keyof typeof otherFees;

const tariff: Readonly<Record<FeeId, FeeTitle>> = { ...consularFees, ...otherFees };

export const feeIds = Object.keys(tariff) as FeeId[];

/** A fee as it stands on a day (diritto consolare, contributo, bollo). */
export interface Fee {
  readonly id: FeeId;
  /** The article of the consular tariff, where it is one. */
  readonly article: TariffArticle | null;
  readonly title: Text;
  readonly amount: Cents;
  readonly parts: NonNullable<DatedFee['parts']>;
  readonly status: FeeStatus;
  readonly source: string;
  readonly inForceSince: CivilDate;
}

function isArticle(id: FeeId): id is TariffArticle {
  return id in consularFees;
}

/** The fee on a day; a day for which no source speaks is an error, never "the latest value". */
export function feeFor(id: FeeId, day: CivilDate): Fee {
  const { title, amounts } = tariff[id];
  const entry = inForceOn(amounts, day) as DatedFee;
  return {
    id,
    article: isArticle(id) ? id : null,
    title,
    amount: entry.value,
    parts: entry.parts ?? [],
    status: entry.status,
    source: entry.source,
    inForceSince: entry.from,
  };
}

/** Every amount that a fee has had. */
export function feeHistory(id: FeeId): readonly DatedFee[] {
  return tariff[id].amounts;
}
