// The total of the chosen fees while they are typed. Without it a button works it out.

class FeeTotal extends HTMLElement {
  connectedCallback(): void {
    this.querySelector<HTMLButtonElement>('button[name=sum]')?.remove();
    this.addEventListener('input', () => this.#update());
    this.#update();
  }

  #update(): void {
    const output = this.querySelector('output');
    if (!output) return;
    let cents = 0;
    for (const field of this.querySelectorAll<HTMLInputElement>('input[data-unit]')) {
      const quantity = /^\d{1,2}$/.test(field.value.trim()) ? Number(field.value) : 0;
      cents += quantity * Number(field.dataset['unit']);
    }
    const language = this.getAttribute('locale') === 'en' ? 'en-GB' : 'it-IT';
    const total = new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' }).format(cents / 100);
    if (output.textContent !== total) output.textContent = total;
  }
}

customElements.define('fee-total', FeeTotal);
