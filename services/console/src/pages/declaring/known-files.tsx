import '../../look/declaring.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { files } from '../../api/questions/entries.ts';
import { Answered } from '../../components/answered.tsx';
import { isPicture } from './evidence.ts';

/** Files that were reported or described before: ticked, they go along. */
export const KnownFiles = ({
  entryId,
  chosen,
  onChange,
}: Readonly<{ entryId: string; chosen: readonly string[]; onChange: (chosen: readonly string[]) => void }>) => {
  const { t } = useTranslation();
  return (
    <Answered query={useQuery(files(entryId))}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="quiet">{t('declaring.noKnown')}</p>
        ) : (
          <ul className="files">
            {items.map(({ sha256, mediaType, kind, caption }) => {
              const name = caption ?? t(`project.fileKind.${kind ?? 'other'}`);
              return (
                <li key={sha256} className="file">
                  <label className="pick-file">
                    {isPicture(mediaType) ? (
                      <img
                        src={`/v1/entries/${entryId}/files/${sha256}/preview?width=320`}
                        alt=""
                        loading="lazy"
                        width={320}
                        height={200}
                      />
                    ) : (
                      <span className="file-kind" aria-hidden="true">
                        {t(`project.fileKind.${kind ?? 'other'}`)}
                      </span>
                    )}
                    <span>
                      <input
                        type="checkbox"
                        checked={chosen.includes(sha256)}
                        onChange={({ target }) =>
                          onChange(target.checked ? [...chosen, sha256] : chosen.filter((one) => one !== sha256))
                        }
                      />{' '}
                      {name}
                    </span>
                  </label>
                </li>
              );
            })}
          </ul>
        )
      }
    </Answered>
  );
};
