import { addDays, type CivilDate, civilDate, dayAt } from '#kernel/civil-date.ts';
import { municipalOfficeId } from '#kernel/municipal-office.ts';
import {
  bookForDemonstration,
  keepHolidays,
  openWeekly,
  seeHolidays,
  setUpAgenda,
} from '#modules/appointments/public.ts';
import type { CaseFileDeps } from '#modules/case-files/public.ts';
import { createOfficials, createPeople, hashPassword } from '#modules/identity/public.ts';
import { findOffice, publishMunicipalService, publishNotice } from '#modules/offices/public.ts';
import { decideOffer, listBookableServices } from '#modules/services/public.ts';
import type { Deps } from '#platform/deps.ts';
import { loadConsularRegisters } from './consular-register.ts';
import { loadFiles } from './files.ts';
import { demoCitizens, demoOffices, demoOfficials, demoPassword } from './people.ts';
import { loadRegistry } from './registry/load.ts';
import { loadRequests } from './requests.ts';

const as = { kind: 'system', task: 'demonstration' } as const;
const actor = { kind: 'system', id: 'demonstration' } as const;
const perOffice = 60;

/** Whether the database holds anybody yet. */
async function isEmpty({ db }: Deps): Promise<boolean> {
  const [row] = await db.transaction(as, (tx) =>
    tx.sql<{ empty: boolean }>('select not exists (select 1 from identity.official) as empty'),
  );
  return row?.empty === true;
}

/** Loads the demonstration into an empty database: the same people, offices and agendas at every fresh start. */
export async function loadDemonstration(deps: CaseFileDeps): Promise<boolean> {
  if (!(await isEmpty(deps))) return false;
  const passwordHash = await hashPassword(deps.keys, demoPassword);
  const citizens = demoCitizens(perOffice);
  await deps.db.transaction(as, async (tx) => {
    await createPeople(deps, tx, citizens, passwordHash);
    await createOfficials(deps, tx, demoOfficials, passwordHash);
  });
  for (const officeId of demoOffices) await openOffice(deps, officeId);
  await loadRegistry(deps);
  await loadConsularRegisters(deps, citizens);
  for (const officeId of demoOffices) {
    await bookForDemonstration(
      deps,
      officeId,
      citizens
        .filter((each) => each.officeId === officeId)
        .slice(2)
        .flatMap((each) => each.id ?? []),
    );
  }
  await loadRequests(deps, perOffice);
  await loadFiles(deps, perOffice);
  await tellEverybody(deps);
  await openMunicipality(deps);
  return true;
}

/** Agendas of an office: passports and cards every day, the rest on some days. */
async function openOffice(deps: Deps, officeId: string): Promise<void> {
  const today = dayAt(deps.now(), findOffice(officeId)?.timeZone ?? 'UTC');
  const key = () => crypto.randomUUID();
  const notYet = new Set(['citizenship-descent', 'driving-licence']);
  for (const service of listBookableServices()) {
    const waits = notYet.has(service.id);
    await decideOffer(
      deps,
      { as, actor, key: key() },
      {
        officeId,
        serviceId: service.id,
        switchedOn: !waits,
        firstBookableOn: waits ? null : today,
        newsOn: waits ? addDays(today, 40) : null,
        holdMinutes: service.booking.kind === 'appointment' ? service.booking.holdMinutes : 120,
        noticeHours: 24,
        withoutEntry: false,
        absences: { most: 3, months: 6, pauseDays: 30 },
      },
    );
  }
  const documents = ['passport', 'identity-card'];
  const others = listBookableServices()
    .map((service) => service.id)
    .filter((id) => !documents.includes(id) && !notYet.has(id));
  await agenda(deps, officeId, 'Passaporti e carte d’identità', documents, 20, 3, [1, 2, 3, 4, 5], today);
  await agenda(deps, officeId, 'Stato civile, AIRE e atti', others, 30, 1, [1, 3, 5], today);
  const who = { as, actor, officeId, key: key() };
  const { open } = await seeHolidays(deps, who);
  await keepHolidays(
    deps,
    who,
    open.map((holiday) => holiday.day),
  );
}

async function agenda(
  deps: Deps,
  officeId: string,
  name: string,
  serviceIds: readonly string[],
  minutes: number,
  desks: number,
  weekdays: readonly number[],
  fromOn: CivilDate,
): Promise<void> {
  const id = crypto.randomUUID();
  const who = () => ({ as, actor, officeId, key: crypto.randomUUID() });
  await setUpAgenda(deps, who(), {
    officeId,
    id,
    name,
    serviceIds,
    minutes,
    daysAhead: 80,
    publishedAtTime: '09:00',
    endedOn: null,
  });
  for (const weekday of weekdays) {
    await openWeekly(deps, who(), id, {
      id: crypto.randomUUID(),
      weekday,
      starts: '09:00',
      ends: '12:00',
      desks,
      fromOn,
      untilOn: null,
    });
  }
}

async function tellEverybody(deps: Deps): Promise<void> {
  const today = dayAt(deps.now(), 'Europe/Rome');
  await publishNotice(
    deps,
    { as, actor, officeId: null, key: crypto.randomUUID() },
    {
      title: { it: 'Questa è una dimostrazione', en: 'This is a demonstration' },
      text: {
        it: 'Puoi provare tutto: persone, contatti e appuntamenti sono inventati.',
        en: 'You can try everything: people, contacts and appointments are invented.',
      },
      fromOn: today,
      untilOn: civilDate('2099-12-31'),
    },
  );
}

/** A municipality with a service of its own beside the national ones. */
async function openMunicipality(deps: Deps): Promise<void> {
  const officeId = municipalOfficeId('A952');
  const official = demoOfficials.find(({ roles }) => roles[0]?.officeId === officeId);
  const by = {
    kind: 'official',
    officialId: official?.id ?? '',
    sessionId: crypto.randomUUID(),
    name: 'Sportello',
    ministry: false,
    roles: [{ officeId, role: 'office_admin' }],
  } as const;
  await publishMunicipalService(
    deps,
    { by, officeId, key: crypto.randomUUID() },
    {
      title: { it: 'Carta d’identità su appuntamento', en: 'Identity card by appointment' },
      text: {
        it: 'All’ufficio anagrafe, dal lunedì al venerdì. Porta una fototessera e la carta vecchia.',
        en: 'At the registry office, from Monday to Friday. Bring a photograph and the old card.',
      },
      url: null,
    },
  );
}
