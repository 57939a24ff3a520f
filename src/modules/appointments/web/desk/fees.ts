import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dayAt } from '#kernel/civil-date.ts';
import {
  quantityField,
  readFees,
  receiptPath,
  seeFeesTaken,
  takeFees,
  takeFeesPage,
  takingProblem,
} from '#modules/payments/public.ts';
import { findService } from '#modules/services/public.ts';
import type { Deps } from '#platform/deps.ts';
import { officialOf } from '#platform/web/guards.ts';
import type { Appointment } from '../../domain/appointment.ts';
import { certainFee, suggestedFees } from '../../domain/suggested-fees.ts';
import { seeExpected } from '../../use-cases/serve-day.ts';
import { dayPath } from './day-page.ts';
import { type OfficeParams, officeOf, servingOf } from './serving.ts';
import { deskWords } from './words/words.ts';

interface AppointmentParams extends OfficeParams {
  readonly id: string;
}

type FeesRequest = FastifyRequest<{ Params: AppointmentParams }>;
type Shown = Pick<Parameters<typeof takeFeesPage>[2], 'typed' | 'key' | 'problems'>;

/** Taking fees of somebody on the day list: who pays and the fees of the service stand there already. */
export function feeRoutes(app: FastifyInstance, deps: Deps): void {
  const path = '/desk/offices/:office/appointments/:id/fees';

  app.get<{ Params: AppointmentParams }>(path, async (request, reply) => {
    const appointment = await seeExpected(deps, servingOf(request), request.params.id);
    if (appointment === undefined) return reply.notFound();
    return feesPage(deps, request, reply, appointment, { typed: known(appointment) });
  });

  app.post<{ Params: AppointmentParams }>(path, async (request, reply) => {
    const serving = servingOf(request);
    const appointment = await seeExpected(deps, serving, request.params.id);
    if (appointment === undefined) return reply.notFound();
    const { typed, key, problems, onlySum, ...taking } = readFees(request.body, request.locale);
    if (onlySum) return feesPage(deps, request, reply, appointment, { typed, key });
    if (Object.keys(problems).length > 0)
      return feesPage(deps, request, reply, appointment, { typed, key, problems });
    const actor = { kind: 'official', id: officialOf(request).officialId } as const;
    const outcome = await takeFees(
      deps,
      { ...serving, actor },
      {
        ...taking,
        locale: appointment.locale,
        appointmentId: appointment.id,
        accountId: appointment.accountId,
        key,
      },
    );
    if (outcome.ok) return reply.seeOther(receiptPath(serving.officeId, outcome.value.id));
    const { name, text } = takingProblem(outcome.refusal, request.locale);
    return feesPage(deps, request, reply, appointment, { typed, problems: { [name]: text } });
  });
}

/** What the form can say before anybody types: the person, and the fee where the service has one only. */
function known(appointment: Appointment): Record<string, string> {
  const service = findService(appointment.serviceId);
  const certain = service && certainFee(service);
  return {
    payer_name: `${appointment.givenName} ${appointment.familyName}`,
    ...(certain === undefined ? {} : { [quantityField(certain)]: '1' }),
  };
}

async function feesPage(
  deps: Deps,
  request: FeesRequest,
  reply: FastifyReply,
  appointment: Appointment,
  shown: Shown,
): Promise<FastifyReply> {
  const office = officeOf(request);
  const service = findService(appointment.serviceId);
  const taken = await seeFeesTaken(deps, servingOf(request), [appointment.id]);
  return takeFeesPage(request, reply, {
    ...shown,
    day: dayAt(deps.now(), office.timeZone),
    action: `/desk/offices/${office.id}/appointments/${appointment.id}/fees`,
    back: {
      label: deskWords[request.locale].arrivals.toDay,
      path: dayPath(office.id, dayAt(appointment.startsAt, office.timeZone)),
    },
    suggested: service === undefined ? [] : suggestedFees(service),
    already: taken.get(appointment.id) ?? [],
  });
}
