// Keys of the clerk's workbench that lead to a place of the page; what is pressed has its key in the page itself. They work
// with Alt, as the browser's own do, so that nothing is triggered while somebody types or dictates.

const places: Readonly<Record<string, string>> = { d: 'documents', g: 'checks', t: 'f-text' };

document.addEventListener('keydown', (event) => {
  if (!event.altKey || event.ctrlKey || event.metaKey) return;
  // On a Mac Alt writes other letters: the key itself counts.
  const key = event.code.startsWith('Key') ? event.code.slice(3).toLowerCase() : '';
  const place = places[key] === undefined ? null : document.getElementById(places[key]);
  if (!place) return;
  event.preventDefault();
  place.focus();
  place.scrollIntoView({ block: 'start' });
});
