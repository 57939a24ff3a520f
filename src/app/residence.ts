import type { Residence } from '#modules/identity/public.ts';
import { findSeat, listOffices, municipalityNamed, officesFor } from '#modules/offices/public.ts';

/** Accounts ask the consular network which office answers for a residence. */
export const residence: Residence = {
  async officesFor(where) {
    const answer = await officesFor(where);
    switch (answer.kind) {
      case 'italy':
        return { kind: 'italy', municipality: answer.municipality.name.it };
      case 'choose_municipality':
        return {
          kind: 'choose_municipality',
          municipalities: answer.municipalities.map(({ name, province }) => `${name.it} (${province})`),
        };
      case 'one':
      case 'choose':
      case 'none':
        return answer;
    }
  },
  listOffices: async () => listOffices(),
  findSeat,
  findMunicipality: municipalityNamed,
};
