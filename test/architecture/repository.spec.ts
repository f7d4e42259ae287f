import { readdirSync } from 'node:fs';
import { code, filesIn, read, ROOT, there } from './house';

const TOP = ['LICENSE', 'README.md', 'apps', 'docker-compose.yml', 'infra', 'libs', 'nest-cli.json', 'package-lock.json', 'package.json', 'test', 'tsconfig.json'];
const MADE = read('.gitignore').split('\n').map((line) => line.trim().replace(/^\/|\/$/g, ''));
const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;

it('översta nivån är just den som arkitekturen säger', () =>
  expect(readdirSync(ROOT).filter((name) => !name.startsWith('.') && !MADE.includes(name) && !name.endsWith('.log')).sort()).toEqual(TOP));

it('licensen är EUPL 1.2, hel', () => {
  expect(read('LICENSE')).toMatch(/^\s*EUROPEAN UNION PUBLIC LICENCE v. 1.2\n/);
  expect(read('LICENSE')).toContain('15.Applicable Law');
  expect(read('LICENSE').trimEnd()).toMatch(/new EUPL version[.]$/);
});

describe('Låsfilen', () => {
  it('nämner ingen adress att hämta från', () => expect(read('package-lock.json').match(/"resolved": "[^"]*"|https?:\/\/registry[^"]*/)).toBeNull());
  it('låser varje paket vid sitt innehåll', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { integrity?: string; inBundle?: boolean; link?: boolean }> };
    expect(Object.entries(packages).filter(([path, { integrity, inBundle }]) => path !== '' && integrity === undefined && inBundle !== true).map(([path]) => path)).toEqual([]);
  });
  it('och package.json säger samma versioner, exakta', () => {
    type Pins = { dependencies: Record<string, string>; devDependencies: Record<string, string>; optionalDependencies: Record<string, string> };
    const own = JSON.parse(read('package.json')) as Pins;
    const locked = (JSON.parse(read('package-lock.json')) as { packages: { '': Pins } }).packages[''];
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'] as const) {
      expect(locked[kind]).toEqual(own[kind]);
      expect(Object.entries(own[kind]).filter(([, version]) => !/^\d+[.]\d+[.]\d+$/.test(version))).toEqual([]);
    }
  });
});

it('ingen fil nämner en mapp på någons egen dator', () => {
  const home = new RegExp(['home', 'Users', 'root', 'work'].map((folder) => `(?<![\\w.])/${folder}/[\\w.-]+`).join('|'));
  const files = [...['apps', 'libs', 'infra', 'test'].flatMap((folder) => filesIn(folder, /[.](ts|mjs|cjs|json|graphql|sql|md|yml)$|Dockerfile$/)), ...TOP.filter((name) => name.includes('.'))];
  expect(files.filter((file) => home.test(read(file)))).toEqual([]);
});

describe('README', () => {
  const text = there('README.md') ? read('README.md') : '';
  const quoted = [...text.replace(/^```[^]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, inner = '']) => inner);
  const all = [...['apps', 'libs', 'infra', 'test'].flatMap((folder) => filesIn(folder)), ...readdirSync(ROOT)];
  const paths = quoted.filter((inner) => /^(?:apps|libs|infra|test)\/\S*$|^[.\w<>*-]+[.](?:ts|mjs|cjs|json|yml|md|graphql|sql)$/.test(inner));

  it('nämner bara filer och mappar som finns', () => {
    const exists = (path: string): boolean => {
      if (there(path.replace(/\/$/, ''))) return true;
      // `<noun>` and `*` stand for any name; a bare file name may lie anywhere.
      const pattern = path.replace(/\/$/, '').replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/<[^>]*>|\*/g, '[^/]+');
      return all.some((file) => new RegExp(path.includes('/') ? `^${pattern}$` : `(^|/)${pattern}$`).test(file));
    };
    expect(paths.filter((path) => !exists(path))).toEqual([]);
  });

  const commands = [...text.matchAll(/\bnpm (?:run )?([a-z][\w:-]*)/g)].map(([, name = '']) => name).filter((name) => !['ci', 'install', 'packages', 'package'].includes(name));
  it('nämner bara kommandon som finns', () => expect(commands.filter((name) => !(name in scripts))).toEqual([]));
  it('nämner varje kommando som finns', () => expect(Object.keys(scripts).filter((name) => !commands.includes(name))).toEqual([]));
});

it('varje kommando går genom samma dörr, som finns', () => {
  const door = 'infra/start/klubba.mjs';
  for (const [name, line] of Object.entries(scripts)) {
    expect(line).toBe(`node ${door} ${name}`);
    expect(read(door)).toMatch(new RegExp(`^  '?${name}'?: `, 'm'));
  }
});

it('dörren klarar sig med det som Node själv har', () =>
  expect([...code('infra/start/klubba.mjs').matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, name = '']) => name).filter((name) => !name.startsWith('node:'))).toEqual([]));
