import { readFileSync, writeFileSync } from 'node:fs';
import { readConfig } from '../config';
import { readExport, statusOf, writeExport } from '../content-files';
import { describeStartFault } from '../describe-start-fault';
import { loadKnowledge } from '../knowledge/load-knowledge';
import { loadEnvironment } from '../load-environment';
import { databasePlace } from '../open-stores';
import { createContentStore } from '../storage/content/create-content-store';
import { openDatabase } from '../storage/open-database';

const USAGE = `Usage:
  npm run content:status            what staff published over the files of knowledge/, and what an update changed since
  npm run content:export -- FILE    all that is published, as JSON
  npm run content:import -- FILE    publishes such a file: all of it, or nothing

It reads the same .env as the server, which may run meanwhile and takes up an import within seconds.
Exit status: 0 done, 1 the file or the database cannot be used, 2 wrong use.
`;

async function main([command, file, ...more]: readonly string[]): Promise<void> {
  const isUsed = command === 'status' ? file === undefined : ['export', 'import'].includes(command ?? '') && file;
  if (!isUsed || more.length > 0) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
    return;
  }
  try {
    const { environment, namesInFile } = loadEnvironment();
    const config = readConfig(environment, namesInFile);
    const base = loadKnowledge(config.knowledgeDirectory);
    const imported = command === 'import' ? readExport(readFileSync(file ?? '', 'utf8'), base) : undefined;
    const database = await openDatabase(databasePlace(config.database));
    try {
      const store = createContentStore({ database });
      if (imported !== undefined) {
        const number = await store.publish({ by: 'content:import', approvedBy: '', changes: imported, questions: [] });
        console.log(`${imported.length} items published as revision ${number}`);
      } else if (command === 'export') {
        const items = await store.items();
        writeFileSync(file ?? '', writeExport(items));
        console.log(`${items.length} items written to ${file}`);
      } else {
        const [latest, items, drafts] = [await store.latest(), await store.items(), await store.drafts()];
        console.log(statusOf({ latest, items, drafts: drafts.length, base }));
      }
    } finally {
      await database.close();
    }
  } catch (error) {
    console.error(describeStartFault(error));
    process.exitCode = 1;
  }
}

void main(process.argv.slice(2));
