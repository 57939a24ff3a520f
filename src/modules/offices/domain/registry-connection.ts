import type { CivilDate } from '#kernel/civil-date.ts';

/** Why a municipality is not connected to the national registry (ANPR) for a while; people read it in words. */
export const disconnectionReasons = [
  'maintenance',
  'fault',
  'certificate_expired',
  'reorganisation',
] as const;
export type DisconnectionReason = (typeof disconnectionReasons)[number];

/** Whether a municipality is connected: national certificates are offered only while it is. */
export type RegistryConnection =
  | { readonly connected: true }
  | {
      readonly connected: false;
      readonly why: DisconnectionReason;
      readonly since: Temporal.Instant;
      /** The day on which it expects to be back. */
      readonly backOn: CivilDate | null;
    };
