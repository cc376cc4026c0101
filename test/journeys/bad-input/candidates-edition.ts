import { createHash } from 'node:crypto';
import { morningOf } from '../demo/world/edition-calendar.ts';
import { FIRST_OFFICER } from '../demo/world/people.ts';
import { findRound } from '../programme/acts/scoring.ts';
import { opened, OpenedEdition, YEAR } from './opened-edition.ts';

const NEEDS = { units: 5, experts: 0, body: 3, voters: [], members: true };
const TEMPLATE = `
schema: 2
id: standing
name: [支部推荐, Candidates of branches]
source: "Of this test."
period: {length: once}
subjects: [{id: member, name: [优秀党员, Outstanding member], kind: person, asOf: 03-01, quota: {of: unit, count: 1}}]
intake: {how: put-forward, from: branch-vote, by: nominator, asOf: 03-01, documents: [deeds]}
parties:
  proposer: {role: branch-secretary, scope: home}
  voters: {role: member, scope: home}
  nominator: {role: unit-officer, scope: own}
  body: {role: committee-leader, scope: edition, least: 3}
calendar:
  - {id: propose, act: propose, by: proposer, opens: 03-20, closes: 03-31}
  - {id: branch-vote, act: vote, phase: branch-vote, by: voters, opens: 04-01, closes: 04-20}
  - {id: declare, act: declare, by: nominator, opens: 04-21, closes: 05-05}
  - {id: decide, act: decide, by: body, opens: 05-06, closes: 05-20}
sources:
  branch-vote: {kind: ballot, pick: {atMost: 1}, electorates: [{id: branch, who: voters, scope: entry}], own: allow, turnout: 80%, least: 5, below: leave-out, box: true}
result:
  - {phase: branch-vote, within: home, steps: [{id: votes, take: branch-vote}], score: votes, decimals: 2, rank: {on: exact, then: body}}
outcome: [{id: members, name: [优秀党员, Outstanding member], code: standing.member, gives: honour, to: entry, within: category, choice: {atMost: 5}, decide: party}]
notices: []
documents: []
`;

export const [UNIT_A, UNIT_B] = ['u-001', 'u-002'] as const;
/** What papers said of the candidates of unit a, in the order in which they were proposed; of unit b too few voted. */
const PICKED = [6, 3] as const;
const PRESENT = 9;
const TOO_FEW = 2;
const SHEET = createHash('sha256').update('计票单（虚构）', 'utf8').digest('hex');
const DEEDS = Buffer.from('事迹材料（虚构）\n', 'utf8');

/** The file that everybody here has brought. */
export const DEEDS_SHA = createHash('sha256').update(DEEDS).digest('hex');

/** How far candidates have come, in order. */
export const STAGES = ['proposing', 'voting', 'uncounted', 'counted'] as const;
export type Stage = (typeof STAGES)[number];

/** An edition in which branches propose candidates, vote upon them, and units declare of them. */
export class CandidatesEdition extends OpenedEdition {
  /** By unit, in the order in which they were proposed. */
  readonly #candidates = new Map<string, string[]>();

  static async start(): Promise<CandidatesEdition> {
    return new CandidatesEdition(await opened('standing', TEMPLATE, NEEDS));
  }

  /** The branch of a unit that proposes. */
  branch(unit: string): string {
    const { play } = this.edition;
    const code = play.world.units.find((one) => one.code === unit)?.branches[0]?.code;
    return play.organization(code ?? unit);
  }

  candidate(unit: string, number: number): string {
    return this.#candidates.get(unit)?.[number - 1] ?? '';
  }

  /** A proposal as it should be, of a member of the branch. */
  proposal(unit: string, number: number, change: object = {}): object {
    const { play, editionId } = this.edition;
    return {
      ...{ editionId, nominatorId: this.branch(unit), track: 'member', title: `人选${number}（虚构）` },
      ...{ subjectId: play.person(`${unit}-enrolled-${number}`), answerable: [play.person(`${unit}-secretary`)] },
      ...{ summary: '表现突出（虚构）。', evidence: [], documents: [] },
      ...change,
    };
  }

  /** What a unit declares with, with the deeds that the template asks for. */
  declaration(change: object = {}): object {
    return {
      ...{
        summary: '表现突出（虚构）。',
        evidence: [DEEDS_SHA],
        documents: [{ document: 'deeds', sha256: DEEDS_SHA }],
      },
      ...change,
    };
  }

  /** The log's last position, once nobody has anything left to append. */
  async head(): Promise<number> {
    const { platform } = this;
    await platform.untilQuiet();
    const { statuses } = (await platform.ask({ kind: 'quiet?' })) as {
      statuses?: Record<string, { head: number | null }>;
    };
    const heads = Object.values(statuses ?? {}).flatMap(({ head }) => (head === null ? [] : [head]));
    if (heads.length === 0) throw new Error('no service tells the end of the log');
    return Math.max(...heads);
  }

  async reach(stage: Stage): Promise<void> {
    const acts: Record<Stage, () => Promise<void>> = {
      proposing: () => this.#propose(),
      voting: () => this.#day('04-02'),
      uncounted: () => this.#vote(),
      counted: () => this.#count(),
    };
    await acts[stage]();
    await this.platform.untilQuiet();
  }

  async #day(day: string): Promise<void> {
    await this.platform.moveClock(morningOf(`${YEAR}-${day}`));
    await this.platform.untilQuiet();
  }

  async #propose(): Promise<void> {
    await this.#day('03-21');
    for (const unit of [UNIT_A, UNIT_B])
      for (const number of [1, 2]) {
        const { entryId } = await this.edition.order<{ entryId: string }>(
          `${unit}-secretary`,
          '/v1/nominations',
          this.proposal(unit, number),
        );
        this.#candidates.set(unit, [...(this.#candidates.get(unit) ?? []), entryId]);
      }
    for (const by of [`${UNIT_A}-secretary`, `${UNIT_A}-officer`, `${UNIT_B}-officer`, FIRST_OFFICER])
      await this.edition.play.as(by).upload('/v1/evidence', DEEDS, { 'content-type': 'text/plain' });
  }

  async #vote(): Promise<void> {
    const path = `/v1/rounds/${await findRound(this.edition, 'branch-vote')}/paper-boxes/branch-vote/counts`;
    const papers = (unit: string, present: number, picked: readonly number[]) =>
      picked.map((votes, at) => ({
        ...{ entryId: this.candidate(unit, at + 1), handedOut: present, found: present, invalid: 0 },
        marks: [votes, present - votes],
      }));
    const entries = [...papers(UNIT_A, PRESENT, PICKED), ...papers(UNIT_B, TOO_FEW, [1, 1])];
    const counted = await this.edition.order<{ countId: string }>(FIRST_OFFICER, path, { entries, evidence: [SHEET] });
    await this.edition.order('inspector-1', `${path}/${counted.countId}/confirmation`);
    await this.#day('04-22');
  }

  async #count(): Promise<void> {
    const round = `/v1/rounds/${this.edition.round('branch-vote')}`;
    await this.edition.order(FIRST_OFFICER, `${round}/paper-boxes/branch-vote/opening`);
    await this.platform.untilQuiet();
    await this.edition.order(FIRST_OFFICER, `${round}/tally`);
  }
}
