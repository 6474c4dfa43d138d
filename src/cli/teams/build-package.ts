import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { z } from 'zod';
import { checkIcons } from './check-icons';
import { checkSchema } from './check-schema';
import { fillTemplate } from './fill-template';
import { PackageError } from './package-error';
import type { PackageValues } from './package-values';

/** What a package is made of. */
export interface PackageDependencies {
  /** The folder with manifest.template.json, the other languages, the icons and the schemas. */
  readonly directory: string;
  readonly values: PackageValues;
  /** Whether it asks for the right to read what is written without naming the assistant. */
  readonly readsAll: boolean;
  /** The version of the app, as in package.json. Teams offers an update where it is higher. */
  readonly version: string;
}

const languages = z.object({
  localizationInfo: z.object({ additionalLanguages: z.array(z.object({ file: z.string() })).optional() }).optional(),
  icons: z.object({ color: z.string(), outline: z.string() }),
});
const json = z.record(z.string(), z.unknown());
type Json = z.infer<typeof json>;

/**
 * Builds the zip that a Teams administrator uploads.
 *
 * @throws PackageError naming every fault of the manifest, its translations and its icons
 */
export function buildPackage({ directory, values, readsAll, version }: PackageDependencies): Buffer {
  const faults: string[] = [];
  const read = (file: string): Buffer => {
    const path = join(directory, file);
    if (existsSync(path)) return readFileSync(path);
    faults.push(`${path}: no such file`);
    return Buffer.alloc(0);
  };
  const readJson = (file: string, text: string): Json => {
    try {
      return json.parse(JSON.parse(text));
    } catch (error) {
      faults.push(
        `${join(directory, file)}: ${error instanceof SyntaxError ? error.message : 'expected a JSON object'}`,
      );
      return {};
    }
  };
  const check = (file: string, content: Json, schema: string): void => {
    const found = checkSchema(content, readJson(schema, read(schema).toString('utf8')));
    faults.push(...found.map((fault) => `${join(directory, file)}: ${fault}`));
  };

  const template = fillTemplate(read(TEMPLATE).toString('utf8'), { ...values, VERSION: version });
  faults.push(...template.unknown.map((name) => `${join(directory, TEMPLATE)}: nothing is known for ${name}`));
  const filled = readJson(TEMPLATE, template.text);
  const manifest = readsAll ? { ...filled, ...READS_ALL, webApplicationInfo: { id: values.APP_ID } } : filled;
  check(TEMPLATE, manifest, 'schema/manifest.json');
  const { localizationInfo, icons } = languages.safeParse(manifest).data ?? { icons: { color: '', outline: '' } };
  const translations = (localizationInfo?.additionalLanguages ?? []).map(({ file }) => file);
  const translated = translations.map((name) => ({ name, content: read(name) }));
  for (const { name, content } of translated) {
    const translation = readJson(name, content.toString('utf8'));
    check(name, translation, 'schema/localization.json');
    faults.push(
      ...missingTargets(translation, manifest).map(
        (key) => `${join(directory, name)}: ${key}: the manifest has no such text`,
      ),
    );
  }
  const pictures = [icons.color, icons.outline]
    .filter((name) => name !== '')
    .map((name) => ({ name, content: read(name) }));
  faults.push(...checkIcons(pictures[0]?.content, pictures[1]?.content).map((fault) => `${directory}: ${fault}`));
  if (faults.length > 0) throw new PackageError(faults);
  const own = { name: 'manifest.json', content: Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`) };
  const files = [own, ...translated, ...pictures].map(({ name, content }): [string, Buffer] => [name, content]);
  return Buffer.from(zipSync(Object.fromEntries(files), { level: 9, mtime: FIRST_DAY }));
}

const TEMPLATE = 'manifest.template.json';
/** The first day zip knows: the same content always gives the same package. */
const FIRST_DAY = new Date(1980, 0, 1);

/** Rights that the owner of a team, or a member of a group chat, agrees to when adding the app. */
const READS_ALL: Json = {
  authorization: {
    permissions: {
      resourceSpecific: [
        { name: 'ChannelMessage.Read.Group', type: 'Application' },
        { name: 'ChatMessage.Read.Chat', type: 'Application' },
      ],
    },
  },
};

/** Keys of a translation that lead to no text of the manifest: Teams refuses the package for them. */
function missingTargets(translation: Json, manifest: Json): string[] {
  return Object.keys(translation).filter((key) => key !== '$schema' && typeof textAt(key, manifest) !== 'string');
}

function textAt(path: string, manifest: Json): unknown {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  return steps.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? (value as Json)[step] : undefined),
    manifest,
  );
}
