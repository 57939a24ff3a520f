// Sends files as soon as they are chosen, piece by piece, and goes on where a bad line was cut; shows how far they are
// and at once whether they were taken. Without this module the button beside the field does the same.

import { MovingFile, Refused, type Words } from './uploads/moving-file.ts';

class UploadField extends HTMLElement {
  #words: Words | undefined;
  #moving = 0;
  /** In the order in which they were chosen. */
  #chosen: { id?: string | undefined }[] = [];
  #problems: string[] = [];
  #submitter: HTMLElement | null | undefined;

  connectedCallback(): void {
    this.#words = JSON.parse(this.getAttribute('words') ?? '{}') as Words;
    this.classList.add('is-live');
    this.addEventListener('change', (event) => {
      const input = event.target as HTMLInputElement;
      if (input.type !== 'file' || !this.#words) return;
      const words = this.#words;
      const files = [...(input.files ?? [])];
      input.value = '';
      for (const file of files)
        void this.#send(new MovingFile(file, this.getAttribute('transfer') ?? '', words), words, file);
    });
    this.closest('form')?.addEventListener('submit', (event) => this.#hold(event));
  }

  /** A form that is sent while files are on their way waits for them. */
  #hold(event: SubmitEvent): void {
    if (this.#moving === 0) return;
    event.preventDefault();
    if (!this.contains(event.submitter)) this.#submitter = event.submitter;
    this.#say(this.#words?.afterwards ?? '');
  }

  async #send(moving: MovingFile, words: Words, file: File): Promise<void> {
    const list = this.querySelector<HTMLElement>('.upload-moving');
    list?.removeAttribute('hidden');
    list?.append(moving.line);
    this.#say(words.begun.replace('{name}', file.name), { shown: false });
    this.#moving += 1;
    const place: { id?: string | undefined } = {};
    this.#chosen.push(place);
    try {
      place.id = await moving.send();
    } catch (error) {
      this.#problems.push(error instanceof Refused ? error.message : words.failed);
      moving.line.remove();
    }
    this.#moving -= 1;
    if (this.#moving === 0) this.#take();
  }

  /** The form takes what is there: the page that it answers holds the field as it is now. */
  #take(): void {
    const form = this.closest('form');
    if (!form) return;
    // All of it was cancelled: there is nothing to take.
    const ready = this.#chosen.flatMap(({ id }) => id ?? []);
    if (ready.length === 0 && this.#problems.length === 0) {
      this.#say('');
      return;
    }
    const name = this.getAttribute('transfer') ?? 'transfer';
    const fields = new FormData(form);
    for (const input of form.querySelectorAll<HTMLInputElement>('input[type=file]'))
      fields.delete(input.name);
    for (const id of ready) fields.append(name, id);
    fields.append('add_files', 'yes');
    const failed = () => this.#say(this.#words?.failed ?? '');
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.responseType = 'document';
    request.onerror = failed;
    request.onload = () => {
      const fresh = request.responseXML?.getElementById(this.querySelector('.field')?.id ?? '');
      if (!fresh) return failed();
      this.#chosen = [];
      this.replaceChildren(document.importNode(fresh, true));
      this.#tell();
    };
    request.send(fields);
  }

  #tell(): void {
    const hint = this.querySelector('.field-hint');
    for (const text of this.#problems) {
      const line = document.createElement('p');
      line.className = 'field-problem';
      line.textContent = text;
      hint?.after(line);
    }
    this.#problems = [];
    const problem = this.querySelector('.field-problem');
    // What is on the page already is said, not shown twice.
    this.#say((problem ?? this.querySelector('.upload-count'))?.textContent ?? '', { shown: false });
    const submitter = this.#submitter;
    this.#submitter = undefined;
    if (submitter !== undefined && problem === null) this.closest('form')?.requestSubmit(submitter);
    else this.querySelector<HTMLInputElement>('input[type=file]')?.focus();
  }

  #say(text: string, { shown = true } = {}): void {
    const status = this.querySelector('.upload-status');
    if (!status) return;
    status.classList.toggle('visually-hidden', !shown);
    status.textContent = text;
  }
}

customElements.define('upload-field', UploadField);
