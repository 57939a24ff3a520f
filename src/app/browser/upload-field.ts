// Sends a file as soon as it is chosen, with its progress, and shows at once whether it was taken. Without this module
// the button beside the field does the same.

class UploadField extends HTMLElement {
  connectedCallback(): void {
    this.classList.add('is-live');
    this.addEventListener('change', (event) => {
      if ((event.target as HTMLInputElement).type === 'file') this.#send();
    });
  }

  #send(): void {
    const form = this.closest('form');
    if (!form) return;
    const fields = new FormData(form);
    fields.append('add_files', 'yes');
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.responseType = 'document';
    request.upload.onprogress = ({ loaded, total }) => {
      this.#say(`${this.getAttribute('sending')} ${Math.round((loaded / total) * 100)} %`);
    };
    request.onerror = () => this.#say(this.getAttribute('failed') ?? '');
    request.onload = () => {
      const fresh = request.responseXML?.getElementById(this.querySelector('.field')?.id ?? '');
      if (!fresh) return this.#say(this.getAttribute('failed') ?? '');
      this.replaceChildren(document.importNode(fresh, true));
      this.querySelector<HTMLInputElement>('input[type=file]')?.focus();
      const problem = this.querySelector('.field-problem') ?? this.querySelector('.upload-count');
      // What is on the page already is said, not shown twice.
      this.#say(problem?.textContent ?? '', { shown: false });
    };
    request.send(fields);
  }

  #say(text: string, { shown = true } = {}): void {
    const status = this.querySelector('.upload-status');
    if (!status) return;
    status.classList.toggle('visually-hidden', !shown);
    status.textContent = text;
  }
}

customElements.define('upload-field', UploadField);
