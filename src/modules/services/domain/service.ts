import type { Text } from '#kernel/locale.ts';
import type { FeeId } from '#modules/tariff/public.ts';
import type { Question } from './question.ts';

export const serviceCategories = [
  'identity_documents',
  'residence_abroad',
  'citizenship',
  'civil_status',
  'notarial',
  'licences',
  'registry',
] as const;
export type ServiceCategory = (typeof serviceCategories)[number];

/** What no source gives: pages say "to be confirmed by the office" (da confermare dall’ufficio). */
export type ToBeConfirmed = 'to_be_confirmed';
export const toBeConfirmed: ToBeConfirmed = 'to_be_confirmed';

/** Something to bring or send (documento richiesto). */
export interface RequiredDocument {
  readonly what: Text;
  readonly detail?: Text;
  /** In which case it is needed; without one, always. */
  readonly when?: Text;
  /** What the office charges for handling it. */
  readonly fee?: FeeId;
}

/** One line of the costs; how it is paid where that is known. */
export interface Cost {
  readonly what: Text;
  readonly fee: FeeId | ToBeConfirmed;
  readonly payment?: Text;
}

/** A time that law or the office fixes, with its article. */
export interface LegalTerm {
  readonly what: Text;
  readonly law: string;
}

/** Who may use a service: everybody, who lives in the district, who is in AIRE there, or whoever has a registry record. */
export const audiences = ['open', 'district', 'aire', 'registered'] as const;
export type Audience = (typeof audiences)[number];

/**
 * Which entry a service needs (CF-10): in the consular register of the responsible office (schedario), confirmed with
 * AIRE, or none, as for the services that lead there.
 */
export const entriesNeeded = ['none', 'consular_register', 'aire'] as const;
export type EntryNeeded = (typeof entriesNeeded)[number];

/** How one gets to a service, with the settings an office starts from. */
export type Booking =
  | {
      readonly kind: 'appointment';
      readonly minutes: number;
      readonly holdMinutes: number;
      /** How many people may come together (famiglia), each with a place of their own. */
      readonly mostPeople: number;
    }
  /** Not bookable by the person: documents first, by e-mail with this subject; the office answers with a date. */
  | { readonly kind: 'request'; readonly subject: string }
  /** No booking: ask the office. */
  | { readonly kind: 'contact' }
  /** Done here by the person, with a digital identity (servizio nazionale): no office has to be chosen. */
  | {
      readonly kind: 'online';
      readonly path: string;
      /** Only while the municipality of the record is connected to the national registry (OF-6). */
      readonly needsConnection: boolean;
    };

/** A consular or national service and its instructions (scheda del servizio). */
export interface Service {
  readonly id: string;
  readonly category: ServiceCategory;
  readonly title: Text;
  readonly summary: Text;
  /** Other words under which people look for it, both languages mixed. */
  readonly keywords: readonly string[];
  readonly mayUse: Audience;
  readonly entry: EntryNeeded;
  readonly who: readonly Text[];
  readonly how: readonly Text[];
  readonly needs: readonly RequiredDocument[] | ToBeConfirmed;
  readonly result: readonly Text[];
  readonly costs: readonly Cost[] | ToBeConfirmed;
  readonly times: readonly LegalTerm[] | ToBeConfirmed;
  readonly booking: Booking;
  /** The page where it is done without coming, where there is one; booking then remains for who cannot. */
  readonly online?: string;
  readonly conditions: readonly Text[];
  readonly mayGoWrong: readonly Text[];
  readonly mayNotNeedToCome: readonly Text[];
  readonly questions: readonly Question[];
  /** The acts on which it rests. */
  readonly law: readonly string[];
}

/** How many people may book a service together: 1 where everybody books alone. */
export function mostPeopleOf(service: Service): number {
  return service.booking.kind === 'appointment' ? service.booking.mostPeople : 1;
}

export function say(it: string, en: string): Text {
  return { it, en };
}
