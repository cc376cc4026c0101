import '../look/campaigns.css';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { languageNow } from '../words/speak.ts';
import { sayDay, sayMoment } from './dates.ts';
import { either, nameIn } from './names.ts';

type Item = Schemas['HistoryItem'];

const useActor = (): ((item: Item) => string) => {
  const { t } = useTranslation();
  return ({ actorKind, actorName, actorRole }) => {
    if (actorKind !== 'person') return t(`project.${actorKind}`);
    const name = nameIn(actorName);
    if (actorRole === null) return name ?? t('none');
    const role = t(`role.${actorRole}`);
    return name === undefined ? role : t('project.by', { name, role });
  };
};

/** Words that are none for people: ids of what the sentence names anyway. */
const isSaid = (text: string | null): text is string => text !== null && !/^[\da-f]{8}-[\da-f-]{27}$/u.test(text);

/** Days within a sentence of the platform's, as pages say days. */
const withDays = (text: string): string => text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/gu, (day) => sayDay(day));

const One = ({ item, actor }: Readonly<{ item: Item; actor: string }>) => {
  const { t } = useTranslation();
  const about = nameIn(item.aboutName);
  const shown = item.changes.filter(({ before, after }) => isSaid(before) || isSaid(after));
  return (
    <li>
      {withDays(either(item.zh, item.en))}
      {about !== undefined && `${languageNow() === 'zh' ? '：' : ': '}${about}`}
      <br />
      <span className="quiet">
        {sayMoment(item.occurredAt)} · {actor}
      </span>
      {item.why !== null && <p className="prose">{t('campaigns.why', { why: item.why })}</p>}
      {shown.length > 0 && (
        <ul className="changes">
          {shown.map(({ field, stageId, before, after }) => (
            <li key={`${field} ${stageId}`}>
              {isSaid(before) && <del>{withDays(before)}</del>} {isSaid(after) && <ins>{withDays(after)}</ins>}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};

/** What happened, one sentence each: when, by whom, from what to what, and why. */
export const ToldSteps = ({ items }: Readonly<{ items: readonly Item[] }>) => {
  const actor = useActor();
  return (
    <ol className="steps">
      {items.map((item) => (
        <One key={item.eventId} item={item} actor={actor(item)} />
      ))}
    </ol>
  );
};
