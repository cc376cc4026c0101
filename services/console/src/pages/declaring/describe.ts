import { answerOf, api } from '../../api/client.ts';
import type { Evidence } from './evidence.ts';

/** Says of each file what it shows; said again it replaces what was said. A file without words of its own is called by its kind. */
export const describeAll = async (
  entryId: string,
  files: readonly Evidence[],
  kindName: (kind: Evidence['kind']) => string,
): Promise<void> => {
  for (const { sha256, kind, caption } of files)
    await answerOf(
      api.POST('/v1/entries/{entryId}/files/{sha256}/describe', {
        params: { path: { entryId, sha256 } },
        body: { kind, caption: caption.trim() === '' ? kindName(kind) : caption.trim() },
      }),
    );
};
