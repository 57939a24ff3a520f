import type { FastifyReply, FastifyRequest } from 'fastify';
import type { MunicipalOffice } from '#modules/offices/public.ts';
import { fieldId, hidden, textArea, textField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import type { Typed } from '#platform/web/form/read-form.ts';
import { officialOf } from '#platform/web/guards.ts';
import { attributes, type Html, html } from '#platform/web/html.ts';
import { longestMunicipalText, municipalReasons } from '../../domain/municipal-stage.ts';
import { municipalReasonWords } from '../../letters/municipal-reasons.ts';
import type { MunicipalView } from '../../use-cases/see-municipal-file.ts';
import { municipalityWords } from '../words/municipality.ts';
import { type MunicipalStep, municipalFilePath, municipalSteps } from './at-desk.ts';

/** What was typed into which of the forms, and what was wrong with it. */
export interface Deciding {
  readonly step: MunicipalStep | undefined;
  readonly typed: Typed;
  readonly key: string | undefined;
  readonly problems: Readonly<Record<string, string>>;
}

export const nothingTyped: Deciding = { step: undefined, typed: {}, key: undefined, problems: {} };

interface Forms {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly office: MunicipalOffice;
  readonly found: MunicipalView;
  readonly deciding: Deciding;
}

/** A form of one step: in the version that is shown, with its own key when it is shown again. */
function stepForm(
  { reply, office, found, deciding }: Forms,
  step: MunicipalStep,
  content: Html,
  inline = false,
): Html {
  const { id, version } = found.view.file;
  return form(reply, {
    action: `${municipalFilePath(office.id, id)}/${municipalSteps[step]}`,
    key: deciding.step === step ? deciding.key : undefined,
    ...(inline ? { class: 'inline-form' } : {}),
    content: html`${hidden('version', String(version))}${content}`,
  });
}

/** Taking in hand, confirming, refusing: as far as the file is with the municipality, and with this officer. */
export function decisionForms(
  request: FastifyRequest,
  reply: FastifyReply,
  office: MunicipalOffice,
  found: MunicipalView,
  deciding: Deciding,
): Html {
  const forms = { request, reply, office, found, deciding };
  const words = municipalityWords[request.locale];
  const { stage, officers, view } = found;
  const open = view.file.state === 'sent_to_municipality' && stage.decision === null;
  const colleague = stage.officerId === null ? '' : (officers.get(stage.officerId)?.name ?? '–');
  const mine = stage.officerId === officialOf(request).officialId;
  return html`<section aria-labelledby="decide-title"><h2 id="decide-title">${words.decide}</h2>${
    open
      ? mine
        ? html`${confirmation(forms)}${refusal(forms)}${stepForm(forms, 'put_back', submitButton(words.putBack, 'secondary'), true)}`
        : html`<p>${stage.officerId === null ? words.takeFirst : words.inHandOf(colleague)}</p>${stepForm(
            forms,
            'take',
            submitButton(stage.officerId === null ? words.take : words.takeOver(colleague)),
            true,
          )}`
      : html`<p>${words.decided}</p>`
  }</section>`;
}

function confirmation(forms: Forms): Html {
  const { request, deciding } = forms;
  const words = municipalityWords[request.locale];
  const typed = deciding.step === 'confirm' ? deciding.typed : {};
  return html`<h3>${words.confirm}</h3><p>${words.confirmLead}</p>${stepForm(
    forms,
    'confirm',
    html`${textField({
      name: 'registeredOn',
      label: words.registeredOnLabel,
      hint: words.registeredOnHint,
      type: 'date',
      width: 'medium',
      value: typed['registeredOn'],
      problem: deciding.problems['registeredOn'],
    })}${textField({
      name: 'act',
      label: words.actLabel,
      hint: words.actHint,
      maxlength: 100,
      autocomplete: 'off',
      value: typed['act'],
      problem: deciding.problems['act'],
    })}${submitButton(words.confirm)}`,
  )}`;
}

function refusal(forms: Forms): Html {
  const { request, deciding } = forms;
  const { locale } = request;
  const words = municipalityWords[locale];
  const typed = deciding.step === 'refuse' ? deciding.typed : {};
  const chosen = (typed['reasons'] ?? '').split(',');
  const problem = deciding.problems['reasons'];
  return html`<h3>${words.refuse}</h3><p>${words.refuseLead}</p>${stepForm(
    forms,
    'refuse',
    html`<div class="field${problem ? ' field-in-error' : ''}"><fieldset class="field-group"${attributes({ 'aria-describedby': problem && 'reasons-problem' })}><legend class="field-label">${words.reasonsLabel}</legend>${problem && html`<p class="field-problem" id="reasons-problem">${problem}</p>`}${municipalReasons.map(
      (reason, index) => {
        const id = index === 0 ? fieldId('reasons') : `reason-${reason.replaceAll('_', '-')}`;
        return html`<div class="choice"><input type="checkbox"${attributes({ id, name: 'reasons', value: reason, checked: chosen.includes(reason) })}><label for="${id}">${municipalReasonWords[reason][locale]}</label></div>`;
      },
    )}</fieldset></div>${textArea({
      name: 'text',
      label: words.textLabel,
      hint: words.textHint,
      rows: 5,
      maxlength: longestMunicipalText,
      value: typed['text'],
      problem: deciding.problems['text'],
    })}${submitButton(words.refuse, 'danger')}`,
  )}`;
}

/** A message to the consulate, which the person does not read. */
export function writingForm(
  request: FastifyRequest,
  reply: FastifyReply,
  office: MunicipalOffice,
  found: MunicipalView,
  deciding: Deciding,
): Html | false {
  const words = municipalityWords[request.locale];
  const { stage, view } = found;
  const { officialId } = officialOf(request);
  const may = stage.officerId === null || stage.officerId === officialId;
  if (view.file.state !== 'sent_to_municipality' || stage.decision !== null || !may) return false;
  const typed = deciding.step === 'write' ? deciding.typed : {};
  return html`<h3>${words.write}</h3>${stepForm(
    { request, reply, office, found, deciding },
    'write',
    html`${textArea({
      name: 'message',
      label: words.writeLabel,
      hint: words.writeHint,
      rows: 4,
      maxlength: longestMunicipalText,
      value: typed['message'],
      problem: deciding.problems['message'],
    })}${submitButton(words.writeSubmit, 'secondary')}`,
  )}`;
}
