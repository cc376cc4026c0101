import { runService } from '@jiangong/service-host/nest';
import { meritProjectsService } from './merit-projects-service.ts';

await runService(meritProjectsService);
