import { instance, type Viz } from '@viz-js/viz';
import { countryName } from '#kernel/country.ts';
import type { Locale } from '#kernel/locale.ts';
import { Html, html } from '#platform/web/html.ts';
import type { Answers } from '../../domain/guide/answers.ts';
import { type Member, membersOf } from '../../domain/guide/family.ts';
import { toDay } from '../../domain/reasoning/day.ts';
import { sayDay } from '../../domain/words/say.ts';
import { guideWords } from '../words/words.ts';
import { isAboutChild, whoIs } from './people.ts';

let drawing: Promise<Viz> | undefined;

const looks = {
  italian: { fillcolor: '#e3f4ea', color: '#00703c', style: 'filled', mark: '✓' },
  lost: { fillcolor: '#fff0e0', color: '#8a4b00', style: 'filled,dashed', mark: '✗' },
  not_italian: { fillcolor: '#ffffff', color: '#5c6f82', style: 'filled', mark: '–' },
  open: { fillcolor: '#ffffff', color: '#5c6f82', style: 'filled,dashed', mark: '?' },
} as const;

/** The family as it is known so far: a drawing, and the same as a list for those who do not see it. */
export async function familyTree(answers: Answers, asOf: string, locale: Locale): Promise<Html | false> {
  if (answers['a.born'] === undefined) return false;
  const members = membersOf(answers, asOf);
  const words = guideWords[locale].tree;
  const aboutChild = isAboutChild(answers);
  const drawn = await drawFamily(members, { aboutChild, locale, marked: true });
  return html`<section class="family-tree" aria-labelledby="tree-title"><h2 id="tree-title">${words.title}</h2>
<div class="family-drawing">${inline(drawn)}</div>${nested('a', members, locale, aboutChild)}${
    members.some(({ id }) => id === 's') && nested('s', members, locale, aboutChild)
  }</section>`;
}

/** The drawing for paper, with the sentence that stands for it. */
export async function familyPicture(
  answers: Answers,
  asOf: string,
  locale: Locale,
): Promise<{ svg: string; alt: string }> {
  const members = membersOf(answers, asOf);
  const aboutChild = isAboutChild(answers);
  const alt = members
    .map((member) => [
      nameIn(member.id, locale, aboutChild),
      detail(member, locale),
      standing(member, locale),
    ])
    .map((parts) => parts.filter(Boolean).join(', '));
  return { svg: await drawFamily(members, { aboutChild, locale, marked: false }), alt: `${alt.join('; ')}.` };
}

async function drawFamily(
  members: readonly Member[],
  // the fonts of the papers have no marks
  { aboutChild, locale, marked }: { aboutChild: boolean; locale: Locale; marked: boolean },
): Promise<string> {
  drawing ??= instance();
  const viz = await drawing;
  const svg = viz.renderString(
    {
      directed: true,
      graphAttributes: { rankdir: 'TB', nodesep: 0.25, ranksep: 0.35, bgcolor: 'transparent' },
      nodeAttributes: {
        shape: 'box',
        // measured by the wider letters of Arial, so that no word leaves its box
        fontname: 'Arial',
        fontsize: 13,
        margin: '0.16,0.08',
      },
      edgeAttributes: { arrowsize: 0.7, color: '#5c6f82' },
      nodes: members.map((member) => {
        const { mark, ...look } = looks[member.citizenship];
        const lines = [
          nameIn(member.id, locale, aboutChild),
          detail(member, locale),
          `${marked ? `${mark} ` : ''}${standing(member, locale)}`,
        ];
        return { name: member.id, attributes: { ...look, label: lines.filter(Boolean).join('\n') } };
      }),
      edges: edgesOf(members),
    },
    { format: 'svg' },
  );
  return svg.replaceAll('font-family="Arial"', 'font-family="Titillium Web"');
}

function edgesOf(members: readonly Member[]) {
  const spouse = members.some(({ id }) => id === 's');
  return [
    ...members.flatMap(({ id, facts }) => facts.parents.map((link) => ({ tail: link.id, head: id }))),
    ...(spouse ? [{ tail: 'a', head: 's', attributes: { dir: 'none', constraint: false } }] : []),
  ];
}

/** Without what a page has no use for: the prologue, the titles that show as tips, the size on paper. */
function inline(svg: string): Html {
  const [, width = '200'] = /<svg width="(\d+)pt"/.exec(svg) ?? [];
  return new Html(
    svg
      .slice(svg.indexOf('<svg'))
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<title>[\s\S]*?<\/title>/g, '')
      .replace(/ xml:space="preserve"| xmlns:xlink="[^"]*"| id="[^"]*"/g, '')
      .replace(
        /<svg width="[^"]*" height="[^"]*"/,
        `<svg width="${Math.round(Number(width) * 1.2)}" aria-hidden="true" focusable="false"`,
      )
      .trim(),
  );
}

function nested(id: string, members: readonly Member[], locale: Locale, aboutChild: boolean): Html | false {
  const member = members.find((each) => each.id === id);
  if (member === undefined) return false;
  const line = html`<strong>${nameIn(id, locale, aboutChild)}</strong> ${[detail(member, locale), standing(member, locale)].filter(Boolean).join(', ')}`;
  return html`<ul class="family-list"><li>${line}${member.facts.parents.map((link) => nested(link.id, members, locale, aboutChild))}</li></ul>`;
}

function nameIn(id: string, locale: Locale, aboutChild: boolean): string {
  const words = guideWords[locale].tree;
  if (id === 'a') return aboutChild ? words.child : words.you;
  if (id === 's') return words.spouse;
  const { name } = whoIs(id, locale, aboutChild);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function detail({ facts }: Member, locale: Locale): string {
  const { date, country } = facts.born;
  const place = country === null || country === 'XX' ? '' : countryName(country, locale);
  return [date === null ? '' : sayDay(toDay(date), locale), place].filter(Boolean).join(', ');
}

function standing({ citizenship }: Member, locale: Locale): string {
  const words = guideWords[locale].tree;
  return {
    italian: words.italian,
    lost: words.lost,
    not_italian: words.notItalian,
    open: words.open,
  }[citizenship];
}
