import { GROUND } from '@jiangong/service-host/nest';
import type { Ground } from '@jiangong/service-host';
import { Module } from '@nestjs/common';
import { EVALUATION } from './adapters/grpc/evaluation-token.ts';
import { HonoursController } from './adapters/grpc/honours.controller.ts';
import { ResultsController } from './adapters/grpc/results.controller.ts';
import { RoundsController } from './adapters/grpc/rounds.controller.ts';
import { SchemesController } from './adapters/grpc/schemes.controller.ts';
import { SheetsController } from './adapters/grpc/sheets.controller.ts';
import { readModelKnowledge } from './adapters/postgres/read-model-knowledge.ts';
import { evaluationOf } from './application/evaluation.ts';

@Module({
  controllers: [SchemesController, RoundsController, SheetsController, ResultsController, HonoursController],
  providers: [
    {
      provide: EVALUATION,
      useFactory: (ground: Ground) => evaluationOf(ground, readModelKnowledge(ground.rows)),
      inject: [GROUND],
    },
  ],
})
export class EvaluationModule {}
