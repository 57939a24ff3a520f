import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type CivilDate, dayAt, parseCivilDate } from '#kernel/civil-date.ts';
import { formatShortDay } from '#kernel/moment.ts';
import { textField } from '#platform/web/form/fields.ts';
import { submitButton } from '#platform/web/form/form.ts';
import { html } from '#platform/web/html.ts';
import { localized } from '#platform/web/page.ts';
import type { RecordChange } from '../../domain/change.ts';
import { isPersonId } from '../../domain/person-content.ts';
import { readChanges } from '../../use-cases/read-changes.ts';
import { type RegistryDeps, readRecord } from '../../use-cases/read-record.ts';
import { changeTable } from '../changes-table.ts';
import { deskWords } from '../words/desk.ts';
import { nameOf, type PersonParams, personPath, readerOf, registryDeskPath } from './desk-request.ts';
import { sectionList, sectionsOf } from './record-page.ts';

interface Query {
  readonly at?: string;
  readonly known?: string;
}

/** What was changed in a record, and what it said of any day as it was known on any other (bitemporal). */
export function historyRoutes(app: FastifyInstance, deps: RegistryDeps): void {
  app.get<{ Params: PersonParams; Querystring: Query }>(
    `${personPath(':office', ':person')}/history`,
    async (request, reply) => {
      const { person } = request.params;
      if (!isPersonId(person)) return reply.notFound();
      const reader = readerOf(request, 'verification');
      const { changes, versions } = await readChanges(deps, { personId: person, reader });
      if (versions.length === 0) return reply.notFound();
      return page(deps, request, reply, changes);
    },
  );
}

const zone = 'Europe/Rome';

function dayIn(raw: string | undefined): CivilDate | undefined {
  const day = parseCivilDate(raw ?? '');
  return day.ok ? day.value : undefined;
}

/** The last instant of a day in Italy. */
function endOf(day: CivilDate): Temporal.Instant {
  return Temporal.PlainDate.from(day)
    .add({ days: 1 })
    .toZonedDateTime(zone)
    .toInstant()
    .subtract({ milliseconds: 1 });
}

async function page(
  deps: RegistryDeps,
  request: FastifyRequest<{ Params: PersonParams; Querystring: Query }>,
  reply: FastifyReply,
  changes: readonly RecordChange[],
): Promise<FastifyReply> {
  const { locale } = request;
  const { office, person } = request.params;
  const words = deskWords[locale].history;
  const at = dayIn(request.query.at);
  const known = dayIn(request.query.known);
  const personId = person;
  const reader = readerOf(request, 'verification');
  const record = await readRecord(deps, { personId, reader });
  const then =
    at === undefined && known === undefined
      ? undefined
      : await readRecord(deps, {
          personId,
          reader,
          at: at ?? dayAt(deps.now(), zone),
          ...(known && { knownAt: endOf(known) }),
        });
  const title = words.title(nameOf(record ?? {}, locale));
  const asked = at !== undefined || known !== undefined;
  return reply.page({
    title,
    section: 'desk',
    breadcrumb: [
      { label: deskWords[locale].desk, path: '/desk' },
      { label: deskWords[locale].title, path: registryDeskPath(office) },
      { label: title },
    ],
    main: html`<h1>${title}</h1><p class="lead">${words.lead}</p>
<p><a href="${localized(locale, `${personPath(office, person)}?why=verification`)}">${deskWords[locale].record.title(nameOf(record ?? {}, locale))}</a></p>
<h2>${words.changes}</h2>${changeTable(changes, locale)}
<h2>${words.moment}</h2><form method="get" action="${localized(locale, `${personPath(office, person)}/history`)}" class="form">${textField({ name: 'at', label: words.at, type: 'date', width: 'medium', value: at })}${textField({ name: 'known', label: words.known, hint: words.knownHint, type: 'date', width: 'medium', value: known })}${submitButton(words.show, 'secondary')}</form>
${
  asked &&
  html`<h2>${words.asOf(formatShortDay(at ?? dayAt(deps.now(), zone), locale), known === undefined ? words.knownNow : words.knownOn(formatShortDay(known, locale)))}</h2>${
    then === undefined
      ? html`<p>${words.nothing}</p>`
      : sectionList(await sectionsOf(deps, then, locale), locale)
  }`
}`,
  });
}
