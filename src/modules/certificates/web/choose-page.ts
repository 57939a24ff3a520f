import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Locale } from '#kernel/locale.ts';
import {
  disconnectedNotice,
  findMunicipality,
  type MunicipalOffice,
  municipalityContacts,
} from '#modules/offices/public.ts';
import { problemSummary } from '#platform/web/form/fields.ts';
import { submitButton } from '#platform/web/form/form.ts';
import { attributes, type Html, html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import type { Availability } from '../domain/decide.ts';
import { elsewhereIds, type KindId } from '../domain/kinds.ts';
import type { Catalogue } from '../use-cases/read-people.ts';
import { ruleText } from './pieces.ts';
import { kindWords } from './words/kinds.ts';
import { certificateWords } from './words/words.ts';

export interface ChoosePage {
  readonly catalogue: Catalogue;
  readonly chosen: readonly KindId[];
  readonly problem?: string | undefined;
}

/** Whom and which: everything that this person can have, and for the rest why not (CE-1, CE-2, CE-9). */
export async function choosePage(
  request: FastifyRequest,
  reply: FastifyReply,
  { catalogue, chosen, problem }: ChoosePage,
): Promise<FastifyReply> {
  const { locale } = request;
  const words = certificateWords[locale];
  const own = words.choose;
  const { availability, connection, record } = catalogue;
  const office = await findMunicipality(record.enrolment.municipality);
  const can = availability.filter((each) => each.blockedBy.length === 0);
  const cannot = availability.filter((each) => each.blockedBy.length > 0);
  const failed = problem === undefined ? [] : [{ name: 'kinds', text: problem }];
  return reply.page({
    title: own.title,
    section: 'certificates',
    status: problem === undefined ? 200 : 422,
    hasProblems: problem !== undefined,
    breadcrumb: [{ label: words.title, path: '/certificates' }, { label: own.title }],
    main: html`${problem !== undefined && problemSummary(webWords[locale].problems.summaryTitle, failed)}
<h1>${own.title}</h1><p class="lead">${own.lead}</p>
<div class="notice"><p>${own.selfInstead}</p></div>
${disconnectedNotice(connection, locale)}
${whom(catalogue, locale)}
${can.length > 0 && connection.connected && which(catalogue, can, { chosen, problem, locale })}
${cannot.length > 0 && blocked(cannot, office, locale)}
<h2>${own.elsewhere}</h2><ul class="card-list">${elsewhereIds.map((id) => {
      const { name, says } = kindWords[locale].elsewhere[id];
      return html`<li class="card-line"><h3>${name}</h3><p>${says}</p></li>`;
    })}</ul>
${office && html`<h2>${own.contacts(office.name[locale])}</h2>${municipalityContacts(office, locale)}`}`,
  });
}

function whom({ people, subject }: Catalogue, locale: Locale): Html {
  const words = certificateWords[locale].choose;
  return html`<h2 id="whom">${words.who}</h2><p>${words.whoHint}</p><nav aria-labelledby="whom"><ul class="link-list">${people.map(
    ({ personId, name, isSelf }) => {
      const label = isSelf ? words.self(name) : name;
      const current = personId === subject.personId;
      const href = localized(locale, `/certificates/new?person=${personId}`);
      return html`<li><a href="${href}"${attributes({ 'aria-current': current ? 'true' : undefined })}>${
        current ? html`<strong>${label}</strong>` : label
      }</a></li>`;
    },
  )}</ul></nav>`;
}

function which(
  { subject }: Catalogue,
  can: readonly Availability[],
  { chosen, problem, locale }: { chosen: readonly KindId[]; problem: string | undefined; locale: Locale },
): Html {
  const words = certificateWords[locale].choose;
  return html`<form method="get" action="${localized(locale, '/certificates/new/details')}" class="form">
<input type="hidden" name="person" value="${subject.personId}">
<fieldset class="field-group${problem ? ' field-in-error' : ''}"${attributes({ 'aria-describedby': problem && 'f-kinds-problem' })}><legend class="field-label">${words.which}</legend>${
    problem && html`<p class="field-problem" id="f-kinds-problem">${problem}</p>`
  }${can.map(({ kind }, index) => {
    const { name, says } = kindWords[locale].kinds[kind];
    const id = index === 0 ? 'f-kinds' : `f-kinds-${index}`;
    return html`<div class="choice"><input type="checkbox"${attributes({
      id,
      name: 'kinds',
      value: kind,
      checked: chosen.includes(kind),
      'aria-describedby': `${id}-hint`,
    })}><label for="${id}">${name}</label><span class="choice-hint" id="${id}-hint">${says}</span></div>`;
  })}</fieldset>${submitButton(words.submit)}</form>`;
}

function blocked(cannot: readonly Availability[], office: MunicipalOffice | undefined, locale: Locale): Html {
  const words = certificateWords[locale].choose;
  const restricted = cannot.some(({ blockedBy }) =>
    blockedBy.some(({ id }) => id === 'partly_certifiable' || id === 'procedure_open'),
  );
  return html`${
    restricted &&
    html`<div class="notice notice-warning"><h2>${words.restricted}</h2>${[
      ...new Set(
        cannot.flatMap(({ blockedBy }) =>
          blockedBy
            .map(({ id }) => id)
            .filter((id) => id === 'partly_certifiable' || id === 'procedure_open'),
        ),
      ),
    ].map((id) => ruleText(id, locale))}${office && municipalityContacts(office, locale)}</div>`
  }<h2>${words.not}</h2><p>${words.notLead}</p>${groupsOf(cannot).map(
    (group) =>
      html`<details><summary>${group.map(({ kind }) => kindWords[locale].kinds[kind].name).join(', ')}</summary>${group[0]?.blockedBy.map(
        ({ id }) => ruleText(id, locale),
      )}</details>`,
  )}`;
}

/** Kinds that the same conditions block are told together. */
function groupsOf(cannot: readonly Availability[]): Availability[][] {
  const groups = new Map<string, Availability[]>();
  for (const each of cannot) {
    const key = each.blockedBy.map(({ id }) => id).join(' ');
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
}
