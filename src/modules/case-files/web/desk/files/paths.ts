import { z } from 'zod';
import { isCaseFileId } from '../../../domain/case-file.ts';
import { type DeskFilter, type DeskList, deskTabs } from '../../../use-cases/see-desk.ts';

export function filesPath(officeId: string): string {
  return `/desk/offices/${officeId}/files`;
}

/** What the address of a list says; what it cannot mean is left out. */
export interface ListAddress extends DeskFilter {
  readonly q: string;
  readonly after: DeskList['next'];
}

const text = (raw: unknown, longest: number) => (typeof raw === 'string' ? raw.trim().slice(0, longest) : '');

export function readListAddress(query: Readonly<Record<string, unknown>>): ListAddress {
  const tab = deskTabs.find((each) => each === query['tab']) ?? 'mine';
  const clerk = text(query['clerk'], 36);
  const procedure = text(query['procedure'], 60);
  const days = Number(text(query['older'], 5));
  return {
    tab,
    q: text(query['q'], 120),
    procedure: procedure === '' ? undefined : procedure,
    clerk: isCaseFileId(clerk) ? clerk : undefined,
    olderThan: Number.isInteger(days) && days > 0 ? days : undefined,
    near: query['near'] === 'yes' ? true : undefined,
    after: readCursor(text(query['after'], 100)),
  };
}

/** A place in a list as it travels in addresses: instant and id of the last line. */
export function cursorOf({ at, id }: NonNullable<DeskList['next']>): string {
  return `${at.toString()}_${id}`;
}

export function readCursor(raw: string): DeskList['next'] {
  const [at = '', id = ''] = raw.split('_');
  if (!isCaseFileId(id) || !z.iso.datetime({ offset: true }).safeParse(at).success) return undefined;
  return { at: Temporal.Instant.from(at), id };
}

/** The query of a list, with some of it changed; a change starts from the first page. */
export function listQuery(
  address: ListAddress,
  change: Partial<Record<string, string | undefined>> = {},
): string {
  const all: Record<string, string | undefined> = {
    tab: address.tab,
    procedure: address.procedure,
    clerk: address.clerk,
    older: address.olderThan === undefined ? undefined : String(address.olderThan),
    near: address.near === true ? 'yes' : undefined,
    ...change,
  };
  const query = new URLSearchParams(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return query.toString();
}
