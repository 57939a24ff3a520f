import { z } from 'zod';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { askForAdmission, NoVoucher, type PdndClient, type TrackedUse } from './pdnd.ts';

/** What INAD (Indice nazionale dei domicili digitali, art. 6-quater CAD) says of one tax code. */
export interface InadEntry {
  readonly since: Temporal.Instant;
  readonly addresses: readonly InadAddress[];
}

export interface InadAddress {
  readonly address: string;
  /** Address of a professional, taken over from the register of professionals. */
  readonly profession: string | undefined;
  readonly ended: { readonly why: 'voluntary' | 'ex_officio'; readonly at: Temporal.Instant } | undefined;
}

/** Why there was no answer; `not_admitted` and `bad_request` are for whoever runs the installation to look at. */
export type InadFault = 'down' | 'too_many' | 'not_admitted' | 'bad_request' | 'unreadable';

export interface Inad {
  /** What is registered for a tax code, nothing where nobody has elected an address. */
  extract(
    taxCode: string,
    reference: string,
  ): Promise<Outcome<InadEntry | undefined, { readonly code: InadFault }>>;
}

export interface InadSettings {
  /** As `https://api.inad.gov.it/rest/inad/v1/domiciliodigitale`. */
  readonly url: string;
  readonly pdnd: PdndClient;
  readonly use: TrackedUse;
}

const instant = z.string().transform((text, context) => {
  try {
    return Temporal.Instant.from(text);
  } catch {
    context.addIssue('not an instant');
    return z.NEVER;
  }
});

const entryShape = z.object({
  codiceFiscale: z.string(),
  since: instant,
  digitalAddress: z
    .array(
      z.object({
        digitalAddress: z.email().max(254),
        practicedProfession: z.string().nullish(),
        usageInfo: z
          .object({
            motivation: z.enum(['CESSAZIONE_UFFICIO', 'CESSAZIONE_VOLONTARIA']),
            dateEndValidity: instant,
          })
          .nullish(),
      }),
    )
    .max(50),
});

const faults: Readonly<Record<number, InadFault>> = {
  400: 'bad_request',
  401: 'not_admitted',
  403: 'not_admitted',
  429: 'too_many',
};

/** The index of digital domiciles over its public interface. */
export function connectInad({ url, pdnd, use }: InadSettings, now: () => Temporal.Instant): Inad {
  return {
    async extract(taxCode, reference) {
      try {
        const admission = await askForAdmission(pdnd, use, now());
        const address = new URL(`${url}/extract/${encodeURIComponent(taxCode)}`);
        address.searchParams.set('practicalReference', reference);
        const response = await fetch(address, {
          headers: { ...admission, accept: 'application/json' },
          signal: AbortSignal.timeout(5000),
          redirect: 'error',
        });
        if (response.status === 404) return granted(undefined);
        if (!response.ok) return refused({ code: faults[response.status] ?? 'down' });
        const entry = entryShape.safeParse(await response.json().catch(() => null));
        if (!entry.success || entry.data.codiceFiscale !== taxCode) return refused({ code: 'unreadable' });
        return granted({
          since: entry.data.since,
          addresses: entry.data.digitalAddress.map((each) => ({
            address: each.digitalAddress,
            profession: each.practicedProfession ?? undefined,
            ended: each.usageInfo
              ? {
                  why: each.usageInfo.motivation === 'CESSAZIONE_UFFICIO' ? 'ex_officio' : 'voluntary',
                  at: each.usageInfo.dateEndValidity,
                }
              : undefined,
          })),
        });
      } catch (error) {
        // A network that fails in any way is the same for the person who waits: there is no answer now.
        return refused({ code: error instanceof NoVoucher ? 'not_admitted' : 'down' });
      }
    },
  };
}
