import { readFileSync, writeFileSync } from 'node:fs';
import type { Config } from '../program/settings/config';
import { readExport, statusOf, writeExport } from '../program/content/content-files';
import { keptContent } from '../program/content/kept-content';
import { loadKnowledge } from '../knowledge/load-knowledge';
import { createContentStore } from '../storage/content/create-content-store';
import { runCommand } from './command/run-command';
import { withDatabase } from './command/with-database';

const USAGE = `Usage:
  npm run content:status            what staff published over the files of knowledge/, and what an update changed since
  npm run content:export -- FILE    all that is published, as JSON
  npm run content:import -- FILE    publishes such a file: all of it, or nothing

It reads the same .env as the server, which may run meanwhile and takes up an import within seconds.
Exit status: 0 done, 1 the file or the database cannot be used, 2 wrong use.
`;

interface Options {
  readonly command: 'status' | 'export' | 'import';
  /** Of the exports; empty for the status. */
  readonly file: string;
}

function readOptions([command, file, ...more]: readonly string[]): Options | undefined {
  if (more.length > 0) return undefined;
  if (command === 'status') return file === undefined ? { command, file: '' } : undefined;
  return (command === 'export' || command === 'import') && file ? { command, file } : undefined;
}

async function runContent({ command, file }: Options, config: Config): Promise<void> {
  const base = loadKnowledge(config.knowledgeDirectory, keptContent());
  const imported = command === 'import' ? readExport(readFileSync(file, 'utf8'), base) : undefined;
  await withDatabase(config, async (database) => {
    const store = createContentStore({ database });
    if (imported !== undefined) {
      const number = await store.publish({
        by: 'content:import',
        approvedBy: '',
        changes: imported,
        questions: [],
        events: [{ kind: 'content-imported', who: '', values: { count: String(imported.length) } }],
      });
      console.log(`${imported.length} items published as revision ${number}`);
    } else if (command === 'export') {
      const items = await store.items();
      writeFileSync(file, writeExport(items));
      console.log(`${items.length} items written to ${file}`);
    } else {
      const [latest, items, drafts] = [await store.latest(), await store.items(), await store.drafts()];
      console.log(statusOf({ latest, items, drafts: drafts.length, base }));
    }
  });
}

void runCommand({ usage: USAGE, options: readOptions(process.argv.slice(2)), run: runContent });
