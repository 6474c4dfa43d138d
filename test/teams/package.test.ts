import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { buildPackage } from '../../src/cli/teams/build-package';
import { checkIcons } from '../../src/cli/teams/check-icons';
import { drawColourIcon, drawOutlineIcon } from '../../src/cli/icons/draw-icon';
import { readPackageValues, readsAll } from '../../src/cli/teams/package-values';
import { looks } from '../helpers/looks';
import { readPng, writePng } from '../../src/cli/icons/png';
import { createTalkReader } from '../../src/bot/turn/talk';
import { loadShipped } from '../helpers/load-shipped';

const ROOT = join(__dirname, '../..');
const DIRECTORY = join(ROOT, 'teams');
const values = readPackageValues({
  MicrosoftAppId: '11111111-2222-3333-4444-555555555555',
  PUBLIC_URL: 'https://chat.clinic.example',
});

const unzip = (zip: Buffer): Map<string, Buffer> =>
  new Map(Object.entries(unzipSync(zip)).map(([name, content]) => [name, Buffer.from(content)]));

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
const manifestText = (zip: Buffer): string => unzip(zip).get('manifest.json')!.toString();
const manifestOf = (zip: Buffer): Manifest => JSON.parse(manifestText(zip)) as Manifest;

test('the package holds the manifest with the operator’s values, the translation and the icons', () => {
  const zip = build();
  expect([...unzip(zip).keys()]).toEqual(['manifest.json', 'en.json', 'color.png', 'outline.png']);
  const { id, bots, composeExtensions, validDomains, version } = manifestOf(zip);
  expect([id, bots[0]!.botId, composeExtensions[0]!.botId]).toEqual(Array(3).fill(values.APP_ID));
  expect([validDomains, version]).toEqual([['chat.clinic.example'], '1.2.3']);
  expect(bots[0]!.scopes).toEqual(['personal', 'team', 'groupChat']);
  expect(manifestText(zip)).not.toContain('{{');
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
      /name\.short: must NOT have more than 30 characters/,
    ],
    [
      'a missing part',
      'manifest.template.json',
      (text) => text.replace('"accentColor"', '"accent"'),
      /must have required property 'accentColor'/,
    ],
    [
      'a misspelt part',
      'manifest.template.json',
      (text) => text.replace('"accentColor"', '"accent"'),
      /must NOT have additional properties "accent"/,
    ],
    [
      'a scope that is none',
      'manifest.template.json',
      (text) => text.replace('"groupChat"]', '"everywhere"]'),
      /scopes\[2\]: must be equal to one of the allowed values \["team"/,
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
      /title: must NOT have more than 32/,
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
    expect(looks(readPng(readFileSync(join(DIRECTORY, 'color.png'))))).toEqual(looks(drawColourIcon(192)));
    expect(looks(readPng(readFileSync(join(DIRECTORY, 'outline.png'))))).toEqual(looks(drawOutlineIcon()));
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
