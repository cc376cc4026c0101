import { aggregateIdOf } from '@jiangong/event-store';
import type { Clock } from '@jiangong/service-host';
import { editionIdOf } from '../../../services/merit-projects/src/application/streams.ts';
import {
  COMMITTEE,
  DAY,
  SERIES,
  STAGE_DAYS as DAYS_OF_THE_SAMPLE,
} from '../../../services/merit-projects/test/domain/edition-sample.ts';
import type { World } from '../kernel/world.ts';

export { COMMITTEE, DAY, SERIES };

type StageDays = Readonly<{ stageId: string; opensOn: string; closesOn: string }>;

const VOTE: StageDays = { stageId: 'vote', opensOn: '2021-12-01', closesOn: '2021-12-03' };
const SCORE: StageDays = { stageId: 'score', opensOn: '2021-12-05', closesOn: '2021-12-10' };
const APPEAL: StageDays = { stageId: 'appeal', opensOn: '2021-12-11', closesOn: '2021-12-14' };
const DECIDE: StageDays = { stageId: 'decide', opensOn: '2021-12-15', closesOn: '2021-12-20' };

const INSTEAD: Readonly<Record<string, readonly StageDays[]>> = { score: [VOTE, SCORE], decide: [APPEAL, DECIDE] };

/** The calendar of the sample's edition, with a vote before scoring and appeals before the decision: in the template's order. */
export const STAGE_DAYS: readonly StageDays[] = DAYS_OF_THE_SAMPLE.flatMap((days) => INSTEAD[days.stageId] ?? [days]);

/** Days that the sample's edition has not. */
export const LATE_DAY = {
  voted: '2021-12-04T02:00:00.000Z',
  scoring: '2021-12-06T02:00:00.000Z',
  appealing: '2021-12-12T02:00:00.000Z',
  deciding: '2021-12-16T02:00:00.000Z',
} as const;

export const YEAR = 2021;
export const EDITION_ID = editionIdOf(SERIES, YEAR);

const id = (name: string): string => aggregateIdOf(name, 'simulation');

export type Unit = Readonly<{ unitId: string; branchId: string; leaderId: string; officerId: string }>;

/** Of the committee. */
export const OFFICER = id('officer');
export const LEADERS: readonly string[] = ['first', 'second', 'third'].map((name) => id(`leader ${name}`));

/** Of no unit. */
export const EXPERTS: readonly string[] = ['first', 'second', 'third'].map((name) => id(`expert ${name}`));

export const unitNamed = (name: string): Unit => ({
  unitId: id(`unit ${name}`),
  branchId: id(`branch ${name}`),
  leaderId: id(`leader ${name}`),
  officerId: id(`officer ${name}`),
});

export const UNITS: readonly Unit[] = ['a', 'b', 'c'].map(unitNamed);

/** The campaign's calendar runs in days while the platform's runs in milliseconds: the story moves this clock on. */
export class CampaignClock implements Clock {
  readonly #world: World;
  #day: number = Date.parse(DAY.planning);
  #movedAtMs = 0;

  constructor(world: World) {
    this.#world = world;
  }

  now(): string {
    return new Date(this.#day + Math.floor(this.#world.nowMs - this.#movedAtMs)).toISOString();
  }

  move(day: string): void {
    this.#day = Date.parse(day);
    this.#movedAtMs = this.#world.nowMs;
  }
}
