import { papersAbout } from '../../../src/domain/ballot/papers.ts';
import type { BallotOrder, SetBallot } from '../../../src/domain/ballot/orders.ts';
import type { BallotRules } from '../../../src/domain/ballot/rules.ts';
import { asks, bytes, entries, issuing, opening, rules, setting, source, voterOf, voters } from './example-ballot.ts';

export const QUESTIONS = ['work', 'style'] as const;

/** Two questions about each of two entries: four answers on one paper, of which two may be the highest level. */
export const paperRules: BallotRules = { ...rules, scope: 'round', fullAtMost: 5_000 };
const several = { ...source, questions: QUESTIONS };
const keyOf = (name: string) => ({ boxId: name, publicKey: `public ${name}`, privateKey: `private ${name}` });

export const paperSetting: SetBallot = {
  ...setting,
  ...{ rules: paperRules, source: several },
  keys: papersAbout(entries, paperRules).map((paper) => ({ ...paper, ...keyOf('paper') })),
};
/** The same questions without a limit: a paper an entry. */
export const questionSetting: SetBallot = {
  ...setting,
  source: several,
  keys: entries.map(({ entryId }) => ({ entryId, ...keyOf(`box of ${entryId}`) })),
};

export const asksForPaper = (personId: string): BallotOrder =>
  issuing(personId, { rules: paperRules, voter: voterOf(personId), requests: asks('paper') });

/** Six have their papers, and the box is open. */
export const papersIssued: readonly BallotOrder[] = [paperSetting, ...voters(6).map(asksForPaper), opening];

/** A paper as it waits: its answers in their order, each with a serial of its own. */
export const paper = (token: number, levels: readonly number[], boxId = 'paper') => ({
  ...{ boxId, token: bytes(32, token), signature: bytes(256, token) },
  marks: levels.map((level, at) => ({ level, serial: bytes(16, token * 10 + at) })),
});
