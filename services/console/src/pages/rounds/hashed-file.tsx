import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hashOf } from './minutes-draft.ts';

export type HashedPaper = Readonly<{ sha256: string; name: string }>;

/** A paper that stays with the office: its hash alone is taken. One that can not be read is said beside the field, which stays as it was. */
export const HashedFile = ({
  id,
  isTaken,
  onTake,
  children,
}: Readonly<{ id?: string; isTaken: boolean; onTake: (paper: HashedPaper) => void; children: ReactNode }>) => {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setFailed(false);
    try {
      onTake({ sha256: await hashOf(file), name: file.name });
    } catch {
      // The file was moved or can not be read.
      setFailed(true);
    }
  };
  return (
    <>
      <label className="file-button">
        {t(isTaken ? 'rounds.minutes.otherFile' : 'rounds.minutes.chooseFile')}
        <input id={id} type="file" className="unseen" onChange={({ target }) => void take(target.files?.[0])} />
      </label>
      <span className="quiet">{children}</span>
      {failed && <span role="alert">{t('rounds.minutes.fileFailed')}</span>}
    </>
  );
};
