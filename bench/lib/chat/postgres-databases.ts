import { Client } from 'pg';

/** Makes an empty database of that name beside the one the URL names, in the place of an older one; gives its URL. */
export async function makeDatabase(url: string, name: string): Promise<string> {
  await run(url, `drop database if exists ${name} with (force)`);
  await run(url, `create database ${name}`);
  const made = new URL(url);
  made.pathname = `/${name}`;
  return made.href;
}

/** Deletes it. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await run(url, `drop database if exists ${name} with (force)`);
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
