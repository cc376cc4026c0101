import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hashOf } from '../rounds/minutes-draft.ts';

export type Paper = Readonly<{ sha256: string; name: string }>;

/** Documents stay with whoever has them: what is recorded of them is their SHA-256, taken in the browser. */
export const Papers = ({
  papers,
  onTake,
}: Readonly<{ papers: readonly Paper[]; onTake: (papers: readonly Paper[]) => void }>) => {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);
  const take = async (files: readonly File[]): Promise<void> => {
    setFailed(false);
    try {
      const taken = await Promise.all(files.map(async (file) => ({ sha256: await hashOf(file), name: file.name })));
      onTake([...papers, ...taken.filter(({ sha256 }) => papers.every((one) => one.sha256 !== sha256))]);
    } catch {
      // A file was moved or can not be read: said beside the field, which stays as it was.
      setFailed(true);
    }
  };
  return (
    <div className="field wide">
      <label className="file-button">
        {t('checklists.evidence')}
        <input
          type="file"
          multiple
          className="unseen"
          onChange={({ target }) => void take(Array.from(target.files ?? []))}
        />
      </label>
      <span className="quiet">
        {papers.length === 0 ? t('checklists.evidenceHint') : papers.map(({ name }) => name).join(' · ')}
      </span>
      {failed && <span role="alert">{t('rounds.minutes.fileFailed')}</span>}
    </div>
  );
};
