import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { marked, type Token, type Tokens } from 'marked';
import type { Locale } from '#kernel/locale.ts';

/** A piece of running text. */
export interface Piece {
  readonly text: string;
  readonly strong: boolean;
}

/** What the manual is made of; both the pages and the PDF are set from it. */
export type Block =
  | { readonly kind: 'heading' | 'paragraph' | 'note'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Piece[])[] }
  | { readonly kind: 'picture'; readonly file: string; readonly alt: string };

export interface Chapter {
  /** Last part of its address, the same in each language. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

function piecesOf(tokens: readonly Token[] | undefined): Piece[] {
  return (tokens ?? []).flatMap((token) => {
    if (token.type === 'strong') return [{ text: (token as Tokens.Strong).text, strong: true }];
    if (token.type === 'text') {
      const { tokens: inner, text } = token as Tokens.Text;
      return inner === undefined ? [{ text, strong: false }] : piecesOf(inner);
    }
    throw new Error(`The manual knows no ${token.type}: ${token.raw}`);
  });
}

function blockOf(token: Token): Block[] {
  switch (token.type) {
    case 'space':
      return [];
    case 'heading':
      return [{ kind: 'heading', pieces: piecesOf(token.tokens) }];
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      return [{ kind: 'list', ordered, items: items.map((item) => piecesOf(item.tokens)) }];
    }
    case 'blockquote':
      return [
        {
          kind: 'note',
          pieces: piecesOf(
            (token as Tokens.Blockquote).tokens.flatMap((each) => (each as Tokens.Paragraph).tokens),
          ),
        },
      ];
    case 'paragraph': {
      const [first] = token.tokens ?? [];
      if (first?.type !== 'image') return [{ kind: 'paragraph', pieces: piecesOf(token.tokens) }];
      const { href, text } = first as Tokens.Image;
      return [{ kind: 'picture', file: href, alt: text }];
    }
    default:
      throw new Error(`The manual knows no ${token.type}: ${token.raw}`);
  }
}

function read(locale: Locale): Chapter[] {
  const folder = join(import.meta.dirname, locale);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => {
      const [first, ...rest] = marked.lexer(readFileSync(join(folder, file), 'utf8'));
      if (first?.type !== 'heading') throw new Error(`${file} begins without a title`);
      return {
        id: file.replace(/^\d+-|\.md$/g, ''),
        title: (first as Tokens.Heading).text,
        blocks: rest.flatMap(blockOf),
      };
    });
}

/** The chapters of the user manual (manuale utente), in order, read once. */
export const chapters: Readonly<Record<Locale, readonly Chapter[]>> = { it: read('it'), en: read('en') };

/** Folder of the pictures of a language, made by `npm run screenshots`. */
export function picturesOf(locale: Locale): string {
  return join(import.meta.dirname, locale);
}
