import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemOf } from '../api/problem.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { saveFile } from './save-file.ts';

const nameIn = (header: string | null): string => /filename="([^"]+)"/u.exec(header ?? '')?.[1] ?? 'file';

const told = async (answer: Response): Promise<unknown> => {
  try {
    return await answer.json();
  } catch {
    // Nothing of ours answered: whatever stands there is no problem of the platform.
    return undefined;
  }
};

/** Saves a file that the platform hands out; what it refuses is said here, where a plain link would save the refusal. */
const save = async (address: string): Promise<void> => {
  const answer = await fetch(address, { headers: { 'accept-language': document.documentElement.lang } });
  if (!answer.ok) throw problemOf(await told(answer), answer);
  saveFile(nameIn(answer.headers.get('content-disposition')), await answer.blob());
};

/** A file that may be gone, or that was never brought: whoever opens it is told so. */
export const OpenFile = ({ address, children }: Readonly<{ address: string; children: ReactNode }>) => {
  const opening = useMutation({ mutationFn: async () => save(address) });
  return (
    <>
      <button type="button" className="linklike" disabled={opening.isPending} onClick={() => opening.mutate()}>
        {children}
      </button>
      {opening.isError && <ProblemNotice error={opening.error} />}
    </>
  );
};
