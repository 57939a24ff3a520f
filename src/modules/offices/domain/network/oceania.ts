import { type OfficeFact, post } from '../office.ts';

/** Posts in Oceania, after ANPR tables 40 (2016) and 41 (2015). */
export const oceania: readonly OfficeFact[] = [
  post('canberra', '3020100', 'Canberra', 'AU', 'embassy', 'Australia/Sydney', {
    covers: 'FJ FM NR PG SB VU',
  }),
  post('melbourne', '3020203', 'Melbourne', 'AU', 'consulate_general', 'Australia/Melbourne'),
  post('sydney', '3020303', 'Sydney', 'AU', 'consulate_general', 'Australia/Sydney'),
  post('brisbane', '3020404', 'Brisbane', 'AU', 'consulate', 'Australia/Brisbane'),
  post('perth', '3020504', 'Perth', 'AU', 'consulate', 'Australia/Perth'),
  post('adelaide', '3020604', 'Adelaide', 'AU', 'consulate', 'Australia/Adelaide'),
  post('wellington', '3240100', 'Wellington', 'NZ', 'embassy', 'Pacific/Auckland', {
    covers: 'CK KI MH NU PN TO TV WS',
  }),
];
