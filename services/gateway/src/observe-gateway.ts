import { statfs } from 'node:fs/promises';
import { observeReaders } from '@jiangong/service-host/nest';
import { metricNames } from '@jiangong/telemetry';
import { gaugeOf, observeProcess } from '@jiangong/telemetry/node';
import type { Gateway } from './start-gateway.ts';

const SCOPE = 'gateway';

export type GatewayObserved = Readonly<{ evidenceDir: string | undefined; certificateFile: string | undefined }>;

const freeIn = async (directory: string): Promise<number | undefined> => {
  const found = await statfs(directory).catch(() => undefined); // not there yet, or gone: there is nothing to tell
  return found && found.bavail * found.bsize;
};

/** The gauges of a running gateway. Free space only where evidence lies in a directory of its own machine. */
export const observeGateway = ({ parts }: Gateway, { evidenceDir, certificateFile }: GatewayObserved): void => {
  observeProcess(SCOPE, certificateFile);
  observeReaders(SCOPE, parts.access.readers);
  gaugeOf(SCOPE, metricNames.liveListeners, () => parts.hub.size);
  if (evidenceDir !== undefined) gaugeOf(SCOPE, metricNames.evidenceFree, () => freeIn(evidenceDir));
};
