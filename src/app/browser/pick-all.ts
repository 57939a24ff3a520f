// A box above a list that ticks all of it. Without it each line is ticked by itself.

const lists = document.querySelectorAll<HTMLFormElement>('form.batch');
for (const list of lists) {
  const head = list.querySelector<HTMLElement>('thead th');
  const boxes = () => [...list.querySelectorAll<HTMLInputElement>('input[name="ids"]')];
  if (!head || boxes().length === 0) continue;
  const label = document.createElement('label');
  label.className = 'pick-label';
  const all = document.createElement('input');
  all.type = 'checkbox';
  const name = document.createElement('span');
  name.className = 'visually-hidden';
  name.textContent = head.textContent;
  label.append(all, name);
  head.replaceChildren(label);
  all.addEventListener('change', () => {
    for (const box of boxes()) box.checked = all.checked;
  });
}
