/** What every municipality's residents find here (servizi nazionali), and where. */
export const nationalServices = [
  'your_data',
  'digital_domicile',
  'certificates',
  'self_certification',
] as const;
export type NationalService = (typeof nationalServices)[number];

export const nationalServicePaths: Readonly<Record<NationalService, string>> = {
  your_data: '/your-data',
  digital_domicile: '/your-data/digital-domicile',
  certificates: '/certificates',
  self_certification: '/self-certifications',
};

/** Certificates come from the registry: they are offered only while the municipality is connected to it. */
export function isOffered(service: NationalService, connected: boolean): boolean {
  return service !== 'certificates' || connected;
}
