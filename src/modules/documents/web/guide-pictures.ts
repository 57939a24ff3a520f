import { type Html, html } from '#platform/web/html.ts';

/** What a drawn photo shows: done well, or one of the faults that make offices ask again. */
export type Shot = 'good' | 'cut' | 'blurred' | 'dark' | 'glare' | 'far' | 'covered' | 'pages';

const paper = '#ffffff';
const ink = '#30475e';
const line = '#9db0c2';
const table = '#c9a77a';

/** An identity document, drawn: a portrait, a name, lines, and the two rows that machines read. */
const card =
  (): Html => html`<rect x="0" y="0" width="170" height="108" rx="8" fill="${paper}" stroke="${ink}" stroke-width="2"/>
<rect x="12" y="16" width="42" height="52" rx="3" fill="#dfe8f0"/><circle cx="33" cy="36" r="10" fill="${line}"/><path d="M17 68c2-14 10-18 16-18s14 4 16 18z" fill="${line}"/>
<rect x="66" y="18" width="70" height="7" fill="${ink}"/><rect x="66" y="34" width="88" height="4" fill="${line}"/><rect x="66" y="46" width="80" height="4" fill="${line}"/><rect x="66" y="58" width="60" height="4" fill="${line}"/>
<rect x="12" y="82" width="146" height="4" fill="${ink}"/><rect x="12" y="92" width="146" height="4" fill="${ink}"/>`;

const scene = (content: Html, ground = table): Html =>
  html`<rect x="0" y="0" width="240" height="160" fill="${ground}"/>${content}`;

const drawings: Record<Shot, () => Html> = {
  good: () => scene(html`<g transform="translate(35 26)">${card()}</g>`),
  cut: () => scene(html`<g transform="translate(92 58) rotate(-14)">${card()}</g>`),
  blurred: () =>
    scene(
      html`<g transform="translate(35 26)" opacity="0.35">${card()}</g><g transform="translate(41 31)" opacity="0.35">${card()}</g><g transform="translate(30 22)" opacity="0.3">${card()}</g>`,
    ),
  dark: () =>
    scene(
      html`<g transform="translate(35 26)">${card()}</g><rect x="0" y="0" width="240" height="160" fill="#06101a" opacity="0.82"/>`,
    ),
  glare: () =>
    scene(
      html`<g transform="translate(35 26)">${card()}</g><ellipse cx="130" cy="66" rx="62" ry="34" fill="#ffffff" opacity="0.95"/><ellipse cx="130" cy="66" rx="84" ry="48" fill="#ffffff" opacity="0.45"/>`,
    ),
  far: () => scene(html`<g transform="translate(98 60) scale(0.26)">${card()}</g>`),
  covered: () =>
    scene(
      html`<g transform="translate(35 26)">${card()}</g><path d="M0 160V92c26-14 58-10 78 6 12 10 6 22-8 20 14 10 10 22-4 22 6 8 0 20-12 20z" fill="#e0ac86" stroke="#9c6b48" stroke-width="2"/>`,
    ),
  pages: () =>
    scene(
      html`<g transform="translate(20 24) scale(0.62)">${card()}</g><g transform="translate(116 74) scale(0.62)">${card()}</g><text x="24" y="116" font-size="22" font-weight="bold" fill="${ink}">1</text><text x="206" y="66" font-size="22" font-weight="bold" fill="${ink}">2</text>`,
    ),
};

/** A drawn photo with a mark; what it shows stands in words beside it. */
export function guidePicture(shot: Shot): Html {
  const well = shot === 'good' || shot === 'pages';
  const mark = well
    ? html`<circle cx="218" cy="22" r="15" fill="#00703c"/><path d="M211 22l5 6 10-12" fill="none" stroke="#ffffff" stroke-width="4"/>`
    : html`<circle cx="218" cy="22" r="15" fill="#b3261e"/><path d="M212 16l12 12M224 16l-12 12" fill="none" stroke="#ffffff" stroke-width="4"/>`;
  return html`<svg viewBox="0 0 240 160" width="240" height="160" aria-hidden="true" focusable="false">${drawings[shot]()}${mark}</svg>`;
}
