import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireStrong } from '#modules/identity/public.ts';
import type { RegistryDeps } from '#modules/registry/public.ts';
import { renderPdf } from '#platform/pdf/render-pdf.ts';
import { readForm } from '#platform/web/form/read-form.ts';
import { citizenOf } from '#platform/web/guards.ts';
import { type DeclaredDocument, documentKinds, parseDocumentNumber } from '../domain/self-certification.ts';
import { selfCertificationPaper } from '../letters/self-certification-paper.ts';
import { type MunicipalityNames, municipalitiesIn } from '../letters/self-certification-sentences.ts';
import { chosenDocument, type Declarable, seeDeclarable } from '../use-cases/make-self-certification.ts';
import {
  declarationPage,
  type FormProblems,
  refusalPage,
  statementField,
} from './self-certification-page.ts';
import { selfCertificationWords } from './words/self-certification.ts';

/** What the pages need from elsewhere. */
export interface SelfCertificationPorts {
  /** The name of a municipality by its land-registry code. */
  readonly municipalityName: (code: string) => Promise<string | undefined>;
}

const text = (most: number, problem: string) => z.string().trim().max(most, problem).optional().default('');
const declarationForm = z.object({
  facts: text(2000, 'facts'),
  recipient: text(200, 'recipient'),
  document: z.string().max(40).optional().default('typed'),
  document_kind: z.enum(documentKinds).optional().catch('identity_card'),
  document_number: z.string().max(60).optional().default(''),
  document_issuer: text(100, 'document_issuer'),
});

/** Self-certifications (autocertificazione): a form from the record, and the paper to sign. Nothing is kept. */
export function selfCertificationRoutes(
  deps: RegistryDeps,
  { municipalityName }: SelfCertificationPorts,
): FastifyPluginAsync {
  const namesOf = async ({ record }: Declarable): Promise<MunicipalityNames> => {
    const codes = [...new Set(municipalitiesIn(record))];
    return new Map(
      await Promise.all(codes.map(async (code) => [code, (await municipalityName(code)) ?? code] as const)),
    );
  };

  return async (app: FastifyInstance) => {
    app.addHook('preHandler', requireStrong('certificates'));

    app.get('/self-certifications', async (request, reply) => {
      const found = await seeDeclarable(deps, citizenOf(request).accountId);
      if (!found.ok) return refusalPage(request, reply, found.refusal);
      const names = await namesOf(found.value);
      return declarationPage(request, reply, { declarable: found.value, names, typed: {}, problems: {} });
    });

    app.post('/self-certifications', async (request, reply) => {
      const found = await seeDeclarable(deps, citizenOf(request).accountId);
      if (!found.ok) return refusalPage(request, reply, found.refusal);
      const declarable = found.value;
      const names = await namesOf(declarable);
      const read = readDeclaration(request, declarable);
      if (read.kind === 'wrong')
        return declarationPage(request, reply, {
          declarable,
          names,
          typed: read.typed,
          problems: read.problems,
        });
      const paper = selfCertificationPaper({
        ...read.declared,
        record: declarable.record,
        names,
        locale: request.locale,
        at: deps.now(),
      });
      return reply
        .type('application/pdf')
        .header('content-disposition', 'inline; filename="autocertificazione.pdf"')
        .send(await renderPdf(paper));
    });
  };
}

/** Reads the form against what the record allows to declare: all the problems at once. */
function readDeclaration(request: FastifyRequest, declarable: Declarable) {
  const words = selfCertificationWords[request.locale].problems;
  const reading = readForm(declarationForm, request.body);
  const { typed } = reading;
  const fault = (name: keyof typeof words) =>
    !reading.ok && reading.problems[name] !== undefined ? { [name]: words[name] } : {};
  const statements = declarable.statements.filter((id) => typed[statementField(id)] === 'yes');
  const facts = reading.ok ? reading.value.facts : (typed['facts'] ?? '');
  const choice = reading.ok ? reading.value.document : 'typed';
  const document = chosenDocument(declarable, choice, reading.ok ? documentIn(reading.value) : undefined);
  const problems: FormProblems = {
    ...(statements.length === 0 && facts === '' ? { statements: words.statements } : {}),
    ...(reading.ok && document === undefined
      ? choice === 'typed'
        ? { document_number: words.document_number }
        : { document: words.document }
      : {}),
    ...fault('facts'),
    ...fault('recipient'),
    ...fault('document_issuer'),
    ...fault('document'),
    ...fault('document_number'),
  };
  if (!reading.ok || document === undefined || Object.keys(problems).length > 0)
    return { kind: 'wrong', typed, problems } as const;
  const { recipient } = reading.value;
  return { kind: 'right', declared: { statements, document, facts, recipient } } as const;
}

function documentIn(value: z.output<typeof declarationForm>): DeclaredDocument | undefined {
  const number = parseDocumentNumber(value.document_number);
  if (number === undefined) return undefined;
  const { document_kind: kind = 'identity_card', document_issuer: issuedBy } = value;
  return { kind, number, ...(issuedBy === '' ? {} : { issuedBy }) };
}
