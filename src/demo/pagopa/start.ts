import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import type { PagopaOptions } from '#platform/pagopa/pagopa.ts';
import { pagopaServer } from './api.ts';
import { makeStampAuthority } from './authority.ts';
import { emptyWorld, type KeptWorld, openPagopaWorld, type PagopaWorld } from './world.ts';

export interface PagopaSimulator {
  readonly world: PagopaWorld;
  /** With what our own client reaches it. */
  readonly options: PagopaOptions;
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly now: () => Temporal.Instant;
  /** Where browsers pay; the demonstration's own pages. */
  readonly checkoutOrigin: string;
  /** File that keeps what happened over a new start; without one it is forgotten. */
  readonly file?: string;
}

const key = 'demonstration';

/** Starts pagoPA of the demonstration on this machine, to be spoken to over HTTP like the real one. */
export async function startPagopa({ now, checkoutOrigin, file }: StartOptions): Promise<PagopaSimulator> {
  const kept = readKept(file) ?? emptyWorld(await makeStampAuthority());
  const save = (changed: KeptWorld) => {
    if (file === undefined) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(changed), { mode: 0o600 });
  };
  save(kept);
  const world = openPagopaWorld({ kept, now, save });
  const server = pagopaServer(world, { key, checkout: () => `${checkoutOrigin}/demo/pagopa/checkouts/` });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return {
    world,
    options: {
      url,
      keys: { checkout: key, positions: key, receipts: key },
      stamps: { url: `${url}/ebollo`, key, serviceId: '00005' },
      checkoutOrigins: [checkoutOrigin],
      creditor: {
        fiscalCode: '77777777777',
        name: 'Sportello FAC-SIMILE',
        segregationCode: '02',
        iban: 'IT60X0542811101000000123456',
      },
      stampAuthority: [kept.authority.certificate],
    },
    stop: () => server.close(),
  };
}

function readKept(file: string | undefined): KeptWorld | undefined {
  return file !== undefined && existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as KeptWorld)
    : undefined;
}
