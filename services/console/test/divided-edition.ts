import type { Campaign } from '../../../test/journeys/all-goes-wrong/campaign.ts';
import { OFFICER, wrongWorld } from '../../../test/journeys/all-goes-wrong/cast.ts';
import type { World } from '../../../test/journeys/demo/world/invented-world.ts';
import { type Unit, UNITS } from '../../../test/journeys/played-nominated.ts';
import { PlayedOnRoll } from '../../../test/journeys/played-on-roll.ts';
import { deputiesOf } from '../../../test/journeys/programme/acts/unit-deciding.ts';

/** Beside the officer of a unit one more who sits in its committee: a body is of several. */
export const deputyOf = (unit: Unit): string => deputiesOf(UNITS[unit])[0] ?? '';

export const worldOfBodies = (): World => {
  const world = wrongWorld();
  const deputies = world.units.flatMap(({ code: unit }) =>
    deputiesOf(unit).map((code, at) => ({
      ...{ code, name: `机关党委委员${at + 1}（虚构）`, login: code, home: unit },
      grants: [{ role: 'unit-officer', organization: unit }] as const,
    })),
  );
  return { ...world, people: [...world.people, ...deputies] };
};

/** A check of branches by a list: over what it comes to each unit's committee decides for its own. */
export class DividedEdition extends PlayedOnRoll {
  constructor(campaign: Campaign, changed?: (template: string) => string) {
    super(campaign, {
      template: 'branch-checklist',
      titleZh: '党支部标准化检查（虚构）',
      titleEn: 'Check of branches by a list (invented)',
      summary: '',
      windows: {},
      ...(changed === undefined ? {} : { changed }),
    });
  }

  async tally(): Promise<void> {
    type Rounds = Readonly<{ items: readonly Readonly<{ roundId: string; status: string }>[] }>;
    const { items } = await this.campaign.get<Rounds>(OFFICER, `/v1/rounds?editionId=${this.editionId}`);
    const closed = items.find(({ status }) => status === 'closed');
    if (closed === undefined) throw new Error(`no round is closed: ${items.map(({ status }) => status).join(', ')}`);
    this.roundId = closed.roundId;
    await this.campaign.order(OFFICER, `/v1/rounds/${this.roundId}/tally`, {});
    await this.campaign.settled();
  }

  /** The part that a unit decides over, as somebody finds it. */
  async partOf(unit: Unit, by: string): Promise<string> {
    type Parts = Readonly<{ parts: readonly Readonly<{ partId: string; unitId: string }>[] }>;
    const { parts } = await this.campaign.get<Parts>(by, `/v1/rounds/${this.roundId}/parts`);
    const own = parts.find(({ unitId }) => unitId === this.campaign.play.organization(UNITS[unit]));
    if (own === undefined) throw new Error(`${by} finds no part of ${unit}`);
    return own.partId;
  }
}
