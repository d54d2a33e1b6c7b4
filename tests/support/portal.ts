import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../db/embedded.ts';

const entry = fileURLToPath(new URL('../../site/start.ts', import.meta.url));

/** Starts the portal with these settings only, whatever the environment of the tests; resolves when it answers. */
export async function startServer(settings: Record<string, string>) {
  const port = settings.PORT ?? String(await freePort());
  const run = runServer({ ...settings, PORT: port });
  const up = await Promise.race([run.ready.then(() => true), once(run.child, 'exit').then(() => false)]);
  if (!up) throw new Error(`The server did not start:\n${run.stdout()}${run.stderr()}`);
  return { ...run, url: `http://127.0.0.1:${port}` };
}

export function runServer(settings: Record<string, string>, script = entry, args: string[] = []) {
  const { PATH, HOME, TMPDIR } = process.env;
  const env = Object.fromEntries(
    Object.entries({ PATH, HOME, TMPDIR, ...settings }).filter(([, value]) => value),
  );
  const child = fork(script, args, { env, silent: true, execArgv: [] });
  let stdout = '';
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ready = new Promise<void>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      if (stdout.includes('Opkoers runs on')) resolve();
    });
  });
  return { child, ready, stdout: () => stdout, stderr: () => stderr };
}

export async function stopServer(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exit = once(child, 'exit');
  child.kill(signal);
  const [code] = (await exit) as [number | null];
  return code;
}
