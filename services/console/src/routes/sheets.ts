import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';

const sheet = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId/sheet',
  component: lazyRouteComponent(() => import('../pages/sheets/sheet-page.tsx'), 'SheetPage'),
});

const mySheets = createRoute({
  getParentRoute: () => root,
  path: '/my-sheets',
  component: lazyRouteComponent(() => import('../pages/sheets/my-sheets.tsx'), 'MySheets'),
});

/** Which entry is shown stands in the address: a reload of the projector shows the same. */
const panel = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$roundId/panel',
  validateSearch: ({ number }: Readonly<Record<string, unknown>>): Readonly<{ number?: number | undefined }> => ({
    number: Number(number) >= 1 ? Math.floor(Number(number)) : undefined,
  }),
  component: lazyRouteComponent(() => import('../pages/sheets/panel-room.tsx'), 'PanelRoom'),
});

export const sheetRoutes = [sheet, mySheets, panel] as const;
