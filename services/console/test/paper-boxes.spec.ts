import { describe, expect, it } from '@jest/globals';
import { type Count, isOvertaken, stoodBy } from '../src/pages/paper-boxes/shared.ts';

const ENTRY = 'the entry';

const counted = (countedBy: string, settledBy: string | null, standing: Count['standing'], entryId = ENTRY): Count =>
  ({ countedBy, settledBy, standing, entries: [{ entryId }] }) as unknown as Count;

const FIRST = counted('a', 'b', 'confirmed');

describe('who may correct what was counted on paper', () => {
  it.each([
    { what: 'nothing was counted yet', counts: [], by: 'a', stands: false },
    { what: 'he counted what stands', counts: [FIRST], by: 'a', stands: true },
    { what: 'he confirmed what stands', counts: [FIRST], by: 'b', stands: true },
    { what: 'two others did', counts: [FIRST], by: 'c', stands: false },
    { what: 'two others have corrected him', counts: [FIRST, counted('c', 'd', 'confirmed')], by: 'a', stands: false },
    {
      what: 'his correction was contradicted',
      counts: [FIRST, counted('c', 'a', 'contradicted')],
      by: 'c',
      stands: false,
    },
    { what: 'his count still waits', counts: [counted('a', null, 'waiting')], by: 'a', stands: false },
    { what: 'it was another entry', counts: [counted('a', 'b', 'confirmed', 'another')], by: 'a', stands: false },
  ])('$what: $stands', ({ counts, by, stands }) => expect(stoodBy({ counts }, ENTRY, by)).toBe(stands));
});

describe('a count that two persons made', () => {
  const later = counted('c', 'd', 'confirmed');
  it.each([
    { what: 'stands until another one was made', counts: [FIRST], is: false },
    { what: 'is overtaken by one that two others made', counts: [FIRST, later], is: true },
    { what: 'stands while the later one waits', counts: [FIRST, counted('c', null, 'waiting')], is: false },
    {
      what: 'stands where the later one was contradicted',
      counts: [FIRST, counted('c', 'd', 'contradicted')],
      is: false,
    },
    {
      what: 'stands where the later one is about another entry',
      counts: [FIRST, counted('c', 'd', 'confirmed', 'another')],
      is: false,
    },
    { what: 'stands where the other one came before', counts: [later, FIRST], is: false },
  ])('$what', ({ counts, is }) => expect(isOvertaken({ counts }, FIRST, ENTRY)).toBe(is));
});
