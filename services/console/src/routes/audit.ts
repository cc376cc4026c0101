import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { auditSearch, readsSearch, streamSearch } from '../searches/audit.ts';
import { root } from './root.ts';

const explorer = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('../pages/audit/explorer.tsx'), 'Explorer'),
});

const stream = createRoute({
  getParentRoute: () => root,
  path: '/audit/streams/$stream',
  validateSearch: streamSearch,
  component: lazyRouteComponent(() => import('../pages/audit/stream.tsx'), 'Stream'),
});

const reads = createRoute({
  getParentRoute: () => root,
  path: '/audit/reads',
  validateSearch: readsSearch,
  component: lazyRouteComponent(() => import('../pages/audit/reads.tsx'), 'Reads'),
});

export const auditRoutes = [explorer, stream, reads] as const;
