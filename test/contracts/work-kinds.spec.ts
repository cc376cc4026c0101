import { describe, expect, it } from '@jest/globals';
import { WORK_KINDS as ofRounds } from '../../services/evaluation/src/application/work/list-work.ts';
import { OPERATORS_WORK_KINDS as ofOperators } from '../../services/gateway/src/routes/work/parked-work.ts';
import { WORK_KINDS as known } from '../../services/gateway/src/routes/work/work-links.ts';
import { WORK_KINDS as ofPeople } from '../../services/membership/src/application/list-work.ts';
import { WORK_KINDS as ofEditions } from '../../services/merit-projects/src/application/work/work-kinds.ts';

describe('the kinds of work', () => {
  it('that services tell of, and what is parked in any of them, are those that have a page in the console, and no word is told by two', () => {
    const told = [...ofRounds, ...ofPeople, ...ofEditions, ...ofOperators];
    expect(told.toSorted()).toEqual([...known].toSorted());
    expect(new Set(told).size).toBe(told.length);
  });
});
