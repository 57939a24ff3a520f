import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { Deps } from '../deps.ts';
import { sendProblem } from './problem.ts';

const topic = /^[a-z0-9:.-]{1,120}$/i;
const mostTopics = 10;
const mostStreams = 10_000;
const heartbeatMs = 25_000;

/**
 * Server-sent events for open pages: an empty event each time that one of the topics has changed. It carries no data,
 * so it needs no authorisation: the page asks again for what its reader may see.
 */
export function changesStream({ changes }: Deps): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    let open = 0;
    const ends = new Set<() => void>();
    app.addHook('preClose', async () => {
      for (const end of ends) end();
    });
    app.get<{ Querystring: { topics?: string } }>('/events/changes', async (request, reply) => {
      const topics = [...new Set((request.query.topics ?? '').split(' '))].filter((each) => topic.test(each));
      if (topics.length === 0 || topics.length > mostTopics) {
        return sendProblem(reply, { status: 422, code: 'topics', title: `From one to ${mostTopics} topics` });
      }
      if (open >= mostStreams) {
        reply.header('retry-after', 60);
        return sendProblem(reply, { status: 503, code: 'try_again', title: 'Too many pages listen' });
      }
      open += 1;
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, {
        ...(reply.getHeaders() as OutgoingHttpHeaders),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      raw.write('retry: 5000\n\n');
      const stops = topics.map((each) => changes.follow(each, () => raw.write('event: change\ndata:\n\n')));
      const beat = setInterval(() => raw.write(':\n\n'), heartbeatMs);
      const end = () => raw.end();
      ends.add(end);
      raw.on('close', () => {
        open -= 1;
        clearInterval(beat);
        ends.delete(end);
        for (const stop of stops) stop();
      });
      return reply;
    });
  };
}
