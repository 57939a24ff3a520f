import { granted, type Outcome } from '#kernel/outcome.ts';
import { noteReadings } from '#modules/registry/public.ts';
import {
  type After,
  type OfficeSearchRefusal,
  readOfficeSearch,
  type TypedSearch,
  writeAfter,
} from '../domain/office-search.ts';
import { listOfficeCertificates } from '../store/certificates.ts';
import type { CertificateDeps } from './certificate-deps.ts';
import { type CertificateView, viewsIn } from './see-certificates.ts';

const atOnce = 50;

export interface IssuedPage {
  readonly views: readonly CertificateView[];
  /** Where older ones begin; null on the last page. */
  readonly next: string | null;
}

/** What a municipality has issued: of a number, about somebody, on a day, or all, the newest first and page by page. */
export async function searchIssued(
  deps: Pick<CertificateDeps, 'db' | 'now' | 'sealing'>,
  {
    officialId,
    officeId,
    typed,
    after,
    showsHolders,
  }: {
    readonly officialId: string;
    readonly officeId: string;
    readonly typed: TypedSearch;
    readonly after?: After | undefined;
    /** Whom they are about is shown, so each of them sees that it was read (RG-5). */
    readonly showsHolders: boolean;
  },
): Promise<Outcome<IssuedPage, OfficeSearchRefusal>> {
  const search = readOfficeSearch(typed);
  if (!search.ok) return search;
  const principal = { kind: 'official', officialId, officeIds: [officeId] } as const;
  return deps.db.transaction(principal, async (tx) => {
    const found = await listOfficeCertificates(tx, officeId, {
      ...search.value,
      after,
      most: atOnce + 1,
    });
    const shown = found.slice(0, atOnce);
    const last = shown.at(-1);
    if (showsHolders)
      await noteReadings(tx, {
        people: shown.map(({ personId }) => personId),
        reader: { kind: 'official', officialId, officeId, why: 'issued_certificates' },
        at: deps.now(),
      });
    return granted({
      views: await viewsIn(tx, deps, shown),
      next:
        found.length > atOnce && last !== undefined
          ? writeAfter({ at: last.requestedAt, id: last.id })
          : null,
    });
  });
}
