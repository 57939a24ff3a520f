import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';

export interface TestFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
  /** The field that takes it, where the form has several. */
  readonly field?: string;
}

interface SendOptions {
  readonly files?: readonly TestFile[];
  /** How the address of the pressed button ends. */
  readonly button?: string;
}

/** A browser without JavaScript: keeps cookies, follows redirects, fills in and sends the forms of the page it is on. */
export interface TestBrowser {
  readonly cookies: Map<string, string>;
  readonly page: LightMyRequestResponse;
  readonly path: string;
  /** What the page says, without its tags. */
  readonly text: string;
  open(path: string, headers?: Record<string, string>): Promise<TestBrowser>;
  /**
   * Sends the form whose action ends so, with what is typed besides what the form holds: with files where it takes
   * them, and by a button that leads elsewhere where one is named.
   */
  send(action: string, typed?: Record<string, string>, more?: SendOptions): Promise<TestBrowser>;
}

const named: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const plain = (text: string) => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (sign) => named[sign] ?? sign);

export function openBrowser(app: FastifyInstance, { locale = 'it' }: { locale?: string } = {}): TestBrowser {
  const cookies = new Map<string, string>();
  let page: LightMyRequestResponse | undefined;
  let path = `/${locale}`;

  async function request(options: InjectOptions & { url: string }): Promise<void> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    page = await app.inject({
      ...options,
      headers: { ...options.headers, ...(cookie === '' ? {} : { cookie }) },
    });
    path = options.url;
    for (const { name, value, maxAge, expires } of page.cookies) {
      if (maxAge === 0 || (expires !== undefined && expires.getTime() <= 0)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const onward = page.headers.location;
    if (onward !== undefined && page.statusCode < 400) await request({ method: 'GET', url: onward });
  }

  const browser: TestBrowser = {
    cookies,
    get page() {
      if (page === undefined) throw new Error('No page is open');
      return page;
    },
    get path() {
      return path;
    },
    get text() {
      const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(browser.page.body)?.[1] ?? browser.page.body;
      return plain(main.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).trim();
    },
    async open(to, headers = {}) {
      await request({
        method: 'GET',
        url: to.startsWith(`/${locale}`) || to.startsWith('/api') ? to : `/${locale}${to}`,
        headers,
      });
      return browser;
    },
    async send(action, typed = {}, { files = [], button } = {}) {
      const forms = [...browser.page.body.matchAll(/<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)];
      const form = forms.find(([, to]) => plain(to ?? '').endsWith(action));
      const address = plain(form?.[1] ?? '');
      if (form === undefined)
        throw new Error(`No form to ${action} on ${path}: ${browser.text.slice(0, 300)}`);
      const fields = new URLSearchParams({ ...fieldsOf(form[2] ?? ''), ...typed });
      const post = /method="post"/.test(form[0]);
      const pressed = [...form[0].matchAll(/ formaction="([^"]*)"/g)].find(([, to]) =>
        plain(to ?? '').endsWith(button ?? ' '),
      );
      if (button !== undefined && pressed === undefined) throw new Error(`No button to ${button} on ${path}`);
      if (/enctype="multipart\/form-data"/.test(form[0])) {
        await request({
          method: 'POST',
          url: plain(pressed?.[1] ?? '') || address,
          ...multipart(fields, files),
        });
        return browser;
      }
      await request(
        post
          ? {
              method: 'POST',
              url: address,
              payload: fields.toString(),
              headers: { 'content-type': 'application/x-www-form-urlencoded' },
            }
          : { method: 'GET', url: `${address}?${fields}` },
      );
      return browser;
    },
  };
  return browser;
}

/** A form with files, as browsers send it. */
function multipart(
  fields: URLSearchParams,
  files: readonly TestFile[],
): { payload: Buffer; headers: Record<string, string> } {
  const boundary = `----test${crypto.randomUUID()}`;
  const part = (head: string, content: Uint8Array | string) => [
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ];
  const payload = Buffer.concat([
    ...[...fields]
      .filter(([name]) => !/^files(_|$)/.test(name))
      .flatMap(([name, value]) => part(`name="${name}"`, value)),
    ...files.flatMap(({ name, type, content, field = 'files' }) =>
      part(`name="${field}"; filename="${name}"\r\ncontent-type: ${type}`, content),
    ),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}

/** What a form holds before anybody types. */
function fieldsOf(form: string): Record<string, string> {
  const fields: Record<string, string> = {};
  const attribute = (tag: string, name: string) =>
    plain(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    if (/type="(radio|checkbox)"/.test(tag) && !/ checked/.test(tag)) continue;
    fields[attribute(tag, 'name')] = attribute(tag, 'value');
  }
  for (const [, tag = '', options = ''] of form.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
    const chosen =
      /<option[^>]* selected[^>]*>/.exec(options)?.[0] ?? /<option[^>]*>/.exec(options)?.[0] ?? '';
    fields[attribute(tag, 'name')] = attribute(chosen, 'value');
  }
  for (const [, tag = '', text = ''] of form.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    fields[attribute(tag, 'name')] = plain(text);
  }
  return fields;
}
