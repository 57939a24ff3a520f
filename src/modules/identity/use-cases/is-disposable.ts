import mailchecker from 'mailchecker';

/** Whether an address comes from a service of throw-away mailboxes, subdomains included. */
export function isDisposable(email: string): boolean {
  const labels = email
    .slice(email.lastIndexOf('@') + 1)
    .toLowerCase()
    .split('.');
  const listed = mailchecker.blacklist();
  return labels.some((_, index) => index < labels.length - 1 && listed.has(labels.slice(index).join('.')));
}
