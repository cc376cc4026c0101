import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { FILTER_PARTS, type FilterParts, ProblemFilter } from './adapters/http/problem-filter.ts';

/** The HTTP process. Routes are declared in tables and put on Fastify directly; Nest hosts it and catches what no route caught. */
@Module({})
export class GatewayModule {
  static of(parts: FilterParts): DynamicModule {
    return {
      module: GatewayModule,
      providers: [
        { provide: FILTER_PARTS, useValue: parts },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
