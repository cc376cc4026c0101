import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { either } from '../../components/names.ts';
import { declaringZh } from '../../words/zh/declaring.ts';
