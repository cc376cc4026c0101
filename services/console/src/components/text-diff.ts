import { diffArrays } from 'diff';

export type Piece = Readonly<{ text: string; kind: 'same' | 'gone' | 'new' }>;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** The words of a text, Chinese ones too, with everything between them. */
export const wordsOf = (text: string): string[] => Array.from(words.segment(text), ({ segment }) => segment);

/** What differs between two texts, word by word, in reading order. */
export const differences = (before: string, after: string): readonly Piece[] =>
  diffArrays(wordsOf(before), wordsOf(after)).map(({ value, added, removed }) => ({
    text: value.join(''),
    kind: added ? 'new' : removed ? 'gone' : 'same',
  }));
