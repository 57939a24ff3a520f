import type { ProcedureFolder } from '#modules/case-files/public.ts';
import { aireRegistration } from './aire-registration/definition.ts';
import { effects as registrationEffects } from './aire-registration/effects.ts';
import { changeOfAddress } from './change-of-address/definition.ts';
import { effects as addressEffects } from './change-of-address/effects.ts';

/** The procedures of this product, each with what its steps do outside its files. */
export const procedureFolders: readonly ProcedureFolder[] = [
  { definition: aireRegistration, effects: registrationEffects },
  { definition: changeOfAddress, effects: addressEffects },
];
