import type { KnownRecord } from '../../domain/person-content.ts';
import type { ChangeForm } from './change-form.ts';
import {
  address,
  certifiability,
  householdCertifiability,
  procedure,
  procedureClosing,
  rollEntry,
} from './office-forms.ts';
import { birth, names, sex, taxCode } from './person-forms.ts';
import { citizenships, contract, documents, maritalStatus } from './status-forms.ts';

/** What a municipality can change in a record; the names stand in addresses. */
export const changeFormNames = [
  'names',
  'sex',
  'tax-code',
  'birth',
  'marital-status',
  'citizenships',
  'cohabitation-contract',
  'identity-documents',
  'address',
  'procedure',
  'procedure-closing',
  'certifiability',
  'household-certifiability',
  'roll-entry',
] as const;
export type ChangeFormName = (typeof changeFormNames)[number];

export const changeForms: Readonly<Record<ChangeFormName, ChangeForm>> = {
  names,
  sex,
  'tax-code': taxCode,
  birth,
  'marital-status': maritalStatus,
  citizenships,
  'cohabitation-contract': contract,
  'identity-documents': documents,
  address,
  procedure,
  'procedure-closing': procedureClosing,
  certifiability,
  'household-certifiability': householdCertifiability,
  'roll-entry': rollEntry,
};

/** The changes that make sense for a record as it is. */
export function changesFor(record: KnownRecord): ChangeFormName[] {
  if (record.standing.state !== 'enrolled') return [];
  return changeFormNames.filter((name) => {
    if (name === 'procedure-closing') return record.openProcedures.length > 0;
    if (name === 'household-certifiability') return record.household !== undefined;
    return true;
  });
}
