import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { sayMoment } from '../../components/dates.ts';
import { Part } from '../../components/part.tsx';
import { SideBySide } from '../../components/side-by-side.tsx';
import { comma } from '../../components/names.ts';

type Told = Schemas['GetV1EntriesByEntryIdOpinionsAnswer'];
type Version = Schemas['DeclaredVersion'];

const One = ({ version, before }: Readonly<{ version: Version; before: Version | undefined }>) => {
  const { t } = useTranslation();
  return (
    <li>
      <h3>
        {t('project.version', { count: version.version })}{' '}
        <span className="quiet">{sayMoment(version.declaredAt)}</span>
      </h3>
      {version.changed.length > 0 && (
        <p>
          {t('project.changed')}
          {version.changed.map((part) => t(`project.changedPart.${part}`)).join(comma())}
        </p>
      )}
      <p className="prose">{version.summary}</p>
      {before !== undefined && (
        <details className="compare">
          <summary>{t('project.compareWith', { count: before.version })}</summary>
          <SideBySide
            before={before.summary}
            after={version.summary}
            titles={[t('project.version', { count: before.version }), t('project.version', { count: version.version })]}
          />
        </details>
      )}
      {version.returnReasons.length > 0 && (
        <div className="note">
          {t('project.returned')}
          <ul>
            {version.returnReasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      )}
    </li>
  );
};

/** What was declared each time, the last first, and what differs. */
export const ProjectVersions = ({ query }: Readonly<{ query: UseQueryResult<Told> }>) => {
  const { t } = useTranslation();
  return (
    <Part id="versions" title={t('project.versions')} query={query}>
      {({ versions }) =>
        versions.length === 0 ? (
          <p className="quiet">{t('project.noVersions')}</p>
        ) : (
          <ol className="steps">
            {versions.toReversed().map((version) => (
              <One
                key={version.version}
                version={version}
                before={versions.find((one) => one.version === version.version - 1)}
              />
            ))}
          </ol>
        )
      }
    </Part>
  );
};
