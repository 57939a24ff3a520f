/** States, cantons and provinces (ISO 3166-2 without the country) of offices whose region has holidays of its own. */
const regions: Readonly<Record<string, string>> = {
  // United Kingdom
  london: 'ENG',
  manchester: 'ENG',
  edinburgh: 'SCT',
  // Germany
  berlin: 'BE',
  cologne: 'NW',
  dortmund: 'NW',
  frankfurt: 'HE',
  munich: 'BY',
  stuttgart: 'BW',
  freiburg: 'BW',
  hanover: 'NI',
  wolfsburg: 'NI',
  // Switzerland
  bern: 'BE',
  basel: 'BS',
  geneva: 'GE',
  lugano: 'TI',
  zurich: 'ZH',
  // Spain
  madrid: 'MD',
  barcelona: 'CT',
  arona: 'CN',
  // Australia
  canberra: 'ACT',
  melbourne: 'VIC',
  sydney: 'NSW',
  brisbane: 'QLD',
  perth: 'WA',
  adelaide: 'SA',
  // Canada
  ottawa: 'ON',
  toronto: 'ON',
  montreal: 'QC',
  vancouver: 'BC',
  // United States
  washington: 'DC',
  boston: 'MA',
  chicago: 'IL',
  philadelphia: 'PA',
  'los-angeles': 'CA',
  'san-francisco': 'CA',
  'new-york': 'NY',
  detroit: 'MI',
  houston: 'TX',
  miami: 'FL',
  // Brazil
  'rio-de-janeiro': 'RJ',
  'sao-paulo': 'SP',
  curitiba: 'PR',
  'porto-alegre': 'RS',
  'belo-horizonte': 'MG',
  recife: 'PE',
  brasilia: 'DF',
  // India
  'new-delhi': 'DL',
  mumbai: 'MH',
  kolkata: 'WB',
  bengaluru: 'KA',
  // France: Moselle keeps two days that the rest of the country does not
  metz: '57',
};

/** The region whose holidays an office keeps beside those of its country, where that matters. */
export function holidayRegionOf(officeId: string): string | undefined {
  return regions[officeId];
}
