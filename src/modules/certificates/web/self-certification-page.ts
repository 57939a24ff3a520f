import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  fieldId,
  problemSummary,
  radioField,
  selectField,
  textArea,
  textField,
} from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import type { Typed } from '#platform/web/form/read-form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { webWords } from '#platform/web/words/words.ts';
import {
  documentKinds,
  isLimited,
  type StatementId,
  statementIds,
  statementLetters,
} from '../domain/self-certification.ts';
import { type MunicipalityNames, sentences } from '../letters/self-certification-sentences.ts';
import type { Declarable, SelfCertificationRefusal } from '../use-cases/make-self-certification.ts';
import { selfCertificationWords } from './words/self-certification.ts';

export type FormProblems = Readonly<
  Partial<
    Record<'statements' | 'document' | 'document_number' | 'document_issuer' | 'facts' | 'recipient', string>
  >
>;

export interface DeclarationForm {
  readonly declarable: Declarable;
  readonly names: MunicipalityNames;
  readonly typed: Typed;
  readonly problems: FormProblems;
}

/** What is declared, with which document, to whom; each statement with the words in which it will be printed. */
export function declarationPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { declarable, names, typed, problems }: DeclarationForm,
): FastifyReply {
  const { locale } = request;
  const words = selfCertificationWords[locale];
  const missing = statementIds.filter((id) => !declarable.statements.includes(id));
  const failed = Object.entries(problems).map(([name, text]) => ({
    name: name === 'statements' ? statementField(declarable.statements[0] ?? 'birth') : name,
    text,
  }));
  return reply.page({
    title: words.title,
    section: 'certificates',
    status: failed.length > 0 ? 422 : 200,
    hasProblems: failed.length > 0,
    breadcrumb: [{ label: words.title }],
    main: html`${problemSummary(webWords[locale].problems.summaryTitle, failed)}
<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${validity(request)}
<div class="notice notice-warning"><p>${words.penalty}</p>${isLimited(declarable.record) && html`<p>${words.limited}</p>`}</div>
${form(reply, {
  action: '/self-certifications',
  content: html`${statementChoices(request, { declarable, names, typed, problems })}
${missing.length > 0 && html`<p>${words.missing} ${missing.map((id) => words.statements[id]).join('; ')}.</p>`}
${documentFields(request, { declarable, names, typed, problems })}
${textArea({
  name: 'facts',
  label: words.facts,
  hint: words.factsHint,
  optional: words.optional,
  value: typed['facts'],
  problem: problems.facts,
  maxlength: 2000,
})}${textField({
  name: 'recipient',
  label: words.recipient,
  optional: words.optional,
  value: typed['recipient'],
  problem: problems.recipient,
  maxlength: 200,
})}<p>${words.kept}</p>${submitButton(words.submit)}`,
})}`,
  });
}

/** Why no declaration can be made from the record, and what to do instead. */
export function refusalPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { code }: SelfCertificationRefusal,
): FastifyReply {
  const words = selfCertificationWords[request.locale];
  return reply.page({
    title: words.title,
    section: 'certificates',
    status: 409,
    breadcrumb: [{ label: words.title }],
    main: html`<h1>${words.title}</h1><div class="notice notice-warning" role="alert"><p>${words.refusals[code]}</p></div>${validity(request)}`,
  });
}

function validity(request: FastifyRequest): Html {
  const words = selfCertificationWords[request.locale];
  return html`<section class="summary" aria-labelledby="when-title"><h2 id="when-title">${words.when}</h2><ul><li>${words.whenPublic}</li><li>${words.whenPrivate}</li><li>${words.whenNot}</li><li>${words.validity}</li></ul></section>`;
}

export function statementField(id: StatementId): string {
  return `s_${id}`;
}

function statementChoices(
  request: FastifyRequest,
  { declarable, names, typed, problems }: DeclarationForm,
): Html {
  const words = selfCertificationWords[request.locale];
  const { record, statements } = declarable;
  const problem = problems.statements;
  return html`<div class="field${problem !== undefined && ' field-in-error'}"><fieldset class="field-group" aria-describedby="statements-hint"><legend class="field-label">${words.choose}</legend><p class="field-hint" id="statements-hint">${words.chooseHint}</p>${
    problem && html`<p class="field-problem">${problem}</p>`
  }${statements.map((id) => {
    const name = statementField(id);
    const field = fieldId(name);
    const [first = '', ...more] = sentences[id](record, names);
    // A list follows a colon, further sentences a stop.
    const said = `${first}${first.endsWith(':') || more.length === 0 ? ' ' : '; '}${more.join('; ')}`.trim();
    return html`<div class="choice"><input type="checkbox" id="${field}" name="${name}" value="yes"${typed[name] === 'yes' && html` checked`} aria-describedby="${field}-said"><label for="${field}">${words.statements[id]} (${words.letter(statementLetters[id])})</label><span class="choice-hint" id="${field}-said" lang="it">${said}</span></div>`;
  })}</fieldset></div>`;
}

function documentFields(request: FastifyRequest, { declarable, typed, problems }: DeclarationForm): Html {
  const words = selfCertificationWords[request.locale];
  const { documents } = declarable;
  const fields = html`${selectField({
    name: 'document_kind',
    label: words.documentKind,
    value: typed['document_kind'],
    choices: documentKinds.map((value) => ({ value, label: words.documentKinds[value] })),
  })}${textField({
    name: 'document_number',
    label: words.documentNumber,
    value: typed['document_number'],
    problem: problems.document_number,
    maxlength: 30,
    width: 'medium',
    spellcheck: false,
  })}${textField({
    name: 'document_issuer',
    label: words.documentIssuer,
    optional: words.optional,
    value: typed['document_issuer'],
    problem: problems.document_issuer,
    maxlength: 100,
  })}`;
  if (documents.length === 0) return html`<h2>${words.document}</h2>${fields}`;
  return html`${radioField({
    name: 'document',
    label: words.document,
    hint: words.documentHint,
    value: typed['document'] ?? documents[0]?.number,
    problem: problems.document,
    choices: [
      ...documents.map(({ kind, number }) => ({ value: number, label: words.documentOf(kind, number) })),
      { value: 'typed', label: words.documentTyped },
    ],
  })}<details${typed['document'] === 'typed' && html` open`}><summary>${words.documentOwn}</summary>${fields}</details>`;
}
