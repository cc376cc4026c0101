import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { absentIn, withNulls } from './absent-texts.ts';
import { answerWords } from './answer-words.ts';
import { day, dayOrInstant, word } from './fields.ts';

const schema = z.object({
  title: z.string(),
  endsOn: day().nullable(),
  since: dayOrInstant().nullable(),
  kind: word(answerWords.dissolution).nullable(),
  rows: z.array(z.object({ note: z.string().nullable(), text: z.string() })),
  byId: z.record(z.string(), z.object({ note: z.string().nullable() })),
  decision: z.object({ number: z.string().nullable() }).nullable(),
});

describe('an empty text of a service', () => {
  it('is null where the answer says that it may be absent, and stays where not', () => {
    const absent = absentIn(schema);
    expect(absent).toBeDefined();
    if (absent === undefined) return;
    const given = {
      title: '',
      endsOn: '',
      since: '',
      kind: '',
      rows: [
        { note: '', text: '' },
        { note: '记', text: '文' },
      ],
      byId: { a: { note: '' } },
      decision: { number: '' },
    };
    expect(withNulls(absent, given)).toEqual({
      title: '',
      endsOn: null,
      since: null,
      kind: null,
      rows: [
        { note: null, text: '' },
        { note: '记', text: '文' },
      ],
      byId: { a: { note: null } },
      decision: { number: null },
    });
    expect(given.endsOn).toBe('');
    expect(withNulls(absent, { ...given, decision: null })).toMatchObject({ decision: null });
  });

  it('is not looked for in an answer that has no such field', () => {
    expect(absentIn(z.object({ title: z.string(), rows: z.array(z.object({ text: z.string() })) }))).toBeUndefined();
  });
});
