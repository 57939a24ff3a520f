import type { CivilDate } from '#kernel/civil-date.ts';
import { countryName } from '#kernel/country.ts';
import type { Locale } from '#kernel/locale.ts';
import { formatShortDay } from '#kernel/moment.ts';
import { findOffice } from '#modules/offices/public.ts';
import { type Html, html } from '#platform/web/html.ts';
import { electoralStanding } from '../domain/electoral.ts';
import type { Citizenship, HouseholdMember, MaritalStatus, RegistryRecord } from '../domain/record.ts';
import { registryWords } from './words/words.ts';
import {
  actText,
  addressText,
  type MunicipalityNames,
  partialText,
  partyText,
  periodText,
  placeText,
} from './written.ts';

/** One datum with where it comes from. */
interface Datum {
  readonly label: string;
  readonly value: Html | string;
  readonly source?: string | undefined;
  readonly meaning?: string | undefined;
}

/** A group of data with its meaning in plain words. */
export interface DataSection {
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
  readonly content: Html;
}

export interface Shown {
  readonly record: RegistryRecord;
  readonly names: MunicipalityNames;
  readonly today: CivilDate;
  readonly locale: Locale;
}

/** Everything that the registry has of a person, in the order in which people look for it (RG-1). */
export function dataSections(shown: Shown): DataSection[] {
  return [
    person(shown),
    enrolment(shown),
    addresses(shown),
    household(shown),
    maritalStatus(shown),
    ...(shown.record.cohabitationContract === undefined ? [] : [contract(shown)]),
    citizenships(shown),
    documents(shown),
    electoral(shown),
    certificates(shown),
  ];
}

function data(locale: Locale, lines: readonly (Datum | false)[]): Html {
  const words = registryWords[locale];
  return html`<dl class="summary">${lines.map(
    (line) =>
      line &&
      html`<div><dt>${line.label}</dt><dd>${line.value}${line.meaning && html`<br><span class="detail">${line.meaning}</span>`}${
        line.source && html`<br><span class="source">${words.comesFrom}: ${line.source}</span>`
      }</dd></div>`,
  )}</dl>`;
}

function person({ record, names, locale }: Shown): DataSection {
  const words = registryWords[locale];
  const { title, meaning } = words.person;
  const act = actText(record.birth.act, names, locale);
  const { standing } = record;
  const state =
    standing.state === 'struck'
      ? `${words.standing.struck[standing.why]}${standing.reason === undefined ? '' : ` ${words.standing.because(words.standing.reasons[standing.reason])}`}`
      : words.standing[standing.state];
  const when =
    standing.state === 'struck' && standing.on !== undefined
      ? ` ${words.since(partialText(standing.on, locale))}.`
      : '';
  return {
    id: 'person',
    title,
    meaning,
    content: data(locale, [
      { label: words.person.familyName, value: record.familyName ?? words.noName },
      { label: words.person.givenName, value: record.givenName ?? words.noName },
      { label: words.person.sex, value: words.person.sexes[record.sex] },
      { label: words.person.bornOn, value: partialText(record.birth.on, locale) },
      { label: words.person.birthPlace, value: placeText(record.birth.place, locale) },
      { label: words.person.birthAct, value: act, meaning: words.person.birthActMeaning },
      {
        label: words.person.taxCode,
        value: record.taxCode ?? words.person.noTaxCode,
        source: words.person.taxCodeSource,
      },
      { label: words.person.anprId, value: record.id, meaning: words.person.anprIdMeaning },
      { label: words.person.standing, value: `${state}${when}` },
    ]),
  };
}

function enrolment({ record, names, locale }: Shown): DataSection {
  const words = registryWords[locale].enrolment;
  const { enrolment: where } = record;
  const source = where.register === 'aire' ? words.sourceAire : words.sourceResident;
  const lines: (Datum | false)[] = [
    { label: words.register, value: words.registers[where.register] },
    { label: words.municipality, value: names(where.municipality) },
    { label: words.since, value: partialText(where.since, locale), source },
  ];
  if (where.register === 'resident') {
    lines.push(
      where.facility !== undefined && {
        label: words.facility,
        value: `${where.facility.name} (${words.facilities[where.facility.kind]})`,
        meaning: words.facilityMeaning,
      },
      where.homeless === true && { label: words.homeless, value: words.homelessMeaning },
    );
  } else {
    const consulate = where.consulate === undefined ? undefined : findOffice(where.consulate);
    lines.push(
      { label: words.why, value: words.reasons[where.why] },
      {
        label: words.expatriatedOn,
        value:
          where.expatriatedOn === undefined ? words.neverResident : partialText(where.expatriatedOn, locale),
        meaning: where.beforeJoining ? words.beforeJoining : undefined,
      },
      where.consulate !== undefined && {
        label: words.consulate,
        value: consulate?.name[locale] ?? where.consulate,
      },
    );
  }
  const joined = registryWords[locale].joined(
    names(record.joined.municipality),
    formatShortDay(record.joined.on, locale),
  );
  return {
    id: 'enrolment',
    title: words.title,
    meaning: words.meaning,
    content: html`${data(locale, lines)}<p class="source">${joined}</p>`,
  };
}

