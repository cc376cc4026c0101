import { Module } from '@nestjs/common';
import { AuditController } from './adapters/grpc/audit.controller.ts';
import { RepairsController } from './adapters/grpc/repairs.controller.ts';

@Module({ controllers: [AuditController, RepairsController] })
export class AuditModule {}
