import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Bucket } from '#platform/files/bucket.ts';
import type { InadSettings } from '#platform/interoperability/inad.ts';
import type { PagopaOptions } from '#platform/pagopa/pagopa.ts';

const flag = (fallback: 'on' | 'off') =>
  z
    .enum(['on', 'off', '1', '0', 'true', 'false'])
    .default(fallback)
    .transform((value) => value === 'on' || value === '1' || value === 'true');

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().min(1).default('./data'),
  /** Folder of the uploaded documents; the same one for every instance. */
  FILES_DIR: z.string().min(1).optional(),
  /** A bucket of an S3-compatible store instead of the folder: all of them, or none. */
  S3_ENDPOINT: z.url().optional(),
  S3_BUCKET: z.string().min(3).max(63).optional(),
  S3_REGION: z.string().min(1).default('eu-south-1'),
  S3_ACCESS_KEY: z.string().min(1).optional(),
  S3_SECRET_KEY: z.string().min(1).optional(),
  /** Folder of the styles and browser modules, built once for each state of their sources; several programs may share it. */
  CACHE_DIR: z.string().min(1).optional(),
  /** ClamAV's daemon, which looks at every upload: `tcp://host:3310` or `unix:/path/of/the/socket`. */
  CLAMD_URL: z
    .string()
    .regex(/^(tcp:\/\/|unix:\/)\S+$/)
    .optional(),
  /** PostgreSQL instead of the embedded server; its login owns the tables and migrates them. */
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  /** Login of the running program, bound by the policies; without it the owner's login steps down to it. */
  DATABASE_APP_URL: z.string().startsWith('postgres').optional(),
  PUBLIC_URL: z.url().optional(),
  SMTP_URL: z.string().startsWith('smtp').optional(),
  MAIL_FROM: z.string().default('Sportello <non-rispondere@sportello.example>'),
  /** Server of the provider of certified mail, with its login; needed where digital domiciles are asked for. */
  PEC_SMTP_URL: z.string().startsWith('smtp').optional(),
  PEC_FROM: z.string().default('Sportello <sportello@pec.sportello.example>'),
  /** Index of digital domiciles (INAD), as `https://api.inad.gov.it/rest/inad/v1/domiciliodigitale`. */
  INAD_URL: z.url().optional(),
  /** Audience of the index's e-service on the interoperability platform, and the purpose it is used for. */
  INAD_AUDIENCE: z.string().min(1).optional(),
  INAD_PURPOSE_ID: z.uuid().optional(),
  /** Where the interoperability platform (PDND) gives vouchers, and how this installation is known there. */
  PDND_TOKEN_URL: z.url().default('https://auth.interop.pagopa.it/token.oauth2'),
  PDND_AUDIENCE: z.string().default('auth.interop.pagopa.it/client-assertion'),
  PDND_CLIENT_ID: z.uuid().optional(),
  PDND_KEY_ID: z.string().min(1).optional(),
  /** File with the private key (PKCS #8, PEM) whose public half the platform knows. */
  PDND_KEY_FILE: z.string().min(1).optional(),
  SMS_GATEWAY_URL: z.url().optional(),
  SMS_GATEWAY_TOKEN: z.string().optional(),
  /** pagoPA (Checkout, debt positions, receipts); without it nothing is paid online. */
  PAGOPA_URL: z.url().optional(),
  PAGOPA_CHECKOUT_KEY: z.string().default(''),
  PAGOPA_POSITIONS_KEY: z.string().default(''),
  PAGOPA_RECEIPTS_KEY: z.string().default(''),
  /** Where browsers pay: origins, with commas. */
  PAGOPA_CHECKOUT_ORIGINS: z.string().default('https://checkout.pagopa.it'),
  /** The creditor body: codice fiscale, name, IBAN, and the two digits that mark our notices. */
  PAGOPA_CREDITOR: z
    .string()
    .regex(/^\d{11}$/)
    .optional(),
  PAGOPA_CREDITOR_NAME: z.string().max(140).default('Sportello'),
  PAGOPA_IBAN: z
    .string()
    .regex(/^IT\d{2}[A-Z]\d{10}[A-Z0-9]{12}$/)
    .optional(),
  PAGOPA_SEGREGATION_CODE: z
    .string()
    .regex(/^\d{2}$/)
    .default('01'),
  /** e.bollo: digital stamps, and the file with the certificates of their authority (PEM). */
  EBOLLO_URL: z.url().optional(),
  EBOLLO_KEY: z.string().default(''),
  EBOLLO_SERVICE_ID: z.string().default(''),
  EBOLLO_AUTHORITY_FILE: z.string().optional(),
  /** Key of cookies, tokens and keyed hashes; made and kept in DATA_DIR where none is given. */
  SPORTELLO_SECRET: z.string().min(32).optional(),
  SPORTELLO_DEMO: flag('on'),
  /** Encrypted file with the key of the seal and its certificates, and the passphrase that opens it. */
  SEAL_KEY_FILE: z.string().min(1).optional(),
  SEAL_KEY_PASSPHRASE: z.string().min(12).optional(),
  /** Certificates of the authorities that vouch for the seal (PEM). */
  SEAL_AUTHORITY_FILE: z.string().min(1).optional(),
  /** Time-stamp authority (RFC 3161), and the certificates that vouch for it (PEM). */
  TIME_STAMP_URL: z.url().optional(),
  TIME_STAMP_AUTHORITY_FILE: z.string().min(1).optional(),
  /** Whether this instance runs the timers and sends the mail. */
  SPORTELLO_JOBS: flag('on'),
  /** Balancers whose `X-Forwarded-For` is believed: addresses, networks, or `loopback`, with commas. */
  TRUSTED_PROXIES: z
    .string()
    .regex(/^[\w.:/]+(,[\w.:/]+)*$/)
    .default('loopback'),
  REQUESTS_PER_MINUTE: z.coerce.number().int().positive().default(600),
  /** Metadata of the identity providers of SPID: files or addresses, with commas. */
  SPID_PROVIDERS: z
    .string()
    .regex(/^[^\s,]+(,[^\s,]+)*$/)
    .optional(),
  /** Name of this service in its metadata; PUBLIC_URL where none is given. */
  SPID_ENTITY_ID: z.url().max(1024).optional(),
  /** Key and certificate with which requests are signed (PEM); made in DATA_DIR where none are given. */
  SPID_KEY_FILE: z.string().min(1).optional(),
  SPID_CERTIFICATE_FILE: z.string().min(1).optional(),
  SPID_ORGANIZATION: z.string().min(1).max(200).default('Sportello (dimostrazione)'),
  SPID_IPA_CODE: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .default('sportello_demo'),
  SPID_LOCALITY: z.string().min(1).max(100).default('Roma'),
  SPID_EMAIL: z.email().default('spid@sportello.example'),
  SPID_TELEPHONE: z
    .string()
    .regex(/^\+39\d{6,11}$/)
    .default('+390600000000'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export interface SealConfig {
  readonly keyFile: string;
  readonly passphrase: string;
  readonly authorityFile: string;
  readonly timeStampUrl: string;
  readonly timeStampAuthorityFile: string;
}

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly filesDir: string;
  readonly cacheDir: string;
  /** Where uploads lie instead of the folder. */
  readonly bucket: Bucket | undefined;
  readonly clamdUrl: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly databaseAppUrl: string | undefined;
  readonly publicUrl: string;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly smsGateway: { readonly url: string; readonly token: string | undefined } | undefined;
  readonly pec: { readonly smtpUrl: string | undefined; readonly from: string };
  readonly inad: InadSettings | undefined;
  readonly pagopa: PagopaOptions | undefined;
  readonly secret: string | undefined;
  /** Without it the demonstration seals with an authority of its own, and a real installation seals nothing. */
  readonly seal: SealConfig | undefined;
  readonly demo: boolean;
  readonly jobs: boolean;
  readonly trustedProxies: string;
  readonly requestsPerMinute: number;
  readonly logLevel: string;
  readonly spid: SpidConfig;
}

