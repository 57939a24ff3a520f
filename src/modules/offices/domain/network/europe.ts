import { type OfficeFact, post } from '../office.ts';

/** Posts in Europe, after ANPR tables 40 (2016) and 41 (2015). */
export const europe: readonly OfficeFact[] = [
  post('tirana', '2200100', 'Tirana', 'AL', 'embassy', 'Europe/Tirane'),
  post('vlore', '2200303', 'Valona', 'AL', 'consulate_general', 'Europe/Tirane', { en: 'Vlorë' }),
  post('vienna', '2220100', 'Vienna', 'AT', 'embassy', 'Europe/Vienna'),
  post('brussels', '2230100', 'Bruxelles', 'BE', 'embassy', 'Europe/Brussels', {
    en: 'Brussels',
    languages: 'fr nl',
  }),
  post('charleroi', '2230203', 'Charleroi', 'BE', 'consulate_general', 'Europe/Brussels', {
    languages: 'fr',
  }),
  post('sofia', '2240100', 'Sofia', 'BG', 'embassy', 'Europe/Sofia'),
  post('prague', '2250100', 'Praga', 'CZ', 'embassy', 'Europe/Prague', { en: 'Prague' }),
  post('holy-see', '2260100', 'Città del Vaticano', 'VA', 'embassy', 'Europe/Rome', {
    en: 'Vatican City',
    seat: { it: 'presso la Santa Sede', en: 'to the Holy See' },
  }),
  post('copenhagen', '2270100', 'Copenaghen', 'DK', 'embassy', 'Europe/Copenhagen', {
    en: 'Copenhagen',
    covers: 'FO GL',
  }),
  post('helsinki', '2280100', 'Helsinki', 'FI', 'embassy', 'Europe/Helsinki'),
  post('paris', '2290103', 'Parigi', 'FR', 'consulate_general', 'Europe/Paris', {
    en: 'Paris',
    covers: 'BL GF GP MF MQ NC PF PM RE TF WF YT',
  }),
  post('lyon', '2290303', 'Lione', 'FR', 'consulate_general', 'Europe/Paris', { en: 'Lyon' }),
  post('marseille', '2290403', 'Marsiglia', 'FR', 'consulate_general', 'Europe/Paris', { en: 'Marseille' }),
  post('nice', '2290503', 'Nizza', 'FR', 'consulate_general', 'Europe/Paris', { en: 'Nice' }),
  post('metz', '2291103', 'Metz', 'FR', 'consulate_general', 'Europe/Paris'),
  post('berlin', '2300300', 'Berlino', 'DE', 'embassy', 'Europe/Berlin', { en: 'Berlin' }),
  post('cologne', '2300403', 'Colonia', 'DE', 'consulate_general', 'Europe/Berlin', { en: 'Cologne' }),
  post('frankfurt', '2300503', 'Francoforte sul Meno', 'DE', 'consulate_general', 'Europe/Berlin', {
    en: 'Frankfurt am Main',
  }),
  post('munich', '2300603', 'Monaco di Baviera', 'DE', 'consulate_general', 'Europe/Berlin', {
    en: 'Munich',
  }),
  post('stuttgart', '2300703', 'Stoccarda', 'DE', 'consulate_general', 'Europe/Berlin', {
    en: 'Stuttgart',
  }),
  post('dortmund', '2300904', 'Dortmund', 'DE', 'consulate', 'Europe/Berlin'),
  post('freiburg', '2301004', 'Friburgo', 'DE', 'consulate', 'Europe/Berlin', { en: 'Freiburg' }),
  post('hanover', '2301103', 'Hannover', 'DE', 'consulate_general', 'Europe/Berlin', { en: 'Hanover' }),
  post('wolfsburg', '2301610', 'Wolfsburg', 'DE', 'consular_agency', 'Europe/Berlin'),
  post('london', '2310103', 'Londra', 'GB', 'consulate_general', 'Europe/London', {
    en: 'London',
    covers: 'GG GI GS IM JE',
  }),
  post('edinburgh', '2310203', 'Edimburgo', 'GB', 'consulate_general', 'Europe/London', {
    en: 'Edinburgh',
  }),
  post('manchester', null, 'Manchester', 'GB', 'consulate', 'Europe/London', {
    correction: 'Younger than the tables; added by hand. Its district is demonstration data.',
  }),
  post('athens', '2320100', 'Atene', 'GR', 'embassy', 'Europe/Athens', { en: 'Athens' }),
  post('dublin', '2330100', 'Dublino', 'IE', 'embassy', 'Europe/Dublin', { en: 'Dublin' }),
  post('belgrade', '2360100', 'Belgrado', 'RS', 'embassy', 'Europe/Belgrade', { en: 'Belgrade' }),
  post('luxembourg', '2380100', 'Lussemburgo', 'LU', 'embassy', 'Europe/Luxembourg', {
    en: 'Luxembourg',
  }),
  post('valletta', '2390100', 'La Valletta', 'MT', 'embassy', 'Europe/Malta', { en: 'Valletta' }),
  post('monaco', '2400100', 'Monaco', 'MC', 'embassy', 'Europe/Monaco', {
    seat: { it: 'nel Principato di Monaco', en: 'in the Principality of Monaco' },
  }),
  post('oslo', '2410100', 'Oslo', 'NO', 'embassy', 'Europe/Oslo', { covers: 'IS' }),
  post('the-hague', '2420100', 'L’Aja', 'NL', 'embassy', 'Europe/Amsterdam', {
    en: 'The Hague',
    seat: { it: 'all’Aja', en: 'in The Hague' },
    correction: 'Table 41 names the former post in Amsterdam, absent from table 40.',
  }),
  post('warsaw', '2430100', 'Varsavia', 'PL', 'embassy', 'Europe/Warsaw', { en: 'Warsaw' }),
  post('lisbon', '2440100', 'Lisbona', 'PT', 'embassy', 'Europe/Lisbon', { en: 'Lisbon' }),
  post('bucharest', '2450100', 'Bucarest', 'RO', 'embassy', 'Europe/Bucharest', { en: 'Bucharest' }),
  post('san-marino', '2460100', 'San Marino', 'SM', 'embassy', 'Europe/San_Marino'),
  post('madrid', '2480100', 'Madrid', 'ES', 'embassy', 'Europe/Madrid'),
  post('barcelona', '2480203', 'Barcellona', 'ES', 'consulate_general', 'Europe/Madrid', {
    en: 'Barcelona',
    covers: 'AD',
  }),
  post('arona', null, 'Arona (Tenerife)', 'ES', 'consulate', 'Atlantic/Canary', {
    correction: 'Younger than the tables; added by hand for the Canary Islands.',
  }),
  post('stockholm', '2490100', 'Stoccolma', 'SE', 'embassy', 'Europe/Stockholm', { en: 'Stockholm' }),
  post('bern', '2500100', 'Berna', 'CH', 'embassy', 'Europe/Zurich', { en: 'Bern', languages: 'de fr' }),
  post('basel', '2500204', 'Basilea', 'CH', 'consulate', 'Europe/Zurich', { en: 'Basel' }),
  post('geneva', '2500303', 'Ginevra', 'CH', 'consulate_general', 'Europe/Zurich', {
    en: 'Geneva',
    languages: 'fr',
  }),
  post('lugano', '2500503', 'Lugano', 'CH', 'consulate_general', 'Europe/Zurich', { languages: 'it' }),
  post('zurich', '2500603', 'Zurigo', 'CH', 'consulate_general', 'Europe/Zurich', {
    en: 'Zurich',
    covers: 'LI',
    correction: 'Liechtenstein was with the post of St. Gallen in table 41, absent from table 40.',
  }),
  post('budapest', '2510100', 'Budapest', 'HU', 'embassy', 'Europe/Budapest'),
  post('moscow', '2520103', 'Mosca', 'RU', 'consulate_general', 'Europe/Moscow', { en: 'Moscow' }),
  post('saint-petersburg', '2520303', 'San Pietroburgo', 'RU', 'consulate_general', 'Europe/Moscow', {
    en: 'Saint Petersburg',
  }),
  post('vilnius', '2540100', 'Vilnius', 'LT', 'embassy', 'Europe/Vilnius'),
  post('riga', '2550100', 'Riga', 'LV', 'embassy', 'Europe/Riga'),
  post('tallinn', '2560100', 'Tallinn', 'EE', 'embassy', 'Europe/Tallinn'),
  post('minsk', '2570100', 'Minsk', 'BY', 'embassy', 'Europe/Minsk'),
  post('kyiv', '2580100', 'Kyiv', 'UA', 'embassy', 'Europe/Kyiv', {
    correction: 'Name and time zone follow the current spelling.',
  }),
  post('zagreb', '2590100', 'Zagabria', 'HR', 'embassy', 'Europe/Zagreb', { en: 'Zagreb' }),
  post('rijeka', '2590203', 'Fiume', 'HR', 'consulate_general', 'Europe/Zagreb', {
    en: 'Rijeka',
    languages: 'hr it',
  }),
  post('ljubljana', '4500100', 'Lubiana', 'SI', 'embassy', 'Europe/Ljubljana', { en: 'Ljubljana' }),
  post('koper', '4500203', 'Capodistria', 'SI', 'consulate_general', 'Europe/Ljubljana', { en: 'Koper' }),
  post('sarajevo', '4510100', 'Sarajevo', 'BA', 'embassy', 'Europe/Sarajevo'),
  post('bratislava', '4520100', 'Bratislava', 'SK', 'embassy', 'Europe/Bratislava'),
  post('skopje', '4530100', 'Skopje', 'MK', 'embassy', 'Europe/Skopje', {
    correction: 'The State has been called North Macedonia since 2019.',
  }),
  post('chisinau', '4580100', 'Chișinău', 'MD', 'embassy', 'Europe/Chisinau'),
  post('podgorica', '4710100', 'Podgorica', 'ME', 'embassy', 'Europe/Podgorica'),
  post('pristina', '4720100', 'Pristina', 'XK', 'embassy', 'Europe/Belgrade', { languages: 'sq sr' }),
];
