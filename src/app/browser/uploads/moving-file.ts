/** What is said meanwhile; {…} is filled in. */
export interface Words {
  readonly sending: string;
  readonly begun: string;
  readonly checking: string;
  readonly paused: string;
  readonly waiting: string;
  readonly pause: string;
  readonly goOn: string;
  readonly cancel: string;
  readonly failed: string;
  readonly afterwards: string;
}

const pieceBytes = 1024 * 1024;
const longestWait = 30;
const address = '/api/v1/transfers';

/** The server does not take the file, and says why. */
export class Refused extends Error {}
/** The line or the server failed; it is worth another try. */
class Cut extends Error {}

/** What one piece came to: how much is there now, or that the line, the server or the person stopped it. */
function sendPiece(
  id: string,
  offset: number,
  piece: Blob,
  { onProgress, signal }: { onProgress: (bytes: number) => void; signal: AbortSignal },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PATCH', `${address}/${id}`);
    request.setRequestHeader('Content-Type', 'application/offset+octet-stream');
    request.setRequestHeader('Upload-Offset', String(offset));
    request.timeout = 120_000;
    request.upload.onprogress = ({ loaded }) => onProgress(offset + loaded);
    request.onload = () =>
      request.status === 204
        ? resolve(Number(request.getResponseHeader('Upload-Offset')))
        : reject(new Cut(String(request.status)));
    request.onerror = request.ontimeout = request.onabort = () => reject(new Cut());
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(piece);
  });
}

/** One file on its way, with its line on the page. */
export class MovingFile {
  readonly #file: File;
  readonly #words: Words;
  readonly #line = document.createElement('li');
  readonly #bar = document.createElement('progress');
  readonly #text = document.createElement('span');
  readonly #pause = document.createElement('button');
  readonly #memory: string;
  #offset = 0;
  #stop = new AbortController();
  #wake: () => void = () => {};
  #paused = false;
  #cancelled = false;
  id: string | undefined;

  constructor(file: File, field: string, words: Words) {
    this.#file = file;
    this.#words = words;
    this.#memory = `upload:${field}:${file.name}:${file.size}:${file.lastModified}`;
    this.#bar.max = file.size;
    this.#bar.setAttribute('aria-label', words.begun.replace('{name}', file.name));
    this.#pause.type = 'button';
    this.#pause.className = 'btn btn-sm btn-link';
    this.#pause.addEventListener('click', () => this.#toggle());
    const cancel = document.createElement('button');
    cancel.type = 'button';
    cancel.className = 'btn btn-sm btn-link';
    cancel.textContent = words.cancel;
    cancel.setAttribute('aria-label', `${words.cancel}: ${file.name}`);
    cancel.addEventListener('click', () => this.#cancel());
    this.#line.append(this.#text, this.#bar, this.#pause, cancel);
    this.#show(words.sending);
  }

  get line(): HTMLElement {
    return this.#line;
  }

  /** Resolves with the id of the transfer when all of it is there; with nothing when it was cancelled. */
  async send(): Promise<string | undefined> {
    for (let failures = 0; !this.#cancelled; ) {
      try {
        await this.#begin();
        while (this.#offset < this.#file.size && !this.#cancelled) {
          if (this.#paused) await this.#rest();
          else await this.#piece();
          failures = 0;
        }
        if (this.#cancelled) return undefined;
        this.#show(this.#words.checking);
        this.#done();
        sessionStorage.removeItem(this.#memory);
        return this.id;
      } catch (error) {
        if (error instanceof Refused) throw error;
        if (this.#cancelled || this.#paused) continue;
        failures += 1;
        await this.#waitFor(Math.min(2 ** (failures - 1), longestWait));
      }
    }
    return undefined;
  }

  /** Asks where to go on, or for a place to begin; after a reload of the page the same file goes on where it was. */
  async #begin(): Promise<void> {
    const known = this.id ?? sessionStorage.getItem(this.#memory);
    if (known !== null) {
      const answer = await this.#ask(`${address}/${known}`, { cache: 'no-store' });
      if (answer.ok) {
        this.id = known;
        this.#offset = ((await answer.json()) as { received: number }).received;
        return;
      }
      if (answer.status !== 404) throw new Cut();
    }
    const answer = await this.#ask(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
      body: JSON.stringify({
        name: this.#file.name.slice(-300) || '-',
        media_type: this.#file.type,
        bytes: this.#file.size,
      }),
    });
    const said = (await answer.json()) as { transfer_id?: string; detail?: string };
    if (said.transfer_id === undefined) {
      if (answer.status >= 500 || answer.status === 429) throw new Cut();
      throw new Refused(`${this.#file.name}: ${said.detail ?? this.#words.failed}`);
    }
    this.id = said.transfer_id;
    this.#offset = 0;
    sessionStorage.setItem(this.#memory, said.transfer_id);
  }

  async #ask(path: string, request: RequestInit): Promise<Response> {
    try {
      return await fetch(path, request);
    } catch {
      throw new Cut();
    }
  }

  async #piece(): Promise<void> {
    this.#stop = new AbortController();
    const piece = this.#file.slice(this.#offset, this.#offset + pieceBytes);
    this.#offset = await sendPiece(this.id ?? '', this.#offset, piece, {
      onProgress: (bytes) => this.#show(this.#words.sending, bytes),
      signal: this.#stop.signal,
    });
    this.#show(this.#words.sending);
  }

  #rest(): Promise<void> {
    this.#show(this.#words.paused);
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  /** Waits so many seconds, or until the browser is online again. */
  async #waitFor(seconds: number): Promise<void> {
    this.#show(this.#words.waiting.replace('{seconds}', String(seconds)));
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      setTimeout(resolve, seconds * 1000);
      addEventListener('online', () => resolve(), { once: true });
    });
    this.#show(this.#words.sending);
  }

  #toggle(): void {
    this.#paused = !this.#paused;
    this.#show(this.#paused ? this.#words.paused : this.#words.sending);
    this.#stop.abort();
    this.#wake();
  }

  #cancel(): void {
    this.#cancelled = true;
    this.#stop.abort();
    this.#wake();
    sessionStorage.removeItem(this.#memory);
    if (this.id !== undefined) void this.#ask(`${address}/${this.id}`, { method: 'DELETE' }).catch(() => {});
    this.#line.remove();
  }

  #done(): void {
    for (const button of this.#line.querySelectorAll('button')) button.remove();
  }

  #show(words: string, bytes = this.#offset): void {
    this.#bar.value = Math.min(bytes, this.#file.size);
    const percent = Math.floor((this.#bar.value / this.#file.size) * 100);
    this.#text.textContent = words.replace('{name}', this.#file.name).replace('{percent}', String(percent));
    this.#pause.textContent = this.#paused ? this.#words.goOn : this.#words.pause;
    this.#pause.setAttribute('aria-label', `${this.#pause.textContent}: ${this.#file.name}`);
  }
}
