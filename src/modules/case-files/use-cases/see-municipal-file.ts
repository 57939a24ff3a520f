import { type NamedOfficial, nameOfficials } from '#modules/identity/public.ts';
import { type KnownRecord, matchTaxCode, personOfAccount, readRecord } from '#modules/registry/public.ts';
import { principalOf } from '#platform/web/who.ts';
import type { CaseFile } from '../domain/case-file.ts';
import type { MunicipalStage } from '../domain/municipal-stage.ts';
import type { FormProcedure } from '../domain/procedure.ts';
import {
  type ComparedField,
  compareWithRegistry,
  type DeclaredPerson,
  declaredByForm,
} from '../domain/registry-comparison.ts';
import { listStages } from '../store/municipal-stages.ts';
import { type AtMunicipality, findForMunicipality } from './at-municipality.ts';
import type { CaseFileDeps } from './case-file-deps.ts';
import { type FileView, noteReading, viewFile } from './see-file.ts';

/** Somebody whom the file is about, beside the record that the municipality keeps. */
export interface ComparedPerson {
  readonly declared: DeclaredPerson;
  /** None where this municipality keeps no record of the person. */
  readonly record: KnownRecord | undefined;
  readonly fields: readonly ComparedField[];
}

export interface MunicipalView {
  readonly view: FileView;
  /** The municipality’s part, the present one last. */
  readonly stages: readonly MunicipalStage[];
  readonly stage: MunicipalStage;
  /** The officers of the municipality who are named in it. */
  readonly officers: ReadonlyMap<string, NamedOfficial>;
  readonly people: readonly ComparedPerson[];
}

/** A file for an officer of the municipality, beside the registry’s records; both readings are written down. */
export async function openAtMunicipality(
  deps: CaseFileDeps,
  by: AtMunicipality,
  id: string,
): Promise<MunicipalView | undefined> {
  const file = await findForMunicipality(deps, by, id);
  if (file === undefined) return undefined;
  const as = principalOf(by.official);
  await noteReading(deps, file, { official: by.official, readerOfficeId: by.municipalityId });
  const { stages, officers } = await deps.db.transaction(as, async (tx) => {
    const all = (await listStages(tx, file)).filter((each) => each.municipalityId === by.municipalityId);
    return {
      stages: all,
      officers: await nameOfficials(
        tx,
        all.map((each) => each.officerId),
      ),
    };
  });
  const stage = stages.at(-1);
  if (stage === undefined) throw new Error(`The file ${id} never began at the municipality`);
  const view = await viewFile(deps, file, as);
  return { view, stages, stage, officers, people: await comparePeople(deps, by, file, view.procedure) };
}

/** The people of the form beside their records, as far as this municipality keeps them. */
async function comparePeople(
  deps: CaseFileDeps,
  by: AtMunicipality,
  file: CaseFile,
  { atMunicipality, form }: FormProcedure,
): Promise<ComparedPerson[]> {
  const declared = atMunicipality?.declares?.(file.answers) ?? declaredByForm(form, file.answers);
  const people: ComparedPerson[] = [];
  for (const [index, person] of declared.entries()) {
    const record = await findRecordOf(deps, by, person, index === 0 ? file.accountId : null);
    people.push({ declared: person, record, fields: compareWithRegistry(person, record) });
  }
  return people;
}

async function findRecordOf(
  deps: CaseFileDeps,
  { official, municipalityId }: AtMunicipality,
  { taxCode }: DeclaredPerson,
  accountId: string | null,
): Promise<KnownRecord | undefined> {
  // The digital identity has proven whose record it is; a tax code was only typed.
  const own = accountId === null ? undefined : await personOfAccount(deps, accountId);
  const match = own === undefined && taxCode !== undefined ? await matchTaxCode(deps, taxCode) : undefined;
  const personId = own ?? (match?.ok ? match.personId : undefined);
  if (personId === undefined) return undefined;
  const { officialId } = official;
  const reader = { kind: 'official', officialId, officeId: municipalityId, why: 'procedure' } as const;
  return readRecord(deps, { personId, reader });
}
