import { createContext, type ReactNode, use, useCallback, useRef, useState } from 'react';

const TOLD_MS = 8_000;

const TellContext = createContext<(text: string) => void>(() => undefined);

/** Says what was done, on screen and to those who hear the page. */
export const useTell = (): ((text: string) => void) => use(TellContext);

/** Where it is said. */
export const Told = ({ children }: Readonly<{ children: ReactNode }>) => {
  const [said, setSaid] = useState<Readonly<{ text: string; count: number }>>();
  const told = useRef(0);
  const tell = useCallback((text: string) => {
    told.current += 1;
    const count = told.current;
    setSaid({ text, count });
    setTimeout(() => setSaid((last) => (last?.count === count ? undefined : last)), TOLD_MS);
  }, []);
  return (
    <TellContext value={tell}>
      {children}
      <div className="told" role="status">
        {said !== undefined && <p key={said.count}>{said.text}</p>}
      </div>
    </TellContext>
  );
};
