import { useTranslation } from 'react-i18next';
import { zh } from '../../words/zh.ts';

type Kind = keyof typeof zh.audit.streamOf;

const NAME = /^[a-z-]+\.([a-z-]+?)-([0-9a-f]{8})[0-9a-f-]*$/u;

/** What the events of a stream are about, with as much of its id as people compare: `建功项目 1341cedc`. */
export const useStreamName = (): ((stream: string) => string) => {
  const { t } = useTranslation();
  return (stream) => {
    const [, kind = '', id = ''] = NAME.exec(stream) ?? [];
    return Object.hasOwn(zh.audit.streamOf, kind) ? `${t(`audit.streamOf.${kind as Kind}`)} ${id}` : stream;
  };
};
