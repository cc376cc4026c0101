import { runService } from '@jiangong/service-host/nest';
import { auditService } from './audit-service.ts';

await runService(auditService);
