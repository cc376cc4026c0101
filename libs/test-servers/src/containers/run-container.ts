import { access } from 'node:fs/promises';
import type { RunningServer } from '../found.ts';
import { freePorts } from '../process/free-ports.ts';

const START_WITHIN_MS = 180_000;
const DOCKER_SOCKET = '/var/run/docker.sock';

/** What runs in a container, and how its address reads from outside. */
export type ContainerPlan = Readonly<{
  image: string;
  /** The port inside. */
  port: number;
  /** `outside`: the port of this machine under which the server is reached; servers that name themselves to clients must know it. */
  environment: (outside: number) => Readonly<Record<string, string>>;
  command?: readonly string[];
  /** What the server says when it is ready. */
  saysWhenReady: RegExp;
  variables: (outside: number) => Readonly<Record<string, string>>;
}>;

/** Whether a container engine can be reached; asked without loading testcontainers where there is none. */
export const hasContainerEngine = async (): Promise<boolean> => {
  const socket = await access(DOCKER_SOCKET).then(
    () => true,
    () => false, // no socket, or not for us: both mean that it can not be used
  );
  if (!socket && process.env['DOCKER_HOST'] === undefined) return false;
  const { getContainerRuntimeClient } = await import('testcontainers');
  return getContainerRuntimeClient().then(
    () => true,
    () => false, // a socket that nobody answers at
  );
};

/** Starts a container by testcontainers, whose own reaper removes it when this process dies. */
export const runContainer = async (plan: ContainerPlan): Promise<RunningServer> => {
  const { GenericContainer, Wait } = await import('testcontainers');
  const [outside] = (await freePorts(1)) as [number];
  const container = new GenericContainer(plan.image)
    .withExposedPorts({ container: plan.port, host: outside })
    .withEnvironment({ ...plan.environment(outside) })
    .withStartupTimeout(START_WITHIN_MS)
    .withWaitStrategy(Wait.forLogMessage(plan.saysWhenReady));
  const started = await (plan.command ? container.withCommand([...plan.command]) : container).start();
  return { variables: plan.variables(outside), stop: async () => void (await started.stop()) };
};
