import { describe, expect, it } from '@jest/globals';
import { programmeLimits, readCanonical } from '../src/index.ts';
import { readYaml, readYamlBytes } from '../src/yaml/index.ts';
import { judged, textOf } from './template-files.ts';

const reasonsOf = (text: string): readonly string[] => {
  const validation = judged(text);
  return validation.kind === 'refused' ? [...new Set(validation.problems.map(({ reason }) => reason))] : [];
};

describe('a template is refused for its size before it costs anything', () => {
  it('a file beyond the limit', () =>
    expect(reasonsOf(`# ${'x'.repeat(programmeLimits.templateBytesMax)}`)).toEqual(['TEMPLATE_TOO_LARGE']));

  it('anchors that repeat each other a billion times', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let at = 1; at < 10; at += 1)
      lines.push(
        `a${at}: &a${at} [${Array(10)
          .fill(`*a${at - 1}`)
          .join(', ')}]`,
      );
    expect(reasonsOf(lines.join('\n'))).toEqual(['TEMPLATE_TOO_LARGE']);
  });

  it('an anchor within itself', () => expect(reasonsOf('a: &a [*a]')).not.toEqual([]));

  it('brackets within brackets', () =>
    expect(reasonsOf(`a: ${'['.repeat(100)}${']'.repeat(100)}`)).toEqual(['TEMPLATE_TOO_LARGE']));

  it.each([
    ['brackets', `a: ${'['.repeat(60_000)}`],
    ['brackets that close', `a: ${'['.repeat(30_000)}${']'.repeat(30_000)}`],
    ['maps', '{a: '.repeat(15_000)],
    ['dashes', `${'- '.repeat(30_000)}x`],
    ['question marks', `${'? '.repeat(30_000)}x`],
  ])('%s deeper than a parser may go', (_, text) => expect(reasonsOf(text)).toEqual(['TEMPLATE_TOO_LARGE']));

  it('lines ever further to the right', () =>
    expect(reasonsOf(Array.from({ length: 350 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'))).toEqual([
      'TEMPLATE_TOO_LARGE',
    ]));

  it('canonical texts as well', () => {
    for (const text of ['['.repeat(30_000) + ']'.repeat(30_000), `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`])
      expect(readCanonical(text)).toMatchObject({ kind: 'refused', problems: [{ reason: 'TEMPLATE_TOO_LARGE' }] });
  });

  it('many keys, many anchors, many faults', () => {
    const many = (line: (at: number) => string): string =>
      Array.from({ length: 6_000 }, (_, at) => line(at))
        .join('\n')
        .slice(0, 65_000);
    for (const text of [
      many((at) => `k${at}: 1`),
      many((at) => `k${at}: &a${at} x`),
      many((at) => `k${at}: ${at === 0 ? '&a x' : '*a'}`),
      '@\n'.repeat(30_000),
    ])
      expect(reasonsOf(text).length).toBeGreaterThan(0);
  });

  it('more problems than anybody reads', () => {
    const keys = Array.from({ length: 500 }, (_, at) => `key${at}: 1`).join('\n');
    const validation = judged(keys);
    expect(validation.kind === 'refused' && validation.problems).toHaveLength(programmeLimits.problemsMax);
  });
});

describe('a template is text', () => {
  it('in UTF-8', () =>
    expect(readYamlBytes(new Uint8Array([0x69, 0x64, 0x3a, 0xd6, 0xd0]))).toMatchObject({
      problems: [{ reason: 'ENCODING_MALFORMED' }],
    }));

  it.each(['', '# nothing', '---', 'x', '[1, 2]', 'null'])('%j is none', (text) =>
    expect(reasonsOf(text)).toEqual(['NOT_A_MAP']),
  );

  it('two documents are none', () => expect(reasonsOf('a: 1\n---\nb: 2')).toEqual(['YAML_MALFORMED']));

  it("keys of an object's own are keys like any other", () =>
    expect(reasonsOf('__proto__: {policy: 1}\nconstructor: 1')).toEqual(['KEY_UNKNOWN', 'KEY_MISSING']));

  it('no scalar is more than its text: dates, octals, infinities and yes are refused where numbers belong', () => {
    for (const value of ['0o17', '0x1f', '.inf', '1_000', 'yes', '2021-01-01', '+3', '1e3', '-1'])
      expect(
        reasonsOf(textOf('s7-hebei-notices').replace('least: 5, missing', `least: ${value}, missing`)),
      ).toHaveLength(1);
  });

  it('a merge key merges nothing', () =>
    expect(
      reasonsOf(textOf('s7-hebei-notices').replace('period: {length: year}', 'period: {<<: {length: year}}')),
    ).toEqual(['KEY_MISSING', 'KEY_UNKNOWN']));

  it('positions count from one', () => {
    const read = readYaml('schema: 3');
    expect(read.kind === 'read' && read.tree).toMatchObject({ line: 1, column: 1 });
  });
});
