import { describe, expect, it } from '@jest/globals';
import { changedFields, type Declared, DECLARED_FIELDS } from '../src/application/declared-versions.ts';

const first: Declared = {
  ...{ title: '一网通办提速', answerable: ['leader', 'second'], home: 'unit', capacity: null, continues: null },
  ...{ summary: '全部上线。', evidence: ['a', 'b'], dossier: null },
};

describe('what differs between two versions that were declared', () => {
  it('nothing before the first, nothing where nothing changed', () => {
    expect(changedFields(undefined, first)).toStrictEqual([]);
    expect(changedFields(first, { ...first })).toStrictEqual([]);
  });

  it.each(DECLARED_FIELDS)('%s', (field) => {
    const other = Array.isArray(first[field]) ? ['c'] : 'another';
    expect(changedFields(first, { ...first, [field]: other })).toStrictEqual([field]);
  });

  it('the order of people counts, that of files does not', () => {
    expect(changedFields(first, { ...first, answerable: ['second', 'leader'] })).toStrictEqual(['answerable']);
    expect(changedFields(first, { ...first, evidence: ['b', 'a'] })).toStrictEqual([]);
  });
});
