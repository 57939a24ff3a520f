import { type OfficeFact, post } from '../office.ts';

/** Posts in Africa, after ANPR tables 40 (2016) and 41 (2015). */
export const africa: readonly OfficeFact[] = [
  post('algiers', '3500100', 'Algeri', 'DZ', 'embassy', 'Africa/Algiers', {
    en: 'Algiers',
    languages: 'ar fr',
  }),
  post('ouagadougou', null, 'Ouagadougou', 'BF', 'embassy', 'Africa/Ouagadougou', {
    correction: 'Younger than the tables; takes over Burkina Faso from Abidjan.',
  }),
  post('yaounde', '3530100', 'Yaoundé', 'CM', 'embassy', 'Africa/Douala', { covers: 'CF GQ TD' }),
  post('brazzaville', '3550100', 'Brazzaville', 'CG', 'embassy', 'Africa/Brazzaville'),
  post('kinshasa', '3560100', 'Kinshasa', 'CD', 'embassy', 'Africa/Kinshasa', { languages: 'fr' }),
  post('abidjan', '3570100', 'Abidjan', 'CI', 'embassy', 'Africa/Abidjan', { covers: 'LR SL' }),
  post('addis-ababa', '3590100', 'Addis Abeba', 'ET', 'embassy', 'Africa/Addis_Ababa', {
    en: 'Addis Ababa',
    covers: 'DJ SD SS',
    correction: 'Takes over Sudan while the seat in Khartoum is suspended.',
  }),
  post('libreville', '3600100', 'Libreville', 'GA', 'embassy', 'Africa/Libreville'),
  post('accra', '3620100', 'Accra', 'GH', 'embassy', 'Africa/Accra', { covers: 'TG' }),
  post('conakry', null, 'Conakry', 'GN', 'embassy', 'Africa/Conakry', {
    correction: 'Younger than the tables; takes over Guinea from Dakar.',
  }),
  post('nairobi', '3640100', 'Nairobi', 'KE', 'embassy', 'Africa/Nairobi', {
    covers: 'IO SC SO',
    languages: 'sw',
  }),
  post('tripoli', '3660100', 'Tripoli', 'LY', 'embassy', 'Africa/Tripoli', {
    correction: 'Closed in 2015, open again since January 2017.',
  }),
  post('benghazi', null, 'Bengasi', 'LY', 'consulate_general', 'Africa/Tripoli', {
    en: 'Benghazi',
    correction: 'Closed when the tables were made, reopened since; added by hand.',
  }),
  post('bamako', null, 'Bamako', 'ML', 'embassy', 'Africa/Bamako', {
    languages: 'fr',
    correction: 'Younger than the tables; takes over Mali from Dakar.',
  }),
  post('rabat', '3700100', 'Rabat', 'MA', 'embassy', 'Africa/Casablanca', {
    covers: 'MR',
    languages: 'ar fr',
  }),
  post('casablanca', '3700203', 'Casablanca', 'MA', 'consulate_general', 'Africa/Casablanca', {
    languages: 'ar fr',
  }),
  post('niamey', null, 'Niamey', 'NE', 'embassy', 'Africa/Niamey', {
    languages: 'fr',
    correction: 'Younger than the tables; takes over Niger from Abidjan.',
  }),
  post('lagos', '3730103', 'Lagos', 'NG', 'consulate_general', 'Africa/Lagos', { covers: 'BJ' }),
  post('abuja', '3730400', 'Abuja', 'NG', 'embassy', 'Africa/Lagos'),
  post('cairo', '3740100', 'Il Cairo', 'EG', 'embassy', 'Africa/Cairo', {
    en: 'Cairo',
    seat: { it: 'al Cairo', en: 'in Cairo' },
  }),
  post('harare', '3760100', 'Harare', 'ZW', 'embassy', 'Africa/Harare', { languages: 'en' }),
  post('dakar', '3780100', 'Dakar', 'SN', 'embassy', 'Africa/Dakar', { covers: 'CV GM GW', languages: 'fr' }),
  post('pretoria', '3810100', 'Pretoria', 'ZA', 'embassy', 'Africa/Johannesburg', { covers: 'LS MG MU NA' }),
  post('johannesburg', '3810203', 'Johannesburg', 'ZA', 'consulate_general', 'Africa/Johannesburg'),
  post('cape-town', '3810304', 'Città del Capo', 'ZA', 'consulate', 'Africa/Johannesburg', {
    en: 'Cape Town',
    covers: 'SH',
  }),
  post('khartoum', '3820100', 'Khartoum', 'SD', 'embassy', 'Africa/Khartoum', {
    suspended: true,
    note: {
      it: 'La sede è sospesa da aprile 2023: per i servizi rivolgiti all’Ambasciata ad Addis Abeba.',
      en: 'The seat has been suspended since April 2023: ask the embassy in Addis Ababa for services.',
    },
    correction: 'Seat left in April 2023; services from Addis Ababa.',
  }),
  post('dar-es-salaam', '3830100', 'Dar es Salaam', 'TZ', 'embassy', 'Africa/Dar_es_Salaam', {
    covers: 'KM',
  }),
  post('tunis', '3850100', 'Tunisi', 'TN', 'embassy', 'Africa/Tunis', { en: 'Tunis', languages: 'ar fr' }),
  post('kampala', '3860100', 'Kampala', 'UG', 'embassy', 'Africa/Kampala', {
    covers: 'BI RW',
    languages: 'en',
  }),
  post('lusaka', '3870100', 'Lusaka', 'ZM', 'embassy', 'Africa/Lusaka', {
    covers: 'BW MW',
    languages: 'en',
  }),
  post('maputo', '3920100', 'Maputo', 'MZ', 'embassy', 'Africa/Maputo', { covers: 'SZ' }),
  post('luanda', '3930100', 'Luanda', 'AO', 'embassy', 'Africa/Luanda', { covers: 'ST' }),
  post('asmara', '4020100', 'Asmara', 'ER', 'embassy', 'Africa/Asmara'),
];
