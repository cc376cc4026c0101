import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Campaign } from '../all-goes-wrong/campaign.ts';
import { ALPHA, BETA, HEIR, INSPECTOR, MERGED, OFFICER, YEAR } from '../all-goes-wrong/cast.ts';
import { COMMITTEE } from '../demo/world/people.ts';

const TEMPLATE = join(import.meta.dirname, '../../../libs/programmes/templates/civilized-units.yaml');

/** The calendar of the template comes a year after the three that it judges. */
export const AFTER = YEAR + 1;

export const UNITS = { a: ALPHA, b: BETA, c: MERGED, d: HEIR } as const;
export type Unit = keyof typeof UNITS;
export const ALL = Object.keys(UNITS) as readonly Unit[];

/** The unit's Party committee puts it forward; its secretary answers for it. */
export const nominatorOf = (unit: Unit): string => `${UNITS[unit]}-officer`;
export const secretaryOf = (unit: Unit): string => `${UNITS[unit]}-secretary`;

/** Marks of study and of virtue, in hundredths of a point. */
const MARKS: Readonly<Record<Unit, readonly [study: number, virtue: number]>> = {
  a: [1_800, 1_800],
  b: [1_900, 1_900],
  c: [1_500, 1_500],
  d: [2_000, 2_000],
};

/** A whole edition of civilized units, through the public API alone. */
export class PlayedCivilized {
  readonly campaign: Campaign;
  readonly #entries = new Map<Unit, string>();
  editionId = '';
  roundId = '';

  constructor(campaign: Campaign) {
    this.campaign = campaign;
  }

  entry(unit: Unit): string {
    const found = this.#entries.get(unit);
    if (found === undefined) throw new Error(`${unit} was not put forward`);
    return found;
  }

  /** What is about one unit's list. */
  about(unit: Unit, what: string): string {
    return `/v1/rounds/${this.roundId}/entries/${this.entry(unit)}/${what}`;
  }

  async open(): Promise<void> {
    const { campaign } = this;
    const committeeId = campaign.play.organization(COMMITTEE);
    const template = await readFile(TEMPLATE, 'utf8');
    const { templateHash } = await campaign.order<{ templateHash: string }>(OFFICER, '/v1/templates', {
      ...{ committeeId, template },
    });
    const window = (stageId: string, opens: string, closes: string) => ({
      ...{ stageId, opensOn: `${AFTER}-${opens}`, closesOn: `${AFTER}-${closes}` },
    });
    const { editionId } = await campaign.order<{ editionId: string }>(OFFICER, '/v1/editions', {
      ...{ committeeId, seriesId: campaign.play.key('civilized'), year: YEAR, templateHash },
      titleZh: '示范省直机关文明单位评选（虚构）',
      titleEn: 'Civilized units of the provincial organs (invented)',
      parameters: {},
      stages: [
        window('declare', '01-05', '01-31'),
        window('clear', '02-01', '02-15'),
        window('check', '02-16', '03-31'),
        window('decide', '04-01', '04-10'),
        window('notice', '04-11', '04-19'),
        window('commend', '04-20', '05-31'),
      ],
    });
    this.editionId = editionId;
  }

  async nominate(unit: Unit): Promise<void> {
    const { campaign, editionId } = this;
    const by = nominatorOf(unit);
    const report = Buffer.from(`自查报告（虚构）：${unit}\n`, 'utf8');
    const sha256 = createHash('sha256').update(report).digest('hex');
    await campaign.play.as(by).upload('/v1/evidence', report, { 'content-type': 'text/plain' });
    const unitId = campaign.play.organization(UNITS[unit]);
    const { entryId } = await campaign.order<{ entryId: string }>(by, '/v1/nominations', {
      ...{ editionId, nominatorId: unitId, track: 'unit', subjectId: unitId },
      ...{ title: `${unit.toUpperCase()}厅（虚构）`, answerable: [campaign.play.person(secretaryOf(unit))] },
      ...{ summary: '三年来创建成效明显。', evidence: [sha256] },
      documents: [{ document: 'self-report', sha256 }],
    });
    this.#entries.set(unit, entryId);
  }

  async clear(unit: Unit): Promise<void> {
    const path = `/v1/entries/${this.entry(unit)}`;
    await this.campaign.order(OFFICER, `${path}/clearance-request`, { scopes: ['entry'] });
    await this.campaign.order(INSPECTOR, `${path}/clearance`, {
      opinions: [{ scope: 'entry', outcome: 'cleared' }],
      opinionNumber: `示纪审${ALL.indexOf(unit) + 1}号`,
      why: '',
    });
  }

  async findRound(): Promise<void> {
    const { items } = await this.campaign.get<{ items: readonly { roundId: string; status: string }[] }>(
      OFFICER,
      `/v1/rounds?editionId=${this.editionId}`,
    );
    const [round] = items;
    if (round?.status !== 'open') throw new Error(`the check has no open round: ${round?.status ?? 'none'}`);
    this.roundId = round.roundId;
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
