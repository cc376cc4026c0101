import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalText, readCanonical, templateHash, type Tree, validateProgramme } from '../src/index.ts';
import { readYaml } from '../src/yaml/index.ts';
import { EXAMPLES, namesIn, SHIPPED, templateOf, textOf } from './template-files.ts';

const templates = [...namesIn(EXAMPLES), ...namesIn(SHIPPED)].filter((name) => name !== 's8-shandong-policy');
const template = fc.constantFrom(...templates);

const treeOf = (text: string): Tree => {
  const read = readYaml(text);
  if (read.kind !== 'read') throw new Error(JSON.stringify(read.problems));
  return read.tree;
};

/** The same tree with the keys of every map in an order that `dice` decides. */
const shuffled = (tree: Tree, dice: () => number): Tree => {
  if (tree.kind === 'text') return tree;
  if (tree.kind === 'list') return { ...tree, items: tree.items.map((item) => shuffled(item, dice)) };
  return {
    ...tree,
    entries: tree.entries
      .map((entry) => ({ lot: dice(), entry: { ...entry, value: shuffled(entry.value, dice) } }))
      .sort((a, b) => a.lot - b.lot)
      .map(({ entry }) => entry),
  };
};

const hashOf = (tree: Tree): string => {
  const validation = validateProgramme(tree);
  if (validation.kind !== 'template') throw new Error(JSON.stringify(validation));
  return templateHash(validation.template);
};

describe('a template is one text, however it was written', () => {
  it('the order of keys never changes the hash', () =>
    fc.assert(
      fc.property(template, fc.infiniteStream(fc.double({ noNaN: true })), (name, lots) => {
        const tree = treeOf(textOf(name));
        expect(hashOf(shuffled(tree, () => lots.next().value as number))).toBe(hashOf(tree));
      }),
      { numRuns: 100 },
    ));

  it('comments and empty lines never change the hash', () =>
    fc.assert(
      fc.property(template, fc.array(fc.nat(), { maxLength: 20 }), (name, places) => {
        const lines = textOf(name).split('\n');
        // Not within brackets or a text that goes over lines: between entries of the first level.
        const tops = lines.flatMap((line, index) => (/^[a-z]+:/.test(line) ? [index] : []));
        for (const place of places) {
          const at = tops[place % tops.length] as number;
          lines[at] = `# said beside\n\n${lines[at]}`;
        }
        expect(hashOf(treeOf(lines.join('\n')))).toBe(hashOf(treeOf(textOf(name))));
      }),
      { numRuns: 100 },
    ));

  it('a default that is written out, quotes, and longer decimals never change the hash', () => {
    const name = 's7-hebei-notices';
    const hash = hashOf(treeOf(textOf(name)));
    const written = textOf(name)
      .replace('period: {length: year}', 'period: {length: year, lag: 0, parts: []}')
      .replace('{id: value, points: 60, step: 1}', '{id: value, points: "60.00", step: 1.0}')
      .replace('vote: person, ', '');
    expect(written).not.toBe(textOf(name));
    expect(hashOf(treeOf(written))).toBe(hash);
  });

  it('an anchor is what it repeats', () => {
    const repeated = textOf('jiangong-edition').replace('&sheet\n', '\n');
    const [, sheet] = /criteria: &sheet\n((?:\s+- .*\n)+)/.exec(textOf('jiangong-edition')) ?? [];
    expect(hashOf(treeOf(repeated.replace('criteria: *sheet\n', `criteria:\n${sheet}`)))).toBe(
      hashOf(treeOf(textOf('jiangong-edition'))),
    );
  });

  it('whatever decides changes the hash', () => {
    const edits: readonly (readonly [string, string])[] = [
      ['value: 10, from: 1, to: 200, name: [一等奖', 'value: 9, from: 1, to: 200, name: [一等奖'],
      ['units-mean: 40%, experts-mean: 60%', 'units-mean: 41%, experts-mean: 59%'],
      ['trim: sheets', 'trim: criteria'],
      ['then: shared', 'then: draw'],
      ['[建功项目, Merit project]', '[建功项目, Merit projects]'],
      ['least: 3, recuse: home', 'least: 4, recuse: home'],
    ];
    const texts = [
      textOf('jiangong-edition'),
      ...edits.map(([from, to]) => textOf('jiangong-edition').replace(from, to)),
    ];
    expect(new Set(texts.map((text) => hashOf(treeOf(text)))).size).toBe(edits.length + 1);
  });
});

describe('a canonical text is read as it is, or not at all', () => {
  const text = canonicalText(templateOf(textOf('jiangong-edition')));

  it('has its schema version within, and no default left to later', () => {
    expect(JSON.parse(text)).toMatchObject({ schema: 2, words: {}, duties: [], period: { lag: 0 } });
  });

  it.each([
    ['another order of keys', JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text) as object).reverse()))],
    ['a blank', `${text} `],
    ['a default left out', text.replace('"duties":[],', '')],
    ['a number for a decimal', text.replace('"points":"20"', '"points":20')],
    ['no JSON', 'schema: 2'],
    ['an empty text', ''],
  ])('%s is refused', (_, other) => {
    expect(other).not.toBe(text);
    expect(readCanonical(other)).toMatchObject({ kind: 'refused', problems: [{ reason: 'NOT_CANONICAL', line: 0 }] });
  });

  it('what is wrong in it is told with its path', () =>
    expect(readCanonical(text.replace('"act":"deliver"', '"act":"dance"'))).toMatchObject({
      kind: 'refused',
      problems: [{ reason: 'WORD_UNKNOWN', path: '$.calendar[1].act', line: 0, column: 0 }],
    }));

  it('too large a text is not parsed', () =>
    expect(readCanonical('['.repeat(300_000))).toMatchObject({
      kind: 'refused',
      problems: [{ reason: 'TEMPLATE_TOO_LARGE' }],
    }));
});
