import type { Procedure } from '../domain/procedure.ts';
import { isFormProcedure, procedures as plainRequests } from '../domain/procedures.ts';
import type { ProcedureFolder, Procedures } from './case-file-deps.ts';

/** Puts the plain requests and the folders of this installation together. */
export function proceduresWith(...folders: readonly ProcedureFolder[]): Procedures {
  const all: readonly Procedure[] = [...plainRequests, ...folders.map(({ definition }) => definition)];
  const byId = new Map(all.map((each) => [each.id, each]));
  const effects = new Map(folders.map((each) => [each.definition.id, each.effects]));
  const withForm = all.filter(isFormProcedure);
  return {
    all,
    withForm,
    find: (id) => byId.get(id),
    findForm: (id) => withForm.find((each) => each.id === id),
    of(id) {
      const found = byId.get(id);
      if (found === undefined) throw new Error(`No procedure ${id}`);
      return found;
    },
    effectsOf: (id) => effects.get(id) ?? {},
  };
}
