import { runService } from '@jiangong/service-host/nest';
import { membershipService } from './membership-service.ts';

await runService(membershipService);
