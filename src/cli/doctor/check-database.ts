import { statSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { Client } from 'pg';
import { type DatabasePlace } from '../../storage/engine/open-database';
import { MIGRATIONS } from '../../storage/engine/migrations';
import { readPostgresSetupFault, readSqliteSetupFault } from '../../storage/engine/read-setup-fault';
import { readStorageFault } from '../../storage/engine/read-storage-fault';
import { type Finding, findingsOf } from './finding';

const { ok, warning, fault } = findingsOf('database');
const clock = findingsOf('clock');
/** Seconds by which the clocks of two machines may differ without harm. */
const MOST_SECONDS = 60;
const PATIENCE = 10_000;

/** Looks at the database without changing it: it is not brought up to date, and a missing one is not made. */
export async function checkDatabase(place: DatabasePlace): Promise<readonly Finding[]> {
  return 'url' in place ? checkPostgres(place.url) : checkSqlite(place.file);
}

function checkSqlite(file: string): readonly Finding[] {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return [ok(`${file} is not there yet: the first start makes it`)];
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      const damage = database.prepare('pragma quick_check(1)').get() as Readonly<Record<string, unknown>>;
      const seen = database.prepare("select value from settings where name = 'clock'").get() as
        { value?: unknown } | undefined;
      const version = database.prepare('select version from schema_version').get() as { version?: unknown } | undefined;
      return [
        Object.values(damage)[0] === 'ok'
          ? ok(`${file} is whole, ${Math.ceil(stat.size / 1_000_000)} MB`)
          : fault(`${file} is damaged`, 'stop the program, move the file away, restore a backup'),
        ...checkVersion(Number(version?.version ?? 0)),
        ...checkSeen(Number(seen?.value ?? 0)),
      ];
    } finally {
      database.close();
    }
  } catch (error) {
    return [fault(readSqliteSetupFault(error, file).message)];
  }
}

/** The clock has been seen later than it is now: it was set back, or the battery of the machine is empty. */
function checkSeen(seen: number): Finding[] {
  const behind = Math.round((seen - Date.now()) / 1000);
  if (behind <= MOST_SECONDS) return [clock.ok(new Date().toISOString())];
  return [
    clock.fault(
      `the clock is ${behind} seconds behind where it was`,
      'set it right (timedatectl), and keep it so by NTP',
    ),
  ];
}

function checkVersion(version: number): Finding[] {
  const ours = MIGRATIONS.length;
  if (version > ours)
    return [
      fault(
        `schema ${version} is of a newer version, this one knows ${ours}`,
        'start the newer version, or restore the backup made before the update',
      ),
    ];
  return [ok(version === ours ? `schema ${version}` : `schema ${version}: the next start brings it to ${ours}`)];
}

async function checkPostgres(url: string): Promise<readonly Finding[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: PATIENCE, statement_timeout: PATIENCE });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<Row>(LOOK);
    const [row] = rows;
    const known = await client.query<{ version: number }>('select version from schema_version').catch(() => undefined);
    return row === undefined ? [] : [...tellServer(row), ...checkVersion(known?.rows[0]?.version ?? 0)];
  } catch (error) {
    return [fault(readPostgresSetupFault(readStorageFault(error), new URL(url)).message)];
  } finally {
    await client.end().catch(() => undefined);
  }
}

interface Row {
  readonly version: string;
  readonly encoding: string;
  readonly creates: boolean;
  readonly standby: boolean;
  readonly now: string;
}

const LOOK = `select current_setting('server_version') as version, current_setting('server_encoding') as encoding,
  has_schema_privilege(current_schema(), 'create') as creates, pg_is_in_recovery() as standby,
  extract(epoch from clock_timestamp())::text as now`;
/** The oldest PostgreSQL that still gets updates. */
const OLDEST_POSTGRES = 14;

function tellServer({ version, encoding, creates, standby, now }: Row): Finding[] {
  const apart = Math.round(Math.abs(Number(now) - Date.now() / 1000));
  return [
    Number.parseInt(version, 10) < OLDEST_POSTGRES
      ? warning(`PostgreSQL ${version} gets no updates any more`, `move to ${OLDEST_POSTGRES} or newer`)
      : ok(`PostgreSQL ${version}`),
    encoding === 'UTF8'
      ? ok('encoding UTF8')
      : fault(`encoding ${encoding}`, "Arabic needs UTF8: create database … encoding 'UTF8' template template0"),
    creates ? ok('may make tables') : fault('this user may not make tables', 'grant create on schema public to it'),
    ...(standby ? [fault('the server is a standby that cannot be written', 'point DATABASE_URL at the primary')] : []),
    apart > MOST_SECONDS
      ? clock.fault(`the clocks of this machine and the database differ by ${apart} s`, 'keep both right by NTP')
      : clock.ok(`${apart} s from the database's`),
  ];
}
