// Passkeys: asks the server for a question, lets the device answer it, and sends the form with the answer. Without this
// the page says what else works.
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';

class PasskeyForm extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector<HTMLButtonElement>('.passkey-button');
    if (!button || !browserSupportsWebAuthn()) return;
    this.querySelector('.passkey-without')?.remove();
    button.hidden = false;
    button.addEventListener('click', (event) => {
      event.preventDefault();
      void this.#run(button);
    });
  }

  async #run(button: HTMLButtonElement): Promise<void> {
    const { form } = button;
    const field = form?.querySelector<HTMLInputElement>('input[name=passkey]');
    if (!form || !field) return;
    button.disabled = true;
    this.#say('working');
    try {
      field.value = JSON.stringify(await this.#answer());
      form.submit();
    } catch {
      this.#say('failed');
      button.disabled = false;
      button.focus();
    }
  }

  async #answer(): Promise<unknown> {
    const asked = await fetch(this.getAttribute('ask') ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    if (!asked.ok) throw new Error(`No question: ${asked.status}`);
    const { options } = await asked.json();
    return this.getAttribute('ceremony') === 'new'
      ? startRegistration({ optionsJSON: options })
      : startAuthentication({ optionsJSON: options });
  }

  #say(what: 'working' | 'failed'): void {
    const line = this.querySelector<HTMLElement>('.passkey-says');
    if (line) line.textContent = line.dataset[what] ?? '';
  }
}

customElements.define('passkey-form', PasskeyForm);
