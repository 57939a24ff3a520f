// SPID: goes on to the identity provider by itself, and lets the list of providers be walked with the arrow keys and
// closed with Escape. Without this a button does the one, and the browser's own disclosure the other.

class SpidOnward extends HTMLElement {
  connectedCallback(): void {
    // Who comes back with the browser's button does not want to be sent away again.
    const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    if (visit?.type === 'back_forward') return;
    this.querySelector('form')?.submit();
    this.querySelector('a')?.click();
  }
}

customElements.define('spid-onward', SpidOnward);

for (const button of document.querySelectorAll<HTMLDetailsElement>('details.spid-button')) {
  button.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && button.open) {
      button.open = false;
      button.querySelector('summary')?.focus();
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || !button.open) return;
    const entries = [...button.querySelectorAll<HTMLElement>('button, a')];
    const place = entries.indexOf(document.activeElement as HTMLElement);
    entries[(place + step + entries.length) % entries.length]?.focus();
    event.preventDefault();
  });
}
