import { useRef, useState } from 'react';
import { useUploads, type Uploads } from '../../api/upload.ts';
import { arrived, type Evidence, withFile } from './evidence.ts';
import type { Sources } from './new-files.tsx';

/** Files added to what is being written: those that have arrived stand in its draft, the others are on their way. */
export const useAddedFiles = (
  files: readonly Evidence[],
  onFiles: (files: readonly Evidence[]) => void,
): Readonly<{ uploads: Uploads; sources: Sources }> => {
  const [sources, setSources] = useState<Sources>(new Map());
  // Two may arrive between two drawings of the page: the second must find the first.
  const now = useRef(files);
  now.current = files;
  const uploads = useUploads((kept, file) => {
    now.current = withFile(now.current, arrived(kept, file.name));
    setSources((before) => new Map(before).set(kept.sha256, file));
    onFiles(now.current);
  });
  return { uploads, sources };
};
