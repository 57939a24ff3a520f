/** Given names that are one name in several languages, and in the Latin of the parish books; the Italian one first. */
const inOtherLanguages: readonly string[] = [
  'giuseppe joseph jose josef josephus iosephus',
  'giuseppina giuseppa josephine josefina josefa josepha',
  'giovanni john juan joao jean johann hans ioannes joannes',
  'giovanna joan jane jean juana joana jeanne johanna ioanna joanna',
  'battista baptist baptista bautista baptiste',
  'maria mary marie mariam',
  'antonio anthony antoine anton antonius antony',
  'antonia antoinette antonina',
  'francesco francis francisco frank franciscus francois franz',
  'francesca frances francisca francoise franziska',
  'luigi louis luis luiz lewis ludovico ludovicus aloysius ludwig',
  'luigia louise luisa louisa',
  'pietro peter pedro pierre petrus',
  'paolo paul pablo paulo paulus',
  'carlo charles carlos karl carolus',
  'michele michael miguel michel',
  'giacomo james jaime santiago jacques iacobus jacobus jacob iago',
  'domenico dominic domingo domingos dominicus dominique dominick',
  'vincenzo vincent vicente vincentius',
  'vincenza vicenta',
  'lorenzo lawrence laurence laurent lourenco laurentius',
  'guglielmo william guillermo wilhelm guilherme guillaume gulielmus',
  'giorgio george jorge georges georg georgius',
  'caterina catherine katherine catalina catarina catharina kathleen',
  'lucia lucy lucie luzia',
  'anna ann anne ana hannah',
  'teresa theresa therese teresia',
  'rosa rose',
  'margherita margaret margarita marguerite margarida',
  'elisabetta elizabeth isabel elisabeth isabella elisabetha',
  'angelo angel angelus ange',
  'salvatore salvador sauveur salvator',
  'stefano stephen steven esteban estevao etienne stephanus',
  'matteo matthew mateo mateus mathieu matthaeus matthias',
  'marco mark marcos marcus marc',
  'luca luke lucas',
  'andrea andrew andres andre andreas',
  'filippo philip philippe felipe filipe phillip philippus',
  'tommaso thomas tomas tomaso',
  'enrico henry enrique henrique henri heinrich henricus',
  'alberto albert albertus',
  'roberto robert robertus',
  'riccardo richard ricardo',
  'federico frederick federico frederico frederic friedrich fridericus',
  'ernesto ernest',
  'gaetano cayetano caetano gaetan cajetan cajetanus',
  'rocco roque roch rochus',
  'leonardo leonard leonardus',
  'eugenio eugene eugenius',
  'emilio emil emile',
  'edoardo edward eduardo edouard',
  'alfredo alfred',
  'arturo arthur artur',
  'agostino augustine agustin agostinho augustin augustinus',
  'bartolomeo bartholomew bartolome bartolomeu',
  'benedetto benedict benito bento benoit benedictus',
  'biagio blas bras blaise blasius',
  'nicola nicholas nicolas nicolau nicolaus nicolo nicholaus',
  'pasquale pascual pascal pascoal paschal paschalis',
  'raffaele raphael rafael',
  'gabriele gabriel',
  'daniele daniel',
  'davide david',
  'samuele samuel',
  'simone simon',
  'gregorio gregory gregoire',
  'girolamo jerome jeronimo hieronymus',
  'ignazio ignatius ignacio inacio',
  'luciano lucian lucien',
  'silvestro sylvester silvestre',
  'carmela carmen carmel',
  'concetta concepcion conceicao',
  'addolorata dolores',
  'immacolata inmaculada imaculada',
  'filomena philomena philomene',
  'maddalena magdalena madeleine magdalene',
  'chiara clara clare claire',
  'beatrice beatriz beatrix',
  'elena helen helena helene ellen',
  'giulia julia julie',
  'giulio julius julio jules',
  'agnese agnes ines',
  'cecilia cecily cecile',
  'sofia sophia sophie',
  'susanna susan susana suzanne',
  'emanuele manuel emmanuel manoel emanuel',
  'cristoforo christopher cristobal',
  'ferdinando ferdinand fernando',
];

/** Short and pet names by which people went, with the names that they stand for. */
const shortForms: readonly string[] = [
  'giuseppe joe joey peppe peppino beppe pepe pino zeppe geppe',
  'giuseppina pina peppina josie',
  'giovanni gianni nanni jack johnny juancho vanni',
  'giovanna nanna gianna',
  'antonio tony toni tonino nino totò toto',
  'antonia tonia nina',
  'francesco franco ciccio cecco frankie paco pancho chico',
  'francesca franca fanny cicca',
  'luigi gino gigi lou',
  'luigia gina',
  'salvatore sam turi totò toto sal tore',
  'domenico mimmo nick minico menico mingo',
  'vincenzo enzo cenzo vinny vince jim jimmy',
  'michele mike lino',
  'pietro piero pete',
  'nicola nick nico cola',
  'calogero carl charlie lillo',
  'gaetano tano guy',
  'raffaele lello ralph ray',
  'pasquale pat patsy pasqualino',
  'carmelo melo',
  'carmela lina millie',
  'maria mariuccia marietta mia',
  'elisabetta betty lisa bettina elisa liz',
  'margherita rita ghita maggie',
  'caterina rina cate kate katie',
  'concetta tina cettina',
  'teresa tessie resa',
  'rosa rosina rosetta rosie',
  'filomena mena minnie',
  'anna annie nina annina',
  'lorenzo renzo larry',
  'guglielmo memmo bill will',
  'alessandro sandro alex',
  'giacomo jim jimmy mino',
  'rocco rocky',
  'leonardo nardo leo',
  'giovambattista giambattista battista titta',
];

const groupsOf = (groups: readonly string[]): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, number[]>();
  groups.forEach((names, group) => {
    for (const name of names
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .split(' '))
      found.set(name, [...(found.get(name) ?? []), group]);
  });
  return found;
};
const languages = groupsOf(inOtherLanguages);
const shorts = groupsOf(shortForms);

function share(groups: ReadonlyMap<string, readonly number[]>, a: string, b: string): boolean {
  const others = groups.get(b);
  return others !== undefined && (groups.get(a) ?? []).some((group) => others.includes(group));
}

/** The same name in two languages. */
export function isTranslated(a: string, b: string): boolean {
  return a === b || share(languages, a, b);
}

/** One is what people called the bearer of the other, in the same or another language. */
export function isShortForm(a: string, b: string): boolean {
  if (share(shorts, a, b)) return true;
  const viaItalian = (short: string, full: string) =>
    (shorts.get(short) ?? []).some((group) => {
      const [italian = ''] = shortForms[group]?.split(' ') ?? [];
      return isTranslated(italian, full);
    });
  return viaItalian(a, b) || viaItalian(b, a);
}
