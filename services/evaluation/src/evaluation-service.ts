import { organizationNameProjection } from '@jiangong/access/postgres';
import {
  BallotServiceService,
  protoMetadata as ballots,
} from '@jiangong/contracts/jiangong/evaluation/v1/ballot_service';
import {
  AppealServiceService,
  protoMetadata as appeals,
} from '@jiangong/contracts/jiangong/evaluation/v1/appeal_service';
import {
  BonusServiceService,
  protoMetadata as bonuses,
} from '@jiangong/contracts/jiangong/evaluation/v1/bonus_service';
import {
  MeasureServiceService,
  protoMetadata as measures,
} from '@jiangong/contracts/jiangong/evaluation/v1/measure_service';
import {
  ChecklistServiceService,
  protoMetadata as checklists,
} from '@jiangong/contracts/jiangong/evaluation/v1/checklist_service';
import {
  ContestServiceService,
  protoMetadata as contests,
} from '@jiangong/contracts/jiangong/evaluation/v1/contest_service';
import { DealServiceService, protoMetadata as deals } from '@jiangong/contracts/jiangong/evaluation/v1/deal_service';
import {
  DecisionServiceService,
  protoMetadata as decisions,
} from '@jiangong/contracts/jiangong/evaluation/v1/decision_service';
import {
  DocumentServiceService,
  protoMetadata as documents,
} from '@jiangong/contracts/jiangong/evaluation/v1/document_service';
import {
  HonourServiceService,
  protoMetadata as honours,
} from '@jiangong/contracts/jiangong/evaluation/v1/honour_service';
import { protoMetadata as talks, TalkServiceService } from '@jiangong/contracts/jiangong/evaluation/v1/talk_service';
import {
  MeetingServiceService,
  protoMetadata as meetings,
} from '@jiangong/contracts/jiangong/evaluation/v1/meeting_service';
import {
  NamingServiceService,
  protoMetadata as namings,
} from '@jiangong/contracts/jiangong/evaluation/v1/naming_service';
import {
  PickerServiceService,
  protoMetadata as pickers,
} from '@jiangong/contracts/jiangong/evaluation/v1/picker_service';
import {
  protoMetadata as recommendations,
  RecommendationServiceService,
} from '@jiangong/contracts/jiangong/evaluation/v1/recommendation_service';
import {
  PaperBoxServiceService,
  protoMetadata as paperBoxes,
} from '@jiangong/contracts/jiangong/evaluation/v1/paper_box_service';
import {
  VoteCodeServiceService,
  protoMetadata as voteCodes,
} from '@jiangong/contracts/jiangong/evaluation/v1/vote_code_service';
import {
  protoMetadata as results,
  ResultServiceService,
} from '@jiangong/contracts/jiangong/evaluation/v1/result_service';
import { protoMetadata as rounds, RoundServiceService } from '@jiangong/contracts/jiangong/evaluation/v1/round_service';
import { protoMetadata as sheets, SheetServiceService } from '@jiangong/contracts/jiangong/evaluation/v1/sheet_service';
import { protoMetadata as work, WorkServiceService } from '@jiangong/contracts/jiangong/work/v1/work_service';
import { DUE_MOMENTS_MAX } from '@jiangong/service-host';
import type { ServiceDefinition } from '@jiangong/service-host/nest';
import { randomCertificateNumbers } from './adapters/crypto/certificate-numbers.ts';
import { opensslBlindSignatures } from './adapters/crypto/blind-signatures.ts';
import { randomSecrets } from './adapters/crypto/random-secrets.ts';
import { voteCodeProjection } from './adapters/postgres/vote-code-projection.ts';
import { ballotProjection, dueBallots } from './adapters/postgres/ballot-projection.ts';
import { appealProjection } from './adapters/postgres/appeal-projection.ts';
import { bonusProjection } from './adapters/postgres/bonus-projection.ts';
import { checklistProjection } from './adapters/postgres/checklist-projection.ts';
import { decisionKnowledge } from './adapters/postgres/decision-knowledge.ts';
import { decisionProjection } from './adapters/postgres/decision-projection.ts';
import { documentProjection } from './adapters/postgres/document-projection.ts';
import { editionProjection } from './adapters/postgres/edition-projection.ts';
import { evaluationResolvers } from './adapters/postgres/evaluation-questions.ts';
import { formerPlaceProjection } from './adapters/postgres/former-place-projection.ts';
import { holidayProjection } from './adapters/postgres/holiday-projection.ts';
import { honourProjection } from './adapters/postgres/honour-projection.ts';
import { measureProjection } from './adapters/postgres/measure-projection.ts';
import { objectionProjection } from './adapters/postgres/objection-projection.ts';
import { planProjection } from './adapters/postgres/plan-projection.ts';
import { readModelKnowledge } from './adapters/postgres/read-model-knowledge.ts';
import { talkProjection } from './adapters/postgres/talk-projection.ts';
import { recommendationProjection } from './adapters/postgres/recommendation-projection.ts';
import { roundProjection } from './adapters/postgres/round-projection.ts';
import { stageEndProjection } from './adapters/postgres/stage-end-projection.ts';
import { successionProjection } from './adapters/postgres/succession-projection.ts';
import { BALLOT_TABLES, waitingBallots } from './adapters/postgres/waiting-ballots.ts';
import { workProjection } from './adapters/postgres/work-projection.ts';
import { tellEvaluationFacts } from './adapters/public-facts/tell-evaluation-facts.ts';
import { ballotsOf } from './application/ballots.ts';
import { closeDueRounds } from './application/close-due-rounds.ts';
import { decisionsOf } from './application/decisions.ts';
import { evaluationOf } from './application/evaluation.ts';
import { carryOutRechecks } from './application/follow-rechecks.ts';
import { completeDecisions, grantHonours, hearObjections, outdateNamings } from './application/follow-decisions.ts';
import { followBallots } from './application/follow-ballots.ts';
import { fillLaterPhases } from './application/fill-later-phase.ts';
import { settleLists } from './application/settle-lists.ts';
import { takeBackRecommendations } from './application/follow-recommendations.ts';
import { followEditions } from './application/follow-editions.ts';
import { followMemberships } from './application/follow-memberships.ts';
import { forgetDrafts, nextRounds } from './application/follow-rounds.ts';
import { hearBonuses } from './application/hear-bonuses.ts';
import { hearMeasures } from './application/hear-measures.ts';
import { hearChecklists } from './application/hear-checklists.ts';
import { forgetNotes } from './application/keep-notes.ts';
import { openDueBoxes } from './application/open-due-boxes.ts';
import { refusalTexts } from './application/refusal-texts.ts';
import { withdrawDocuments } from './application/withdraw-documents.ts';
import { EvaluationModule } from './evaluation.module.ts';

