import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { PlayedCivilized } from '../../../test/journeys/civilized/played-civilized.ts';
import { COMMITTEE } from '../../../test/journeys/demo/world/people.ts';
import { AFTER, nominatorOf, secretaryOf, type Unit, UNITS } from '../../../test/journeys/played-nominated.ts';
import { NominatedCampaign } from './nominated-campaign.ts';

const TEMPLATE = join(import.meta.dirname, '../../../libs/programmes/templates/demonstration-points.yaml');

/** Branches put forward as demonstration points, whose review is open: one is returned, one waits. */
export class NeededCampaign extends NominatedCampaign<PlayedCivilized> {
  editionId = '';
  readonly entries = new Map<Unit, string>();

  static async start(): Promise<NeededCampaign> {
    const played = await NominatedCampaign.played(
      (campaign) => new PlayedCivilized(campaign),
      ({ campaign }) => campaign.day(`${AFTER}-03-02`),
    );
    const needed = new NeededCampaign(played, `${AFTER}-04-03`);
    await needed.#open();
    for (const unit of ['a', 'b'] as const) await needed.#nominate(unit);
    await played.campaign.day(`${AFTER}-04-03`);
    await played.campaign.order(OFFICER, `/v1/entries/${needed.entries.get('b')}/return`, {
      ...{ reasons: ['请补充推广情况（虚构）。'], redeclareBy: `${AFTER}-04-10` },
    });
    await played.campaign.settled();
    return needed;
  }

  async #open(): Promise<void> {
    const { campaign } = this.played;
    const committeeId = campaign.play.organization(COMMITTEE);
    const template = await readFile(TEMPLATE, 'utf8');
    const { templateHash } = await campaign.order<{ templateHash: string }>(OFFICER, '/v1/templates', {
      ...{ committeeId, template },
    });
    const { editionId } = await campaign.order<{ editionId: string }>(OFFICER, '/v1/editions', {
      ...{ committeeId, seriesId: campaign.play.key('points'), year: AFTER - 1, templateHash, stages: [] },
      ...{ titleZh: '支部标准化示范点命名（虚构）', titleEn: 'Demonstration points (invented)', parameters: {} },
    });
    this.editionId = editionId;
  }

  async #nominate(unit: Unit): Promise<void> {
    const { play } = this.played.campaign;
    const report = Buffer.from(`示范点材料（虚构）：${unit}\n`, 'utf8');
    const by = nominatorOf(unit);
    await play.as(by).upload('/v1/evidence', report, { 'content-type': 'text/plain' });
    const { entryId } = await this.played.campaign.order<{ entryId: string }>(by, '/v1/nominations', {
      ...{ editionId: this.editionId, nominatorId: play.organization(UNITS[unit]), track: 'branch' },
      ...{ subjectId: play.organization(`${UNITS[unit]}-b1`), title: `${unit.toUpperCase()}厅第一党支部（虚构）` },
      ...{ answerable: [play.person(secretaryOf(unit))], summary: '标准化建设成效明显（虚构）。' },
      evidence: [createHash('sha256').update(report).digest('hex')],
    });
    this.entries.set(unit, entryId);
  }
}
