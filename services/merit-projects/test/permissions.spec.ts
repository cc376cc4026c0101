import { expect, it } from '@jest/globals';
import { permissionsOf } from '@jiangong/service-host/nest';
import { meritProjectsService } from '../src/merit-projects-service.ts';

it('declaring is bound to no stage by its permission: the rule book knows when a returned entry may be declared again', () => {
  const permissions = permissionsOf(meritProjectsService.contracts);
  const [permission] = [...permissions].filter(([path]) => path.endsWith('/DeclareEntry')).map(([, one]) => one);
  expect(permission).toMatchObject({ action: 'entry.declare', stages: [] });
});
