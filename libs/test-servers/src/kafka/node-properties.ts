import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export const INFRA_KAFKA = join(import.meta.dirname, '../../../../infra/kafka');

/** Files whose settings every broker of a test run gets, or one alone, or one of three. */
export const PROPERTIES_FILES = {
  every: 'test-broker.properties',
  single: 'test-single.properties',
  three: 'test-three.properties',
} as const;

export type NodePorts = Readonly<{ nodeId: number; client: number; controller: number }>;

/** The whole `server.properties` of one node of a cluster. */
export const nodeProperties = async (
  nodeId: number,
  nodes: readonly NodePorts[],
  dataDirectory: string,
): Promise<string> => {
  const own = nodes.find((node) => node.nodeId === nodeId);
  if (!own) throw new Error(`no node ${nodeId} in this cluster`);
  const files = [PROPERTIES_FILES.every, nodes.length === 1 ? PROPERTIES_FILES.single : PROPERTIES_FILES.three];
  const texts = await Promise.all(files.map((file) => readFile(join(INFRA_KAFKA, file), 'utf8')));
  return [
    ...texts,
    `node.id=${nodeId}`,
    `listeners=PLAINTEXT://127.0.0.1:${own.client},CONTROLLER://127.0.0.1:${own.controller}`,
    `advertised.listeners=PLAINTEXT://127.0.0.1:${own.client}`,
    `controller.quorum.voters=${nodes.map((node) => `${node.nodeId}@127.0.0.1:${node.controller}`).join(',')}`,
    `log.dirs=${dataDirectory}`,
    '',
  ].join('\n');
};
