/** What makes a picture hard to read. */
export type Legibility = 'small' | 'blurred' | 'dark' | 'bright' | 'faint';

/** What the converter is asked to do with the files that it gets. */
export type Task =
  | {
      /** Draws a picture anew, upright and straight. */
      readonly do: 'picture';
      /** The format that was found in it, in the words of the drawing library. */
      readonly format: 'jpeg' | 'png' | 'webp' | 'tiff' | 'heif';
      readonly mostPixels: number;
      readonly mostBytes: number;
    }
  | {
      /** Writes a PDF anew; one that does something by itself is drawn anew first, where `redraw` says so. */
      readonly do: 'pdf';
      readonly redraw: boolean;
      readonly mostPages: number;
      readonly mostBytes: number;
    }
  | {
      /** Makes one PDF of pictures, each a page. */
      readonly do: 'pages';
      readonly mostBytes: number;
    }
  | {
      /** Draws one page of a PDF, counted from 1, with so many pixels on its longest side. */
      readonly do: 'page';
      readonly number: number;
      readonly side: number;
    }
  | {
      /** Turns a picture to the right by a quarter. */
      readonly do: 'turn';
      readonly format: 'jpeg' | 'png' | 'webp';
    };

export type Answer =
  | {
      readonly is: 'made';
      readonly format: 'jpeg' | 'png' | 'webp' | 'pdf';
      readonly pages: number | null;
      readonly warnings: readonly Legibility[];
    }
  | {
      readonly is:
        | 'unreadable'
        | 'blank'
        | 'too_small'
        | 'too_many_pixels'
        | 'encrypted'
        | 'bomb'
        | 'active'
        | 'too_many_pages'
        | 'too_large';
    };

export interface Made {
  readonly answer: Answer;
  readonly content?: Uint8Array;
}

export const not = (is: Exclude<Answer['is'], 'made'>): Made => ({ answer: { is } });
