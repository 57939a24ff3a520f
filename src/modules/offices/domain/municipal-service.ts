import type { Text } from '#kernel/locale.ts';

/** What a municipality does for its residents besides the national services (servizio comunale). */
export interface MunicipalService {
  readonly id: string;
  readonly officeId: string;
  readonly title: Text;
  readonly text: Text;
  /** Where it is done online. */
  readonly url: string | null;
}
