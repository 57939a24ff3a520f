import type { AddressInfo } from 'node:net';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { Cents } from '#kernel/money.ts';
import { formatEuro } from '#kernel/money.ts';
import { selectField } from '#platform/web/form/fields.ts';
import { form, submitButton } from '#platform/web/form/form.ts';
import { typedIn } from '#platform/web/form/read-form.ts';
import { html } from '#platform/web/html.ts';
import { notifyPayment } from './notify.ts';
import { type PaymentChoice, pagopaWords } from './words.ts';
import type { KeptCart, PagopaWorld, StampFault } from './world.ts';

interface CheckoutRoute {
  Params: { id: string };
}

/** Half a minute to a minute is what the slow ways take. */
const laterMs = 60_000;

/** How often the site is told of the payment, when it can be seen, and where the browser goes. */
const ways: Record<
  PaymentChoice,
  {
    readonly pays: 'now' | 'later' | 'never';
    readonly shownAfterMs?: number;
    readonly told: number;
    readonly leaves: 'cancelled' | 'failed' | 'closed';
    readonly to: keyof KeptCart['urls'] | 'nowhere';
  }
> = {
  pay: { pays: 'now', told: 1, leaves: 'closed', to: 'ok' },
  pay_told_later: { pays: 'now', shownAfterMs: laterMs, told: 0, leaves: 'closed', to: 'ok' },
  pay_told_twice: { pays: 'now', told: 2, leaves: 'closed', to: 'ok' },
  pay_not_told: { pays: 'now', told: 0, leaves: 'closed', to: 'ok' },
  pay_and_close: { pays: 'now', told: 0, leaves: 'closed', to: 'nowhere' },
  pay_return_cancel: { pays: 'now', told: 0, leaves: 'closed', to: 'cancel' },
  cancel: { pays: 'never', told: 0, leaves: 'cancelled', to: 'cancel' },
  cancel_pay_later: { pays: 'later', told: 1, leaves: 'cancelled', to: 'cancel' },
  fail: { pays: 'never', told: 0, leaves: 'failed', to: 'error' },
  close: { pays: 'never', told: 0, leaves: 'closed', to: 'nowhere' },
};

/** Checkout of the demonstration's pagoPA: whoever tries it says how the payment goes. */
export function pagopaCheckoutPages(world: PagopaWorld): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    const timers = new Set<NodeJS.Timeout>();
    app.addHook('onClose', async () => {
      for (const timer of timers) clearTimeout(timer);
    });
    const tell = async (cart: KeptCart) => {
      const notice = world.kept.notices[cart.nav];
      const { port } = app.server.address() as AddressInfo;
      if (notice !== undefined) await notifyPayment(`http://127.0.0.1:${port}/api/pagopa/receipts`, notice);
    };

    app.get<CheckoutRoute>('/demo/pagopa/checkouts/:id', async (request, reply) => {
      const words = pagopaWords[request.locale];
      const cart = world.kept.carts[request.params.id];
      const notice = cart && world.kept.notices[cart.nav];
      if (cart === undefined || notice === undefined) return reply.notFound();
      const amount = formatEuro(notice.amount as Cents, request.locale);
      const choices = Object.entries(words.choices).map(([value, label]) => ({ value, label }));
      const stamps = Object.entries(words.stamps).map(([value, label]) => ({ value, label }));
      return reply.page({
        title: words.title,
        main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
<dl class="summary"><div><dt>${words.amount}</dt><dd>${amount}</dd></div><div><dt>${words.notice}</dt><dd><code>${cart.nav}</code></dd></div><div><dt>${words.what}</dt><dd>${notice.description}</dd></div></dl>
${
  notice.paidAt !== undefined
    ? html`<p>${words.over}</p>`
    : form(reply, {
        action: `/demo/pagopa/checkouts/${cart.id}/outcome`,
        content: html`${selectField({ name: 'choice', label: words.how, choices, value: 'pay' })}${
          notice.documentHash !== undefined &&
          selectField({ name: 'stamp', label: words.stamp, choices: stamps, value: 'right' })
        }${submitButton(words.submit)}`,
      })
}`,
      });
    });

    app.post<CheckoutRoute>('/demo/pagopa/checkouts/:id/outcome', async (request, reply) => {
      const words = pagopaWords[request.locale];
      const cart = world.kept.carts[request.params.id];
      const typed = typedIn(request.body);
      const way = Object.entries(ways).find(([name]) => name === typed['choice'])?.[1];
      if (cart === undefined || way === undefined) return reply.notFound();
      const stamp = typed['stamp'];
      const stampFault = stamp === undefined || stamp === 'right' ? undefined : (stamp as StampFault);
      const pay = async (shownAfterMs = 0) => {
        world.pay(cart.id, { shownAfterMs, ...(stampFault === undefined ? {} : { stampFault }) });
        for (let time = 0; time < way.told; time += 1) await tell(cart);
      };
      if (way.pays === 'now') await pay(way.shownAfterMs);
      else world.leave(cart.id, way.leaves);
      if (way.pays === 'later') {
        const timer = setTimeout(() => {
          timers.delete(timer);
          void pay();
        }, laterMs);
        timers.add(timer);
      }
      if (way.to !== 'nowhere') return reply.redirect(cart.urls[way.to], 303);
      return reply.page({
        title: words.title,
        main: html`<h1>${words.title}</h1><p>${words.closed}</p>`,
      });
    });
  };
}
