import { dayAt } from '#kernel/civil-date.ts';
import { municipalityOfOffice } from '#kernel/municipal-office.ts';
import { granted, type Outcome } from '#kernel/outcome.ts';
import { record } from '#platform/event-log/record.ts';
import type { Certifiability } from '../domain/record.ts';
import { supersede } from '../domain/two-times.ts';
import { insertChange } from '../store/changes.ts';
import {
  closeHouseholdVersions,
  insertHouseholdVersions,
  listHouseholdVersions,
} from '../store/households.ts';
import { findRecord } from '../store/records.ts';
import {
  type ByOfficial,
  type Changed,
  changeOnce,
  changeRecord,
  officialPrincipal,
  type Refusal,
  type Target,
  takeBack,
} from './change-record.ts';
import type { RegistryDeps } from './read-record.ts';

/** The municipality says what may be certified of a person (certificabilità), from today on. */
export async function setCertifiability(
  deps: RegistryDeps,
  by: ByOfficial,
  { certifiability, ...target }: Target & { readonly certifiability: Certifiability },
): Promise<Outcome<Changed, Refusal>> {
  return changeRecord(deps, by, target, {
    kind: 'certifiability',
    data: [certifiability],
    from: dayAt(deps.now(), 'Europe/Rome'),
    apply: (content) => granted({ ...content, certifiability }),
  });
}

/** The municipality says whether the family record of a person is complete (famiglia certificabile), from today on. */
export async function setHouseholdCertifiability(
  deps: RegistryDeps,
  by: ByOfficial,
  target: Target & { readonly certifiable: boolean },
): Promise<Outcome<Changed, Refusal>> {
  const { personId, version, act, reason, certifiable } = target;
  return changeOnce(deps, officialPrincipal(by), by, target, async (tx, at) => {
    if (act.trim() === '') takeBack({ code: 'no_act' });
    if (reason.trim() === '') takeBack({ code: 'no_reason' });
    const person = await findRecord(tx, personId);
    if (person === undefined) return takeBack({ code: 'no_such_record' });
    if (person.version !== version) takeBack({ code: 'changed_meanwhile' });
    const { household } = person;
    if (household === undefined) return takeBack({ code: 'no_household' });
    if (household.certifiable === certifiable) takeBack({ code: 'nothing_changes' });
    const today = dayAt(at, 'Europe/Rome');
    const { closed, added, knownFrom } = supersede(await listHouseholdVersions(tx, household.id), {
      from: today,
      at,
      change: (content) => ({ ...content, certifiable }),
    });
    const id = crypto.randomUUID();
    await insertChange(tx, {
      municipality: municipalityOfOffice(by.officeId) ?? takeBack({ code: 'no_such_record' }),
      id,
      personId,
      kind: 'household_certifiability',
      data: [certifiable ? 'certifiable' : 'not_certifiable'],
      act: act.trim(),
      reason: reason.trim(),
      from: today,
      officialId: by.officialId,
      at,
    });
    if (!(await closeHouseholdVersions(tx, household.id, closed, knownFrom)))
      takeBack({ code: 'changed_meanwhile' });
    await insertHouseholdVersions(tx, added, id);
    await record(tx, {
      type: 'registry.household-changed',
      subject: { kind: 'registry-household', id: household.id },
      actor: { kind: 'official', id: by.officialId },
      at,
      officeId: by.officeId,
      facts: { change: id, certifiable },
    });
    return { version };
  });
}
