import type { ReactNode } from 'react';

/** Nothing is there: why, who acts next, and what to do. */
export const EmptyNotice = ({
  title,
  children,
  action,
}: Readonly<{ title: string; children: ReactNode; action?: ReactNode }>) => (
  <section className="empty" role="status">
    <h2>{title}</h2>
    <p>{children}</p>
    {action}
  </section>
);
