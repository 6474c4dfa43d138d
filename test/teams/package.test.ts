import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import Ajv from 'ajv';
import { buildPackage } from '../../src/cli/teams/build-package';
import { checkIcons } from '../../src/cli/teams/check-icons';
import { checkSchema } from '../../src/cli/teams/check-schema';
import { drawColourIcon, drawOutlineIcon } from '../../src/cli/icons/draw-icon';
import { readPackageValues, readsAll } from '../../src/cli/teams/package-values';
import { readPng, writePng } from '../../src/cli/icons/png';
import { createTalkReader } from '../../src/bot/turn/talk';
import { loadShipped } from '../helpers/load-shipped';

const ROOT = join(__dirname, '../..');
const DIRECTORY = join(ROOT, 'teams');
const values = readPackageValues({
  MicrosoftAppId: '11111111-2222-3333-4444-555555555555',
  PUBLIC_URL: 'https://chat.clinic.example',
});

/** Reads the zip by its directory, as whoever unpacks it does. */
function unzip(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = zip.length - 22;
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28));
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    files.set(name, inflateRawSync(zip.subarray(start, start + zip.readUInt32LE(at + 20))));
    at += 46 + zip.readUInt16LE(at + 28);
  }
  return files;
}

interface Manifest {
  version: string;
  id: string;
  bots: { botId: string; scopes: string[]; commandLists: { commands: { title: string }[] }[] }[];
  composeExtensions: { botId: string }[];
  validDomains: string[];
  name: { short: string };
  authorization?: object;
  webApplicationInfo?: object;
}
const build = (directory = DIRECTORY, readsAll = false): Buffer =>
  buildPackage({ directory, values, readsAll, version: '1.2.3' });
const manifestOf = (zip: Buffer): Manifest => JSON.parse(unzip(zip).get('manifest.json')!.toString()) as Manifest;

test('the package holds the manifest with the operator’s values, the translation and the icons', () => {
  const zip = build();
  expect([...unzip(zip).keys()]).toEqual(['manifest.json', 'en.json', 'color.png', 'outline.png']);
  const { id, bots, composeExtensions, validDomains, version } = manifestOf(zip);
  expect([id, bots[0]!.botId, composeExtensions[0]!.botId]).toEqual(Array(3).fill(values.APP_ID));
  expect([validDomains, version]).toEqual([['chat.clinic.example'], '1.2.3']);
  expect(bots[0]!.scopes).toEqual(['personal', 'team', 'groupChat']);
  expect(zip.includes('{{')).toBe(false);
  expect(build()).toEqual(zip);
});

test('the right to read everything in a team is asked for only where the operator wants it', () => {
  const { authorization, webApplicationInfo } = manifestOf(build(DIRECTORY, true));
  expect(JSON.stringify(authorization)).toContain('ChannelMessage.Read.Group');
  expect(webApplicationInfo).toEqual({ id: values.APP_ID });
  expect(manifestOf(build())).not.toHaveProperty('authorization');
  expect(readsAll({})).toBe(false);
  expect(() => readsAll({ TEAMS_READS_ALL: 'yes' })).toThrow('on or off');
});

test('every command of the list is understood when it is sent', () => {
  const { vocabulary } = loadShipped();
  const talk = createTalkReader({ vocabulary, isKnown: () => false });
  const titles = manifestOf(build()).bots[0]!.commandLists.flatMap(({ commands }) =>
    commands.map(({ title }) => title),
  );
  for (const title of titles) expect([title, talk.read(title, talk.peel(title))]).toEqual([title, expect.anything()]);
});

describe('a missing or malformed value is named', () => {
  const id = '11111111-2222-3333-4444-555555555555';
  const url = 'https://chat.clinic.example';
  test.each<[string, Record<string, string>, RegExp]>([
    ['nothing set', {}, /MicrosoftAppId: found not set[\s\S]*PUBLIC_URL: found not set/],
    ['an id that is none', { MicrosoftAppId: 'my-bot', PUBLIC_URL: url }, /MicrosoftAppId: found "my-bot"/],
    [
      'an address without encryption',
      { MicrosoftAppId: id, PUBLIC_URL: 'http://clinic.example' },
      /PUBLIC_URL: .*https/,
    ],
    ['this machine', { MicrosoftAppId: id, PUBLIC_URL: 'https://localhost' }, /PUBLIC_URL: /],
    ['a number', { MicrosoftAppId: id, PUBLIC_URL: 'https://10.0.0.1' }, /PUBLIC_URL: /],
    ['a path', { MicrosoftAppId: id, PUBLIC_URL: `${url}/chat` }, /PUBLIC_URL: /],
  ])('%s', (_name, environment, message) => {
    expect(() => readPackageValues(environment)).toThrow(message);
  });
});

