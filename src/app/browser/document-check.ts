// Checks the QR codes of sealed documents on the device itself, also without network: with the lists that it got last.
import { frameLoop, QRCanvas, rearCamera } from 'qr/dom.js';
import { type Checked, checkOffline } from '#platform/qr-credential/check-offline.ts';
import { type KeyList, type RevocationList, readSignedList } from '#platform/qr-credential/lists.ts';
import { highestSeen, type Memory, newestOf, remember } from '#platform/qr-credential/newest-list.ts';

interface Names {
  readonly kinds: Readonly<Record<string, string>>;
  readonly claims: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, string>>;
}

const lists = { keys: '/api/v1/certificate-keys', revocations: '/api/v1/certificate-revocations' };
const kept = 'document-check';

const memory: Memory | undefined = (() => {
  try {
    return globalThis.localStorage;
  } catch {
    // Forbidden here: then only what was kept can be compared.
    return undefined;
  }
})();

/** What was kept from before. */
async function keptBefore(address: string): Promise<Response | undefined> {
  return globalThis.caches?.match(address).catch(() => undefined);
}

async function arriving(address: string): Promise<Response | undefined> {
  const answer = await fetch(address, { credentials: 'omit', cache: 'no-cache' }).catch(() => undefined);
  return answer?.ok === true ? answer : undefined;
}

/** The newest of what arrives and what was kept, which is kept for the next time. */
async function newest<Answer, List extends { readonly number: number }>(
  address: string,
  read: (answer: Answer) => Promise<List | undefined>,
): Promise<List | undefined> {
  const [arrived, before] = await Promise.all([arriving(address), keptBefore(address)]);
  const copy = arrived?.clone();
  const lists = await Promise.all(
    [arrived, before].map(async (answer) => answer && read((await answer.json()) as Answer)),
  );
  const best = newestOf(lists);
  if (copy !== undefined && best !== undefined && best === lists[0]) await keep(address, copy);
  return best;
}

/** Browsers keep nothing for pages of an unsafe origin, or without room. */
async function keep(address: string, answer: Response): Promise<void> {
  try {
    await (await caches.open(kept)).put(address, answer);
  } catch {
    // The check goes on with what has just arrived.
  }
}

interface Lists {
  readonly keys: KeyList | undefined;
  readonly revocations: RevocationList | undefined;
  readonly seen: { readonly keys: number | undefined; readonly revocations: number | undefined };
  /** Whether this device can tell the next time that a list was put back. */
  readonly remembered: boolean;
}

async function currentLists(): Promise<Lists> {
  const keys = await newest<KeyList, KeyList>(lists.keys, async (list) => list);
  const revocations =
    keys &&
    (await newest<{ signed: string }, RevocationList>(lists.revocations, ({ signed }) =>
      readSignedList<RevocationList>(signed, keys.items),
    ));
  const seen = {
    keys: highestSeen(memory, lists.keys),
    revocations: highestSeen(memory, lists.revocations),
  };
  const remembered = [
    remember(memory, lists.keys, keys?.number ?? 0),
    remember(memory, lists.revocations, revocations?.number ?? 0),
  ].every(Boolean);
  return { keys, revocations, seen, remembered };
}

class DocumentCheck extends HTMLElement {
  #stop: (() => void) | undefined;

  connectedCallback(): void {
    if (navigator.mediaDevices?.getUserMedia !== undefined) this.#offer();
    globalThis.addEventListener('hashchange', () => void this.#checkAddress());
    void this.#checkAddress();
    void this.#keep();
  }

  disconnectedCallback(): void {
    this.#stop?.();
  }

  #word(name: string): string {
    return this.getAttribute(name) ?? '';
  }

