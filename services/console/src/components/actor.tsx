import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { nameIn } from './names.ts';

type Told = Schemas['NamedActor'];

/** Who did it: by name and role where that may be known, else by what may. */
export const Actor = ({ actor }: Readonly<{ actor: Told }>) => {
  const { t } = useTranslation();
  if (actor.kind !== 'person') return <>{t(`project.${actor.kind}`)}</>;
  const name = nameIn(actor.name);
  const role = actor.role === null ? undefined : t(`role.${actor.role}`);
  const organization = nameIn(actor.organizationName);
  const who = name === undefined ? role : role === undefined ? name : t('project.by', { name, role });
  return (
    <>
      {who ?? t('none')}
      {organization !== undefined && <div className="quiet">{organization}</div>}
    </>
  );
};
