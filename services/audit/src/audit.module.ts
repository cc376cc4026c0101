import { Module } from '@nestjs/common';
import { AuditController } from './adapters/grpc/audit.controller.ts';

@Module({ controllers: [AuditController] })
export class AuditModule {}
