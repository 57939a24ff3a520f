import { dayAt } from '#kernel/civil-date.ts';
import { granted, type Outcome, refused } from '#kernel/outcome.ts';
import {
  personOfAccount,
  type RegistryDeps,
  type RegistryRecord,
  readRecord,
} from '#modules/registry/public.ts';
import {
  type DeclarantRefusal,
  type DeclaredDocument,
  declarantRefusal,
  isKnown,
  type StatementId,
  statementIds,
  usableDocuments,
} from '../domain/self-certification.ts';

/** What a person may declare, from the own record. */
export interface Declarable {
  readonly record: RegistryRecord;
  /** Statements that the record can fill in. */
  readonly statements: readonly StatementId[];
  /** Documents of the record that are still valid. */
  readonly documents: RegistryRecord['identityDocuments'];
}

export type SelfCertificationRefusal =
  /** No record of the registry belongs to the account. */
  { readonly code: 'no_record' } | { readonly code: DeclarantRefusal };

/**
 * What the person of an account may declare instead of certificates (autocertificazione, artt. 46 and 47 DPR 445/2000).
 * Nothing of it is kept: the paper is made from the record and handed over.
 */
export async function seeDeclarable(
  deps: RegistryDeps,
  accountId: string,
): Promise<Outcome<Declarable, SelfCertificationRefusal>> {
  const personId = await personOfAccount(deps, accountId);
  if (personId === undefined) return refused({ code: 'no_record' });
  const record = await readRecord(deps, { personId, reader: { kind: 'self', accountId } });
  if (record === undefined) return refused({ code: 'no_record' });
  const today = dayAt(deps.now(), 'Europe/Rome');
  const cannot = declarantRefusal(record, today);
  if (cannot !== undefined) return refused({ code: cannot });
  return granted({
    record,
    statements: statementIds.filter((id) => isKnown(id, record)),
    documents: usableDocuments(record, today),
  });
}

/** The document that a form names: one of the record, or the one that was typed. */
export function chosenDocument(
  { documents }: Declarable,
  choice: string,
  typed: DeclaredDocument | undefined,
): DeclaredDocument | undefined {
  if (choice === 'typed') return typed;
  const found = documents.find(({ number }) => number === choice);
  if (found === undefined) return undefined;
  const { kind, number, issuedBy } = found;
  return { kind, number, ...(issuedBy === undefined ? {} : { issuedBy }) };
}
