import { createContext, type ReactNode, use, useCallback, useState } from 'react';

const TOLD_MS = 8_000;

const TellContext = createContext<(text: string) => void>(() => undefined);

/** Says what was done, on screen and to those who hear the page. */
export const useTell = (): ((text: string) => void) => use(TellContext);

/** Where it is said. */
export const Told = ({ children }: Readonly<{ children: ReactNode }>) => {
  const [said, setSaid] = useState<Readonly<{ text: string; at: number }>>();
  const tell = useCallback((text: string) => {
    const at = Date.now();
    setSaid({ text, at });
    setTimeout(() => setSaid((now) => (now?.at === at ? undefined : now)), TOLD_MS);
  }, []);
  return (
    <TellContext value={tell}>
      {children}
      <div className="told" role="status">
        {said !== undefined && <p key={said.at}>{said.text}</p>}
      </div>
    </TellContext>
  );
};
