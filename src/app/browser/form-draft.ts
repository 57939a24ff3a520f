// Saves a page of a form while somebody fills it in, and shows questions as soon as an answer asks for them. Without
// this module every "Continue" saves, and shows them then.

class FormDraft extends HTMLElement {
  #timer: number | undefined;
  #changed = false;
  #stopped = false;

  connectedCallback(): void {
    const form = this.closest('form');
    if (!form) return;
    this.#showAsked(form);
    form.addEventListener('input', () => this.#touched(form));
    form.addEventListener('change', () => {
      this.#showAsked(form);
      this.#touched(form);
    });
    // Whoever leaves the page for another one has not lost the last words.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden' && this.#changed) void this.#save(form);
    });
    form.addEventListener('submit', () => {
      this.#stopped = true;
      window.clearTimeout(this.#timer);
    });
  }

  #touched(form: HTMLFormElement): void {
    this.#changed = true;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#save(form), 1500);
  }

  async #save(form: HTMLFormElement): Promise<void> {
    if (this.#stopped || !this.#changed) return;
    this.#changed = false;
    this.#say('saving');
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
    fields.set('_by_itself', 'yes');
    const answer = await fetch(form.action, {
      method: 'POST',
      body: fields,
      keepalive: true,
      headers: { accept: 'application/json' },
    }).catch(() => undefined);
    if (answer?.status === 409) {
      this.#stopped = true;
      this.#say('elsewhere');
      return;
    }
    if (!answer?.ok) {
      this.#changed = true;
      this.#say('failed');
      return;
    }
    const { base } = (await answer.json()) as { base: Record<string, string> };
    const kept = form.querySelector<HTMLInputElement>('input[name="_base"]');
    if (kept) kept.value = JSON.stringify(base);
    this.#say('saved');
  }

  #say(what: 'saving' | 'saved' | 'failed' | 'elsewhere'): void {
    const status = this.querySelector('.draft-status');
    if (status) status.textContent = this.getAttribute(what) ?? '';
  }

  /** Questions stand in the order in which they depend on each other: one that is hidden answers nothing. */
  #showAsked(form: HTMLFormElement): void {
    for (const question of this.querySelectorAll<HTMLElement>('.conditional')) {
      const on = question.dataset['when'] ?? '';
      const control = form.querySelector(`[name="${CSS.escape(on)}"]`);
      const hidden = control?.closest('.conditional')?.hasAttribute('hidden') === true;
      const given = hidden ? null : new FormData(form).get(on);
      const answer = typeof given === 'string' ? given : '';
      question.hidden = answer === '' || !(question.dataset['is'] ?? '').split(' ').includes(answer);
    }
  }
}

customElements.define('form-draft', FormDraft);
