/** Italian towns, and some that were, as other languages write them; the Italian name first. */
const inOtherLanguages: readonly string[] = [
  'roma,rome',
  'napoli,naples,napoles',
  'milano,milan,mailand',
  'torino,turin',
  'venezia,venice,venise,venecia,venedig',
  'firenze,florence,florencia,florenz',
  'genova,genoa,genes,genua',
  'padova,padua',
  'mantova,mantua',
  'siracusa,syracuse',
  'livorno,leghorn',
  'trento,trent,trient',
  'bolzano,bozen',
  'merano,meran',
  'bressanone,brixen',
  'vipiteno,sterzing',
  'fiume,rijeka',
  'pola,pula',
  'zara,zadar',
  'capodistria,koper',
  'spalato,split',
  'aosta,aoste',
  'londra,london,londres',
  'parigi,paris',
  'zurigo,zurich',
  'ginevra,geneva,geneve',
];

/** Municipalities that changed their names, the old one first. */
const renamed: readonly string[] = [
  'girgenti,agrigento',
  'castrogiovanni,enna',
  'terranova,terranova di sicilia,gela',
  'monteleone,monteleone di calabria,vibo valentia',
  'cotrone,crotone',
  'piana dei greci,piana degli albanesi',
  'borgo san donnino,fidenza',
  'porto maurizio,oneglia,imperia',
  'littoria,latina',
  'mussolinia di sardegna,arborea',
  'aquila,aquila degli abruzzi,l aquila',
  'corneto tarquinia,corneto,tarquinia',
  'civita lavinia,lanuvio',
  'terranova pausania,olbia',
  'apuania,massa',
  'castelvetrano selinunte,castelvetrano',
];

const groupOf = (groups: readonly string[]): ReadonlyMap<string, number> =>
  new Map(groups.flatMap((names, group) => names.split(',').map((name) => [name, group] as const)));
const languages = groupOf(inOtherLanguages);
const names = groupOf(renamed);

const shared = (groups: ReadonlyMap<string, number>, a: string, b: string) =>
  groups.has(a) && groups.get(a) === groups.get(b);

/** The same town in two languages. */
export function isTranslatedTown(a: string, b: string): boolean {
  return shared(languages, a, b);
}

/** The same town before and after it changed its name. */
export function isRenamed(a: string, b: string): boolean {
  return shared(names, a, b);
}
