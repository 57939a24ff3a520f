import { type Official, principalOf } from '#platform/web/who.ts';
import {
  type Block,
  findBlockById,
  type IntermediaryContact,
  listBlocks,
  listIntermediaries,
} from '../store/blocks.ts';
import type { IdentityDeps } from './identity-deps.ts';

export type { Block, IntermediaryContact };

/** What an operator sees of blocked registrations: those of the own office, the ministry all. */
export function readBlocks(
  { db }: IdentityDeps,
  by: Official,
): Promise<{ blocks: Block[]; intermediaries: IntermediaryContact[] }> {
  return db.transaction(principalOf(by), async (tx) => ({
    blocks: await listBlocks(tx, 200),
    intermediaries: await listIntermediaries(tx),
  }));
}

export function readBlock({ db }: IdentityDeps, by: Official, id: string): Promise<Block | undefined> {
  return db.transaction(principalOf(by), (tx) => findBlockById(tx, id));
}