describe('a fault of the files is named', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'teams-'));
    cpSync(DIRECTORY, directory, { recursive: true });
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));
  const edit = (file: string, change: (text: string) => string): void =>
    writeFileSync(join(directory, file), change(readFileSync(join(directory, file), 'utf8')));

  test.each<[string, string, (text: string) => string, RegExp]>([
    [
      'a name that is too long',
      'manifest.template.json',
      (text) => text.replace('"short": "مساعد', `"short": "${'م'.repeat(31)}`),
      /name\.short: expected at most 30 characters/,
    ],
    [
      'a missing part',
      'manifest.template.json',
      (text) => text.replace('"accentColor"', '"accent"'),
      /accentColor: expected a value/,
    ],
    [
      'a misspelt part',
      'manifest.template.json',
      (text) => text.replace('"accentColor"', '"accent"'),
      /accent: expected no such entry/,
    ],
    [
      'a scope that is none',
      'manifest.template.json',
      (text) => text.replace('"groupChat"]', '"everywhere"]'),
      /scopes\[2\]: expected one of/,
    ],
    [
      'an unknown placeholder',
      'manifest.template.json',
      (text) => text.replace('{{HOST}}', '{{HOSTS}}'),
      /nothing is known for \{\{HOSTS\}\}/,
    ],
    ['JSON that is none', 'manifest.template.json', (text) => text.replace('{', ''), /JSON/],
    [
      'a translation of nothing',
      'en.json',
      (text) => text.replace('commands[4]', 'commands[9]'),
      /commands\[9\]\.description: the manifest has no such text/,
    ],
    [
      'a translation that is too long',
      'en.json',
      (text) => text.replace("Search the clinic's", 'x'.repeat(40)),
      /title: expected at most 32/,
    ],
  ])('%s', (_name, file, change, message) => {
    edit(file, change);
    expect(() => build(directory)).toThrow(message);
  });

  test('an icon of another size, and one that is missing', () => {
    writeFileSync(join(directory, 'color.png'), writePng(drawOutlineIcon()));
    expect(() => build(directory)).toThrow('icons.color: found 32 x 32 points; expected 192 x 192');
    rmSync(join(directory, 'outline.png'));
    expect(() => build(directory)).toThrow(/outline\.png: no such file/);
  });
});

describe('the icons', () => {
  test('the files are what the program draws', () => {
    expect(readFileSync(join(DIRECTORY, 'color.png'))).toEqual(writePng(drawColourIcon(192)));
    expect(readFileSync(join(DIRECTORY, 'outline.png'))).toEqual(writePng(drawOutlineIcon()));
  });

  test('the colour icon fills its square; the outline is white on nothing', () => {
    const colour = readPng(writePng(drawColourIcon(192)))!;
    expect(colour.points.filter((_, at) => at % 4 === 3).every((opacity) => opacity === 255)).toBe(true);
    expect(checkIcons(writePng(drawColourIcon(192)), writePng(drawOutlineIcon()))).toEqual([]);
    const black = drawOutlineIcon().points.map((value, at) => (at % 4 === 3 ? value : 0));
    expect(checkIcons(undefined, writePng({ width: 32, height: 32, points: black }))).toContain(
      'icons.outline: expected white on a transparent background',
    );
  });
});

describe('our check against Microsoft’s schema says what ajv says', () => {
  const schema = JSON.parse(readFileSync(join(DIRECTORY, 'schema/manifest.json'), 'utf8')) as Record<string, unknown>;
  // Ajv asks for the rules of draft 4 by name, and needs nothing of them here.
  const draft = { ...schema };
  delete draft['$schema'];
  const official = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(draft);
  test.each<[string, object]>([
    ['as it is', {}],
    ['no id', { id: undefined }],
    ['an id that is none', { id: 'x' }],
    ['two bots', { bots: [{}, {}] }],
    ['a permission twice over', { permissions: ['identity', 'identity', 'identity'] }],
    ['a colour by name', { accentColor: 'teal' }],
    ['another version', { manifestVersion: '1.0' }],
    ['a list where a text belongs', { version: [] }],
    ['domains without end', { validDomains: Array(17).fill('a.example') }],
    ['an unknown part', { unknown: 1 }],
  ])('%s', (_name, part) => {
    const manifest: unknown = JSON.parse(JSON.stringify({ ...manifestOf(build()), ...part }));
    expect(checkSchema(manifest, schema).length === 0).toBe(official(manifest));
  });
});
