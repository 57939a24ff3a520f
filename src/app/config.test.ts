import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';

describe('the environment', () => {
  test('DOC-1: nothing needs to be set for a demonstration', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ port: 3000, demo: true, jobs: true, publicUrl: 'http://localhost:3000' });
    expect(config.databaseUrl).toBeUndefined();
  });

  test('every value that does not fit is named, all at once', () => {
    expect(() =>
      readConfig({ PORT: '70000', DATABASE_URL: 'mysql://x', SPORTELLO_SECRET: 'short', LOG_LEVEL: 'loud' }),
    ).toThrow(/PORT[\s\S]*DATABASE_URL[\s\S]*SPORTELLO_SECRET[\s\S]*LOG_LEVEL/);
  });

  test('DOC-2: outside a demonstration mail needs a server', () => {
    expect(() => readConfig({ SPORTELLO_DEMO: 'off' })).toThrow(/SMTP_URL/);
    expect(readConfig({ SPORTELLO_DEMO: 'off', SMTP_URL: 'smtp://mail.example' }).demo).toBe(false);
  });

  test('a switch takes on, true and 1, and nothing else', () => {
    expect(readConfig({ SPORTELLO_JOBS: '0' }).jobs).toBe(false);
    expect(readConfig({ SPORTELLO_JOBS: 'true' }).jobs).toBe(true);
    expect(() => readConfig({ SPORTELLO_JOBS: 'yes' })).toThrow(/SPORTELLO_JOBS/);
  });

  test('DOC-2: balancers are trusted by address or network, on the same machine without a word', () => {
    expect(readConfig({}).trustedProxies).toBe('loopback');
    expect(readConfig({ TRUSTED_PROXIES: '10.0.0.0/8,fd00::1' }).trustedProxies).toBe('10.0.0.0/8,fd00::1');
    expect(() => readConfig({ TRUSTED_PROXIES: 'everybody else' })).toThrow(/TRUSTED_PROXIES/);
  });

  test('the public address is kept without its last slash', () => {
    expect(readConfig({ PUBLIC_URL: 'https://sportello.example/' }).publicUrl).toBe(
      'https://sportello.example',
    );
  });
});
