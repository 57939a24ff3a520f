import type { KnownRecord } from '../../domain/person-content.ts';
import { addressAbroad, aireRegistration } from './abroad-forms.ts';
import type { ChangeForm } from './change-form.ts';
import { type ChangeFormName, changeFormNames } from './change-form-names.ts';
import { duplicate, household, membersMove, striking } from './household-forms.ts';
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

/** Each kind of change with its form. */
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
  'aire-registration': aireRegistration,
  'address-abroad': addressAbroad,
  procedure,
  'procedure-closing': procedureClosing,
  certifiability,
  'household-certifiability': householdCertifiability,
  'roll-entry': rollEntry,
  'members-move': membersMove,
  household,
  duplicate,
  striking,
};

/** The changes that make sense for a record as it is. */
export function changesFor(record: KnownRecord): ChangeFormName[] {
  if (record.standing.state !== 'enrolled') return [];
  return changeFormNames.filter((name) => {
    const { enrolment } = record;
    if (name === 'aire-registration') return enrolment.register === 'resident';
    if (name === 'address-abroad') return enrolment.register === 'aire';
    if (name === 'procedure-closing') return record.openProcedures.length > 0;
    if (name === 'household-certifiability' || name === 'household') return record.household !== undefined;
    if (name === 'members-move') return (record.household?.members.length ?? 0) > 1;
    return true;
  });
}
