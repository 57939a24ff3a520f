import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { administeredOfficeOnly, servedOfficeOnly } from '#modules/offices/public.ts';
import type { Deps } from '#platform/deps.ts';
import { officialsOnly } from '#platform/web/guards.ts';
import { agendaRoutes } from './agendas.ts';
import { agendaApi } from './api-agendas.ts';
import { closureApi } from './api-closures.ts';
import { dayApi } from './api-day.ts';
import { displacementApi, officeChangeApi } from './api-displacements.ts';
import { holidayApi } from './api-holidays.ts';
import { windowApi } from './api-windows.ts';
import { arrivalRoutes } from './arrivals.ts';
import { changeRoutes } from './changes.ts';
import { closureRoutes } from './closures.ts';
import { counterApi } from './counter-api.ts';
import { dayRoutes, excuseRoutes } from './day.ts';
import { displacementRoutes } from './displacements.ts';
import { feeRoutes } from './fees.ts';
import { reportRoutes } from './report.ts';
import { reportApi } from './report-api.ts';
import { administratorsOnly, officeOnly } from './serving.ts';
import { walkInRoutes } from './walk-in.ts';

/** The officials' pages of appointments: the day at the counter for those who serve, the agenda for those who set it up. */
export function appointmentDeskRoutes(deps: Deps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.addHook('preHandler', officialsOnly);
    await app.register(async (serving: FastifyInstance) => {
      serving.addHook('preHandler', officeOnly);
      dayRoutes(serving, deps);
      arrivalRoutes(serving, deps);
      feeRoutes(serving, deps);
      reportRoutes(serving, deps);
      excuseRoutes(serving, deps);
      walkInRoutes(serving, deps);
      changeRoutes(serving, deps);
    });
    await app.register(reportApi(deps));
    await app.register(counterApi(deps));
    await app.register(async (serving: FastifyInstance) => {
      serving.addHook('preHandler', servedOfficeOnly);
      dayApi(serving, deps);
      officeChangeApi(serving, deps);
    });
    await app.register(async (settingUp: FastifyInstance) => {
      settingUp.addHook('preHandler', administeredOfficeOnly);
      agendaApi(settingUp, deps);
      windowApi(settingUp, deps);
      closureApi(settingUp, deps);
      holidayApi(settingUp, deps);
      displacementApi(settingUp, deps);
    });
    await app.register(async (settingUp: FastifyInstance) => {
      settingUp.addHook('preHandler', administratorsOnly);
      agendaRoutes(settingUp, deps);
      closureRoutes(settingUp, deps);
      displacementRoutes(settingUp, deps);
    });
  };
}
