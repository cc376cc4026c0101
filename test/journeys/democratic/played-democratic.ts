import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Campaign } from '../all-goes-wrong/campaign.ts';
import { ALPHA, BETA, HEIR, INSPECTOR, MERGED, OFFICER, wrongWorld, YEAR } from '../all-goes-wrong/cast.ts';
import type { World } from '../demo/world/invented-world.ts';
import { COMMITTEE } from '../demo/world/people.ts';
import { blindToken, type Kept, unblind } from '../../../services/evaluation/test/voter.ts';

const TEMPLATES = join(import.meta.dirname, '../../../libs/programmes/templates');

/** What is played: a shipped template whose stages are those of the appraisal, in another wording where there is one, and what its edition is called. */
export type Played = Readonly<{
  template: string;
  reworded?: (text: string) => string;
  series: string;
  titleZh: string;
  titleEn: string;
}>;

const APPRAISAL: Played = {
  ...{ template: 'democratic-appraisal.yaml', series: 'appraisal' },
  titleZh: '示范省直机关党委民主测评（虚构）',
  titleEn: 'Democratic appraisal of Party committees (invented)',
};

/** The same poll on papers that pick one name at most. */
export const PICKING: Played = {
  ...{ template: 'approval-poll.yaml', series: 'picking' },
  reworded: (text) =>
    text
      .replace(/ {4}levels:[\s\S]*?(?= {4}electorates:)/u, '    pick: {atMost: 1}\n')
      .replace(/ {2}fullShare:.*\n/u, '')
      .replace(/ {4}controls:.*\n/u, '')
      .replace(/ {6}- \{id: worked[\s\S]*?(?= {4}score:)/u, '      - {id: approved, take: poll}\n')
      .replace('ties: [worked], ', ''),
  titleZh: '示范省直机关推荐测评（虚构）',
  titleEn: 'Picking of Party committees (invented)',
};

/** A poll whose papers ask several questions, and may hold so many of the best answers. */
export const APPROVAL: Played = {
  ...{ template: 'approval-poll.yaml', series: 'approval' },
  titleZh: '示范省直机关党委群众认可度测评（虚构）',
  titleEn: 'Approval poll on Party committees (invented)',
};

export const UNITS = { a: ALPHA, b: BETA, c: MERGED, d: HEIR } as const;
export type Unit = keyof typeof UNITS;
export const ALL = Object.keys(UNITS) as readonly Unit[];

/** So many members of each unit have a vote; of the third one too few. */
const MEMBERS: Readonly<Record<Unit, number>> = { a: 12, b: 10, c: 3, d: 7 };

/** And so many masses: of all units but the first too few to be told apart from its members, of the third one too few with them. */
const MASSES: Readonly<Record<Unit, number>> = { a: 6, b: 2, c: 1, d: 2 };

export const massesOf = (unit: Unit): readonly string[] =>
  Array.from({ length: MASSES[unit] }, (_, at) => `${UNITS[unit]}-mass-${at + 1}`);

/** Who votes in the same box about the unit: where masses are few, they and the members. */
export const votersOf = (unit: Unit): readonly string[] => [...membersOf(unit), ...massesOf(unit)];

export const membersOf = (unit: Unit): readonly string[] =>
  Array.from({ length: MEMBERS[unit] }, (_, at) => `${UNITS[unit]}-member-${at + 1}`);

/** The small world of the other journeys, with members who vote. */
export const votingWorld = (): World => {
  const world = wrongWorld();
  const members = ALL.flatMap((unit) =>
    membersOf(unit).map((code, at) => ({
      ...{ code, name: `党员${unit.toUpperCase()}${at + 1}（虚构）`, login: code, home: UNITS[unit] },
      grants: [{ role: 'member' as const, organization: UNITS[unit] }],
    })),
  );
  const masses = ALL.flatMap((unit) =>
    massesOf(unit).map((code, at) => ({
      ...{ code, name: `群众${unit.toUpperCase()}${at + 1}（虚构）`, login: code, home: UNITS[unit] },
      grants: [{ role: 'mass-voter' as const, organization: UNITS[unit] }],
    })),
  );
  return { ...world, people: [...world.people, ...members, ...masses] };
};

export type MyBallot = Readonly<{
  ballotId: string;
  roundId: string;
  stage: string;
  issueUntil: string;
  collected: boolean;
  levels: readonly Readonly<{ level: string; nameZh: string }>[];
  boxes: readonly Readonly<{
    boxId: string;
    entryId: string;
    title: string;
    publicKey: string;
    opens: boolean;
    groups: readonly Readonly<{ electorate: string; nameZh: string; withSuperior: boolean }>[];
    entries: readonly Readonly<{ entryId: string; title: string }>[];
    fullMost: number | null;
  }>[];
  questions: readonly Readonly<{ question: string; nameZh: string }>[];
  isOnPapers: boolean;
}>;

/** What a voter's browser keeps: nobody else has it. */
export type Token = Kept & Readonly<{ ballotId: string; signature: string }>;

const nominatorOf = (unit: Unit): string => `${UNITS[unit]}-officer`;

/** A whole edition of the democratic appraisal, through the public API alone. */
export class PlayedAppraisal {
  readonly campaign: Campaign;
  readonly #played: Played;
  readonly #entries = new Map<Unit, string>();
  editionId = '';
  roundId = '';

  constructor(campaign: Campaign, played: Played = APPRAISAL) {
    this.campaign = campaign;
    this.#played = played;
  }

  entry(unit: Unit): string {
    const found = this.#entries.get(unit);
    if (found === undefined) throw new Error(`${unit} was not put forward`);
    return found;
  }

  async open(): Promise<void> {
    const { campaign } = this;
    const committeeId = campaign.play.organization(COMMITTEE);
    const { template: file, reworded = (text) => text, series, titleZh, titleEn } = this.#played;
    const template = reworded(await readFile(join(TEMPLATES, file), 'utf8'));
    const { templateHash } = await campaign.order<{ templateHash: string }>(OFFICER, '/v1/templates', {
      ...{ committeeId, template },
    });
    const window = (stageId: string, opens: string, closes: string) => ({
      ...{ stageId, opensOn: `${YEAR}-${opens}`, closesOn: `${YEAR}-${closes}` },
    });
    const { editionId } = await campaign.order<{ editionId: string }>(OFFICER, '/v1/editions', {
      ...{ committeeId, seriesId: campaign.play.key(series), year: YEAR, templateHash },
      ...{ titleZh, titleEn },
      parameters: {},
      stages: [
        window('declare', '09-05', '09-25'),
        window('clear', '09-26', '10-15'),
        window('vote', '10-16', '11-05'),
        window('decide', '11-06', '11-15'),
        window('notice', '11-16', '11-25'),
        window('commend', '11-26', '12-31'),
      ],
    });
    this.editionId = editionId;
  }

  async nominate(unit: Unit): Promise<void> {
    const { campaign, editionId } = this;
    const by = nominatorOf(unit);
    const report = Buffer.from(`述职报告（虚构）：${unit}\n`, 'utf8');
    const sha256 = createHash('sha256').update(report).digest('hex');
    await campaign.play.as(by).upload('/v1/evidence', report, { 'content-type': 'text/plain' });
    const unitId = campaign.play.organization(UNITS[unit]);
    const { entryId } = await campaign.order<{ entryId: string }>(by, '/v1/nominations', {
      ...{ editionId, nominatorId: unitId, track: 'committee', subjectId: unitId },
      ...{
        title: `${unit.toUpperCase()}厅机关党委（虚构）`,
        answerable: [campaign.play.person(`${UNITS[unit]}-secretary`)],
      },
      ...{ summary: '一年来履职情况。', evidence: [sha256] },
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

  /** Opened, every unit put forward and cleared, on the second day of the vote: tokens are being issued. */
  async toItsVote(): Promise<void> {
    const { campaign } = this;
    await campaign.day(`${YEAR}-09-02`);
    await this.open();
    await campaign.day(`${YEAR}-09-06`);
    for (const unit of ALL) await this.nominate(unit);
    await campaign.day(`${YEAR}-09-28`);
    for (const unit of ALL) await this.clear(unit);
    await campaign.settled();
    await campaign.day(`${YEAR}-10-17`);
    await campaign.settled();
  }

  async mine(by: string): Promise<MyBallot> {
    const { items } = await this.campaign.get<{ items: readonly MyBallot[] }>(by, '/v1/my-ballots');
    const [ballot] = items;
    if (ballot === undefined) throw new Error(`${by} has no ballot`);
    this.roundId = ballot.roundId;
    return ballot;
  }

  /** One blinded token for each box, as the browser makes them. */
  async blinded(by: string): Promise<readonly Kept[]> {
    return Promise.all((await this.mine(by)).boxes.map(blindToken));
  }

  bodyOf(kept: readonly Kept[]) {
    return { sourceId: 'poll', requests: kept.map(({ boxId, blinded }) => ({ boxId, blinded })) };
  }

  get tokensPath(): string {
    return `/v1/rounds/${this.roundId}/ballot-tokens`;
  }

  /** Asks, and makes a token of the answer. */
  async collect(by: string, kept: readonly Kept[]): Promise<Token> {
    const { ballotId } = await this.mine(by);
    const { signatures } = await this.campaign.order<{
      signatures: readonly Readonly<{ boxId: string; blindSignature: string }>[];
    }>(by, this.tokensPath, this.bodyOf(kept));
    const [one] = kept;
    if (one === undefined) throw new Error(`${by} has no box`);
    return { ...one, ballotId, signature: await unblind(one, signatures[0]?.blindSignature ?? '') };
  }

  ballot({ boxId, token, signature }: Token, level: string) {
    return { boxId, token, signature, level };
  }

  /** In nobody's name: the public has an empty jar. */
  async vote(token: Token, level: string): Promise<void> {
    const { play } = this.campaign;
    const key = play.key(`ballot ${token.token} ${level} ${Math.random()}`);
    await play.public.order({ path: `/v1/public/ballots/${token.ballotId}`, key, body: this.ballot(token, level) });
  }

  async refusedVote(token: Token, level: string): Promise<string | undefined> {
    const path = `/v1/public/ballots/${token.ballotId}`;
    const body = this.ballot(token, level);
    const { play } = this.campaign;
    return (await play.public.refused({ method: 'POST', path, body, key: play.key(`refused ${Math.random()}`) }))
      .reason;
  }
}
