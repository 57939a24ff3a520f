import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import { largestReceived } from './document.ts';

/** A file on its way to us (caricamento in corso), which goes on where it was cut off. */
export interface Transfer {
  readonly id: string;
  /** Bytes of the whole file. */
  readonly bytes: number;
  /** Bytes that are here. */
  readonly received: number;
}

/** Transfers of one person that may be under way at once. */
export const mostTransfers = 10;
/** How long a transfer waits to go on. */
export const transferFor = { hours: 24 } as const;
/** Bytes after which a piece is put down, so that a cut costs no more than that. */
export const pieceBytes = 1024 * 1024;

export type TransferRefusal = {
  readonly code: 'empty' | 'too_large' | 'too_many_transfers' | 'quota_full';
};

export type PieceRefusal = {
  /** `other_offset`: the piece does not begin where the last one ended, or goes beyond the end. */
  readonly code: 'no_such_transfer' | 'other_offset';
};

/** Whether a file of this size may come. */
export function mayBegin(bytes: number, open: number): Outcome<null, TransferRefusal> {
  if (bytes === 0) return refused({ code: 'empty' });
  if (bytes > largestReceived) return refused({ code: 'too_large' });
  if (open >= mostTransfers) return refused({ code: 'too_many_transfers' });
  return granted(null);
}
