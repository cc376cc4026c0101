import { createHash } from 'node:crypto';
import type { Campaign } from '../all-goes-wrong/campaign.ts';
import { OFFICER, YEAR } from '../all-goes-wrong/cast.ts';
import { ALL, type Nominee, PlayedNominated, secretaryOf, type Unit } from '../played-nominated.ts';

const DOCUMENT = createHash('sha256').update('预赛成绩册（虚构）', 'utf8').digest('hex');

/** A title that means harm wherever it is taken for anything but a text. */
export const HOSTILE_TITLE = '=HYPERLINK("http://evil.example","甲")';

type Version = Readonly<{
  asked: string;
  value: string | null;
  origin: string | null;
  by: string | null;
  settled: boolean;
}>;
export type Measures = Readonly<{
  subject: boolean;
  hindrance: string | null;
  correcting: string | null;
  sources: readonly Readonly<{ sourceId: string; records: boolean }>[];
  values: readonly Readonly<{ sourceId: string; attempt: number; standing: Version; earlier: readonly Version[] }>[];
  proposals: readonly Readonly<{ proposalId: string; attempt: number; asked: string; why: string }>[];
}>;
export type MeasureRows = Readonly<{
  items: readonly Readonly<{
    entryId: string;
    progress: string;
    values: readonly Readonly<{ sourceId: string; attempt: number; value: string }>[];
  }>[];
  sources: readonly Readonly<{ sourceId: string; records: boolean }>[];
}>;

/** An edition of the skills contest up to its heats, through the public API alone: each unit's secretary enters. */
export class PlayedSkills extends PlayedNominated {
  constructor(campaign: Campaign) {
    super(campaign, {
      template: 'skills-contest',
      titleZh: '示范省直机关职工技能比赛（虚构）',
      titleEn: 'Skills contest of the provincial organs (invented)',
      summary: '岗位练兵，成绩突出。',
      held: YEAR,
      windows: {
        declare: ['05-01', '05-20'],
        heats: ['06-01', '06-10'],
        final: ['06-20', '06-22'],
        decide: ['06-23', '06-27'],
        commend: ['06-28', '07-05'],
      },
    });
  }

  protected override nominee(unit: Unit): Nominee {
    const title = unit === 'd' ? HOSTILE_TITLE : `${unit.toUpperCase()}选手（虚构）`;
    const subjectId = this.campaign.play.person(secretaryOf(unit));
    return { track: 'entrant', subjectId, title, documents: ['entry-form'] };
  }

  /** Entered and in its heats. */
  async begin(): Promise<void> {
    const { campaign } = this;
    await campaign.day(`${YEAR}-04-20`);
    await this.open();
    await campaign.day(`${YEAR}-05-02`);
    for (const unit of ALL) await this.nominate(unit);
    await campaign.day(`${YEAR}-06-02`);
    await campaign.settled();
    await this.findRound();
  }

  /** Of one source of the round. */
  source(what: string, sourceId = 'time'): string {
    return `/v1/rounds/${this.roundId}/measures/${sourceId}/${what}`;
  }

  /** Of one unit's values of one source. */
  ofEntry(unit: Unit, what: string, sourceId = 'time'): string {
    return this.about(unit, `measures/${sourceId}/${what}`);
  }

  time(unit: Unit, value: string, attempt = 1): Readonly<Record<string, unknown>> {
    return { entryId: this.entry(unit), attempt, value, dayOf: `${YEAR}-06-02` };
  }

  readonly from = { origin: '预赛成绩册（虚构）', evidence: [DOCUMENT] };

  /** Recorded by the office, all or none. */
  record(...values: readonly Readonly<Record<string, unknown>>[]): Promise<unknown> {
    return this.campaign.order(OFFICER, this.source('values'), { values, ...this.from });
  }

  changed(value: string, because = 'recorded-in-error', attempt = 1): Readonly<Record<string, unknown>> {
    return { asked: 'value', attempt, value, dayOf: `${YEAR}-06-02`, because, ...this.from };
  }

  measures(by: string, unit: Unit): Promise<Measures> {
    return this.campaign.get<Measures>(by, this.about(unit, 'measures'));
  }

  rows(by: string): Promise<MeasureRows> {
    return this.campaign.get<MeasureRows>(by, `/v1/rounds/${this.roundId}/measures`);
  }
}
