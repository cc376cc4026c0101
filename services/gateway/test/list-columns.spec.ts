import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { exportableLists } from '../src/adapters/http/export-routes.ts';
import { columnTitles } from '../src/routes/column-titles.ts';
import { pageAnswer } from '../src/routes/fields.ts';
import { columnsOf, lineOf } from '../src/routes/list-columns.ts';
import { everyRoute } from './every-route.ts';

const lists = exportableLists(everyRoute);

const inner = z.object({ zh: z.string(), en: z.string().nullable() }).meta({ id: 'InnerOfColumns' });
const row = z.object({
  id: z.string(),
  title: inner,
  award: inner.nullable(),
  answerable: z.array(z.string()),
  stages: z.array(z.object({ state: z.string() })),
  featured: z.boolean(),
  quota: z.number().int().nullable(),
});

describe('lists as tables', () => {
  it('every list can be exported, and every column of it has a title in both languages', () => {
    expect([...lists.keys()]).toEqual(
      expect.arrayContaining(['/v1/entries', '/v1/organizations', '/v1/people', '/v1/audit/events']),
    );
    const untitled = [...lists].flatMap(([path, { columns }]) =>
      columns
        .filter(({ isName }) => !isName)
        .flatMap(({ path: names }) =>
          names.filter((name) => columnTitles[name] === undefined).map((name) => `${path}: ${name}`),
        ),
    );
    expect(untitled).toEqual([]);
    const used = new Set([...lists.values()].flatMap(({ columns }) => columns.flatMap(({ path }) => path)));
    expect(Object.keys(columnTitles).filter((name) => !used.has(name))).toEqual([]);
  });

  it('what stands within another is a column of its own, named by both', () => {
    const columns = columnsOf({ answer: pageAnswer(row) });
    expect(columns?.map(({ zh, en }) => [zh, en])).toEqual([
      ['编号', 'Id'],
      ['标题·中文', 'Title · Chinese'],
      ['标题·英文', 'Title · English'],
      ['奖项·中文', 'Award · Chinese'],
      ['奖项·英文', 'Award · English'],
      ['负责人', 'Answerable'],
      ['各阶段', 'Stages'],
      ['宣传推介', 'Featured'],
      ['名额', 'Quota'],
    ]);
    const one = {
      id: 'a',
      title: { zh: '甲', en: null },
      award: null,
      answerable: ['x', 'y'],
      stages: [{ state: 'open' }],
    };
    expect(lineOf({ ...one, featured: true, quota: 0 }, columns ?? [])).toEqual([
      ...['a', '甲', null, null, null, 'x；y', '[{"state":"open"}]', true, 0],
    ]);
  });

  it('what is no list is none', () => {
    expect(columnsOf({ answer: z.object({ items: z.array(row) }) })).toBeUndefined();
    expect(columnsOf({ answer: z.unknown() })).toBeUndefined();
    expect(lists.has('/v1/public/notices')).toBe(false);
  });
});
