import type { ReactNode } from 'react';

export type Tone = 'plain' | 'good' | 'waiting' | 'bad';

/** Four shapes that differ without their colours: a ring, a tick, a clock, and a call. */
const SIGNS: Readonly<Record<Tone, ReactNode>> = {
  plain: <circle cx="8" cy="8" r="5.75" />,
  good: (
    <>
      <circle cx="8" cy="8" r="7" className="mark-filled" />
      <path d="m4.75 8.25 2.25 2.25 4.25-4.75" className="mark-within" />
    </>
  ),
  waiting: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M8 4.5V8l2.25 1.75" />
    </>
  ),
  bad: (
    <>
      <circle cx="8" cy="8" r="7" className="mark-filled" />
      <path d="M8 4.25v4.5M8 11.4v.2" className="mark-within" />
    </>
  ),
};

/** A state as a word with a sign: colour alone tells nobody anything. */
export const Mark = ({ tone, children }: Readonly<{ tone: Tone; children: string }>) => (
  <span className={`mark mark-${tone}`}>
    <svg className="mark-sign" viewBox="0 0 16 16" aria-hidden="true">
      {SIGNS[tone]}
    </svg>{' '}
    {children}
  </span>
);
