import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { StoreUnavailable, UUID } from '@klubba/kernel';
import { askServer } from '../../infra/klient';
import { type Anmarkning, foreslaMapp, lasLista, registreraMapp, skrivLista } from './mapp';

const HJALP = `Läser in en mapp med äldre protokoll: npm run las-in-protokoll -- MAPP --namnd ID --lista LISTA.csv --url URL --token ÅTKOMSTBEVIS

  Första gången läses varje PDF i MAPP, och LISTA.csv skrivs med de paragrafer som hittas: nummer, rubrik och diarienummer. Inget registreras.
  Se igenom och rätta listan, och kör samma kommando igen med --registrera: då blir varje protokoll en handling med sina paragrafer.
  Bruten och körd igen går den vidare där den slutade. Vad som beslutades läses inte in; det står i protokollet.

  Åtkomstbeviset (också i KLUBBA_TOKEN) ska ge rollen registrator eller namndsekreterare i nämnden. --kalla TEXT säger varifrån protokollen kommer.`;

const BAR = 30;
const framat = (gjort: number, av: number, vad: string): void => {
  const bar = `${'█'.repeat(av === 0 ? BAR : Math.round((BAR * gjort) / av)).padEnd(BAR, '░')} ${gjort} av ${av}`;
  if (process.stderr.isTTY === true) process.stderr.write(`\r  ${bar} ${vad.slice(0, 40).padEnd(40)}${gjort === av ? '\n' : ''}`);
  else if (gjort % 25 === 0 || gjort === av) process.stderr.write(`  ${bar}\n`);
};
const tell = (alla: readonly Anmarkning[]): void => alla.forEach(({ plats, text }) => console.log(`  ${plats}: ${text}`));

const main = async (): Promise<number> => {
  const { values, positionals: [mapp] } = parseArgs({ allowPositionals: true, options: {
    url: { type: 'string' }, token: { type: 'string' }, namnd: { type: 'string' }, lista: { type: 'string' }, kalla: { type: 'string' }, registrera: { type: 'boolean' }, hjalp: { type: 'boolean', short: 'h' },
  } });
  const { url, lista, token = process.env.KLUBBA_TOKEN } = values;
  const namnd = values.namnd?.toLowerCase();
  if (values.hjalp === true || mapp === undefined || url === undefined || lista === undefined || namnd === undefined) {
    console.log(HJALP);
    return values.hjalp === true ? 0 : 2;
  }
  if (!UUID.test(namnd)) throw new StoreUnavailable('--namnd ska vara nämndens id.');
  const klubba = { ask: askServer(url, token), url: url.replace(/\/$/, ''), token, namnd };

  if (values.registrera !== true) {
    if (existsSync(lista)) throw new StoreUnavailable(`${lista} finns redan. Se igenom den och kör igen med --registrera, eller välj ett annat namn.`);
    const { rader, anmarkningar } = await foreslaMapp(mapp, klubba, framat);
    writeFileSync(lista, skrivLista(rader), { flag: 'wx' });
    tell(anmarkningar);
    console.log(`${rader.length} paragrafer i ${new Set(rader.map(({ fil }) => fil)).size} protokoll står i ${lista}. Inget är registrerat. Se igenom listan, och kör igen med --registrera.`);
    return 0;
  }
  if (!existsSync(lista)) throw new StoreUnavailable(`${lista} finns inte. Kör först utan --registrera.`);
  const { rader, fel } = await lasLista(readFileSync(lista), mapp);
  if (fel.length > 0) {
    console.log(`Listan har ${fel.length} fel. Inget är registrerat.`);
    tell(fel);
    return 2;
  }
  const { registrerade, anmarkningar } = await registreraMapp(mapp, rader, klubba, values.kalla ?? 'Äldre protokoll i pappersform eller PDF', framat);
  tell(anmarkningar);
  console.log(`${registrerade} protokoll är registrerade${anmarkningar.length === 0 ? '.' : `, ${anmarkningar.length} är det inte.`}`);
  return anmarkningar.length === 0 ? 0 : 1;
};

main().then((kod) => (process.exitCode = kod), (error: unknown) => {
  console.error(error instanceof StoreUnavailable ? error.message : `Något gick fel: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
