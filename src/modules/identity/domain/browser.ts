/** Browsers and systems that we can name; the rest is another one. */
export const browsers = ['firefox', 'edge', 'opera', 'samsung', 'chrome', 'safari', 'other'] as const;
export const systems = ['windows', 'ios', 'macos', 'android', 'chromeos', 'linux', 'other'] as const;

/** Where a session is used: as much of a browser’s long name as tells one’s own devices apart. */
export interface Place {
  readonly browser: (typeof browsers)[number];
  readonly system: (typeof systems)[number];
}

// The order matters: most browsers also carry the names of those that they descend from.
const signsOfBrowsers: readonly (readonly [RegExp, Place['browser']])[] = [
  [/\bEdg(e|A|iOS)?\//, 'edge'],
  [/\bOPR\/|\bOpera\b/, 'opera'],
  [/\bSamsungBrowser\//, 'samsung'],
  [/\b(Firefox|FxiOS)\//, 'firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'safari'],
];
const signsOfSystems: readonly (readonly [RegExp, Place['system']])[] = [
  [/\bWindows\b/, 'windows'],
  [/\b(iPhone|iPad|iPod)\b/, 'ios'],
  [/\bAndroid\b/, 'android'],
  [/\bCrOS\b/, 'chromeos'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macos'],
  [/\bLinux\b/, 'linux'],
];

export function placeOf(userAgent: string | undefined): Place {
  const text = (userAgent ?? '').slice(0, 500);
  const first = <Name>(signs: readonly (readonly [RegExp, Name])[]) =>
    signs.find(([sign]) => sign.test(text))?.[1];
  return { browser: first(signsOfBrowsers) ?? 'other', system: first(signsOfSystems) ?? 'other' };
}

/** How somebody got in. */
export type Means = 'password' | 'passkey' | 'recovery' | 'counter' | 'spid';

/** Where nothing is known of the browser. */
export const somewhere: Place = { browser: 'other', system: 'other' };
