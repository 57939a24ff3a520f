import { describe, expect, test } from 'vitest';
import { type CalendarEntry, calendarFile } from './calendar-file.ts';

const entry: CalendarEntry = {
  id: '7f0c2b1e-0000-4000-8000-000000000001',
  startsAt: Temporal.Instant.from('2026-11-30T09:00:00Z'),
  endsAt: Temporal.Instant.from('2026-11-30T09:30:00Z'),
  revision: 3,
  locale: 'it',
  service: 'Passaporto; rilascio, e rinnovo',
  office: {
    name: 'Consolato d’Italia a Manchester, Ufficio Passaporti e Carte d’Identità «Città»',
    address: '1, King Street\nManchester',
    email: 'manchester@sedi.example',
  },
  url: 'https://sportello.example/it/appointments/7f0c2b1e-0000-4000-8000-000000000001',
  attendee: { name: 'Ada "Lina" Ferrighi; 東京', email: 'ada@posta.example' },
  stampedAt: Temporal.Instant.from('2026-11-24T09:00:00Z'),
};

/** The lines of a calendar as RFC 5545 folds and unfolds them: name, parameters, value. */
function read(file: string) {
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
  const lines = file
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean);
  const open: string[] = [];
  const found = new Map<string, string>();
  for (const line of lines) {
    const [, name = '', parameters = '', value = ''] =
      /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/u.exec(line) ?? [];
    expect(name, `no line of a calendar: ${line}`).not.toBe('');
    if (name === 'BEGIN') open.push(value);
    else if (name === 'END') expect(open.pop()).toBe(value);
    else
      found.set(
        `${open.join('/')}/${name}`.replace('VCALENDAR/', ''),
        `${parameters.replace(/^;/, '')}|${value}`,
      );
  }
  expect(open).toEqual([]);
  return (name: string) => found.get(name)?.split('|').at(-1);
}

describe('calendar file', () => {
  test('BK-11: every calendar can read it: folded lines, closed parts, escaped text, hours in UTC', () => {
    const value = read(calendarFile(entry, 'REQUEST'));
    expect(value('VERSION') ?? value('VCALENDAR/VERSION')).toBe('2.0');
    expect(value('VEVENT/DTSTART')).toBe('20261130T090000Z');
    expect(value('VEVENT/DTEND')).toBe('20261130T093000Z');
    expect(value('VEVENT/DTSTAMP')).toBe('20261124T090000Z');
    expect(value('VEVENT/SUMMARY')).toContain('Passaporto\\; rilascio\\, e rinnovo');
    expect(value('VEVENT/LOCATION')).toBe('1\\, King Street\\nManchester');
    expect(value('VEVENT/URL')).toBe(entry.url);
    expect(value('VEVENT/ATTENDEE')?.toLowerCase()).toBe('mailto:ada@posta.example');
    expect(value('VEVENT/VALARM/TRIGGER')).toMatch(/^-P(1D|T24H|T86400S)$/);
  });

  test('BK-11: moved and cancelled entries are the same one, newer, so that calendars replace and remove it', () => {
    const first = read(calendarFile(entry, 'REQUEST'));
    const moved = read(
      calendarFile({ ...entry, revision: 4, startsAt: entry.startsAt.add({ hours: 1 }) }, 'REQUEST'),
    );
    const gone = read(calendarFile({ ...entry, revision: 5 }, 'CANCEL'));
    expect(new Set([first, moved, gone].map((each) => each('VEVENT/UID'))).size).toBe(1);
    expect([first, moved, gone].map((each) => each('VEVENT/SEQUENCE'))).toEqual(['3', '4', '5']);
    expect([first, gone].map((each) => each('VEVENT/STATUS'))).toEqual(['CONFIRMED', 'CANCELLED']);
    expect([first, gone].map((each) => each('METHOD') ?? each('VCALENDAR/METHOD'))).toEqual([
      'REQUEST',
      'CANCEL',
    ]);
    expect(gone('VEVENT/VALARM/TRIGGER')).toBeUndefined();
  });
});
