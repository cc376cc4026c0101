import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/decision_service';
import { refused } from '@jiangong/service-host';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { Evaluation } from '../../application/evaluation.ts';
import { answerFact, showAnswers, type ShownAnswer } from '../../application/fact-answers.ts';
import { EVALUATION } from './evaluation-token.ts';

const SERVICE = 'DecisionService';

const answerMessage = ({ answer, known, ...of }: ShownAnswer): rpc.FactAnswer => ({
  ...of,
  known: known === null ? '' : String(known),
  value: answer === null ? '' : String(answer.value),
  file: answer?.file ?? '',
  answeredBy: answer?.answeredBy ?? '',
  answeredAt: answer?.answeredAt ?? '',
  corrections: answer?.corrections ?? 0,
});

/** What rules of awards ask and no result holds: what is asked, and what was looked up. */
@Controller()
export class FactAnswersController {
  private readonly evaluation: Evaluation;

  constructor(@Inject(EVALUATION) evaluation: Evaluation) {
    this.evaluation = evaluation;
  }

  @GrpcMethod(SERVICE, 'AnswerFact')
  async answerFact(request: rpc.AnswerFactRequest, metadata: Metadata): Promise<rpc.AnswerFactResponse> {
    return { receipt: receiptOf(await answerFact(this.evaluation, 'AnswerFact')(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'CorrectFactAnswer')
  async correctFactAnswer(
    request: rpc.CorrectFactAnswerRequest,
    metadata: Metadata,
  ): Promise<rpc.CorrectFactAnswerResponse> {
    return { receipt: receiptOf(await answerFact(this.evaluation, 'CorrectFactAnswer')(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'GetFactAnswers')
  async getFactAnswers(
    { roundId }: rpc.GetFactAnswersRequest,
    metadata: Metadata,
  ): Promise<rpc.GetFactAnswersResponse> {
    const shown = await showAnswers(this.evaluation)(roundId, callOf(metadata));
    if (shown === undefined) throw refused({ reason: 'ROUND_NOT_FOUND', field: 'roundId' });
    const { questions, answers, unanswered, hindrance } = shown;
    return {
      questions: questions.map(({ questionId, zh, en, answer, words }) => ({
        ...{ questionId, zh, en, answerKind: answer, words: [...words] },
      })),
      ...{ answers: answers.map(answerMessage), unanswered, hindrance },
    };
  }
}
