import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributes, escapeHtml, html } from './html.ts';

/** What a browser would read back. */
function read(escaped: string): string {
  return escaped
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

const signs = fc.string({
  unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', 'à', ' ', '=', '/', '&lt;', '<script>'),
});

describe('writing HTML', () => {
  test('nothing that a person typed opens a tag or leaves an attribute', () => {
    fc.assert(
      fc.property(fc.oneof(signs, fc.string()), (typed) => {
        const { text } = html`<p title="${typed}">${typed}</p>`;
        const [, title, content] = /^<p title="([^"]*)">([^<>]*)<\/p>$/s.exec(text) ?? [];
        expect(read(title ?? 'lost')).toBe(typed);
        expect(read(content ?? 'lost')).toBe(typed);
      }),
    );
  });

  test('nested pieces and lists are escaped once', () => {
    const rows = ['a & b', '<i>'].map((each) => html`<li>${each}</li>`);
    expect(html`<ul>${rows}</ul>`.text).toBe('<ul><li>a &amp; b</li><li>&lt;i&gt;</li></ul>');
  });

  test('nothing, false and null leave no trace; zero does', () => {
    expect(html`${undefined}${null}${false}${''}${0}`.text).toBe('0');
  });

  test('an attribute that is false or missing vanishes, one that is true stands alone', () => {
    expect(attributes({ id: 'a"b', required: true, hidden: false, title: undefined, min: 0 }).text).toBe(
      ' id="a&quot;b" required min="0"',
    );
  });

  test('escaping tells different texts apart', () => {
    fc.assert(
      fc.property(signs, signs, (one, other) => {
        expect(escapeHtml(one) === escapeHtml(other)).toBe(one === other);
      }),
    );
  });
});
