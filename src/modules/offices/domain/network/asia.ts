import { type OfficeFact, post } from '../office.ts';

/** Posts in Asia, after ANPR tables 40 (2016) and 41 (2015). */
export const asia: readonly OfficeFact[] = [
  post('kabul', '3000100', 'Kabul', 'AF', 'embassy', 'Asia/Kabul', {
    suspended: true,
    languages: 'fa ps',
    note: {
      it: 'Dal 2021 l’ambasciata lavora da Doha: per i servizi rivolgiti all’Ambasciata a Doha.',
      en: 'Since 2021 the embassy has worked from Doha: ask the embassy in Doha for services.',
    },
    correction: 'Seat left in August 2021; services from Doha.',
  }),
  post('jeddah', '3010103', 'Gedda', 'SA', 'consulate_general', 'Asia/Riyadh', { en: 'Jeddah' }),
  post('riyadh', '3010200', 'Riad', 'SA', 'embassy', 'Asia/Riyadh', {
    en: 'Riyadh',
    covers: 'YE',
    correction: 'Takes over Yemen while the seat in Sana’a is suspended.',
  }),
  post('yangon', '3040100', 'Yangon', 'MM', 'embassy', 'Asia/Yangon'),
  post('colombo', '3060100', 'Colombo', 'LK', 'embassy', 'Asia/Colombo', { covers: 'MV' }),
  post('beijing', '3070100', 'Pechino', 'CN', 'embassy', 'Asia/Shanghai', { en: 'Beijing' }),
  post('shanghai', '3070203', 'Shanghai', 'CN', 'consulate_general', 'Asia/Shanghai'),
  post('guangzhou', '3070303', 'Canton', 'CN', 'consulate_general', 'Asia/Shanghai', { en: 'Guangzhou' }),
  post('hong-kong', '3070403', 'Hong Kong', 'HK', 'consulate_general', 'Asia/Hong_Kong', {
    covers: 'MO',
    correction: 'The tables count Hong Kong and Macao under China; here they have their own codes.',
  }),
  post('chongqing', '3070503', 'Chongqing', 'CN', 'consulate_general', 'Asia/Shanghai'),
  post('nicosia', '3080100', 'Nicosia', 'CY', 'embassy', 'Asia/Nicosia'),
  post('seoul', '3090100', 'Seoul', 'KR', 'embassy', 'Asia/Seoul', { covers: 'KP' }),
  post('manila', '3100100', 'Manila', 'PH', 'embassy', 'Asia/Manila', { covers: 'PW' }),
  post('tokyo', '3110100', 'Tokyo', 'JP', 'embassy', 'Asia/Tokyo'),
  post('osaka', '3110203', 'Osaka', 'JP', 'consulate_general', 'Asia/Tokyo'),
  post('amman', '3120100', 'Amman', 'JO', 'embassy', 'Asia/Amman'),
  post('new-delhi', '3130100', 'New Delhi', 'IN', 'embassy', 'Asia/Kolkata', { covers: 'BT' }),
  post('mumbai', '3130203', 'Mumbai', 'IN', 'consulate_general', 'Asia/Kolkata'),
  post('kolkata', '3130303', 'Calcutta', 'IN', 'consulate_general', 'Asia/Kolkata', {
    en: 'Kolkata',
    covers: 'NP',
  }),
  post('bengaluru', null, 'Bangalore', 'IN', 'consulate_general', 'Asia/Kolkata', {
    en: 'Bengaluru',
    correction: 'Younger than the tables; added by hand.',
  }),
  post('jakarta', '3140100', 'Giacarta', 'ID', 'embassy', 'Asia/Jakarta', { en: 'Jakarta', covers: 'TL' }),
  post('tehran', '3150100', 'Teheran', 'IR', 'embassy', 'Asia/Tehran', { en: 'Tehran' }),
  post('baghdad', '3160100', 'Baghdad', 'IQ', 'embassy', 'Asia/Baghdad'),
  post('erbil', '3160304', 'Erbil', 'IQ', 'consulate', 'Asia/Baghdad', { languages: 'ku ar' }),
  post('tel-aviv', '3170100', 'Tel Aviv', 'IL', 'embassy', 'Asia/Jerusalem'),
  post('jerusalem', '3170203', 'Gerusalemme', 'PS', 'consulate_general', 'Asia/Jerusalem', {
    en: 'Jerusalem',
    languages: 'ar he',
    correction: 'Its own district in table 41: Jerusalem and the Palestinian territories.',
  }),
  post('kuwait', '3180100', 'Kuwait', 'KW', 'embassy', 'Asia/Kuwait', { en: 'Kuwait City' }),
  post('beirut', '3200100', 'Beirut', 'LB', 'embassy', 'Asia/Beirut'),
  post('kuala-lumpur', '3210100', 'Kuala Lumpur', 'MY', 'embassy', 'Asia/Kuala_Lumpur'),
  post('muscat', '3250100', 'Mascate', 'OM', 'embassy', 'Asia/Muscat', { en: 'Muscat' }),
  post('islamabad', '3260100', 'Islamabad', 'PK', 'embassy', 'Asia/Karachi'),
  post('karachi', '3260204', 'Karachi', 'PK', 'consulate', 'Asia/Karachi'),
  post('doha', '3270100', 'Doha', 'QA', 'embassy', 'Asia/Qatar', {
    covers: 'AF',
    correction: 'Takes over Afghanistan while the seat in Kabul is suspended.',
  }),
  post('singapore', '3290100', 'Singapore', 'SG', 'embassy', 'Asia/Singapore', { covers: 'BN' }),
  post('damascus', '3300100', 'Damasco', 'SY', 'embassy', 'Asia/Damascus', {
    en: 'Damascus',
    correction: 'Closed in 2012, with an ambassador again since 2024.',
  }),
  post('bangkok', '3310100', 'Bangkok', 'TH', 'embassy', 'Asia/Bangkok', { covers: 'KH LA' }),
  post('ankara', '3330100', 'Ankara', 'TR', 'embassy', 'Europe/Istanbul'),
  post('istanbul', '3330203', 'Istanbul', 'TR', 'consulate_general', 'Europe/Istanbul'),
  post('izmir', '3330304', 'Smirne', 'TR', 'consulate', 'Europe/Istanbul', { en: 'Izmir' }),
  post('sanaa', '3350100', 'Sana’a', 'YE', 'embassy', 'Asia/Aden', {
    suspended: true,
    note: {
      it: 'La sede è sospesa dal 2015: per i servizi rivolgiti all’Ambasciata a Riad.',
      en: 'The seat has been suspended since 2015: ask the embassy in Riyadh for services.',
    },
    correction: 'Seat left in February 2015; services from Riyadh.',
  }),
  post('hanoi', '3370100', 'Hanoi', 'VN', 'embassy', 'Asia/Ho_Chi_Minh'),
  post('ho-chi-minh-city', '3370203', 'Ho Chi Minh', 'VN', 'consulate_general', 'Asia/Ho_Chi_Minh', {
    en: 'Ho Chi Minh City',
  }),
  post('dhaka', '3380100', 'Dacca', 'BD', 'embassy', 'Asia/Dhaka', { en: 'Dhaka' }),
  post('abu-dhabi', '3400100', 'Abu Dhabi', 'AE', 'embassy', 'Asia/Dubai'),
  post('dubai', '3400203', 'Dubai', 'AE', 'consulate_general', 'Asia/Dubai'),
  post('manama', '3410100', 'Manama', 'BH', 'embassy', 'Asia/Bahrain'),
  post('taipei', '3450102', 'Taipei', 'TW', 'other', 'Asia/Taipei', {
    seat: {
      it: 'di promozione economica, commerciale e culturale a Taipei',
      en: 'for economic, trade and cultural promotion in Taipei',
    },
  }),
  post('astana', '3480400', 'Astana', 'KZ', 'embassy', 'Asia/Almaty', {
    covers: 'KG',
    languages: 'kk ru',
    correction: 'The city was called Nur-Sultan from 2019 to 2022.',
  }),
  post('tashkent', '3490100', 'Tashkent', 'UZ', 'embassy', 'Asia/Tashkent', { covers: 'TJ' }),
  post('ulaanbaatar', null, 'Ulan Bator', 'MN', 'embassy', 'Asia/Ulaanbaatar', {
    en: 'Ulaanbaatar',
    correction: 'Younger than the tables; takes over Mongolia from Beijing.',
  }),
  post('yerevan', '4540100', 'Jerevan', 'AM', 'embassy', 'Asia/Yerevan', { en: 'Yerevan' }),
  post('baku', '4550100', 'Baku', 'AZ', 'embassy', 'Asia/Baku'),
  post('tbilisi', '4560100', 'Tbilisi', 'GE', 'embassy', 'Asia/Tbilisi'),
  post('ashgabat', '4600100', 'Ashgabat', 'TM', 'embassy', 'Asia/Ashgabat', {
    correction: 'Table 41 still gives Turkmenistan to Moscow; table 40 lists the embassy.',
  }),
];