  #button(name: string, style: string, work: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `btn ${style}`;
    button.textContent = this.#word(name);
    button.addEventListener('click', work);
    return button;
  }

  #offer(): void {
    this.replaceChildren(this.#button('scan', 'btn-primary', () => void this.#scan()));
  }

  async #scan(): Promise<void> {
    const video = document.createElement('video');
    video.setAttribute('playsinline', '');
    video.muted = true;
    video.setAttribute('aria-label', this.#word('camera'));
    this.replaceChildren(
      video,
      this.#button('stop', 'btn-outline-primary', () => this.#end()),
    );
    try {
      const camera = await rearCamera(video);
      const reader = new QRCanvas({}, { cropToSquare: true });
      const endFrames = frameLoop(async () => {
        const text = await camera.readFrame(reader, true);
        if (typeof text === 'string' && text !== '') await this.#found(text);
      });
      this.#stop = () => {
        endFrames();
        camera.stop();
      };
    } catch {
      const notice = document.createElement('p');
      notice.setAttribute('role', 'alert');
      notice.textContent = this.#word('refused');
      this.#offer();
      this.append(notice);
    }
  }

  #end(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#offer();
  }

  async #found(text: string): Promise<void> {
    this.#end();
    navigator.vibrate?.(80);
    await this.#check(text);
  }

  /** Whoever scans with another app arrives with the credential behind the `#`. */
  async #checkAddress(): Promise<void> {
    if (/^#[\w-]{40,}$/.test(location.hash)) await this.#check(`/v${location.hash}`);
  }

  async #check(text: string): Promise<void> {
    const { remembered, ...known } = await currentLists();
    const checked = await checkOffline(text, { ...known, now: Date.now() });
    this.#show(checked, known.revocations?.issued_at, remembered);
  }

  #show({ reason, credential }: Checked, listOf: string | undefined, remembered: boolean): void {
    const answer = document.getElementById('checked');
    const template = document.getElementById(`reason-${reason}`);
    if (answer === null || !(template instanceof HTMLTemplateElement)) return;
    const block = template.content.cloneNode(true) as DocumentFragment;
    const inner = block.querySelector('.verdict');
    if (credential !== undefined && reason !== 'changed') inner?.append(this.#facts(credential));
    if (listOf !== undefined) {
      const note = document.createElement('p');
      const moment = new Intl.DateTimeFormat(this.lang, { dateStyle: 'long', timeStyle: 'short' });
      const day = moment.format(Date.parse(listOf));
      note.textContent = `${this.#word('offline')} ${day}.${remembered ? '' : ` ${this.#word('forgets')}`}`;
      inner?.append(note);
    }
    answer.replaceChildren(block);
    answer.focus();
  }

  #facts(credential: NonNullable<Checked['credential']>): HTMLElement {
    const { kinds, claims, facts } = JSON.parse(this.#word('names')) as Names;
    const day = (number: number) =>
      new Intl.DateTimeFormat(this.lang, { dateStyle: 'full', timeZone: 'UTC' }).format(number * 86_400_000);
    const says = (credential.claims ?? []).map(([code, ...values]) => {
      const name = code === 'resident_in' && values.length > 1 ? 'resident_in_since' : code;
      const country = new Intl.DisplayNames(this.lang, { type: 'region' });
      const shown = code === 'resident_abroad' ? values.map((each) => country.of(each) ?? each) : values;
      return (claims[name] ?? code).replace(/\{(\d)\}/g, (_, index: string) => shown[Number(index)] ?? '');
    });
    const rows = [
      ['subject', kinds[credential.kind] ?? kinds['certificate']],
      ['number', credential.number],
      ['says', says.length > 0 ? says.join('; ') : undefined],
      ['holder', credential.holder],
      ['issuedOn', day(credential.issuedOn)],
      ['validUntil', day(credential.validUntil)],
    ] as const;
    const list = document.createElement('dl');
    list.className = 'summary';
    for (const [name, value] of rows) {
      if (value === undefined) continue;
      const row = document.createElement('div');
      const term = document.createElement('dt');
      term.textContent = facts[name] ?? '';
      const detail = document.createElement('dd');
      detail.textContent = value;
      row.append(term, detail);
      list.append(row);
    }
    return list;
  }

  /** Keeps page, files and lists on the device, so that the next check needs no network. */
  async #keep(): Promise<void> {
    if (navigator.serviceWorker === undefined) return;
    const scope = location.pathname;
    try {
      await navigator.serviceWorker.register(new URL('./check-worker.js', import.meta.url), { scope });
      const store = await caches.open(kept);
      const files = performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => new URL(name).pathname.startsWith('/assets/'));
      const page = await fetch(scope, { credentials: 'omit' });
      if (page.ok) await store.put(scope, page);
      await Promise.all([...new Set(files)].map((name) => store.add(name)));
      await currentLists();
      this.setAttribute('kept', '');
    } catch {
      // Without room or permission the page works with network only.
    }
  }
}

customElements.define('document-check', DocumentCheck);
