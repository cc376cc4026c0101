import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { tracesSearch } from '../searches/operations.ts';
import { root } from './root.ts';

const health = createRoute({
  getParentRoute: () => root,
  path: '/operations',
  component: lazyRouteComponent(() => import('../pages/operations/health.tsx'), 'Health'),
});

const deliveries = createRoute({
  getParentRoute: () => root,
  path: '/operations/deliveries',
  component: lazyRouteComponent(() => import('../pages/operations/deliveries.tsx'), 'Deliveries'),
});

const webhooks = createRoute({
  getParentRoute: () => root,
  path: '/operations/webhooks',
  component: lazyRouteComponent(() => import('../pages/webhooks/webhooks.tsx'), 'Webhooks'),
});

const webhook = createRoute({
  getParentRoute: () => root,
  path: '/operations/webhooks/$webhookId',
  component: lazyRouteComponent(() => import('../pages/webhooks/webhook.tsx'), 'WebhookPage'),
});

const traces = createRoute({
  getParentRoute: () => root,
  path: '/operations/traces',
  validateSearch: tracesSearch,
  component: lazyRouteComponent(() => import('../pages/operations/traces.tsx'), 'Traces'),
});

const trace = createRoute({
  getParentRoute: () => root,
  path: '/operations/traces/$traceId',
  component: lazyRouteComponent(() => import('../pages/operations/trace.tsx'), 'Trace'),
});

const repairs = createRoute({
  getParentRoute: () => root,
  path: '/operations/repairs',
  component: lazyRouteComponent(() => import('../pages/operations/repairs.tsx'), 'Repairs'),
});

export const operationsRoutes = [webhooks, webhook, health, deliveries, traces, trace, repairs] as const;
