import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { sayMoment } from '../../components/dates.ts';
import { Part } from '../../components/part.tsx';
import { SideBySide } from '../../components/side-by-side.tsx';
import { comma } from '../../components/names.ts';

type Told = Schemas['GetV1EntriesByEntryIdOpinionsAnswer'];
type Version = Schemas['DeclaredVersion'];

type Of = Readonly<{ version: Version; before: Version | undefined; count: number }>;

/** Counted as they were declared: whoever stands on a roll was listed before its first. */
const One = ({ version, before, count }: Of) => {
  const { t } = useTranslation();
  return (
    <li>
      <h3>
        {t('project.version', { count })} <span className="quiet">{sayMoment(version.declaredAt)}</span>
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
          <summary>{t('project.compareWith', { count: count - 1 })}</summary>
          <SideBySide
            before={before.summary}
            after={version.summary}
            titles={[t('project.version', { count: count - 1 }), t('project.version', { count })]}
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
export const ProjectVersions = ({
  query,
  isProject,
}: Readonly<{ query: UseQueryResult<Told>; isProject: boolean }>) => {
  const { t } = useTranslation();
  return (
    <Part id="versions" title={t('project.versions')} query={query}>
      {({ versions }) =>
        versions.length === 0 ? (
          <p className="quiet">{t(isProject ? 'project.noVersions' : 'project.noDeclaration')}</p>
        ) : (
          <ol className="steps">
            {versions.toReversed().map((version) => (
              <One
                key={version.version}
                version={version}
                count={versions.indexOf(version) + 1}
                before={versions.find((one) => one.version === version.version - 1)}
              />
            ))}
          </ol>
        )
      }
    </Part>
  );
};
