import type { ProcedureFolder } from '#modules/case-files/public.ts';
import { aireRegistration } from './aire-registration/definition.ts';
import { changeOfAddress } from './change-of-address/definition.ts';

/** The procedures of this product, each with what its steps do outside its files. */
export const procedureFolders: readonly ProcedureFolder[] = [
  { definition: aireRegistration, effects: {} },
  { definition: changeOfAddress, effects: {} },
];
