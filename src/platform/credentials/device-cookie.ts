import type { Keys } from '../keys.ts';

/** A browser in which somebody signed in before. It opens nothing: it only counts wrong passwords apart. */
export interface Device {
  readonly nonce: string;
  readonly tags: readonly string[];
}

const purpose = 'device';
/** So many people may share one browser. */
const atMost = 6;

export function readDevice(raw: string | undefined): Device | undefined {
  const [nonce, ...tags] = (raw ?? '').split('.');
  return nonce !== undefined && /^[\w-]{32}$/.test(nonce) && tags.length > 0 && tags.length <= atMost
    ? { nonce, tags }
    : undefined;
}

/** Whether this person (account or official) signed in with this browser before. */
export function isKnown(keys: Keys, device: Device | undefined, personId: string): boolean {
  return device?.tags.some((tag) => keys.matches(purpose, `${device.nonce}:${personId}`, tag)) ?? false;
}

/** The cookie of a browser in which this person has now signed in too. */
export function remember(keys: Keys, device: Device | undefined, personId: string): string {
  const nonce = device?.nonce ?? keys.token();
  const tag = keys.hash(purpose, `${nonce}:${personId}`);
  const tags = [tag, ...(device?.tags ?? []).filter((each) => each !== tag)].slice(0, atMost);
  return [nonce, ...tags].join('.');
}
