import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlayedEdition } from './edition.ts';
import type { PhaseOutcome } from './outcome.ts';

const BALLOTS = join(import.meta.dirname, '../recompute/ballots.py');
const AUDITOR = 'auditor-1';
const PAGE_FACTS = 50;

type Facts = readonly Readonly<{ type: string; data: Readonly<{ roundId: string; sourceId: string }> }>[];

type Page = Readonly<{ items: Facts; nextPageToken: string | null }>;

/** The facts of each ballot in which somebody of the played world was given a token. */
const factsOf = async (edition: PlayedEdition): Promise<readonly Facts[]> => {
  const ballotIds = new Set([...edition.tokens.keys()].map((kept) => kept.split(' ')[0] ?? ''));
  return Promise.all(
    [...ballotIds].map(async (ballotId) => {
      const path = `/v1/audit/streams/evaluation.ballot-${ballotId}?pageSize=${PAGE_FACTS}`;
      const facts: Facts[number][] = [];
      for (let token: string | null = ''; token !== null;) {
        const page: Page = await edition.get<Page>(AUDITOR, token === '' ? path : `${path}&pageToken=${token}`);
        facts.push(...page.items);
        token = page.nextPageToken;
      }
      return facts;
    }),
  );
};

/** Each ballot verified and counted again by Python, with what the result read of it: why it does not agree, or nothing. */
export const ballotFaults = async (
  edition: PlayedEdition,
  outcomes: readonly PhaseOutcome[],
  out: string,
): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const facts of await factsOf(edition)) {
    const [set] = facts;
    const outcome = outcomes.find(({ phase }) => edition.round(phase) === set?.data.roundId);
    if (set === undefined || outcome === undefined) throw new Error(`${edition.name}: a ballot of no round`);
    const folder = join(out, outcome.phase, `ballot-${set.data.sourceId}`);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'ballot.json'), JSON.stringify(facts));
    await writeFile(join(folder, 'score-sheets.json'), JSON.stringify(outcome.inputs));
    const { status, stderr } = spawnSync('python3', [BALLOTS, folder], { encoding: 'utf8' });
    if (status !== 0) faults.push(`${folder}: python3 finds otherwise: ${stderr.trim()}`);
  }
  return faults;
};
