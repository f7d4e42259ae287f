import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StoreUnavailable } from '@klubba/kernel';
import { lokaltDatum } from '@klubba/lagrum';
import { MasterKeyFault } from '../../infra/forsegling/cipher';
import { askServer } from '../../infra/klient';
import { DataFault } from '../../infra/sqlite/open';
import { CannotStart } from '../api/settings';
import { raknaAldre } from './aldre';
import { tolka } from './fil';
import { jamfor, jamforKontroll } from './jamfor';
import { lasTillbaka } from './las';
import { Filfel } from './prov';
import { spela } from './spela';
import { type Anmarkning, Avbrott } from './spelare';
import { tillfallig } from './tillfallig';

const HJALP = `Spelar upp ett sammanträde: npm run spela -- FIL [--ut FIL2] [--url URL --token ÅTKOMSTBEVIS]

  FIL är ett sammanträde i formen kungsbacka-moete/1, eller i den äldre. Det spelas in i Klubban på URL, eller i en tillfällig, kommando för kommando genom
  GraphQL. Sedan läser en ny process, utan filen, sammanträdet tillbaka och skriver det i samma form (FIL2), och de två jämförs.
  Sista raden är {"fakta":n,"hallna":n,"saknas":{"falt":n}}. Slutar med kod 1 om något som Klubba håller blev ett annat, 2 om filen inte duger.

  Åtkomstbeviset ska ge rollerna registrator, namndsekreterare och ordforande. Det kan också stå i KLUBBA_TOKEN.

  --las --namnd ID --sammantrade ID --url URL --ut FIL2   läser tillbaka ett sammanträde som redan finns`;

const tty = process.stderr.isTTY === true;
const BAR = 30;
const VAR = 25;
/** A bar that moves on a terminal, else a line now and then. */
const framat = (gjort: number, av: number, vad: string): void => {
  const bar = `${'█'.repeat(Math.round((BAR * gjort) / av)).padEnd(BAR, '░')} ${gjort} av ${av}`;
  if (tty) process.stderr.write(`\r  ${bar} ${vad.padEnd(30)}${gjort === av ? '\n' : ''}`);
  else if (gjort % VAR === 0 || gjort === av) process.stderr.write(`  ${bar}\n`);
};

const FEL_MAX = 20;
const tellFel = ({ fel }: Filfel): void => {
  console.error(`Filen spelas inte upp. Inget är inmatat. ${fel.length === 1 ? 'Ett fel' : `${fel.length} fel`}:`);
  for (const { plats, text } of fel.slice(0, FEL_MAX)) console.error(`  ${plats}: ${text}`);
  if (fel.length > FEL_MAX) console.error(`  … och ${fel.length - FEL_MAX} till.`);
};
const tellAnmarkningar = (alla: readonly Anmarkning[]): void => {
  for (const [vad, rubrik] of [['passerad', 'Varningar som passerades, med skälet att det så skedde enligt protokollet'], ['inläst', 'Regler som det inlästa bröt mot']] as const) {
    const valda = alla.filter((en) => en.vad === vad);
    if (valda.length > 0) console.log(`${rubrik}:`);
    for (const { plats, kod, text, lagrum } of valda) console.log(`  ${plats}: ${text} (${kod}${lagrum === undefined || text.includes(lagrum) ? '' : `, ${lagrum}`})`);
  }
};

