import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPPOSITES } from './opposites.ts';
import { withoutOpposite } from './without-opposite.ts';
import { filesUnder, ROOT } from './run-tool.ts';
import { factTypesIn } from './text-laws.ts';

const typesOf = (service: string): readonly string[] => [
  ...new Set(
    filesUnder(`services/${service}/src/domain`, '.ts')
      .filter((file) => !file.endsWith('.spec.ts'))
      .flatMap((file) => factTypesIn(readFileSync(join(ROOT, file), 'utf8'))),
  ),
];

describe('laws: every lasting act has an opposite, or says why none is wanted', () => {
  it.each(Object.entries(OPPOSITES))('%s', (service, rows) => {
    expect(typesOf(service).length).toBeGreaterThan(0);
    expect(withoutOpposite(typesOf(service), rows)).toEqual([]);
  });
  it('bites', () =>
    expect(
      withoutOpposite(['Opened.v1', 'Closed.v1', 'Told.v1', 'Forgotten.v1', 'Alone.v1'], {
        'Opened.v1': ['Closed.v1'],
        'Closed.v1': ['Reopened.v1'],
        'Told.v1': 'because',
        'Gone.v1': ['Opened.v1'],
        'Alone.v1': [],
      }),
    ).toEqual([
      'Forgotten.v1 has no row',
      'Closed.v1: Reopened.v1 is no fact',
      'Told.v1 says no reason',
      'Gone.v1 is no fact',
      'Alone.v1 has no opposite',
    ]));
});
