import { createRouter } from '@tanstack/react-router';
import { Broken } from './components/astray.tsx';
import { auditRoutes } from './routes/audit.ts';
import { operationsRoutes } from './routes/operations.ts';
import { organizationRoutes } from './routes/organizations.ts';
import { projectRoutes } from './routes/projects.ts';
import { publicRoutes } from './routes/public.ts';
import { root } from './routes/root.ts';
import { workRoutes } from './routes/work.ts';

export const router = createRouter({
  routeTree: root.addChildren([
    ...workRoutes,
    ...projectRoutes,
    ...organizationRoutes,
    ...publicRoutes,
    ...auditRoutes,
    ...operationsRoutes,
  ]),
  defaultErrorComponent: Broken,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
