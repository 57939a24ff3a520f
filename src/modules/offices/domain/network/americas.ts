import { type OfficeFact, post } from '../office.ts';

const buenosAires = 'America/Argentina/Buenos_Aires';

/** Posts in the Americas, after ANPR tables 40 (2016) and 41 (2015). */
export const americas: readonly OfficeFact[] = [
  post('buenos-aires', '2600103', 'Buenos Aires', 'AR', 'consulate_general', buenosAires),
  post('cordoba', '2600203', 'Cordoba', 'AR', 'consulate_general', 'America/Argentina/Cordoba', {
    en: 'Córdoba',
  }),
  post('rosario', '2600303', 'Rosario', 'AR', 'consulate_general', 'America/Argentina/Cordoba'),
  post('bahia-blanca', '2600403', 'Bahía Blanca', 'AR', 'consulate_general', buenosAires),
  post('la-plata', '2600503', 'La Plata', 'AR', 'consulate_general', buenosAires),
  post('mendoza', '2600604', 'Mendoza', 'AR', 'consulate', 'America/Argentina/Mendoza'),
  post('lomas-de-zamora', '2601310', 'Lomas de Zamora', 'AR', 'consular_agency', buenosAires),
  post('mar-del-plata', '2601404', 'Mar del Plata', 'AR', 'consulate', buenosAires),
  post('moron', '2601510', 'Morón', 'AR', 'consular_agency', buenosAires),
  post('la-paz', '2620100', 'La Paz', 'BO', 'embassy', 'America/La_Paz'),
  post('rio-de-janeiro', '2630103', 'Rio de Janeiro', 'BR', 'consulate_general', 'America/Sao_Paulo'),
  post('sao-paulo', '2630203', 'San Paolo', 'BR', 'consulate_general', 'America/Sao_Paulo', {
    en: 'São Paulo',
  }),
  post('curitiba', '2630303', 'Curitiba', 'BR', 'consulate_general', 'America/Sao_Paulo'),
  post('porto-alegre', '2630403', 'Porto Alegre', 'BR', 'consulate_general', 'America/Sao_Paulo'),
  post('belo-horizonte', '2630504', 'Belo Horizonte', 'BR', 'consulate', 'America/Sao_Paulo'),
  post('recife', '2630604', 'Recife', 'BR', 'consulate', 'America/Recife'),
  post('brasilia', '2630900', 'Brasilia', 'BR', 'embassy', 'America/Sao_Paulo', { en: 'Brasília' }),
  post('ottawa', '2640100', 'Ottawa', 'CA', 'embassy', 'America/Toronto', { languages: 'en fr' }),
  post('montreal', '2640203', 'Montréal', 'CA', 'consulate_general', 'America/Toronto', {
    en: 'Montreal',
    languages: 'fr',
  }),
  post('toronto', '2640303', 'Toronto', 'CA', 'consulate_general', 'America/Toronto'),
  post('vancouver', '2640403', 'Vancouver', 'CA', 'consulate_general', 'America/Vancouver'),
  post('santiago', '2650100', 'Santiago del Cile', 'CL', 'embassy', 'America/Santiago', { en: 'Santiago' }),
  post('bogota', '2660100', 'Bogotà', 'CO', 'embassy', 'America/Bogota', { en: 'Bogotá' }),
  post('san-jose', '2670100', 'San José', 'CR', 'embassy', 'America/Costa_Rica'),
  post('havana', '2680100', 'L’Avana', 'CU', 'embassy', 'America/Havana', {
    en: 'Havana',
    seat: { it: 'all’Avana', en: 'in Havana' },
  }),
  post('santo-domingo', null, 'Santo Domingo', 'DO', 'embassy', 'America/Santo_Domingo', {
    covers: 'HT',
    correction: 'Reopened in 2017, after the tables; takes over the territory from Panama.',
  }),
  post('san-salvador', '2700100', 'San Salvador', 'SV', 'embassy', 'America/El_Salvador'),
  post('quito', '2710100', 'Quito', 'EC', 'embassy', 'America/Guayaquil'),
  post('guatemala', '2730100', 'Guatemala', 'GT', 'embassy', 'America/Guatemala', {
    en: 'Guatemala City',
    covers: 'HN',
  }),
  post('mexico-city', '2760100', 'Città del Messico', 'MX', 'embassy', 'America/Mexico_City', {
    en: 'Mexico City',
    covers: 'BZ',
  }),
  post('managua', '2770100', 'Managua', 'NI', 'embassy', 'America/Managua'),
  post('panama', '2780100', 'Panama', 'PA', 'embassy', 'America/Panama', {
    en: 'Panama City',
    covers: 'AG KN',
  }),
  post('asuncion', '2790100', 'Assunzione', 'PY', 'embassy', 'America/Asuncion', { en: 'Asunción' }),
  post('lima', '2800100', 'Lima', 'PE', 'embassy', 'America/Lima'),
  post('washington', '2810100', 'Washington', 'US', 'embassy', 'America/New_York'),
  post('boston', '2810203', 'Boston', 'US', 'consulate_general', 'America/New_York'),
  post('chicago', '2810303', 'Chicago', 'US', 'consulate_general', 'America/Chicago'),
  post('philadelphia', '2810403', 'Filadelfia', 'US', 'consulate_general', 'America/New_York', {
    en: 'Philadelphia',
  }),
  post('los-angeles', '2810503', 'Los Angeles', 'US', 'consulate_general', 'America/Los_Angeles'),
  post('new-york', '2810703', 'New York', 'US', 'consulate_general', 'America/New_York', { covers: 'BM' }),
  post('san-francisco', '2810803', 'San Francisco', 'US', 'consulate_general', 'America/Los_Angeles'),
  post('detroit', '2811104', 'Detroit', 'US', 'consulate', 'America/Detroit'),
  post('houston', '2812203', 'Houston', 'US', 'consulate_general', 'America/Chicago'),
  post('miami', '2812403', 'Miami', 'US', 'consulate_general', 'America/New_York', {
    covers: 'BQ BS JM KY SX TC VG',
  }),
  post('montevideo', '2830100', 'Montevideo', 'UY', 'embassy', 'America/Montevideo', { covers: 'FK' }),
  post('caracas', '2840103', 'Caracas', 'VE', 'consulate_general', 'America/Caracas', {
    covers: 'AI BB DM GD GY LC MS SR TT VC',
  }),
  post('maracaibo', '2840204', 'Maracaibo', 'VE', 'consulate', 'America/Caracas', { covers: 'AW BQ CW' }),
];
