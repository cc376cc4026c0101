import type { Campaign } from '../all-goes-wrong/campaign.ts';
import { OFFICER } from '../all-goes-wrong/cast.ts';
import { PlayedNominated, type Unit } from '../played-nominated.ts';

export { AFTER, ALL, nominatorOf, secretaryOf, type Unit } from '../played-nominated.ts';

/** Marks of study and of virtue, in hundredths of a point. */
const MARKS: Readonly<Record<Unit, readonly [study: number, virtue: number]>> = {
  a: [1_800, 1_800],
  b: [1_900, 1_900],
  c: [1_500, 1_500],
  d: [2_000, 2_000],
};

/** A whole edition of civilized units, through the public API alone. */
export class PlayedCivilized extends PlayedNominated {
  constructor(campaign: Campaign) {
    super(campaign, {
      template: 'civilized-units',
      titleZh: '示范省直机关文明单位评选（虚构）',
      titleEn: 'Civilized units of the provincial organs (invented)',
      summary: '三年来创建成效明显。',
      windows: {
        declare: ['01-05', '01-31'],
        clear: ['02-01', '02-15'],
        check: ['02-16', '03-31'],
        decide: ['04-01', '04-10'],
        notice: ['04-11', '04-19'],
        commend: ['04-20', '05-31'],
      },
    });
  }

  finding(itemId: string, effectiveOn: string, count = 1): Readonly<Record<string, unknown>> {
    return { sourceId: 'standard', itemId, effectiveOn, count, finding: `${itemId}：经查属实（虚构）。` };
  }

  async find(by: string, unit: Unit, finding: Readonly<Record<string, unknown>>): Promise<string> {
    const { occurrenceId } = await this.campaign.order<{ occurrenceId: string }>(
      by,
      this.about(unit, 'occurrences'),
      finding,
    );
    return occurrenceId;
  }

  async review(unit: Unit): Promise<void> {
    for (const [at, itemId] of ['study', 'virtue'].entries())
      await this.campaign.order(OFFICER, this.about(unit, 'item-reviews'), {
        ...{ sourceId: 'standard', itemId, period: 1, points: [MARKS[unit][at]], remark: '查阅台账，现场核查。' },
      });
  }
}
