import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

export const INFRA = join(process.cwd(), 'infra');
export const PROMETHEUS = join(INFRA, 'prometheus');
const DASHBOARDS = join(INFRA, 'grafana/dashboards');

export type Rule = Readonly<{
  alert: string;
  expr: string;
  for: string;
  labels: { severity: string };
  annotations: Readonly<Record<string, string>>;
}>;

export type Panel = Readonly<{
  title: string;
  type: string;
  targets?: readonly Readonly<{ refId: string; expr: string }>[];
  panels?: readonly Panel[];
}>;

export type Dashboard = Readonly<{
  uid: string;
  title: string;
  panels: readonly Panel[];
  templating: { list: readonly Readonly<{ query?: unknown }>[] };
}>;

/** What somebody asks Prometheus: a panel of a dashboard, or an alert. */
export type Asked = Readonly<{ where: string; expr: string }>;

/** A file of `infra/` that is written in YAML. */
export const yamlOf = async <T>(...path: readonly string[]): Promise<T> =>
  parse(await readFile(join(INFRA, ...path), 'utf8')) as T;

export const rules = async (): Promise<readonly Rule[]> =>
  (await yamlOf<{ groups: readonly { rules: readonly Rule[] }[] }>('prometheus', 'alerts.yaml')).groups.flatMap(
    (group) => group.rules,
  );

export const dashboards = async (): Promise<readonly Dashboard[]> =>
  Promise.all(
    (await readdir(DASHBOARDS)).map(
      async (file) => JSON.parse(await readFile(join(DASHBOARDS, file), 'utf8')) as Dashboard,
    ),
  );

const panelsOf = (panels: readonly Panel[]): readonly Panel[] =>
  panels.flatMap((panel) => [panel, ...panelsOf(panel.panels ?? [])]);

/** Every question of every panel: `jiangong-red, 内存 / Memory, A`. */
export const panelQuestions = async (): Promise<readonly Asked[]> =>
  (await dashboards()).flatMap(({ uid, panels }) =>
    panelsOf(panels).flatMap(({ title, targets = [] }) =>
      targets.map(({ refId, expr }) => ({ where: `${uid}, ${title}, ${refId}`, expr })),
    ),
  );
