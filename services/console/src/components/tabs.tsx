import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';

/** Parts of one matter beside each other, each an item with a link. On a phone they are one line that moves sideways, in which the open one is in sight. */
export const Tabs = ({ label, children }: Readonly<{ label: string; children: ReactNode }>) => {
  const line = useRef<HTMLUListElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const open = line.current?.querySelector('[aria-current="page"]');
    if (!line.current || !open) return;
    const [around, own] = [line.current.getBoundingClientRect(), open.getBoundingClientRect()];
    line.current.scrollLeft += own.left - around.left - (around.width - own.width) / 2;
  }, [pathname]);
  return (
    <nav className="tabs" aria-label={label}>
      <ul ref={line}>{children}</ul>
    </nav>
  );
};