/** What the reading process may know of the one that starts it: where programs lie, and nothing of what was played. */
const OMGIVNING = ['PATH', 'HOME', 'TMPDIR', 'SystemRoot', 'KLUBBA_COMPILED'] as const;
/** A new process, which has no file: it knows the server, a token, a nämnd and a meeting. */
const lasIEgenProcess = (url: string, token: string | undefined, namnd: string, sammantrade: string, ut: string, cwd: string): Promise<void> =>
  new Promise((done, failed) => {
    const env = Object.fromEntries(OMGIVNING.flatMap((namn) => (process.env[namn] === undefined ? [] : [[namn, process.env[namn]]])));
    const child = spawn(process.execPath, [...process.execArgv, process.argv[1]!, '--las', '--url', url, '--namnd', namnd, '--sammantrade', sammantrade, '--ut', ut], {
      cwd, env: { ...env, ...(token !== undefined && { KLUBBA_TOKEN: token }) }, stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('error', failed);
    child.on('exit', (kod) => (kod === 0 ? done() : failed(new StoreUnavailable('Sammanträdet gick inte att läsa tillbaka.'))));
  });

type Mal = { readonly url: string; readonly token: string | undefined; readonly close: () => Promise<void> };
const spelaUpp = async (fil: string, ut: string, mapp: string, oppna: () => Promise<Mal>): Promise<number> => {
  const { mote, json, aldre } = tolka(fil);
  const mal = await oppna();
  try {
    const { namnd, sammantrade, ejInfort, anmarkningar } = await spela(mote, json, askServer(mal.url, mal.token), framat, lokaltDatum(new Date().toISOString()));
    await lasIEgenProcess(mal.url, mal.token, namnd, sammantrade, ut, mapp);
    const lastes = JSON.parse(readFileSync(ut, 'utf8')) as Readonly<Record<string, unknown>>;

    tellAnmarkningar(anmarkningar);
    const { fel, platser, ...svar } = jamfor(aldre === undefined ? json : mote, lastes, mote.paragrafer.map(({ paragraf }) => paragraf), ejInfort);
    const kontroll = jamforKontroll(mote.kontroll, lastes.kontroll as Readonly<Record<string, number>>);
    console.log(`Kontrolltal: ${kontroll.stammer.length} stämmer, ${kontroll.skiljer.length} skiljer, ${kontroll.raknasInte.length} räknas inte än${kontroll.raknasInte.length === 0 ? '' : ` (${kontroll.raknasInte.join(', ')})`}.`);
    const alla = [...fel, ...kontroll.skiljer];
    for (const en of alla) console.log(`✗ ${en}`);
    console.log(JSON.stringify(aldre === undefined ? svar : raknaAldre(aldre, platser)));
    return alla.length === 0 ? 0 : 1;
  } finally {
    await mal.close();
  }
};

/** A path as it was given where npm was run. */
const fran = (fil: string): string => resolve(process.env.INIT_CWD ?? '.', fil);

const OPTIONS = { ut: { type: 'string' }, url: { type: 'string' }, token: { type: 'string' }, las: { type: 'boolean' }, namnd: { type: 'string' }, sammantrade: { type: 'string' }, hjalp: { type: 'boolean', short: 'h' } } as const;
const main = async (): Promise<number> => {
  const { values, positionals: [fil, ...resten] } = parseArgs({ allowPositionals: true, options: OPTIONS });
  const token = values.token ?? process.env.KLUBBA_TOKEN;
  if (values.las === true && values.url !== undefined && values.namnd !== undefined && values.sammantrade !== undefined && values.ut !== undefined) {
    await lasTillbaka(askServer(values.url, token), values.namnd, values.sammantrade, values.ut);
    return 0;
  }
  if (fil === undefined || resten.length > 0 || values.las === true || values.hjalp === true) {
    console.log(HJALP);
    return values.hjalp === true ? 0 : 2;
  }
  const [in_, ut] = [fran(fil), values.ut === undefined ? undefined : fran(values.ut)];
  if (ut !== undefined && existsSync(ut) && existsSync(in_) && realpathSync(ut) === realpathSync(in_)) throw new Filfel([{ plats: 'filen', text: '--ut är samma fil som spelas upp, och den skrivs inte över.' }]);
  if (ut !== undefined && !existsSync(dirname(ut))) throw new Filfel([{ plats: '--ut', text: `mappen ${dirname(ut)} finns inte.` }]);
  const mapp = mkdtempSync(join(tmpdir(), 'klubba-spela-'));
  const stada = (): void => rmSync(mapp, { recursive: true, force: true });
  process.on('exit', stada);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));
  // The channel of the one who started us: it ends with them, however they end.
  process.on('disconnect', () => process.exit(1));
  const { url } = values;
  return spelaUpp(in_, ut ?? join(mapp, 'ut.json'), mapp, url === undefined ? () => tillfallig(join(mapp, 'data')) : async () => ({ url, token, close: async () => undefined }));
};

main().then(
  (kod) => process.exit(kod),
  (error: unknown) => {
    if (tty) process.stderr.write('\n');
    if (error instanceof Filfel) {
      tellFel(error);
      process.exit(2);
    }
    if (error instanceof Avbrott) console.error(`Uppspelningen stannade. ${error.message}\nSamma fil fortsätter härifrån.`);
    else console.error([StoreUnavailable, CannotStart, DataFault, MasterKeyFault].some((kind) => error instanceof kind) || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') === true ? (error as Error).message : error);
    process.exit(1);
  },
);
