import type { Residence } from '#modules/identity/public.ts';
import { listOffices, officesFor } from '#modules/offices/public.ts';

/** What accounts need of the consular network. */
export const residence: Residence = {
  async officesFor(where) {
    const answer = await officesFor(where);
    switch (answer.kind) {
      case 'one':
      case 'choose':
        return answer;
      case 'italy':
        return { kind: 'italy', municipality: answer.municipality.name.it };
      case 'choose_municipality':
        return { kind: 'italy', municipality: where.place };
      case 'none':
        return { kind: 'none' };
    }
  },
  listOffices: async () => listOffices(),
};
