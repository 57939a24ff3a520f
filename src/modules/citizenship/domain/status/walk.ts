import type { Review } from '../reasoning/finding.ts';
import type { When } from '../reasoning/unknown.ts';
import type { RuleId } from '../rules/rule-book.ts';
import type { Kept, Origin, Period } from './timeline.ts';

/** Walks through a life in the order of its days and notes when the citizenship begins, ends or becomes doubtful. */
export class Walk {
  readonly periods: Period[] = [];
  lostByMarriageOn: When | undefined;

  get current(): Period | undefined {
    const last = this.periods.at(-1);
    return last?.to === undefined ? last : undefined;
  }

  get lostBy(): RuleId | undefined {
    return this.periods.at(-1)?.closedBy;
  }

  open(from: When, origin: Origin, rules: readonly RuleId[], review?: Review): void {
    this.periods.push({
      from,
      origin,
      openedBy: rules,
      ...(review && { review }),
      closing: [],
      kept: [],
    });
  }

  close(on: When, by: RuleId, ...also: RuleId[]): void {
    const { current } = this;
    if (current === undefined) return;
    current.to = on;
    current.closedBy = by;
    current.closing.push(by, ...also);
  }

  /** From this day on it is for an officer to say whether the citizenship went on. */
  doubt(on: When, review: Review, ...because: RuleId[]): void {
    const { current } = this;
    if (current === undefined || current.review !== undefined) return;
    const kept: Kept[] = [...current.kept];
    current.to = on;
    current.closedBy = review.rule;
    this.periods.push({
      from: on,
      origin: current.origin,
      openedBy: [...current.openedBy, ...because],
      review,
      closing: [],
      kept,
    });
  }

  keep(on: When, ...rules: RuleId[]): void {
    this.current?.kept.push({ on, rules });
  }

  /** Something that could have brought the lost citizenship back and did not. */
  stayLost(...rules: RuleId[]): void {
    if (this.current === undefined) this.periods.at(-1)?.closing.push(...rules);
  }
}
