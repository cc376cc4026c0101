import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type HolidayTable, shippedHolidays, withHolidays } from '@jiangong/calendar';
import { isRefusal } from '@jiangong/event-store';
import { programmesAtTheFrontDoor as programmes } from '../../../services/merit-projects/src/adapters/programmes/programmes-at-the-front-door.ts';
import { SYSTEM } from '../../../services/merit-projects/src/domain/by.ts';
import { editionDecider } from '../../../services/merit-projects/src/domain/edition/decider.ts';
import { PARAMETERS } from '../demo/world/edition-calendar.ts';
import { inventedHolidays } from './invented-holidays.ts';
import { dueWithin, windowsFrom } from './windows-from.ts';

const TEMPLATE = join(import.meta.dirname, '../../../libs/programmes/templates/jiangong-edition.yaml');
const DAY_MS = 24 * 60 * 60 * 1_000;

const read = programmes.read(readFileSync(TEMPLATE, 'utf8'));
if (read.kind === 'fault') throw new Error('the shipped template is read');
const holidays: HolidayTable = withHolidays(shippedHolidays, 2027, inventedHolidays(2027));
const compiled = programmes.compile(read.canonicalText, { parameters: PARAMETERS, year: 2026, holidays });
if (compiled.kind === 'fault') throw new Error('the shipped template is compiled');
const { tables, documents, roll, needs, shares, templateId } = compiled;
const { templateHash } = read;

/** What the rule book says to the sample's edition when it is opened then. */
const opening = (now: Date, known: HolidayTable = holidays): string => {
  const named = { editionId: 'e', seriesId: 's', committeeId: 'c', ordinal: 1, titleZh: '示范', titleEn: 'Sample' };
  const decision = editionDecider.decide(editionDecider.initial, {
    ...{ type: 'OpenEdition', now: now.toISOString(), by: SYSTEM, ...named, ...windowsFrom(now) },
    ...{ templateHash, templateId, parameters: PARAMETERS, tables, documents, roll, needs, shares, holidays: known },
  });
  return isRefusal(decision) ? `${decision.reason} ${decision.field ?? ''}` : 'opened';
};

describe("the sample's edition", () => {
  it('is open today, in Shanghai', () => {
    const { year, stages } = windowsFrom(new Date('2026-03-31T20:00:00Z'));
    expect(year).toBe(2026);
    expect(stages[0]).toEqual({ stageId: 'plan', opensOn: '2026-04-01', closesOn: '2026-04-09' });
    expect(stages.at(-1)).toEqual({ stageId: 'commend', opensOn: '2026-05-28', closesOn: '2026-05-31' });
  });

  it('can be opened on every day of the shipped years, with planning open; on the last two for the next year', () => {
    const refused: string[] = [];
    for (let at = Date.UTC(2021, 0, 1, 2); at < Date.UTC(2027, 0, 1); at += DAY_MS) {
      const now = new Date(at);
      const today = now.toISOString().slice(0, 10);
      const { year, stages } = windowsFrom(now);
      const isNext = year !== now.getUTCFullYear();
      expect([today, isNext]).toEqual([today, /-12-3[01]$/.test(today)]);
      const answer = opening(now);
      if (answer !== 'opened') refused.push(`${today} ${answer}`);
      if (!isNext && stages.slice(0, 6).some(({ opensOn, closesOn }) => opensOn > today || closesOn < today))
        refused.push(`${today} is not open`);
    }
    expect(refused).toEqual([]);
  });

  it('needs no days of a year that nobody has entered, but on those two', () => {
    expect(opening(new Date('2026-12-29T02:00:00Z'), shippedHolidays)).toBe('opened');
    expect(opening(new Date('2026-12-30T02:00:00Z'), shippedHolidays)).toBe('YEAR_NOT_KNOWN stages.notice.opensOn');
  });

  it('has nothing that is overdue on the day on which it is loaded, on whatever day that is', () => {
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2026, 11, 30); at += DAY_MS) {
      const now = new Date(at + 4 * 60 * 60 * 1_000);
      const today = now.toISOString().slice(0, 10);
      const { stages } = windowsFrom(now);
      const { begun, done, over } = dueWithin(stages, now);
      const closes = stages.find(({ stageId }) => stageId === 'deliver')?.closesOn ?? '';
      expect([today <= begun, begun <= done, done <= over, over <= closes]).toEqual([true, true, true, true]);
    }
  });
});
