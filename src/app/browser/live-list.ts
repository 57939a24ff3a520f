// A list that keeps itself up to date while it is open. What a person is about to press never moves: while the focus
// is inside the list, the update waits.

class LiveList extends HTMLElement {
  #changes: EventSource | undefined;
  #pending: number | undefined;

  connectedCallback(): void {
    const topics = this.getAttribute('topics');
    if (!topics || !('EventSource' in window)) return;
    this.#changes = new EventSource(`/events/changes?topics=${encodeURIComponent(topics)}`);
    this.#changes.addEventListener('change', () => this.#plan());
  }

  disconnectedCallback(): void {
    this.#changes?.close();
    window.clearTimeout(this.#pending);
  }

  #plan(): void {
    window.clearTimeout(this.#pending);
    this.#pending = window.setTimeout(() => void this.#update(), 500);
  }

  async #update(): Promise<void> {
    if (this.contains(document.activeElement) || this.querySelector('details[open]')) return this.#plan();
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined);
    // The reader may not see it any more: the page says why, and shows nothing else.
    if (answer?.status === 403) return location.reload();
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById('live');
    if (fresh) document.getElementById('live')?.replaceWith(document.importNode(fresh, true));
  }
}

customElements.define('live-list', LiveList);
