import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';

const showOpen = (line: HTMLElement): void => {
  const open = line.querySelector('[aria-current="page"]');
  if (open === null) return;
  const [around, own] = [line.getBoundingClientRect(), open.getBoundingClientRect()];
  line.scrollLeft += own.left - around.left - (around.width - own.width) / 2;
};

/** Parts of one matter beside each other, each an item with a link. On a phone they are one line that moves sideways, in which the open one is in sight. */
export const Tabs = ({ label, children }: Readonly<{ label: string; children: ReactNode }>) => {
  const line = useRef<HTMLUListElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const { current } = line;
    if (current === null) return undefined;
    // Also when a phone is turned: it says so at once, and whenever the line becomes wider or narrower.
    const turned = new ResizeObserver(() => showOpen(current));
    turned.observe(current);
    return () => turned.disconnect();
  }, [pathname]);
  return (
    <nav className="tabs" aria-label={label}>
      <ul ref={line}>{children}</ul>
    </nav>
  );
};
