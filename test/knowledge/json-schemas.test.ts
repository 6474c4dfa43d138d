import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { jsonSchemas } from '../../src/knowledge/json-schemas';
import { SHIPPED } from './broken-copy';

const schemas = jsonSchemas();
const filesIn = (folder: string): string[] => readdirSync(join(SHIPPED, folder)).map((name) => `${folder}/${name}`);
const FOLDERS: Readonly<Record<string, string>> = { 'faq.yaml': 'faq', 'story-messages.yaml': 'stories' };
const pairs = schemas.flatMap(({ file, json }) => {
  const name = file.replace(/^schema\/(.*)json$/, '$1yaml');
  const folder = FOLDERS[name];
  return (folder === undefined ? [name] : filesIn(folder)).map((content) => ({ content, file, json }));
});

describe('the schemas for editors', () => {
  it.each(schemas)(
    '$file is what the program makes of its rules (npm run knowledge:schema writes it anew)',
    ({ file, json }) => {
      expect(readFileSync(join(SHIPPED, file), 'utf8')).toBe(json);
    },
  );

  it.each(pairs)('$file accepts $content, which names it in its first line', ({ content, file, json }) => {
    const text = readFileSync(join(SHIPPED, content), 'utf8');
    const validator = addFormats(new Ajv({ strict: false, unicodeRegExp: true })).compile(JSON.parse(json) as object);
    validator(parse(text));
    expect(validator.errors).toBeNull();
    expect(text.split('\n')[0]).toBe(`# yaml-language-server: $schema=${content.includes('/') ? `../${file}` : file}`);
  });
});
