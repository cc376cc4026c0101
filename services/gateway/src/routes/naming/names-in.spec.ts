import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { entryRef, idsIn, namesIn, type NamedKind, organizationRef, personRef, refBy, withNames } from './index.ts';

const answer = z.object({
  items: z.array(
    z.object({
      nominatorId: organizationRef(),
      heirId: organizationRef().nullable().meta({ description: 'Described' }),
      answerable: z.array(personRef()),
      subjectKind: z.string(),
      subjectId: refBy('subjectKind', { person: 'person' }),
      marks: z.record(z.string(), z.object({ entryId: entryRef() })),
      title: z.string(),
    }),
  ),
});
const names = namesIn(answer);

const row = {
  nominatorId: 'o1',
  heirId: null,
  answerable: ['p1', 'p2'],
  subjectKind: 'person',
  subjectId: 'p3',
  marks: { a: { entryId: 'e1' } },
  title: '项目',
};
const nameOf = (kind: NamedKind, id: string) => (id === 'p2' ? null : { zh: `${kind} ${id}`, en: null });
const told = (body: unknown): unknown => names && withNames(names, body, nameOf);

describe('an answer with names', () => {
  it('takes for an id whose kind is told beside it whatever the log calls a thing: an id, a service, a stream', () => {
    const { shape } = answer.shape.items.element;
    const stream = 'merit-projects.entries-7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3c01-7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3c02';
    for (const told of [stream, 'audit', '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3c01'])
      expect(shape.subjectId.safeParse(told).success).toBe(true);
    for (const none of ['', 'two words', '名称']) expect(shape.subjectId.safeParse(none).success).toBe(false);
  });

  it('has a name beside each id, in the order of the ids, and null where there is none', () => {
    expect(told({ items: [row] })).toEqual({
      items: [
        {
          ...row,
          nominatorName: { zh: 'organization o1', en: null },
          heirName: null,
          answerableNames: [{ zh: 'person p1', en: null }, null],
          subjectName: { zh: 'person p3', en: null },
          marks: { a: { entryId: 'e1', entryName: { zh: 'entry e1', en: null } } },
        },
      ],
    });
  });

  it('names nothing where the word beside an id says that it is of another kind', () => {
    expect(told({ items: [{ ...row, subjectKind: 'project' }] })).toMatchObject({ items: [{ subjectName: null }] });
  });

  it('asks for each id once', () => {
    expect(names && idsIn(names, { items: [row, row] })).toEqual(
      new Map([
        ['organization', new Set(['o1'])],
        ['person', new Set(['p1', 'p2', 'p3'])],
        ['entry', new Set(['e1'])],
      ]),
    );
  });

  it('is left as it is where it has no ids', () => {
    expect(namesIn(z.object({ title: z.string(), receipt: z.array(z.object({ hash: z.string() })) }))).toBeUndefined();
  });

  it('does not take the place of a field that is declared', () => {
    expect(() => namesIn(z.object({ personId: personRef(), personName: z.string() }))).toThrow(
      'personName is declared',
    );
  });
});
