import { createServer } from 'node:net';
import { StartError } from '../../db/embedded-place.ts';
import type { Environment } from './environment.ts';
import { takeLock } from './lock.ts';
import type { Cleanup } from './process.ts';

/** Refuses, before anything is touched, when a process of ours uses the embedded database already. */
export async function claimData(environment: Environment, onStop: (cleanup: Cleanup) => void) {
  if (!environment.ownDatabase) return;
  const lock = await takeLock(environment.dataDir, `${environment.address} (process ${process.pid})`);
  if (lock.held !== undefined) {
    throw new StartError(
      `Opkoers already runs: ${lock.held}. Stop it first, with Ctrl-C where it was started.`,
    );
  }
  onStop(lock.release);
}

/** Refuses, before anything is touched, when another program has the port. */
export async function claimPort({ host, port }: Environment) {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(new StartError(portProblem(error, host, port))));
    probe.listen(port, host, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}

function portProblem({ code }: NodeJS.ErrnoException, host: string, port: number) {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program: choose one with PORT=8080 npm start.`;
  if (code === 'EACCES')
    return `Port ${port} needs more rights than you have: choose one above 1023 with PORT.`;
  return `HOST ${host} with PORT ${port} cannot be used (${code}).`;
}
