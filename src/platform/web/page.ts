import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Locale } from '#kernel/locale.ts';
import type { Html } from './html.ts';
import type { Who } from './who.ts';

export interface Crumb {
  readonly label: string;
  /** Path without the language; the last crumb has none. */
  readonly path?: string;
}

/** What a module says of one of its pages; the frame around it is the application's. */
export interface Page {
  readonly title: string;
  readonly main: Html;
  readonly description?: string;
  /** The way from the home page to here, the home page itself left out. */
  readonly breadcrumb?: readonly Crumb[];
  /** Which entry of the navigation is the current one. */
  readonly section?: string;
  readonly status?: number;
  /** Browser modules that add comfort, by the name of their file in `src/app/browser/`. */
  readonly scripts?: readonly string[];
  /** The page has a field in error: the title says so. */
  readonly hasProblems?: boolean;
  /**
   * What the page shows, where visitors who read the same address in the same language see the same: as long as it
   * lives, the page is written once for all of them. It has no form: a form carries the token of one browser.
   */
  readonly shows?: object;
}

/** What stands around a page. For a visitor it depends on the language, the address and the page alone. */
export type Frame = (request: FastifyRequest, reply: FastifyReply, page: Page) => Html;

declare module 'fastify' {
  interface FastifyRequest {
    /** Language of the page, from the first part of the path. */
    locale: Locale;
    /** Path and query without the language. */
    pagePath: string;
    who: Who;
  }
  interface FastifyReply {
    /** Answers with a whole page. */
    page(page: Page): FastifyReply;
    /** Goes on with a GET of another page, in the same language (303). */
    seeOther(path: string): FastifyReply;
  }
}

/** A path in a language: `/appointments` becomes `/it/appointments`. */
export function localized(locale: Locale, path: string): string {
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}
