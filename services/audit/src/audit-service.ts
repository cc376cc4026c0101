import { AuditServiceService, protoMetadata } from '@jiangong/contracts/jiangong/audit/v1/audit_service';
import type { ServiceDefinition } from '@jiangong/service-host/nest';
import { eventIndexProjection } from './adapters/postgres/event-index-projection.ts';
import { recordedReadProjection } from './adapters/postgres/recorded-read-projection.ts';
import { repairProjection } from './adapters/postgres/repair-projection.ts';
import { streamFacts } from './adapters/postgres/where-things-stand.ts';
import { refusalTexts } from './application/refusal-texts.ts';
import { AuditModule } from './audit.module.ts';

export const auditService: ServiceDefinition = {
  name: 'audit',
  contracts: [{ name: 'jiangong.audit.v1.AuditService', service: AuditServiceService, metadata: protoMetadata }],
  module: () => AuditModule,
  projections: [eventIndexProjection, recordedReadProjection, repairProjection],
  resolvers: ({ rows }) => ({
    stream: (stream) => streamFacts(rows, stream),
  }),
  refusalTexts,
};
