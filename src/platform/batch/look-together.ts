/**
 * Looks once for all who ask the same at the same time. Who asks while a look is under way shares the one after it:
 * nobody is told what was true before the question.
 */
export function lookTogether<Question, Answer>(
  look: (question: Question) => Promise<Answer>,
  nameOf: (question: Question) => string,
): (question: Question) => Promise<Answer> {
  const under = new Map<string, { readonly now: Promise<Answer>; next: Promise<Answer> | undefined }>();

  function start(name: string, question: Question): Promise<Answer> {
    const now = look(question);
    const turn = { now, next: undefined };
    under.set(name, turn);
    const end = () => {
      if (under.get(name) === turn && turn.next === undefined) under.delete(name);
    };
    now.then(end, end);
    return now;
  }

  return (question) => {
    const name = nameOf(question);
    const turn = under.get(name);
    if (turn === undefined) return start(name, question);
    const again = () => start(name, question);
    turn.next ??= turn.now.then(again, again);
    return turn.next;
  };
}
