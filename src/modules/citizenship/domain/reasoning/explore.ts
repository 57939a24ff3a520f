import type { Route } from '../facts/shape.ts';
import type { Tree } from '../facts/tree.ts';
import type { RouteResult } from '../routes/result.ts';
import { runRoute } from '../routes/run-route.ts';
import { type Assumptions, Fork, nothingAssumed } from './unknown.ts';
import type { Settings } from './world.ts';
import { World } from './world.ts';

/** One way the unknown facts can turn out, and what it leads to. */
export interface Leaf {
  readonly world: World;
  readonly result: RouteResult;
}

export interface Exploration {
  readonly leaves: readonly Leaf[];
  /** Every way was followed to its end. */
  readonly complete: boolean;
}

/** Enough ways to see that the answer depends on a fact, and to choose the best question. */
const enoughWhenDivided = 96;
const mostRuns = 3000;

/** Follows every way the unknown facts can turn out, asking nothing that the reasoning does not come to need. */
export function explore(tree: Tree, route: Route, settings: Settings): Exploration {
  const leaves: Leaf[] = [];
  const open: Assumptions[] = [nothingAssumed];
  let runs = 0;
  let divided = false;
  for (let assumed = open.pop(); assumed !== undefined; assumed = open.pop()) {
    if (++runs > mostRuns || (divided && leaves.length >= enoughWhenDivided))
      return { leaves, complete: false };
    const world = new World(tree, assumed, settings);
    try {
      const result = runRoute(world, route);
      leaves.push({ world, result });
      divided ||= result.finding.truth !== leaves[0]?.result.finding.truth;
    } catch (thrown) {
      if (!(thrown instanceof Fork)) throw thrown;
      open.push(...thrown.alternatives.toReversed());
    }
  }
  return { leaves, complete: true };
}
