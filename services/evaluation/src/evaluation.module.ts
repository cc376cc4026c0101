import { documentRenderer } from '@jiangong/documents/render';
import { GROUND } from '@jiangong/service-host/nest';
import type { Ground } from '@jiangong/service-host';
import { Module } from '@nestjs/common';
import { randomCertificateNumbers } from './adapters/crypto/certificate-numbers.ts';
import { opensslBlindSignatures } from './adapters/crypto/blind-signatures.ts';
import { randomSecrets } from './adapters/crypto/random-secrets.ts';
import { BallotsController } from './adapters/grpc/ballots.controller.ts';
import { BALLOTS } from './adapters/grpc/ballots-token.ts';
import { TalksController } from './adapters/grpc/talks.controller.ts';
import { MeetingsController } from './adapters/grpc/meetings.controller.ts';
import { VoteCodesController } from './adapters/grpc/vote-codes.controller.ts';
import { VOTE_CODES } from './adapters/grpc/vote-codes-token.ts';
import { ballotsOfHint } from './adapters/postgres/vote-code-projection.ts';
import { voteCodesOf } from './application/vote-codes.ts';
import { FactAnswersController } from './adapters/grpc/fact-answers.controller.ts';
import { AppealsController } from './adapters/grpc/appeals.controller.ts';
import { BonusesController } from './adapters/grpc/bonuses.controller.ts';
import { ChecklistsController } from './adapters/grpc/checklists.controller.ts';
import { ContestsController } from './adapters/grpc/contests.controller.ts';
import { DealsController } from './adapters/grpc/deals.controller.ts';
import { DecisionsController } from './adapters/grpc/decisions.controller.ts';
import { DECISIONS, PRINTING } from './adapters/grpc/decisions-token.ts';
import { DocumentsController } from './adapters/grpc/documents.controller.ts';
import { EVALUATION } from './adapters/grpc/evaluation-token.ts';
import { HonoursController } from './adapters/grpc/honours.controller.ts';
import { MeasuresController } from './adapters/grpc/measures.controller.ts';
import { PaperBoxesController } from './adapters/grpc/paper-boxes.controller.ts';
import { NamingsController } from './adapters/grpc/namings.controller.ts';
import { PickersController } from './adapters/grpc/pickers.controller.ts';
import { ProposalsController } from './adapters/grpc/proposals.controller.ts';
import { RecommendationsController } from './adapters/grpc/recommendations.controller.ts';
import { ReopeningsController } from './adapters/grpc/reopenings.controller.ts';
import { ResultsController } from './adapters/grpc/results.controller.ts';
import { RoundsController } from './adapters/grpc/rounds.controller.ts';
import { SheetFormsController } from './adapters/grpc/sheet-forms.controller.ts';
import { SheetsController } from './adapters/grpc/sheets.controller.ts';
import { ToldRoundsController } from './adapters/grpc/told-rounds.controller.ts';
import { WorkController } from './adapters/grpc/work.controller.ts';
import { decisionKnowledge } from './adapters/postgres/decision-knowledge.ts';
import { readModelKnowledge } from './adapters/postgres/read-model-knowledge.ts';
import { waitingBallots } from './adapters/postgres/waiting-ballots.ts';
import { threadedPrinting } from '@jiangong/documents/render';
import { type Ballots, ballotsOf } from './application/ballots.ts';
import { decisionsOf } from './application/decisions.ts';
import { type Evaluation, evaluationOf } from './application/evaluation.ts';

@Module({
  controllers: [
    RoundsController,
    ToldRoundsController,
    PickersController,
    ProposalsController,
    ReopeningsController,
    SheetsController,
    SheetFormsController,
    ChecklistsController,
    BallotsController,
    AppealsController,
    FactAnswersController,
    BonusesController,
    ContestsController,
    DealsController,
    MeasuresController,
    MeetingsController,
    PaperBoxesController,
    VoteCodesController,
    ResultsController,
    DecisionsController,
    HonoursController,
    NamingsController,
    RecommendationsController,
    TalksController,
    WorkController,
    DocumentsController,
  ],
  providers: [
    {
      provide: EVALUATION,
      useFactory: (ground: Ground) => evaluationOf(ground, readModelKnowledge(ground), randomSecrets),
      inject: [GROUND],
    },
    {
      provide: BALLOTS,
      useFactory: (evaluation: Evaluation) =>
        ballotsOf(evaluation, opensslBlindSignatures, waitingBallots(evaluation.ground.rows)),
      inject: [EVALUATION],
    },
    {
      provide: VOTE_CODES,
      useFactory: (ballots: Ballots) => voteCodesOf(ballots, ballotsOfHint(ballots.evaluation.ground.rows)),
      inject: [BALLOTS],
    },
    {
      provide: DECISIONS,
      useFactory: (evaluation: Evaluation) =>
        decisionsOf(evaluation, decisionKnowledge(evaluation.ground.rows), randomCertificateNumbers),
      inject: [EVALUATION],
    },
    // Its thread keeps no process alive, and ends by itself when nobody prints.
    { provide: PRINTING, useFactory: () => threadedPrinting(documentRenderer()) },
  ],
})
export class EvaluationModule {}
