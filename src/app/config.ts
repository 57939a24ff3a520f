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
  readonly clamdUrl: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly databaseAppUrl: string | undefined;
  readonly publicUrl: string;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly smsGateway: { readonly url: string; readonly token: string | undefined } | undefined;
  readonly secret: string | undefined;
  /** Without it the demonstration seals with an authority of its own, and a real installation seals nothing. */
  readonly seal: SealConfig | undefined;
  readonly demo: boolean;
  readonly jobs: boolean;
  readonly trustedProxies: string;
  readonly requestsPerMinute: number;
  readonly logLevel: string;
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
  return {
    port: value.PORT,
    host: value.HOST,
    dataDir: resolve(value.DATA_DIR),
    filesDir: resolve(value.FILES_DIR ?? join(value.DATA_DIR, 'files')),
    cacheDir: resolve(value.CACHE_DIR ?? join(value.DATA_DIR, 'cache')),
    clamdUrl: value.CLAMD_URL,
    databaseUrl: value.DATABASE_URL,
    databaseAppUrl: value.DATABASE_APP_URL,
    publicUrl: (value.PUBLIC_URL ?? `http://localhost:${value.PORT}`).replace(/\/$/, ''),
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    smsGateway:
      value.SMS_GATEWAY_URL === undefined
        ? undefined
        : { url: value.SMS_GATEWAY_URL, token: value.SMS_GATEWAY_TOKEN },
    secret: value.SPORTELLO_SECRET,
    seal: sealIn(value),
    demo: value.SPORTELLO_DEMO,
    jobs: value.SPORTELLO_JOBS,
    trustedProxies: value.TRUSTED_PROXIES,
    requestsPerMinute: value.REQUESTS_PER_MINUTE,
    logLevel: value.LOG_LEVEL,
  };
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
