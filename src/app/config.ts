import { join, resolve } from 'node:path';
import { z } from 'zod';

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
  SMS_GATEWAY_URL: z.url().optional(),
  SMS_GATEWAY_TOKEN: z.string().optional(),
  /** Key of cookies, tokens and keyed hashes; made and kept in DATA_DIR where none is given. */
  SPORTELLO_SECRET: z.string().min(32).optional(),
  SPORTELLO_DEMO: flag('on'),
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

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly filesDir: string;
  readonly cacheDir: string;
  readonly clamdUrl: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly databaseAppUrl: string | undefined;
  readonly publicUrl: string;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly smsGateway: { readonly url: string; readonly token: string | undefined } | undefined;
  readonly secret: string | undefined;
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
    secret: value.SPORTELLO_SECRET,
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