function addresses({ record, names, locale }: Shown): DataSection {
  const words = registryWords[locale].addresses;
  const source = (municipality: string | undefined) =>
    municipality === undefined
      ? registryWords[locale].enrolment.sourceAire
      : registryWords[locale].municipality(names(municipality));
  const now = record.addresses.at(-1);
  const before = record.addresses.slice(0, -1).reverse();
  const present =
    now === undefined
      ? html`<p>${words.none}</p>`
      : data(locale, [
          {
            label: words.now,
            value: html`${addressText(now, names, locale)}<br>${periodText(now, locale)}`,
            meaning: now.changedExOfficio ? words.exOfficio : undefined,
            source: source(now.municipality),
          },
        ]);
  return {
    id: 'addresses',
    title: words.title,
    meaning: words.meaning,
    content: html`${present}${
      before.length > 0 &&
      html`<h3>${words.before}</h3><ul>${before.map(
        (each) =>
          html`<li>${addressText(each, names, locale)}, ${periodText(each, locale)}${each.changedExOfficio === true && html`. ${words.exOfficio}`}</li>`,
      )}</ul>`
    }`,
  };
}

function household({ record, locale }: Shown): DataSection {
  const { household: words, notRecorded } = registryWords[locale];
  const { household: family, enrolment: where } = record;
  const section = (content: Html): DataSection => ({
    id: 'household',
    title: words.title,
    meaning: words.meaning,
    content,
  });
  if (family === undefined) {
    const inFacility = where.register === 'resident' && where.facility !== undefined;
    return section(html`<p>${inFacility ? words.noneFacility : words.none}</p>`);
  }
  const nameOf = (member: HouseholdMember) =>
    [member.givenName, member.familyName].filter(Boolean).join(' ') || notRecorded;
  const hasHolder = family.members.some((member) => member.relation === 'holder');
  return section(html`<table class="stacked"><thead><tr><th scope="col">${words.member}</th><th scope="col">${words.born}</th><th scope="col">${words.relation}</th></tr></thead>
<tbody>${family.members.map(
    (member) =>
      html`<tr><td data-label="${words.member}">${nameOf(member)}${member.id === record.id && html` (${words.you})`}</td><td data-label="${words.born}">${partialText(member.birth.on, locale)}, ${placeText(member.birth.place, locale)}</td><td data-label="${words.relation}">${words.relations[member.relation]}</td></tr>`,
  )}</tbody></table>
${!hasHolder && html`<p>${words.noHolder}</p>`}${!family.certifiable && html`<p>${words.notCertifiable}</p>`}
<p class="source">${words.number}: ${family.id}</p>`);
}

const unions: ReadonlySet<MaritalStatus['state']> = new Set([
  'civil_union',
  'union_dissolved',
  'union_ended_by_death',
]);

function maritalStatus({ record, names, locale }: Shown): DataSection {
  const words = registryWords[locale].marital;
  const { maritalStatus: status } = record;
  const bond = status !== undefined && 'bond' in status ? status.bond : undefined;
  const endedOn = status !== undefined && 'endedOn' in status ? status.endedOn : undefined;
  const kind = status !== undefined && unions.has(status.state) ? 'union' : 'marriage';
  const bound = status !== undefined && status.state !== 'single';
  return {
    id: 'civil-status',
    title: words.title,
    meaning: words.meaning,
    content: data(locale, [
      {
        label: words.state,
        value: status === undefined ? words.missing : words.states[status.state][record.sex],
      },
      bound && {
        label: words.on[kind],
        value: `${partialText(bond?.on, locale)}${bond?.place === undefined ? '' : `, ${placeText(bond.place, locale)}`}`,
        source: actText(bond?.act, names, locale),
      },
      bound && { label: words.partner[kind], value: partyText(bond?.partner, locale) },
      endedOn !== undefined && { label: words.ended, value: partialText(endedOn, locale) },
    ]),
  };
}

