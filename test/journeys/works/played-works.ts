import { createHash } from 'node:crypto';
import type { Campaign } from '../all-goes-wrong/campaign.ts';
import { ALPHA, EXPERTS, LEADER, OFFICER, YEAR } from '../all-goes-wrong/cast.ts';
import { COMMITTEE } from '../demo/world/people.ts';
import { ALL, type Nominee, PlayedNominated, type Unit } from '../played-nominated.ts';

/** Was in the unit of the first work until this year: two persons may find that it does not matter. */
export const FORMER = EXPERTS[6];
/** Whoever of the world sits: of seven five judge each work. */
export const PANEL = EXPERTS;
export const EACH = 5;
/** Points of a hundred, in hundredths, by criterion. */
const MARKS = { theme: 3_600, art: 3_500, fresh: 1_800 } as const;

export type Dealing = Readonly<{
  commitment: string | null;
  missing: boolean;
  seats: readonly Readonly<{ seatId: string; personId: string; entries: number; standing: string; barred: number }>[];
  conflicts: readonly Readonly<{ personId: string; entryId: string; cause: string; dismissed: string | null }>[];
  entries: readonly Readonly<{ entryId: string; evaluators: number }>[];
  deals: readonly Readonly<{ number: number; pairs: number; kept: number; reason: string | null }>[];
}>;
type Deal = Readonly<{
  shares: readonly Readonly<{ seatId: string; entryIds: readonly string[] }>[];
  agrees: boolean;
}>;
type Sheet = Readonly<{ revision: number; entries: readonly Readonly<{ entryId: string }>[] }>;

/** A call for works up to its judging, through the public API alone: one work of each of four units, and seven experts. */
export class PlayedWorks extends PlayedNominated {
  constructor(campaign: Campaign) {
    super(campaign, {
      template: 'works-call',
      titleZh: '示范廉洁文化作品征集（虚构）',
      titleEn: 'Call for works (invented)',
      summary: '原创作品（虚构）。',
      held: YEAR,
      windows: {
        declare: ['02-01', '02-20'],
        review: ['02-21', '02-28'],
        score: ['03-01', '03-31'],
        decide: ['04-01', '04-10'],
        'put-forward': ['04-11', '04-20'],
        commend: ['04-11', '04-20'],
        outside: ['04-21', '12-31'],
      },
    });
  }

  protected override nominee(unit: Unit): Nominee {
    return { track: 'literature', title: `《清风${unit.toUpperCase()}》（虚构）`, documents: ['work'] };
  }

  /** What a unit's work is kept under. */
  fileOf(unit: Unit): string {
    return createHash('sha256')
      .update(Buffer.from(`自查报告（虚构）：${unit}\n`, 'utf8'))
      .digest('hex');
  }

  get path(): string {
    return `/v1/rounds/${this.roundId}/dealing`;
  }

  person(code: string): string {
    return this.campaign.play.person(code);
  }

  /** Until the first day of judging, with the panel in its seats: nothing is dealt. */
  async begin(): Promise<void> {
    const { campaign } = this;
    await this.#move(FORMER, ALPHA);
    await this.#move(FORMER, COMMITTEE);
    await this.open();
    await campaign.day(`${YEAR}-02-02`);
    for (const unit of ALL) await this.nominate(unit);
    await campaign.day(`${YEAR}-02-21`);
    for (const unit of ALL)
      await campaign.order(OFFICER, `/v1/entries/${this.entry(unit)}/review`, {
        outcome: 'passed',
        answers: [{ item: '材料完整性', met: true }],
      });
    await campaign.day(`${YEAR}-03-01`);
    await campaign.settled();
    await this.findRound();
    await campaign.order(OFFICER, `/v1/rounds/${this.roundId}/seats`, {
      seats: PANEL.map((by) => ({ personId: this.person(by), sourceId: 'panel' })),
    });
    await campaign.settled();
  }

  /** He works there from now on, and keeps what he may do. */
  async #move(who: string, to: string): Promise<void> {
    const { campaign } = this;
    const path = `/v1/people/${this.person(who)}/move`;
    const body = { organizationId: campaign.play.organization(to), reason: '工作调动（虚构）。' };
    const asked = await campaign.refused(OFFICER, path, body);
    await campaign.order(OFFICER, path, { ...body, keeps: String(asked.details?.['grantIds']).split(', ') });
    await campaign.settled();
  }

  look(by = OFFICER): Promise<Dealing> {
    return this.campaign.get<Dealing>(by, this.path);
  }

  async deal(lot: string): Promise<void> {
    await this.campaign.order(OFFICER, this.path, { lot });
    await this.campaign.settled();
  }

  dealt(number: number): Promise<Deal> {
    return this.campaign.get<Deal>(OFFICER, `${this.path}/deals/${number}`);
  }

  /** What the latest deal gave to somebody, and what not. */
  async shareOf(by: string): Promise<Readonly<{ own: readonly Unit[]; others: readonly Unit[] }>> {
    const { seats, deals } = await this.look();
    const seatId = seats.find(({ personId }) => personId === this.person(by))?.seatId;
    const { shares } = await this.dealt(deals.length);
    const given = shares.find((share) => share.seatId === seatId)?.entryIds ?? [];
    const isOwn = (unit: Unit): boolean => given.includes(this.entry(unit));
    return { own: ALL.filter(isOwn), others: ALL.filter((unit) => !isOwn(unit)) };
  }

  scores(units: readonly Unit[]) {
    const marks = Object.entries(MARKS).map(([criterionId, mark]) => ({ criterionId, mark }));
    return { scores: units.map((unit) => ({ entryId: this.entry(unit), marks })) };
  }

  sheet(by: string): Promise<Sheet> {
    return this.campaign.get<Sheet>(by, `/v1/rounds/${this.roundId}/sheet`);
  }

  /** Fills in what he was given, and hands it in where it is asked. */
  async write(by: string, handIn: boolean): Promise<void> {
    const { own } = await this.shareOf(by);
    const path = `/v1/rounds/${this.roundId}/sheet`;
    await this.campaign.write(by, path, this.scores(own));
    if (handIn) await this.campaign.order(by, `${path}/submit`);
    await this.campaign.settled();
  }

  /** Out of his seat, before anything was opened. */
  async leave(by: string): Promise<void> {
    const path = `/v1/rounds/${this.roundId}/seats/${this.person(by)}/vacate`;
    await this.campaign.order(OFFICER, path, { reason: 'unavailable' });
    await this.campaign.settled();
  }

  /** Two persons find that where he was before keeps him from nothing. */
  async dismiss(): Promise<void> {
    const { campaign } = this;
    const terms = {
      ...{ act: 'DismissConflict', personId: this.person(FORMER) },
      ...{ entryId: this.entry('a'), reason: 'no-tie' },
    };
    const proposals = `/v1/rounds/${this.roundId}/proposals`;
    await campaign.order(OFFICER, proposals, { terms, why: '只挂职三日（虚构）。' });
    const { items } = await campaign.get<{ items: readonly { proposalId: string }[] }>(LEADER, proposals);
    await campaign.order(LEADER, `${proposals}/${items[0]?.proposalId}/carry-out`);
    await campaign.settled();
  }
}
