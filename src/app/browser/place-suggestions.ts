// Suggestions for a place while somebody types, after the country chosen beside it. Without it the field is a plain one.

class PlaceSuggestions extends HTMLElement {
  #timer: number | undefined;

  connectedCallback(): void {
    const place = this.querySelector<HTMLInputElement>('input[name="place"]');
    const country = this.querySelector<HTMLSelectElement>('select[name="country"]');
    const list = place?.list;
    if (!place || !country || !list) return;
    place.addEventListener('input', () => {
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#suggest(country.value, place.value, list), 150);
    });
    country.addEventListener('change', () => list.replaceChildren());
  }

  async #suggest(country: string, text: string, list: HTMLElement): Promise<void> {
    if (country === '' || text.trim().length < 2) return;
    const parameters = new URLSearchParams({ country, text, language: document.documentElement.lang });
    const answer = await fetch(`/api/v1/places?${parameters}`).catch(() => undefined);
    if (!answer?.ok) return;
    const { items } = (await answer.json()) as { items: { name: string; within?: string }[] };
    list.replaceChildren(
      ...items.map(({ name, within }) => {
        const option = document.createElement('option');
        option.value = within ? `${name} (${within})` : name;
        return option;
      }),
    );
  }
}

customElements.define('place-suggestions', PlaceSuggestions);
