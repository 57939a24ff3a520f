import { z } from 'zod';
import { holderOf, numberOf } from '../domain/certificate.ts';
import { certificateLifecycle, isIssued } from '../domain/certificate-lifecycle.ts';
import { exemptionIds } from '../domain/exemptions.ts';
import { elsewhereIds, kindIds } from '../domain/kinds.ts';
import { certificateLanguages } from '../domain/languages.ts';
import type { Catalogue } from '../use-cases/read-people.ts';
import type { CertificateView } from '../use-cases/see-certificates.ts';
import { ruleWords } from './words/rules.ts';

const instant = z.iso.datetime({ offset: true }).max(40);
const [firstState = 'requested', ...otherStates] = certificateLifecycle.states;
const personId = z.string().min(1).max(40);
const kind = z.enum(kindIds);
const language = z.enum(certificateLanguages);

export const idempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\w-]{8,200}$/)
    .describe('Made by the client before its first try; the same key gives the same answer'),
});

export const certificateSchema = z.strictObject({
  certificate_id: z.uuid().max(36),
  kinds: z.array(kind).min(1).max(kindIds.length),
  holder: z.string().max(250),
  person_id: personId,
  language,
  duty: z.enum(['stamp', 'exempt']),
  exempt_use: z.enum(exemptionIds).optional(),
  state: z.enum([firstState, ...otherStates]),
  valid: z.boolean().describe('Issued, not revoked, its three months not over'),
  requested_at: instant,
  payment_id: z.uuid().max(36).optional().describe('The payment of the stamp duty'),
  stamp_number: z.string().max(40).optional(),
  number: z.string().max(40).optional(),
  issued_on: z.iso.date().optional(),
  valid_until: z.iso.date().optional(),
  revoked_at: instant.optional(),
});

export const certificatesAnswer = z.strictObject({
  items: z.array(certificateSchema).max(200),
  next: z.null(),
});

/** A certificate as the API answers it; whom it is about is in it for who asked, and for the municipality. */
export function certificateOut({
  certificate,
  revokedAt,
  valid,
}: CertificateView): z.output<typeof certificateSchema> {
  const { duty, orderId, stamp, issue } = certificate;
  const number = numberOf(certificate);
  return {
    certificate_id: certificate.id,
    kinds: [...certificate.kinds],
    holder: holderOf(certificate),
    person_id: certificate.personId,
    language: certificate.language,
    duty: duty.kind,
    ...(duty.kind === 'exempt' ? { exempt_use: duty.use } : {}),
    state: certificate.state,
    valid,
    requested_at: certificate.requestedAt.toString(),
    ...(orderId === null ? {} : { payment_id: orderId }),
    ...(stamp === null ? {} : { stamp_number: stamp.iubd }),
    ...(issue === null || number === undefined
      ? {}
      : { number, issued_on: issue.on, valid_until: issue.validUntil }),
    ...(revokedAt === undefined || !isIssued(certificate.state) ? {} : { revoked_at: revokedAt.toString() }),
  };
}

export const requestBody = z
  .strictObject({
    person_id: personId.describe('Oneself, or a member of the registered household'),
    kinds: z.array(kind).min(1).max(kindIds.length),
    language: language.default('it'),
    exempt_use: z
      .enum(exemptionIds)
      .optional()
      .describe('One of the eight uses without stamp duty; without it the stamp is due'),
    by_mail: z.boolean().default(false).describe('Also by e-mail, as an attachment, to the verified address'),
  })
  .describe('A certificate to be issued');

export const catalogueQuery = z.strictObject({ person_id: personId.optional() });

export const catalogueSchema = z.strictObject({
  person_id: personId,
  people: z
    .array(z.strictObject({ person_id: personId, name: z.string().max(250), is_self: z.boolean() }))
    .max(100),
  connected: z.boolean().describe('Whether the municipality is connected to the national registry now'),
  languages: z.array(language).min(1).max(3),
  items: z
    .array(
      z.strictObject({
        kind,
        available: z.boolean(),
        blocked_by: z
          .array(
            z.strictObject({
              rule: z.string().max(60),
              removed_by: z.enum(['municipality', 'nobody', 'electoral_office', 'other_party']),
              what: z.string().max(300),
              why: z.string().max(300),
              now: z.string().max(400),
            }),
          )
          .max(60),
      }),
    )
    .max(kindIds.length),
  not_online: z.array(z.enum(elsewhereIds)).max(elsewhereIds.length),
  next: z.null(),
});

export function catalogueOut(
  { subject, people, connection, languages, availability }: Catalogue,
  locale: 'it' | 'en',
): z.output<typeof catalogueSchema> {
  return {
    person_id: subject.personId,
    people: people.map((each) => ({ person_id: each.personId, name: each.name, is_self: each.isSelf })),
    connected: connection.connected,
    languages: [...languages],
    items: availability.map(({ kind: each, blockedBy }) => ({
      kind: each,
      available: blockedBy.length === 0,
      blocked_by: blockedBy.map(({ id, removedBy }) => ({
        rule: id,
        removed_by: removedBy,
        ...ruleWords[locale][id],
      })),
    })),
    not_online: [...elsewhereIds],
    next: null,
  };
}
