import type { FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { citizenOf } from '#platform/web/guards.ts';
import type { Html } from '#platform/web/html.ts';
import { listOwn } from '../use-cases/see-own.ts';
import { isUpcoming, upcomingSection } from './own-pages.ts';

/** What a person's own page shows of appointments: those to come. */
export function upcomingAppointments(deps: Deps): (request: FastifyRequest) => Promise<Html> {
  return async (request) => {
    const appointments = await listOwn(deps, citizenOf(request).accountId);
    const upcoming = appointments.filter((each) => isUpcoming(each, deps.now())).reverse();
    return upcomingSection(request, upcoming);
  };
}
