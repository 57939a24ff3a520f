// Comfort for every page; nothing depends on it.

const problems = document.getElementById('problems');
problems?.focus();