export interface SpidConfig {
  readonly providers: readonly string[];
  readonly entityId: string;
  readonly keyFiles: { readonly key: string; readonly certificate: string } | undefined;
  readonly organization: string;
  readonly ipaCode: string;
  readonly locality: string;
  readonly email: string;
  readonly telephone: string;
}

/** Reads the environment, all of it in one place; a value that does not fit stops the start with its name. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment is not usable:\n${lines.join('\n')}`);
  }
  const value = parsed.data;
  if (!value.SPORTELLO_DEMO && value.SMTP_URL === undefined) {
    throw new Error('The environment is not usable:\n  SMTP_URL: needed where SPORTELLO_DEMO is off');
  }
  const publicUrl = (value.PUBLIC_URL ?? `http://localhost:${value.PORT}`).replace(/\/$/, '');
  const { SPID_KEY_FILE: key, SPID_CERTIFICATE_FILE: certificate } = value;
  if ((key === undefined) !== (certificate === undefined)) {
    throw new Error(
      'The environment is not usable:\n  SPID_KEY_FILE, SPID_CERTIFICATE_FILE: both or neither',
    );
  }
  return {
    port: value.PORT,
    host: value.HOST,
    dataDir: resolve(value.DATA_DIR),
    filesDir: resolve(value.FILES_DIR ?? join(value.DATA_DIR, 'files')),
    cacheDir: resolve(value.CACHE_DIR ?? join(value.DATA_DIR, 'cache')),
    bucket: bucketIn(value),
    clamdUrl: value.CLAMD_URL,
    databaseUrl: value.DATABASE_URL,
    databaseAppUrl: value.DATABASE_APP_URL,
    publicUrl,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    smsGateway:
      value.SMS_GATEWAY_URL === undefined
        ? undefined
        : { url: value.SMS_GATEWAY_URL, token: value.SMS_GATEWAY_TOKEN },
    pec: { smtpUrl: value.PEC_SMTP_URL, from: value.PEC_FROM },
    inad: inadOf(value),
    pagopa: pagopaOf(value),
    secret: value.SPORTELLO_SECRET,
    seal: sealIn(value),
    demo: value.SPORTELLO_DEMO,
    jobs: value.SPORTELLO_JOBS,
    trustedProxies: value.TRUSTED_PROXIES,
    requestsPerMinute: value.REQUESTS_PER_MINUTE,
    logLevel: value.LOG_LEVEL,
    spid: {
      providers: value.SPID_PROVIDERS?.split(',') ?? [],
      entityId: (value.SPID_ENTITY_ID ?? publicUrl).replace(/\/$/, ''),
      keyFiles: key === undefined || certificate === undefined ? undefined : { key, certificate },
      organization: value.SPID_ORGANIZATION,
      ipaCode: value.SPID_IPA_CODE,
      locality: value.SPID_LOCALITY,
      email: value.SPID_EMAIL,
      telephone: value.SPID_TELEPHONE,
    },
  };
}

/** A bucket is configured whole or not at all. */
function bucketIn(value: z.output<typeof environment>): Bucket | undefined {
  const {
    S3_ENDPOINT: endpoint,
    S3_BUCKET: bucket,
    S3_REGION: region,
    S3_ACCESS_KEY: accessKeyId,
    S3_SECRET_KEY: secretAccessKey,
  } = value;
  const parts = {
    S3_ENDPOINT: endpoint,
    S3_BUCKET: bucket,
    S3_ACCESS_KEY: accessKeyId,
    S3_SECRET_KEY: secretAccessKey,
  };
  if (Object.values(parts).every((part) => part === undefined)) return undefined;
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) {
    const missing = Object.entries(parts).flatMap(([name, part]) => (part ? [] : [`  ${name}`]));
    throw new Error(
      `The environment is not usable: with a bucket these are needed too:\n${missing.join('\n')}`,
    );
  }
  return { endpoint, bucket, region, accessKeyId, secretAccessKey };
}

