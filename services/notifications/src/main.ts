import { runService } from '@jiangong/service-host/nest';
import { notificationsService } from './notifications-service.ts';

await runService(notificationsService);
