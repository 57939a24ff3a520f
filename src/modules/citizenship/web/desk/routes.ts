import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { typedIn } from '#platform/web/form/read-form.ts';
import { officialsOnly } from '#platform/web/guards.ts';
import { assess } from '../../domain/assess.ts';
import type { Facts } from '../../domain/facts/shape.ts';
import type { Overruling } from '../../domain/reasoning/step.ts';
import { factRefusals } from '../words/fact-refusals.ts';
import { toolWords } from '../words/words.ts';
import { deskPage } from './desk-page.ts';
import { readOverrulings, readSource } from './read-source.ts';

/** The reasoning for officials; what they decide lives in the page until it belongs to a case file. */
export function citizenshipDeskRoutes(deps: Deps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.addHook('preHandler', officialsOnly);

    app.get('/desk/citizenship', async (request, reply) => deskPage(request, reply, { source: '' }));

    app.post('/desk/citizenship', async (request, reply) => {
      const { locale } = request;
      const words = toolWords[locale].desk;
      const typed = typedIn(request.body);
      const source = typed['source'] ?? '';
      const found = await readSource(deps, source, locale);
      if ('problem' in found) return deskPage(request, reply, { source, problem: words[found.problem] });
      const { overrulings, missing } = decide(typed, readOverrulings(typed['overrulings']));
      const outcome = assess(found.facts, { locale, overrulings });
      if (!outcome.ok) {
        const [first] = outcome.refusal.errors;
        const problem = first && words.refused(first.pointer || '/', factRefusals[first.code][locale]);
        return deskPage(request, reply, { source, problem });
      }
      const { route } = (found.facts as Facts).application;
      return deskPage(request, reply, {
        source,
        problem: missing === undefined ? undefined : words.reasonMissing,
        result: { assessment: outcome.value, route, overrulings, missing },
      });
    });
  };
}

/** The decisions after the button that was pressed. */
function decide(
  typed: Readonly<Record<string, string>>,
  before: readonly Overruling[],
): { overrulings: readonly Overruling[]; missing?: string } {
  const without = (key: string) => before.filter(({ rule, person }) => `${rule} ${person}` !== key);
  if (typed['withdraw'] !== undefined) return { overrulings: without(typed['withdraw']) };
  const [, index, holds, rule, person] = /^(\d+) (yes|no) (\S+) (\S+)$/.exec(typed['overrule'] ?? '') ?? [];
  if (rule === undefined || person === undefined) return { overrulings: before };
  const reason = (typed[`reason-${index}`] ?? '').trim();
  if (reason === '') return { overrulings: before, missing: `${rule} ${person}` };
  return {
    overrulings: [...without(`${rule} ${person}`), { rule, person, holds: holds === 'yes', reason }],
  };
}
