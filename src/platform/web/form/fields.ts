import { attributes, type Html, html } from '../html.ts';

interface FieldBase {
  readonly name: string;
  /** Where a page has the same name in two forms, the control's own id. */
  readonly id?: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** The sentence that says what is wrong and what to do. */
  readonly problem?: string | undefined;
  /** Shown after the label where a field may stay empty. */
  readonly optional?: string | undefined;
}

export interface TextField extends FieldBase {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'date' | 'search' | 'time' | 'number';
  readonly autocomplete?: string;
  readonly inputmode?: string;
  readonly maxlength?: number;
  readonly min?: string;
  readonly max?: string;
  readonly required?: boolean;
  readonly spellcheck?: boolean;
  /** How many characters wide, for codes and dates; else the full width. */
  readonly width?: 'code' | 'short' | 'medium';
  readonly list?: Html;
}

/** The id of a field's control; errors in the summary lead to it. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^a-z0-9_-]/gi, '-')}`;
}

function idOf(field: FieldBase): string {
  return fieldId(field.id ?? field.name);
}

function described(field: FieldBase): string | undefined {
  const id = idOf(field);
  const parts = [field.hint && `${id}-hint`, field.problem && `${id}-problem`].filter(Boolean);
  return parts.length === 0 ? undefined : parts.join(' ');
}

function label(field: FieldBase): Html {
  return html`<label class="field-label" for="${idOf(field)}">${field.label}${
    field.optional && html` <span class="field-optional">(${field.optional})</span>`
  }</label>`;
}

function around(field: FieldBase, content: Html): Html {
  return html`<div class="field${field.problem ? ' field-in-error' : ''}">${content}</div>`;
}

function hintAndProblem(field: FieldBase): Html {
  const id = idOf(field);
  return html`${field.hint && html`<p class="field-hint" id="${id}-hint">${field.hint}</p>`}${
    field.problem && html`<p class="field-problem" id="${id}-problem">${field.problem}</p>`
  }`;
}

export function textField(field: TextField): Html {
  const { name, value, type = 'text', width, list, required } = field;
  return around(
    field,
    html`${label(field)}${hintAndProblem(field)}<input class="form-control${width ? ` field-${width}` : ''}"${attributes(
      {
        id: idOf(field),
        name,
        type,
        value: type === 'password' ? undefined : value,
        autocomplete: field.autocomplete,
        inputmode: field.inputmode,
        maxlength: field.maxlength,
        min: field.min,
        max: field.max,
        required,
        spellcheck: field.spellcheck === false ? 'false' : undefined,
        'aria-describedby': described(field),
        'aria-invalid': field.problem ? 'true' : undefined,
        list: list && `${idOf(field)}-list`,
      },
    )}>${list && html`<datalist id="${idOf(field)}-list">${list}</datalist>`}`,
  );
}

export function textArea(
  field: FieldBase & { value?: string | undefined; rows?: number; maxlength?: number },
): Html {
  return around(
    field,
    html`${label(field)}${hintAndProblem(field)}<textarea class="form-control"${attributes({
      id: idOf(field),
      name: field.name,
      rows: field.rows ?? 4,
      maxlength: field.maxlength,
      'aria-describedby': described(field),
      'aria-invalid': field.problem ? 'true' : undefined,
    })}>${field.value}</textarea>`,
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

export function selectField(
  field: FieldBase & {
    value?: string | undefined;
    choices: readonly Choice[];
    empty?: string;
    required?: boolean;
  },
): Html {
  return around(
    field,
    html`${label(field)}${hintAndProblem(field)}<select class="form-select"${attributes({
      id: idOf(field),
      name: field.name,
      required: field.required,
      'aria-describedby': described(field),
      'aria-invalid': field.problem ? 'true' : undefined,
    })}>${field.empty !== undefined && html`<option value="">${field.empty}</option>`}${field.choices.map(
      (choice) =>
        html`<option value="${choice.value}"${attributes({ selected: choice.value === field.value })}>${choice.label}</option>`,
    )}</select>`,
  );
}

export function radioField(
  field: FieldBase & { value?: string | undefined; choices: readonly Choice[] },
): Html {
  return around(
    field,
    html`<fieldset class="field-group"${attributes({ 'aria-describedby': described(field) })}><legend class="field-label">${
      field.label
    }${field.optional && html` <span class="field-optional">(${field.optional})</span>`}</legend>${hintAndProblem(
      field,
    )}${field.choices.map((choice, index) => {
      const id = index === 0 ? idOf(field) : `${idOf(field)}-${index}`;
      return html`<div class="choice"><input type="radio"${attributes({
        id,
        name: field.name,
        value: choice.value,
        checked: choice.value === field.value,
        'aria-describedby': choice.hint && `${id}-hint`,
      })}><label for="${id}">${choice.label}</label>${
        choice.hint && html`<span class="choice-hint" id="${id}-hint">${choice.hint}</span>`
      }</div>`;
    })}</fieldset>`,
  );
}

export function checkboxField(field: FieldBase & { checked?: boolean; value?: string }): Html {
  const id = idOf(field);
  return around(
    field,
    html`${hintAndProblem(field)}<div class="choice"><input type="checkbox"${attributes({
      id,
      name: field.name,
      value: field.value ?? 'yes',
      checked: field.checked === true,
      'aria-describedby': described(field),
      'aria-invalid': field.problem ? 'true' : undefined,
    })}><label for="${id}">${field.label}</label></div>`,
  );
}

export function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

/** What is wrong, on top of the page, each line leading to its field. */
export function problemSummary(
  title: string,
  problems: readonly { name: string; text: string }[],
): Html | false {
  if (problems.length === 0) return false;
  return html`<div class="problem-summary" role="alert" tabindex="-1" id="problems"><h2>${title}</h2><ul>${problems.map(
    (problem) => html`<li><a href="#${fieldId(problem.name)}">${problem.text}</a></li>`,
  )}</ul></div>`;
}
