import type { FastifyReply, FastifyRequest } from 'fastify';
import { locales } from '#kernel/locale.ts';
import { form } from '#platform/web/form/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { icon } from '#platform/web/icon.ts';
import { type Frame, localized, type Page } from '#platform/web/page.ts';
import { webWords } from '#platform/web/words/words.ts';
import type { Assets } from '../assets.ts';
import { layoutWords } from './words/words.ts';

const languageNames = { it: 'Italiano', en: 'English' };

/** The frame around every page: header, navigation, breadcrumb, footer. */
export function makeFrame(assets: Assets, { demo }: { demo: boolean }): Frame {
  return (request, reply, page) => {
    const words = layoutWords[request.locale];
    const href = (path: string) => localized(request.locale, path);
    const title = page.title === words.product ? page.title : `${page.title} – ${words.product}`;
    return html`<!doctype html>
<html lang="${request.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.hasProblems && webWords[request.locale].problems.errorPrefix}${title}</title>
${page.description && html`<meta name="description" content="${page.description}">`}
<meta name="theme-color" content="#0066cc">
<link rel="icon" type="image/svg+xml" href="${assets.path('favicon.svg')}">
<link rel="stylesheet" href="${assets.path('site.css')}">
<script type="module" src="${assets.path('site.js')}"></script>
${page.scripts?.map((name) => html`<script type="module" src="${assets.path(`${name}.js`)}"></script>`)}
</head>
<body>
<div class="skiplinks"><a class="visually-hidden-focusable" href="#main-content">${words.skipToContent}</a><a class="visually-hidden-focusable" href="#footer">${words.skipToFooter}</a></div>
<header>${slimHeader(request, reply)}
<div class="brand"><a href="${href('/')}">${icon('pa')}<span>${words.product}</span></a><p>${words.tagline}</p></div>
${navigation(request, page)}</header>
<main id="main-content" class="container">
${breadcrumb(request, page)}
${page.main}
</main>
<footer id="footer">${footer(request, demo)}</footer>
</body>
</html>`;
  };
}

function slimHeader(request: FastifyRequest, reply: FastifyReply): Html {
  const words = layoutWords[request.locale];
  const { who } = request;
  const href = (path: string) => localized(request.locale, path);
  return html`<div class="slim"><span>${words.ministry}</span>
<nav aria-label="${words.language}"><ul>${locales.map(
    (locale) =>
      html`<li><a href="${localized(locale, request.pagePath)}" hreflang="${locale}" lang="${locale}"${
        locale === request.locale && html` aria-current="true"`
      }>${languageNames[locale]}</a></li>`,
  )}</ul></nav>
${
  who.kind === 'visitor'
    ? html`<a class="slim-account" href="${href('/sign-in')}">${icon('user')}${words.signIn}</a>`
    : html`<a class="slim-account" href="${href(who.kind === 'official' ? '/desk' : '/account')}">${icon('user')}${who.name}</a>${form(
        reply,
        {
          action: '/sign-out',
          class: 'inline-form',
          content: html`<button type="submit" class="btn btn-link">${words.signOut}</button>`,
        },
      )}`
}</div>`;
}

function navigation(request: FastifyRequest, page: Page): Html {
  const words = layoutWords[request.locale];
  const entries = [
    { section: 'offices', path: '/offices', label: words.navigation.offices },
    { section: 'services', path: '/services', label: words.navigation.services },
    { section: 'citizenship', path: '/citizenship', label: words.navigation.citizenship },
    { section: 'appointments', path: '/appointments', label: words.navigation.appointments },
    { section: 'your-data', path: '/your-data', label: words.navigation.yourData },
  ];
  return html`<nav class="main-navigation" aria-label="${words.mainNavigation}"><ul>${entries.map(
    (entry) =>
      html`<li><a href="${localized(request.locale, entry.path)}"${
        entry.section === page.section && html` aria-current="page"`
      }>${entry.label}</a></li>`,
  )}</ul></nav>`;
}

function breadcrumb(request: FastifyRequest, page: Page): Html | false {
  if (page.breadcrumb === undefined) return false;
  const words = layoutWords[request.locale];
  return html`<nav class="breadcrumb-container" aria-label="${words.breadcrumb}"><ol class="breadcrumb">
<li class="breadcrumb-item"><a href="${localized(request.locale, '/')}">${words.home}</a></li>
${page.breadcrumb.map((crumb) =>
  crumb.path === undefined
    ? html`<li class="breadcrumb-item active" aria-current="page">${crumb.label}</li>`
    : html`<li class="breadcrumb-item"><a href="${localized(request.locale, crumb.path)}">${crumb.label}</a></li>`,
)}</ol></nav>`;
}

function footer(request: FastifyRequest, demo: boolean): Html {
  const words = layoutWords[request.locale];
  const href = (path: string) => localized(request.locale, path);
  return html`<div class="container"><p>${words.footer.about}</p>
<p>${words.free} <a href="${href('/report')}">${words.freeLink}</a>.</p>
<ul>
<li><a href="${href('/manual')}">${words.footer.help}</a></li>
<li><a href="${href('/privacy')}" data-element="privacy-policy-link">${words.footer.privacy}</a></li>
<li><a href="${href('/cookies')}">${words.footer.cookies}</a></li>
<li><a href="${href('/requests/new/technical-help')}">${words.footer.technicalHelp}</a></li>
<li><a href="${href('/legal-notes')}">${words.footer.legalNotes}</a></li>
<li><a href="${href('/accessibility')}" data-element="accessibility-link">${words.footer.accessibility}</a></li>
<li><a href="${href('/site-map')}">${words.footer.sitemap}</a></li>
<li><a href="/api/docs">${words.footer.api}</a></li>
<li><a href="${href('/desk/sign-in')}">${words.footer.officials}</a></li>
</ul>${demo && html`<p>${words.footer.demo}</p>`}</div>`;
}
