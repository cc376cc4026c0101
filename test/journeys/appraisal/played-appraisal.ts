import { createHash } from 'node:crypto';
import type { Campaign } from '../all-goes-wrong/campaign.ts';
import { OFFICER } from '../all-goes-wrong/cast.ts';
import { AFTER, ALL, nominatorOf, PlayedNominated, type Unit } from '../played-nominated.ts';

const DOCUMENT = createHash('sha256').update('表彰决定（虚构）', 'utf8').digest('hex');

export type Claim = Readonly<{
  claimId: string;
  honour: string;
  honourId: string;
  standing: string;
  points: number;
  account: string;
  verdict: Readonly<{ points: number; why: string; reason: string | null; decidedBy: unknown }> | null;
  evidence: readonly string[];
  earlier: readonly unknown[];
}>;
export type Bonus = Readonly<{
  subject: boolean;
  deciding: string | null;
  groups: readonly Readonly<{ groupId: string; claims: boolean; decides: boolean }>[];
  claims: readonly Claim[];
  proposals: readonly Readonly<{ proposalId: string; claimId: string }>[];
}>;

/** An edition of the appraisal of units, through the public API alone. */
export class PlayedAppraisal extends PlayedNominated {
  constructor(campaign: Campaign) {
    super(campaign, {
      template: 'unit-appraisal',
      titleZh: '示范省直机关党建工作实绩考核（虚构）',
      titleEn: 'Appraisal of Party work of the provincial organs (invented)',
      summary: '年度党建工作自查完成。',
      windows: {
        declare: ['01-04', '01-15'],
        clear: ['01-16', '01-25'],
        check: ['01-26', '02-28'],
        decide: ['03-01', '03-10'],
        notice: ['03-11', '03-19'],
        appeal: ['03-11', '03-19'],
        commend: ['03-20', '04-30'],
      },
    });
  }

  /** From its opening to the window in which it is filled: every unit has declared itself and is cleared. */
  async toItsWindow(): Promise<void> {
    const { campaign } = this;
    await campaign.day(`${AFTER}-01-02`);
    await this.open();
    await campaign.day(`${AFTER}-01-05`);
    for (const unit of ALL) await this.nominate(unit);
    await campaign.day(`${AFTER}-01-17`);
    for (const unit of ALL) await this.clear(unit);
    await campaign.settled();
    await campaign.day(`${AFTER}-01-28`);
    await campaign.settled();
    await this.findRound();
  }

  claim(itemId: string, honour: string, over: object = {}): Readonly<Record<string, unknown>> {
    return {
      ...{ sourceId: 'bonus', itemId, honour, achievedOn: '2024-07-01', evidence: [DOCUMENT] },
      ...{ account: '表彰决定附后（虚构）。', ...over },
    };
  }

  async claims(unit: Unit, claim: Readonly<Record<string, unknown>>): Promise<string> {
    const { claimId } = await this.campaign.order<{ claimId: string }>(
      nominatorOf(unit),
      this.about(unit, 'bonus-claims'),
      claim,
    );
    return claimId;
  }

  /** Granted by the office, at a level or with points. */
  grant(unit: Unit, claimId: string, verdict: object, why = ''): Promise<unknown> {
    return this.campaign.order(OFFICER, this.about(unit, `bonus-claims/${claimId}/decide`), {
      verdict: { outcome: 'granted', ...verdict },
      why,
    });
  }

  bonus(by: string, unit: Unit): Promise<Bonus> {
    return this.campaign.get<Bonus>(by, this.about(unit, 'bonus'));
  }
}
