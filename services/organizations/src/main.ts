import { runService } from '@jiangong/service-host/nest';
import { organizationsService } from './organizations-service.ts';

await runService(organizationsService);
