// Hides what only minors need once a date of birth shows an adult. Without it the fields stand there, with their title.

class MinorFields extends HTMLElement {
  connectedCallback(): void {
    const name = this.getAttribute('birth') ?? '';
    const birth = this.closest('form')?.elements.namedItem(name);
    if (!(birth instanceof HTMLInputElement)) return;
    const show = () => {
      const grownUp = new Date();
      grownUp.setFullYear(grownUp.getFullYear() - 18);
      const born = birth.valueAsDate;
      // A field with an error stays in sight, whatever the date says.
      this.hidden = born !== null && born <= grownUp && this.querySelector('.field-in-error') === null;
    };
    birth.addEventListener('change', show);
    show();
  }
}

customElements.define('minor-fields', MinorFields);
