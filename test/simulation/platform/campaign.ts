import { aggregateIdOf } from '@jiangong/event-store';
import type { Clock } from '@jiangong/service-host';
import { editionIdOf } from '../../../services/merit-projects/src/application/streams.ts';
import { COMMITTEE, DAY, SERIES, STAGE_DAYS } from '../../../services/merit-projects/test/domain/edition-sample.ts';
import type { World } from '../kernel/world.ts';

export { COMMITTEE, DAY, SERIES, STAGE_DAYS };

export const YEAR = 2021;
export const EDITION_ID = editionIdOf(SERIES, YEAR);

const id = (name: string): string => aggregateIdOf(name, 'simulation');

export type Unit = Readonly<{ unitId: string; branchId: string; leaderId: string; officerId: string }>;

/** Of the committee. */
export const OFFICER = id('officer');

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
