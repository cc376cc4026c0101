import { expect } from '@jest/globals';
import { notYetPlayed } from '../src/index.ts';
import { templateOf, textOf } from './template-files.ts';

const partsOf = (text: string): readonly string[] =>
  notYetPlayed(templateOf(text)).map(({ reason, path }) => `${reason} ${path}`);

/** What of a template is not played yet: reasons with their places. */
export const parts = (name: string): readonly string[] => partsOf(textOf(name));

/** The same of the template with other words in place of some, each of which stands in it once. */
export const edited = (name: string, ...edits: readonly (readonly [from: string, to: string])[]): readonly string[] =>
  partsOf(
    edits.reduce((before, [from, to]) => {
      expect(before.split(from)).toHaveLength(2);
      return before.replace(from, () => to);
    }, textOf(name)),
  );
