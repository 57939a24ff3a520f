import type { Locale } from '#kernel/locale.ts';
import type { OfficeRole } from './official.ts';

/** Somebody who works at an office (collega). */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly role: OfficeRole;
  readonly email: string;
  readonly locale: Locale;
}
