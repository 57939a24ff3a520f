import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { compileAsync } from 'sass';
import { icon } from '#platform/web/icon.ts';

/** The files that browsers fetch, built once for each state of their sources. */
export interface Assets {
  readonly folder: string;
  /** Path of a file, with the sources' hash in it, so that browsers may keep it for ever. */
  path(name: string): string;
}

const sources = [
  join(import.meta.dirname, 'styles'),
  join(import.meta.dirname, 'browser'),
  join(import.meta.dirname, '../platform/qr-credential'),
];
const designSystem = dirname(createRequire(import.meta.url).resolve('bootstrap-italia/package.json'));
const fonts = /^titillium-web-v10-latin-ext_latin-(regular|italic|600|700)\.woff2$/;

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function hashOfSources(): string {
  const hash = createHash('sha256').update(readFileSync(join(designSystem, 'package.json')));
  for (const file of [import.meta.filename, ...sources.flatMap(filesIn)])
    hash.update(file.slice(-40)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

/** Builds styles and browser modules into the cache folder; a later start finds them there. */
export async function buildAssets(cacheDir: string): Promise<Assets> {
  const hash = hashOfSources();
  const folder = join(cacheDir, 'assets', hash);
  if (!existsSync(folder)) {
    const half = `${folder}.${process.pid}`;
    mkdirSync(half, { recursive: true });
    await Promise.all([buildStyles(half), buildModules(half)]);
    writeFileSync(join(half, 'favicon.svg'), favicon());
    const titillium = join(designSystem, 'dist/fonts/Titillium_Web');
    for (const name of readdirSync(titillium))
      if (fonts.test(name)) cpSync(join(titillium, name), join(half, name));
    for (const file of filesIn(half)) compressFile(file);
    try {
      renameSync(half, folder);
    } catch {
      rmSync(half, { recursive: true });
    }
  }
  return { folder: join(cacheDir, 'assets'), path: (name) => `/assets/${hash}/${name}` };
}

/** The building of the header, white on the blue of the institutions. */
function favicon(): string {
  const drawing = icon('pa').text.replace(/^<svg[^>]*>|<\/svg>$/g, '');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 32 32"><rect x="-4" y="-4" width="32" height="32" rx="6" fill="#06c"/><g fill="#fff">${drawing}</g></svg>`;
}

async function buildStyles(folder: string): Promise<void> {
  const { css } = await compileAsync(join(import.meta.dirname, 'styles/site.scss'), {
    loadPaths: [dirname(designSystem)],
    style: 'compressed',
    quietDeps: true,
    silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function', 'abs-percent'],
  });
  writeFileSync(join(folder, 'site.css'), css);
}

async function buildModules(folder: string): Promise<void> {
  await build({
    entryPoints: filesIn(join(import.meta.dirname, 'browser')).filter((file) => file.endsWith('.ts')),
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2020'],
  });
}

function compressFile(file: string): void {
  if (!/\.(css|js|svg)$/.test(file)) return;
  const content = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(content));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}
