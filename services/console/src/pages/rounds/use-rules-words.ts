import { useTranslation } from 'react-i18next';
import {
  type AwardRule,
  criterionName,
  electorateName,
  measureName,
  roleOfSource,
  type Row,
  type Rules,
} from './rules.ts';
import { sayShare } from './points.ts';
import { comma, semicolon } from '../../components/names.ts';

const HUNDREDTHS = 100;
const KNOWN_OPS = [
  'weigh',
  'sum',
  'mean',
  'best',
  'scale',
  'times',
  'clamp',
  'bands',
  'round',
  'carry',
  'take-measure',
  'take-checklist',
  'take-bonus',
] as const;

/** What decides, in words: rows, sources, awards and ties as people call them. */
export const useRulesWords = (rules: Rules) => {
  const { t } = useTranslation();
  const source = (sourceId: string): string => {
    const role = roleOfSource(rules, sourceId);
    return role === undefined ? sourceId : t('rounds.rules.source', { role: t(`role.${role}`) });
  };
  const reduced = ({ reduce }: Row): string => {
    if (reduce?.how === 'trimmed') return t('rounds.rules.trimmed', { high: reduce.high ?? 0, low: reduce.low ?? 0 });
    return t(reduce?.how === 'pooled' ? 'rounds.rules.pooled' : 'rounds.rules.mean');
  };
  const rowOf = (id: string): Row | undefined => rules.phase?.rows.find((row) => row.id === id);
  /** Whose votes, about what: as far as a ballot tells several apart. */
  const ballot = ({ source: table = '', questions = [] }: Row): string => {
    const apart = [electorateName(rules, table) ?? [], questions.map((one) => criterionName(rules, one))].flat();
    return apart.length === 0 ? t('rounds.ops.take-ballot') : t('rounds.rules.ballotOf', { of: apart.join(comma()) });
  };
  /** What a row is called. */
  const row = (id: string): string => {
    const found = rowOf(id);
    if (found === undefined) return id;
    if (found.op === 'take-panel') return source(found.source ?? '');
    const measured = found.op === 'take-measure' ? measureName(rules, found.source ?? '') : undefined;
    if (measured !== undefined) return measured;
    if (found.op === 'take-ballot') return ballot(found);
    const op = KNOWN_OPS.find((known) => known === found.op);
    return op === undefined ? id : t(`rounds.ops.${op}`);
  };
  /** How a row comes about. */
  const how = (id: string): string => {
    const found = rowOf(id);
    if (found?.op === 'take-panel') return `${reduced(found)}${t('rounds.rules.least', { count: found.least ?? 0 })}`;
    if (found?.op === 'weigh')
      return (found.weights ?? [])
        .map(({ row: of, weight }) => t('rounds.rules.weight', { name: row(of), share: sayShare(weight) }))
        .join(semicolon());
    return row(id);
  };
  const award = ({ pick, to }: AwardRule): string => {
    if (to !== 'entry')
      return t(to === 'home' ? 'rounds.rules.toHome' : 'rounds.rules.toLeader', { count: pick.count ?? 0 });
    if (pick.score !== undefined) return t('rounds.rules.atLeast', { score: pick.score / HUNDREDTHS });
    if (pick.share !== undefined) return t('rounds.rules.firstShare', { share: sayShare(pick.share) });
    return pick.by === 'next' || pick.by === 'first'
      ? t(`rounds.rules.${pick.by}`, { count: pick.count ?? 0 })
      : t('rounds.rules.byBody');
  };
  /** What settled a tie. */
  const settled = (key: string): string => {
    if (key.startsWith('row:')) return t('rounds.rules.tieRow', { name: row(key.slice('row:'.length)) });
    if (key.startsWith('mark:'))
      return t('rounds.rules.tieMark', { name: criterionName(rules, key.slice('mark:'.length)) });
    return t(
      key === 'draw' ? 'rounds.rules.tieDraw' : key === 'body' ? 'rounds.rules.tieBody' : 'rounds.rules.tieShared',
    );
  };
  return { source, row, how, award, settled };
};
