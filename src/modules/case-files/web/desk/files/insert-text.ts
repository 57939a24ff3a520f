import type { Typed } from '#platform/web/form/read-form.ts';
import { noteField, placesOf, reasonsIn, type Workbench } from './workbench.ts';

/**
 * The form with a ready text in it, in the language of the person and behind what is typed already: a saved reply, a known
 * reason at its place, the problem of a check at the place that it is about, the reasons of a rejection.
 */
export function inserted(typed: Typed, { view, replies }: Workbench): Typed {
  const { locale } = view.file;
  const { form } = view.procedure;
  const [kind = '', id = '', field = ''] = (typed['insert'] ?? '').split(':');
  const behind = (name: string, text: string | undefined): Typed => {
    const before = (typed[name] ?? '').trim();
    if (text === undefined || before.includes(text)) return typed;
    return { ...typed, [name]: [before, text].filter((part) => part !== '').join('\n\n') };
  };
  if (kind === 'reason') {
    const isField = placesOf(view).some((target) => noteField(target) === field);
    return isField
      ? behind(field, form.reasonsToCorrect.find((each) => each.id === id)?.text[locale])
      : typed;
  }
  if (kind === 'check') {
    const check = form.checks.find((each) => each.id === id);
    const about = check?.about[0];
    const place =
      about &&
      placesOf(view).find(
        ({ kind: at, path }) =>
          at === about.kind && (path === about.path || path.startsWith(`${about.path}/`)),
      );
    return place === undefined
      ? behind('text', check?.problem[locale])
      : behind(noteField(place), check?.problem[locale]);
  }
  if (kind === 'reject') {
    const chosen = reasonsIn(typed);
    const texts = form.reasonsToReject
      .filter((each) => chosen.includes(each.id))
      .map(({ text }) => text[locale]);
    return behind('text', texts.length === 0 ? undefined : texts.join('\n'));
  }
  return behind('text', replies.find((each) => each.id === typed['saved'])?.text[locale]);
}
