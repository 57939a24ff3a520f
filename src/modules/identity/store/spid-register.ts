import type { Tx } from '#platform/database/database.ts';

/** A line of the register of SPID messages (registro delle transazioni). */
export interface RegisterLine {
  readonly kind: 'request' | 'answer' | 'logout';
  readonly outcome: string;
  readonly requestId: string;
  readonly requestIssueInstant: string | null;
  readonly request: string | null;
  readonly responseId: string | null;
  readonly responseIssueInstant: string | null;
  readonly responseIssuer: string | null;
  readonly assertionId: string | null;
  readonly subject: string | null;
  readonly subjectNameQualifier: string | null;
  readonly response: string | null;
}

export async function appendToRegister(tx: Tx, line: RegisterLine, at: Temporal.Instant): Promise<void> {
  await tx.sql(
    `insert into identity.spid_register (written_at, kind, outcome, authn_request_id, authn_request_issue_instant,
       authn_request, response_id, response_issue_instant, response_issuer, assertion_id, assertion_subject,
       assertion_subject_name_qualifier, response)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      at,
      line.kind,
      line.outcome,
      line.requestId,
      line.requestIssueInstant,
      line.request,
      line.responseId,
      line.responseIssueInstant,
      line.responseIssuer,
      line.assertionId,
      line.subject,
      line.subjectNameQualifier,
      line.response,
    ],
  );
}

/** Removes what is older than the law wants it kept; the database lets nothing younger go. */
export async function eraseOldRegister(tx: Tx, before: Temporal.Instant): Promise<number> {
  const rows = await tx.sql('delete from identity.spid_register where written_at < $1 returning id', [
    before,
  ]);
  return rows.length;
}