const PACKAGE = 'jiangong.evaluation.v1';

/** The service as the host runs it. */
export const evaluationService: ServiceDefinition = {
  name: 'evaluation',
  contracts: [
    { name: `${PACKAGE}.RoundService`, service: RoundServiceService, metadata: rounds },
    { name: `${PACKAGE}.PickerService`, service: PickerServiceService, metadata: pickers },
    { name: `${PACKAGE}.SheetService`, service: SheetServiceService, metadata: sheets },
    { name: `${PACKAGE}.ChecklistService`, service: ChecklistServiceService, metadata: checklists },
    { name: `${PACKAGE}.BallotService`, service: BallotServiceService, metadata: ballots },
    { name: `${PACKAGE}.AppealService`, service: AppealServiceService, metadata: appeals },
    { name: `${PACKAGE}.BonusService`, service: BonusServiceService, metadata: bonuses },
    { name: `${PACKAGE}.ContestService`, service: ContestServiceService, metadata: contests },
    { name: `${PACKAGE}.DealService`, service: DealServiceService, metadata: deals },
    { name: `${PACKAGE}.MeasureService`, service: MeasureServiceService, metadata: measures },
    { name: `${PACKAGE}.TalkService`, service: TalkServiceService, metadata: talks },
    { name: `${PACKAGE}.MeetingService`, service: MeetingServiceService, metadata: meetings },
    { name: `${PACKAGE}.PaperBoxService`, service: PaperBoxServiceService, metadata: paperBoxes },
    { name: `${PACKAGE}.VoteCodeService`, service: VoteCodeServiceService, metadata: voteCodes },
    { name: `${PACKAGE}.ResultService`, service: ResultServiceService, metadata: results },
    { name: `${PACKAGE}.DecisionService`, service: DecisionServiceService, metadata: decisions },
    { name: `${PACKAGE}.HonourService`, service: HonourServiceService, metadata: honours },
    { name: `${PACKAGE}.NamingService`, service: NamingServiceService, metadata: namings },
    { name: `${PACKAGE}.RecommendationService`, service: RecommendationServiceService, metadata: recommendations },
    { name: 'jiangong.work.v1.WorkService', service: WorkServiceService, metadata: work },
    { name: `${PACKAGE}.DocumentService`, service: DocumentServiceService, metadata: documents },
  ],
  module: () => EvaluationModule,
  projections: [
    editionProjection,
    organizationNameProjection,
    successionProjection,
    formerPlaceProjection,
    roundProjection,
    checklistProjection,
    ballotProjection,
    voteCodeProjection,
    appealProjection,
    bonusProjection,
    measureProjection,
    decisionProjection,
    honourProjection,
    recommendationProjection,
    talkProjection,
    documentProjection,
    objectionProjection,
    planProjection,
    holidayProjection,
    stageEndProjection,
    workProjection,
  ],
  translator: tellEvaluationFacts,
  resolvers: ({ rows }) => evaluationResolvers(rows),
  processes: (ground) => {
    const evaluation = evaluationOf(ground, readModelKnowledge(ground), randomSecrets);
    const decisions = decisionsOf(evaluation, decisionKnowledge(ground.rows), randomCertificateNumbers);
    return [
      followEditions(evaluation),
      followMemberships(evaluation),
      nextRounds(evaluation),
      fillLaterPhases(evaluation),
      settleLists(evaluation),
      forgetDrafts(evaluation),
      forgetNotes(evaluation),
      hearChecklists(evaluation),
      followBallots(ballotsOf(evaluation, opensslBlindSignatures, waitingBallots(ground.rows))),
      hearBonuses(evaluation),
      hearMeasures(evaluation),
      completeDecisions(decisions),
      grantHonours(decisions),
      carryOutRechecks(decisions),
      hearObjections(decisions),
      outdateNamings(decisions),
      takeBackRecommendations(decisions),
      withdrawDocuments(decisions),
    ];
  },
  tables: BALLOT_TABLES,
  scheduler: (ground) => {
    const evaluation = evaluationOf(ground, readModelKnowledge(ground), randomSecrets);
    const held = ballotsOf(evaluation, opensslBlindSignatures, waitingBallots(ground.rows));
    const [rounds, boxes] = [closeDueRounds(evaluation), openDueBoxes(held, dueBallots(ground.rows))];
    return { due: async (now) => [...(await rounds.due(now)), ...(await boxes.due(now))].slice(0, DUE_MOMENTS_MAX) };
  },
  refusalTexts,
};
