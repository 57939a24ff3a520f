import type { Chance } from './chance.ts';

/** Family names that no register of births has: a beginning and an ending, put together. */
const beginnings =
  'Brando Calza Dolci Frasca Ghiro Lampa Mezzo Nuvo Ombre Piuma Quadri Riccio Scarto Tegola Ulivo Vento Zufolo Bosco Crema Duna Fiocco Gatto Lumaca Mirti Nocciolo Orto Pesca Rondi Salvia Timo Verga Zolla Acqua Barca Chioccio Drago Fungo Grillo Lanterna Muschio'.split(
    ' ',
  );
const endings =
  'belli bianchi canto chiari corti dori fermi fini forti franchi gai giusti lenti lieti lungi magri miti mossi neri nobili novi pari piani quieti rari rossi saldi santi scuri sereni soli tersi tondi vecchi verdi vispi'.split(
    ' ',
  );

const given = {
  M: 'Amerigo Bruno Corrado Dario Ettore Furio Gino Ivo Leone Mino Nestore Otto Pio Quinto Remo Sisto Tullio Ugo Vico Zeno Aldo Berto Ciro Drago Elmo Fosco Guido Igor Lino Manlio'.split(
    ' ',
  ),
  F: 'Ada Berta Carla Delia Elsa Fosca Gilda Ilda Lia Mara Nora Olga Pia Quinta Rita Selma Tea Ulla Vera Zita Alba Bice Clelia Dora Edda Flora Gaia Irma Lena Mina'.split(
    ' ',
  ),
} as const;

export function aFamilyName(chance: Chance): string {
  return `${chance.pick(beginnings)}${chance.pick(endings)}`;
}

export function aGivenName(chance: Chance, sex: 'M' | 'F'): string {
  const first = chance.pick(given[sex]);
  return chance.perMille(150) ? `${first} ${chance.pick(given[sex])}` : first;
}

const trees =
  'Gelsi Tigli Ontani Carpini Noccioli Sambuchi Frassini Salici Biancospini Corbezzoli Melograni Ginepri Larici Ciliegi Susini Aceri'.split(
    ' ',
  );

export function aStreet(chance: Chance): string {
  return `${chance.pick(['via', 'viale', 'vicolo', 'piazza'])} dei ${chance.pick(trees)}`;
}