function contract({ record, names, locale }: Shown): DataSection {
  const words = registryWords[locale].contract;
  const { stipulatedOn, registeredOn, municipality, partner } = record.cohabitationContract ?? {};
  return {
    id: 'contract',
    title: words.title,
    meaning: words.meaning,
    content: data(locale, [
      { label: words.partner, value: partyText(partner, locale) },
      {
        label: words.stipulatedOn,
        value: stipulatedOn === undefined ? words.noStipulation : partialText(stipulatedOn, locale),
      },
      {
        label: words.registeredOn,
        value: partialText(registeredOn, locale),
        source:
          municipality === undefined ? undefined : registryWords[locale].municipality(names(municipality)),
      },
    ]),
  };
}

/** A citizenship by the name of its State, or by what stands in its place. */
export function citizenshipName(of: Citizenship['of'], locale: Locale): string {
  const { special } = registryWords[locale].citizenship;
  return of in special ? special[of as keyof typeof special] : countryName(of, locale);
}

function citizenships({ record, names, locale }: Shown): DataSection {
  const words = registryWords[locale].citizenship;
  return {
    id: 'citizenship',
    title: words.title,
    meaning: words.meaning,
    content: data(
      locale,
      record.citizenships.map(({ of, since }) => ({
        label: words.citizenship,
        value: `${citizenshipName(of, locale)}, ${periodText(since === undefined ? {} : { from: since }, locale)}`,
        source: words.source(names(record.enrolment.municipality)),
      })),
    ),
  };
}

function documents({ record, today, locale }: Shown): DataSection {
  const words = registryWords[locale].documents;
  const { identityDocuments: all } = record;
  return {
    id: 'documents',
    title: words.title,
    meaning: words.meaning,
    content:
      all.length === 0
        ? html`<p>${words.none}</p>`
        : data(
            locale,
            all.map(({ kind, number, issuedOn, issuedBy, expiresOn }) => ({
              label: words.kinds[kind],
              value: [
                `${words.number} ${number}`,
                issuedOn && words.issued(partialText(issuedOn, locale)),
                expiresOn &&
                  (expiresOn < today ? words.expired : words.expires)(formatShortDay(expiresOn, locale)),
              ]
                .filter(Boolean)
                .join(', '),
              source: issuedBy,
            })),
          ),
  };
}

/** What is shown of the electoral data: the roll, that it is being updated, or why there is nothing (RG-3). */
function electoral({ record, names, today, locale }: Shown): DataSection {
  const words = registryWords[locale].electoral;
  const standing = electoralStanding(record, today);
  const content = (): Html => {
    switch (standing.state) {
      case 'not_entitled':
        return html`<p>${words.notEntitled[standing.because]}</p>`;
      case 'being_updated':
        return html`<p>${words.beingUpdated}</p><p>${words.beingUpdatedSince(
          formatShortDay(standing.since, locale),
          formatShortDay(standing.atTheLatest, locale),
        )}</p>`;
      case 'enrolled': {
        const { municipality, section, cardNumber, enrolledOn } = standing.roll;
        return data(locale, [
          {
            label: words.roll,
            value: registryWords[locale].municipality(names(municipality)),
            source: words.source(names(municipality)),
          },
          { label: words.section, value: section ?? registryWords[locale].notRecorded },
          { label: words.card, value: cardNumber ?? registryWords[locale].notRecorded },
          { label: words.since, value: partialText(enrolledOn, locale) },
        ]);
      }
    }
  };
  return { id: 'electoral', title: words.title, meaning: words.meaning, content: content() };
}

function certificates({ record, names, locale }: Shown): DataSection {
  const words = registryWords[locale].certificates;
  const { openProcedures: open } = record;
  return {
    id: 'certifiability',
    title: words.title,
    meaning: words.meaning,
    content: data(locale, [
      {
        label: words.state,
        value: words.states[record.certifiability],
        source: registryWords[locale].municipality(names(record.enrolment.municipality)),
      },
      {
        label: words.procedures,
        value:
          open.length === 0
            ? words.noProcedures
            : html`<ul>${open.map(
                (each) =>
                  html`<li>${words.procedure(words.kinds[each.kind], names(each.municipality), formatShortDay(each.openedOn, locale))}</li>`,
              )}</ul>`,
        meaning: open.length === 0 ? undefined : words.proceduresMeaning,
      },
    ]),
  };
}
