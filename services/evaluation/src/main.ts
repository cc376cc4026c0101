import { runService } from '@jiangong/service-host/nest';
import { evaluationService } from './evaluation-service.ts';

await runService(evaluationService);