/** The seal is configured whole or not at all. */
function sealIn(value: z.infer<typeof environment>): SealConfig | undefined {
  const {
    SEAL_KEY_FILE: keyFile,
    SEAL_KEY_PASSPHRASE: passphrase,
    SEAL_AUTHORITY_FILE: authorityFile,
    TIME_STAMP_URL: timeStampUrl,
    TIME_STAMP_AUTHORITY_FILE: timeStampAuthorityFile,
  } = value;
  const given = [keyFile, passphrase, authorityFile, timeStampUrl, timeStampAuthorityFile];
  if (given.every((each) => each === undefined)) return undefined;
  if (!keyFile || !passphrase || !authorityFile || !timeStampUrl || !timeStampAuthorityFile)
    throw new Error(
      'The environment is not usable:\n  SEAL_KEY_FILE: needs SEAL_KEY_PASSPHRASE, SEAL_AUTHORITY_FILE, TIME_STAMP_URL and TIME_STAMP_AUTHORITY_FILE too',
    );
  return { keyFile, passphrase, authorityFile, timeStampUrl, timeStampAuthorityFile };
}

/** The index of digital domiciles: all of its settings, or none. */
function inadOf(value: z.output<typeof environment>): InadSettings | undefined {
  if (value.INAD_URL === undefined) return undefined;
  const needed = {
    INAD_AUDIENCE: value.INAD_AUDIENCE,
    INAD_PURPOSE_ID: value.INAD_PURPOSE_ID,
    PDND_CLIENT_ID: value.PDND_CLIENT_ID,
    PDND_KEY_ID: value.PDND_KEY_ID,
    PDND_KEY_FILE: value.PDND_KEY_FILE,
    PEC_SMTP_URL: value.PEC_SMTP_URL,
  };
  const missing = Object.entries(needed).flatMap(([name, set]) => (set === undefined ? [name] : []));
  if (missing.length > 0) {
    const lines = missing.map((name) => `  ${name}: needed where INAD_URL is set`);
    throw new Error(`The environment is not usable:\n${lines.join('\n')}`);
  }
  return {
    url: value.INAD_URL.replace(/\/$/, ''),
    pdnd: {
      tokenUrl: value.PDND_TOKEN_URL,
      audience: value.PDND_AUDIENCE,
      clientId: value.PDND_CLIENT_ID ?? '',
      keyId: value.PDND_KEY_ID ?? '',
      privateKey: readFileSync(value.PDND_KEY_FILE ?? '', 'utf8'),
    },
    use: {
      purposeId: value.INAD_PURPOSE_ID ?? '',
      serviceAudience: value.INAD_AUDIENCE ?? '',
      userId: 'sportello',
      userLocation: new URL(value.PUBLIC_URL ?? 'http://localhost').hostname,
    },
  };
}

