import { granted, type Outcome } from '#kernel/outcome.ts';
import type { Principal } from '#platform/database/principal.ts';
import type { Deps } from '#platform/deps.ts';
import { type Actor, record } from '#platform/event-log/record.ts';
import { type KeyReused, once } from '#platform/idempotency/once.ts';
import type { Offer } from '../domain/offer.ts';
import { findOffer, listOffers, saveOffer } from '../store/offers.ts';

const visitor = { kind: 'visitor' } as const;

export async function readOffer(
  { db }: Deps,
  officeId: string,
  serviceId: string,
): Promise<Offer | undefined> {
  return db.transaction(visitor, (tx) => findOffer(tx, officeId, serviceId));
}

export async function readOffers({ db }: Deps, officeId: string): Promise<Offer[]> {
  return db.transaction(visitor, (tx) => listOffers(tx, officeId));
}

/** An office switches a service on or off and sets its first bookable date (attivazione del servizio). */
export async function decideOffer(
  deps: Deps,
  { as, actor, key }: { as: Principal; actor: Actor; key: string },
  offer: Offer,
): Promise<Outcome<null, KeyReused>> {
  const at = deps.now();
  return deps.db.transaction(as, (tx) =>
    once<null, never>(tx, { scope: 'id' in actor ? actor.id : 'visitor', key, wish: offer, at }, async () => {
      await saveOffer(tx, offer);
      await record(tx, {
        type: 'service.decided',
        subject: { kind: 'service', id: offer.serviceId },
        actor,
        at,
        officeId: offer.officeId,
        facts: { ...offer },
      });
      return granted(null);
    }),
  );
}
