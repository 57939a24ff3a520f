// The month of appointments: arrow keys between days, the reader's own time beside the office's, and places that
// come and go while the page is open. Without it the page is complete.

class MonthGrid extends HTMLElement {
  #changes: EventSource | undefined;
  #pending: number | undefined;

  connectedCallback(): void {
    this.addEventListener('keydown', (event) => this.#onKey(event));
    this.#showOwnTime();
    const topics = this.getAttribute('topics');
    if (topics && 'EventSource' in window) {
      this.#changes = new EventSource(`/events/changes?topics=${encodeURIComponent(topics)}`);
      this.#changes.addEventListener('change', () => this.#planUpdate());
    }
  }

  disconnectedCallback(): void {
    this.#changes?.close();
    window.clearTimeout(this.#pending);
  }

  /** Arrows go through the days that can be chosen. */
  #onKey(event: KeyboardEvent): void {
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
    const cell = (event.target as Element | null)?.closest('td');
    if (!cell) return;
    const cells = [...this.querySelectorAll<HTMLTableCellElement>('table.month td')];
    const links = cells.map((each) => each.querySelector<HTMLAnchorElement>('a'));
    const at = cells.indexOf(cell);
    let next: HTMLAnchorElement | null | undefined;
    if (event.key === 'Home') next = links.find((link) => link !== null);
    else if (event.key === 'End') next = links.findLast((link) => link !== null);
    else {
      const step = steps[event.key];
      if (step === undefined) return;
      for (let index = at + step; index >= 0 && index < links.length && !next; index += step)
        next = links[index];
    }
    event.preventDefault();
    next?.focus();
  }

  /** The reader's own time beside each hour, where the zones differ. */
  #showOwnTime(): void {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!own || own === this.getAttribute('zone')) return;
    const zone = this.getAttribute('zone') ?? own;
    const inWords = (date: Date, timeZone: string, options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(document.documentElement.lang, { ...options, timeZone }).format(date);
    const hour = { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' } as const;
    for (const time of this.querySelectorAll<HTMLTimeElement>('.hours time')) {
      const date = new Date(time.dateTime);
      // At the other end of the world it is another day, too.
      const sameDay = inWords(date, own, { day: 'numeric' }) === inWords(date, zone, { day: 'numeric' });
      const there = inWords(date, own, sameDay ? hour : { ...hour, weekday: 'short' });
      if (there === inWords(date, zone, hour)) continue;
      const note = document.createElement('span');
      note.className = 'own-time';
      note.textContent = `${there} ${this.getAttribute('your-time')}`;
      time.after(note);
    }
  }

  /** Many changes at once are one update, and never while a finger is down. */
  #planUpdate(): void {
    window.clearTimeout(this.#pending);
    this.#pending = window.setTimeout(() => void this.#update(), 400 + Math.random() * 1200);
  }

  async #update(): Promise<void> {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById('places');
    const old = document.getElementById('places');
    if (!fresh || !old || fresh.innerHTML === old.dataset['shown']) return;
    const focused = (document.activeElement as HTMLAnchorElement | null)?.getAttribute('href');
    const shown = fresh.innerHTML;
    old.replaceChildren(...fresh.childNodes);
    old.dataset['shown'] = shown;
    this.#showOwnTime();
    if (focused)
      this.querySelector<HTMLAnchorElement>(`a[href="${CSS.escape(focused)}"]`)?.focus({
        preventScroll: true,
      });
    const status = this.querySelector<HTMLElement>('[role="status"]');
    if (status) status.textContent = status.dataset['updated'] ?? '';
  }
}

customElements.define('month-grid', MonthGrid);
