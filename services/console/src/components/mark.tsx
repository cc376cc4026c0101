export type Tone = 'plain' | 'good' | 'waiting' | 'bad';

const SIGNS: Readonly<Record<Tone, string>> = { plain: '○', good: '✓', waiting: '…', bad: '!' };

/** A state as a word with a sign: colour alone tells nobody anything. */
export const Mark = ({ tone, children }: Readonly<{ tone: Tone; children: string }>) => (
  <span className={`mark mark-${tone}`}>
    <span aria-hidden="true">{SIGNS[tone]}</span> {children}
  </span>
);
