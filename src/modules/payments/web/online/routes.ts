import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { PaymentDeps } from '../../use-cases/payment-deps.ts';
import { ownPaymentApi } from './api.ts';
import { deskPaymentRoutes } from './desk.ts';
import { deskPaymentApi } from './desk-api.ts';
import { paymentNotificationRoutes } from './notification.ts';
import { ownPaymentRoutes } from './own.ts';

/** Payments online: people's own, the officials' view, the API, and what pagoPA tells us. */
export function onlinePaymentRoutes(deps: PaymentDeps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    await app.register(ownPaymentRoutes(deps));
    await app.register(ownPaymentApi(deps));
    await app.register(deskPaymentRoutes(deps));
    await app.register(deskPaymentApi(deps));
    await app.register(paymentNotificationRoutes(deps));
  };
}
