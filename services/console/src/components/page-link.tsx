import { type AnyRouter, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** What a router keeps of an address of which only the beginning is known to it. */
const REST = '**';

/** Whether this console has a page at an address, whole. */
const hasPage = (router: AnyRouter, href: string): boolean => {
  const { pathname } = new URL(href, window.location.origin);
  const [, params, found] = router.getMatchedRoutes(pathname) as readonly [unknown, Record<string, string>, unknown];
  return found !== undefined && params[REST] === undefined;
};

/** A link to an address that this console may have no page for: then `instead` stands there, or nothing. */
export const PageLink = ({
  href,
  instead = null,
  children,
}: Readonly<{ href: string; instead?: ReactNode; children: ReactNode }>) => {
  const router = useRouter();
  if (!hasPage(router, href)) return <>{instead}</>;
  return (
    <a
      href={href}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        void router.navigate({ href });
      }}
    >
      {children}
    </a>
  );
};
