import { sha256Hex } from '@jiangong/event-store';
import type { CallContext, Ground } from '@jiangong/service-host';
import { attestMinutes } from '../../../services/evaluation/src/application/attest-minutes.ts';
import { assignSeats, type AssignSeatsRequest } from '../../../services/evaluation/src/application/assign-seats.ts';
import { changeAppeals } from '../../../services/evaluation/src/application/change-appeals.ts';
import { changeBonus } from '../../../services/evaluation/src/application/change-bonus.ts';
import { changeChecklist } from '../../../services/evaluation/src/application/change-checklist.ts';
import { changeMeasure } from '../../../services/evaluation/src/application/change-measure.ts';
import { changePaperBox } from '../../../services/evaluation/src/application/change-paper-box.ts';
import { changeRound, type DeclareRecusalRequest } from '../../../services/evaluation/src/application/change-round.ts';
import { computeTally } from '../../../services/evaluation/src/application/compute-tally.ts';
import { dealEntries } from '../../../services/evaluation/src/application/deal-entries.ts';
import { decisionsOf } from '../../../services/evaluation/src/application/decisions.ts';
import { type Evaluation, evaluationOf } from '../../../services/evaluation/src/application/evaluation.ts';
import { followEditions } from '../../../services/evaluation/src/application/follow-editions.ts';
import type { Random } from '../../../services/evaluation/src/application/ports.ts';
import { ownSheet } from '../../../services/evaluation/src/application/own-sheet.ts';
import { recordMinutes } from '../../../services/evaluation/src/application/record-minutes.ts';
import { scoreSheets } from '../../../services/evaluation/src/application/score-sheets.ts';
import { isClosed } from '../../../services/evaluation/src/domain/round/state.ts';
import { tellEvaluationFacts } from '../../../services/evaluation/src/adapters/public-facts/tell-evaluation-facts.ts';
import { digestProjection } from './digests.ts';
import { decisionKnowledge, knowledge } from './evaluation-knowledge.ts';
import type { ServiceUnderTest } from './service-under-test.ts';

/** The same in every run: whom a lot falls on is a run's own by the ids alone. */
const secret: Random = () => sha256Hex(Buffer.from('secret of the simulation', 'utf8'));

const evaluationOver = (ground: Ground) => evaluationOf(ground, knowledge, secret);

/** What is judged, decided and appealed once the round is over. */
const serveJudging = (evaluation: Evaluation) => {
  const decisions = decisionsOf(evaluation, decisionKnowledge, {
    next: () => {
      throw new Error('nothing is certified here');
    },
  });
  const appeals = changeAppeals(evaluation);
  const sheets = scoreSheets(evaluation);
  const papers = changePaperBox(evaluation);
  const minutes = recordMinutes(decisions);
  const attest = attestMinutes(decisions);
  return {
    deal: dealEntries(evaluation),
    saveSheet: sheets.save,
    submitSheet: sheets.submit,
    countPapers: async (request: Parameters<typeof papers.count>[0], call: CallContext) =>
      (await papers.count(request, call)).handled,
    confirmPapers: papers.confirm,
    openPapers: papers.open,
    tally: computeTally(evaluation),
    fileAppeal: async (request: Parameters<typeof appeals.file>[0], call: CallContext) =>
      (await appeals.file(request, call)).handled,
    withdrawAppeal: appeals.withdraw,
    decideAppeal: appeals.decide,
    reopenAppeal: appeals.reopen,
    recordMinutes: async (request: Parameters<typeof minutes>[0], call: CallContext) =>
      (await minutes(request, call)).handled,
    attestMinutes: async (request: Parameters<typeof attest>[0], call: CallContext) =>
      (await attest(request, call)).handled,
    /** How far the round is. */
    standing: async (roundId: string) => (await evaluation.readRound(roundId)).round.kind,
    /** The hash of the latest result; empty before there is one. */
    resultHash: async (roundId: string): Promise<string> => {
      const { round } = await evaluation.readRound(roundId);
      return isClosed(round) ? (round.results.at(-1)?.resultHash ?? '') : '';
    },
    /** What the caller's own seat judges. */
    ownEntries: async (roundId: string, call: CallContext): Promise<readonly string[]> =>
      (await ownSheet(evaluation, roundId, call)).round.entries
        .filter(({ recused }) => recused === null)
        .map(({ entryId }) => entryId),
  };
};

const serveOver = (ground: Ground) => {
  const evaluation = evaluationOver(ground);
  const assign = assignSeats(evaluation);
  const change = changeRound(evaluation);
  const checklist = changeChecklist(evaluation);
  const bonus = changeBonus(evaluation);
  const measure = changeMeasure(evaluation);
  return {
    record: async (request: Parameters<typeof checklist.record>[0], call: CallContext) =>
      (await checklist.record(request, call)).handled,
    answerFinding: checklist.answer,
    claim: async (request: Parameters<typeof bonus.claim>[0], call: CallContext) =>
      (await bonus.claim(request, call)).handled,
    decideClaim: bonus.decide,
    recordMeasures: measure.record,
    changeMeasure: measure.change,
    assignSeats: (request: AssignSeatsRequest, call: CallContext) => assign(request, call),
    declareRecusal: (request: DeclareRecusalRequest, call: CallContext) => change.recuse(request, call),
    ...serveJudging(evaluation),
  };
};

export type EvaluationServing = ReturnType<typeof serveOver>;

export const OWN_FACTS_OF_EVALUATION = 'own-evaluation';
export const HEARD_BY_EVALUATION = 'heard-by-evaluation';

export const evaluationUnderTest: ServiceUnderTest<EvaluationServing> = {
  name: 'evaluation',
  projections: [
    digestProjection(OWN_FACTS_OF_EVALUATION, { kind: 'log', streamPrefixes: ['evaluation.'] }),
    digestProjection(HEARD_BY_EVALUATION, { kind: 'public-facts', contexts: ['merit_projects'] }),
  ],
  translator: tellEvaluationFacts,
  processes: (ground) => [followEditions(evaluationOver(ground))],
  serve: serveOver,
};
