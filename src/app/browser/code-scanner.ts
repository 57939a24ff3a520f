// A camera for the codes of printed confirmations. Without it the field below takes a typed code or a name; hand
// scanners that type by themselves fill in that field too.
import { frameLoop, QRCanvas, rearCamera } from 'qr/dom.js';

class CodeScanner extends HTMLElement {
  #stop: (() => void) | undefined;

  connectedCallback(): void {
    // Browsers lend the camera only to pages of a safe origin.
    if (navigator.mediaDevices?.getUserMedia === undefined) return;
    this.#offer();
  }

  disconnectedCallback(): void {
    this.#stop?.();
  }

  #word(name: string): string {
    return this.getAttribute(name) ?? '';
  }

  #offer(): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-primary';
    button.textContent = this.#word('scan');
    button.addEventListener('click', () => void this.#scan());
    this.replaceChildren(button);
  }

  async #scan(): Promise<void> {
    const video = document.createElement('video');
    video.setAttribute('playsinline', '');
    video.muted = true;
    video.setAttribute('aria-label', this.#word('camera'));
    const stop = document.createElement('button');
    stop.type = 'button';
    stop.className = 'btn btn-outline-primary';
    stop.textContent = this.#word('stop');
    stop.addEventListener('click', () => this.#end());
    this.replaceChildren(video, stop);
    try {
      const camera = await rearCamera(video);
      const reader = new QRCanvas({}, { cropToSquare: true });
      const endFrames = frameLoop(async () => {
        const text = await camera.readFrame(reader, true);
        if (typeof text === 'string' && text !== '') this.#found(text);
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

  #found(text: string): void {
    this.#end();
    navigator.vibrate?.(80);
    const field = document.querySelector<HTMLInputElement>('input[name=code]');
    if (field === null) return;
    field.value = text;
    field.form?.submit();
  }

  #end(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#offer();
  }
}

customElements.define('code-scanner', CodeScanner);
