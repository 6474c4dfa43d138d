import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { jsonSchemas } from '../knowledge/json-schemas';

/** `npm run knowledge:schema`: writes the editors' schemas into knowledge/schema/ after a schema has changed. */
for (const { file, json } of jsonSchemas()) {
  const path = join('knowledge', file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, json);
  console.log(path);
}
