import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { opening } from './principal.ts';

describe('who a transaction runs as', () => {
  test('an office or account with an impossible character is refused before it becomes SQL', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/^[a-z0-9-]*$/i.test(text)),
        (id) => {
          expect(() => opening({ kind: 'citizen', accountId: id })).toThrow();
          expect(() => opening({ kind: 'office', officeId: id })).toThrow();
          expect(() => opening({ kind: 'official', officialId: 'a', officeIds: ['london', id] })).toThrow();
        },
      ),
    );
  });

  test('an official acts for the own offices only', () => {
    expect(opening({ kind: 'official', officialId: 'a', officeIds: ['london', 'manchester'] })).toContain(
      "set_config('app.offices', 'london,manchester', true)",
    );
    expect(opening({ kind: 'visitor' })).toContain("set_config('app.offices', '', true)");
  });
});
