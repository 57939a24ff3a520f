import type { FastifyInstance } from 'fastify';
import { html } from '#platform/web/html.ts';
import { guidePath } from './guide-path.ts';
import { guidePicture, type Shot } from './guide-pictures.ts';
import { documentWords } from './words/words.ts';

const well: readonly Shot[] = ['good', 'pages'];
const badly: readonly Exclude<Shot, 'good' | 'pages'>[] = [
  'cut',
  'blurred',
  'dark',
  'glare',
  'covered',
  'far',
];

/** How to photograph a document (linee guida): what offices ask for again most often, shown before it happens. */
export function guideRoutes(app: FastifyInstance): void {
  app.get(guidePath, async (request, reply) => {
    const words = documentWords[request.locale].guide;
    const figures = (shots: readonly Shot[]) =>
      html`<ul class="photo-guide">${shots.map(
        (shot) =>
          html`<li>${guidePicture(shot)}<div><h3>${words.shots[shot].title}</h3><p>${words.shots[shot].advice}</p></div></li>`,
      )}</ul>`;
    return reply.page({
      title: words.title,
      breadcrumb: [{ label: words.title }],
      main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
<ol>${words.steps.map((step) => html`<li>${step}</li>`)}</ol>
<h2>${words.well}</h2>${figures(well)}
<h2>${words.badly}</h2>${figures(badly)}
<h2>${words.weDo}</h2><ul>${words.done.map((each) => html`<li>${each}</li>`)}</ul>
<h2>${words.kindsTitle}</h2><p>${words.kinds}</p>`,
    });
  });
}
