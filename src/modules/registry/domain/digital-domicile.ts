/** The address that a person has elected for letters of legal value (domicilio digitale, D.Lgs. 82/2005 art. 3-bis). */
export type DigitalDomicile =
  | { readonly kind: 'active'; readonly address: string; readonly since: Temporal.Instant }
  | {
      readonly kind: 'ended';
      /** By the person's wish, or because the mailbox no longer works (cessazione d'ufficio). */
      readonly why: 'voluntary' | 'ex_officio';
      readonly at: Temporal.Instant;
    }
  | { readonly kind: 'none' };

/** What the index of digital domiciles (INAD, D.Lgs. 82/2005 art. 6-quater) holds of one tax code. */
export interface ElectedAddresses {
  readonly since: Temporal.Instant;
  readonly addresses: readonly {
    readonly address: string;
    /** Taken over from the register of a profession: letters about the profession go there. */
    readonly profession: string | undefined;
    readonly ended: { readonly why: 'voluntary' | 'ex_officio'; readonly at: Temporal.Instant } | undefined;
  }[];
}

const zone = 'Europe/Rome';

/** The domicile at a moment: an address of the person before one of the profession, one in use before one that ended. */
export function domicileIn(entry: ElectedAddresses | undefined, at: Temporal.Instant): DigitalDomicile {
  if (entry === undefined) return { kind: 'none' };
  const own = entry.addresses.toSorted(
    (a, b) => Number(a.profession !== undefined) - Number(b.profession !== undefined),
  );
  const inUse = own.find(({ ended }) => ended === undefined || Temporal.Instant.compare(ended.at, at) > 0);
  if (inUse !== undefined) return { kind: 'active', address: inUse.address, since: entry.since };
  const last = own[0]?.ended;
  return last === undefined ? { kind: 'none' } : { kind: 'ended', ...last };
}

/** By when an address elected now is active, if its validation succeeds: 01:00 in Italy of the following day. */
export function activeBy(electedAt: Temporal.Instant): Temporal.Instant {
  return electedAt
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days: 1 })
    .toZonedDateTime({ timeZone: zone, plainTime: '01:00' })
    .toInstant();
}

/** Until when an answer of the index may be shown again: new addresses become active at 01:00 in Italy. */
export function goodUntil(askedAt: Temporal.Instant): Temporal.Instant {
  return activeBy(askedAt.subtract({ hours: 1 }));
}
