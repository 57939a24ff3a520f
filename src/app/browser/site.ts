// Comfort for every page; nothing depends on it.

const problems = document.getElementById('problems');
problems?.focus();

// Papers say the reader's own time too, where it differs from the office's.
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-own-zone]')) {
  if (!ownZone || ownZone === link.dataset['ownZone']) continue;
  const address = new URL(link.href);
  address.searchParams.set('zone', ownZone);
  link.href = address.href;
}
