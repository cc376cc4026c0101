import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adoptedTemplates, template } from '../../api/questions/templates.ts';
import { Choice, type Option } from '../../components/choice.tsx';
import { either } from '../../components/names.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { asYaml } from './as-yaml.ts';
import { SHIPPED, SKELETON, skeleton } from './shipped.ts';
import { TEXT_BYTES_MAX, tidied } from './text-places.ts';

/** Reads what one may begin with: by its name, or of an adopted template by its hash. */
export const useBeginning = (committeeId: string): ((begin: string) => Promise<string>) => {
  const client = useQueryClient();
  return async (begin) => {
    if (begin === SKELETON) return (await skeleton()).default;
    const shipped = SHIPPED.find(({ id }) => id === begin);
    if (shipped !== undefined) return tidied((await shipped.text()).default);
    return asYaml((await client.fetchQuery(template(committeeId, begin))).canonicalText);
  };
};

const useOptions = (committeeId: string): readonly Option[] => {
  const { t } = useTranslation();
  const { data } = useQuery(adoptedTemplates);
  const own = data?.items.filter((one) => one.committeeId === committeeId) ?? [];
  return [
    { value: SKELETON, label: t('programmes.skeleton') },
    ...own.map(({ templateHash, titleZh, titleEn }) => ({
      value: templateHash,
      label: t('programmes.adoptedOne', { name: either(titleZh, titleEn) }),
    })),
    ...SHIPPED.map(({ id, zh, en }) => ({ value: id, label: t('programmes.shippedOne', { name: either(zh, en) }) })),
  ];
};

const FileButton = ({ onFile }: Readonly<{ onFile: (file: File | undefined) => void }>) => {
  const { t } = useTranslation();
  return (
    <label className="file-button">
      {t('programmes.fromFile')}
      <input
        type="file"
        className="unseen"
        accept=".yaml,.yml,.txt"
        onChange={({ target }) => {
          onFile(target.files?.[0]);
          // A file that was mended is chosen again.
          target.value = '';
        }}
      />
    </label>
  );
};

/** What one begins with. What stood there before can be brought back until something else is taken. */
export const Begin = ({
  committeeId,
  first,
  text,
  onBegin,
}: Readonly<{
  committeeId: string;
  first: string | undefined;
  text: string;
  onBegin: (text: string) => void;
}>) => {
  const { t } = useTranslation();
  const options = useOptions(committeeId);
  const read = useBeginning(committeeId);
  const [begin, setBegin] = useState(first);
  const [before, setBefore] = useState<string>();
  const [failed, setFailed] = useState<unknown>();
  const [tooLarge, setTooLarge] = useState(false);
  const take = async (asked: Promise<string>): Promise<void> => {
    try {
      const taken = await asked;
      setFailed(undefined);
      setBefore(text.trim() === '' || text === taken ? undefined : text);
      onBegin(taken);
    } catch (error) {
      setFailed(error);
    }
  };
  const takeFile = (file: File | undefined): void => {
    if (file === undefined) return;
    setTooLarge(file.size > TEXT_BYTES_MAX);
    if (file.size <= TEXT_BYTES_MAX) void take(file.text().then(tidied));
  };
  return (
    <section className="part" aria-labelledby="begin">
      <h2 id="begin">{t('programmes.begin')}</h2>
      {failed !== undefined && <ProblemNotice error={failed} />}
      <div className="row code-begin">
        <Choice
          label={t('programmes.beginWith')}
          value={begin ?? SKELETON}
          options={options}
          onChoose={(chosen) => setBegin(chosen)}
        />
        <Button onClick={() => void take(read(begin ?? SKELETON))}>{t('programmes.take')}</Button>
        <FileButton onFile={takeFile} />
      </div>
      {tooLarge && <p role="alert">{t('programmes.fileTooLarge')}</p>}
      {before !== undefined && (
        <p className="note" role="status">
          {t('programmes.replaced')}{' '}
          <button
            type="button"
            className="linklike"
            onClick={() => {
              onBegin(before);
              setBefore(undefined);
            }}
          >
            {t('programmes.bringBack')}
          </button>
        </p>
      )}
    </section>
  );
};