/** The contract with pagoPA: whole or not at all, because half of one would fail at the first payment. */
function pagopaOf(value: z.output<typeof environment>): PagopaOptions | undefined {
  const {
    PAGOPA_URL: url,
    PAGOPA_CREDITOR: fiscalCode,
    PAGOPA_IBAN: iban,
    EBOLLO_URL: stampsUrl,
    EBOLLO_AUTHORITY_FILE: authority,
  } = value;
  const parts = {
    PAGOPA_URL: url,
    PAGOPA_CREDITOR: fiscalCode,
    PAGOPA_IBAN: iban,
    EBOLLO_URL: stampsUrl,
    EBOLLO_AUTHORITY_FILE: authority,
  };
  if (Object.values(parts).every((part) => part === undefined)) return undefined;
  if (!url || !fiscalCode || !iban || !stampsUrl || !authority) {
    const missing = Object.entries(parts).flatMap(([name, part]) => (part ? [] : [`  ${name}`]));
    throw new Error(
      `The environment is not usable: with pagoPA these are needed too:\n${missing.join('\n')}`,
    );
  }
  return {
    url: url.replace(/\/$/, ''),
    keys: {
      checkout: value.PAGOPA_CHECKOUT_KEY,
      positions: value.PAGOPA_POSITIONS_KEY,
      receipts: value.PAGOPA_RECEIPTS_KEY,
    },
    stamps: { url: stampsUrl.replace(/\/$/, ''), key: value.EBOLLO_KEY, serviceId: value.EBOLLO_SERVICE_ID },
    checkoutOrigins: value.PAGOPA_CHECKOUT_ORIGINS.split(',').map((origin) => new URL(origin.trim()).origin),
    creditor: {
      fiscalCode,
      name: value.PAGOPA_CREDITOR_NAME,
      segregationCode: value.PAGOPA_SEGREGATION_CODE,
      iban,
    },
    stampAuthority: certificatesIn(readFileSync(authority, 'utf8')),
  };
}

function certificatesIn(pem: string): string[] {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
  if (found === null) throw new Error('EBOLLO_AUTHORITY_FILE holds no certificate');
  return found;
}
