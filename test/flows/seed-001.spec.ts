import { type Running, startHouse } from './harness';
import { anmarkningar, laggIn, namndMed } from './seed';

// Seed 001, a quality summary of 2019: a rise that is another than stated, and a goal that is said to be reached.
let house: Running;
beforeAll(async () => { house = await startHouse(); });
afterAll(() => house.remove());

const siffror = `
  aktualiseringar_2018 | 1178 | antal | 2018
  aktualiseringar_2019 | 1400 | antal | 2019
  ökning_av_aktualiseringar | 8,5 | procent | 2019
  mål_tidigare | 120 | dagar | 2018
  mål_utredningstid | 90 | dagar | 2019
  utredningstid_2019 | 97 | dagar | 2019
  utredningstid_2018 | 137 | dagar | 2018
  förhandsbedömning_längst | 14 | dagar | 2019
  förhandsbedömning_gräns | 14 | dagar | 2019
  utredningar_i_tid | 9 | antal | 2019
  utredningar_granskade | 10 | antal | 2019
  mottagning_före | 3 | antal | 2018
  mottagning_efter | 4 | antal | 2019
  nätverksledare | 20 | antal | 2019
  kuratorer_årsarbetare | 4 | antal | 2019
  biff_lägst | 4 | poang | 2019
  biff_högst | 5 | poang | 2019
  klagomål_och_synpunkter | 15 | antal | 2019
  varav_från_ivo | 2 | antal | 2019
  avvikelser | 10 | antal | 2019
  lex_sarah_rapporter | 2 | antal | 2019
  lex_sarah_till_ivo | 2 | antal | 2019
  ivo_tillsyner | 2 | antal | 2019
  ivo_korrekt_handläggning | 2 | antal | 2019`;
const kontroller = `
  forandring: aktualiseringar_2018, aktualiseringar_2019 → ökning_av_aktualiseringar
  mal_hogst: utredningstid_2019 → mål_utredningstid
  mal_hogst: förhandsbedömning_längst → förhandsbedömning_gräns
  text_tabell: lex_sarah_till_ivo → lex_sarah_rapporter
  text_tabell: ivo_korrekt_handläggning → ivo_tillsyner`;

it('H8: seed 001: ökningen är 18,8 % och inte 8,5, och 97 dagar når inte målet 90', async () => {
  const by = await house.token('namndsekreterare');
  const id = await laggIn(house, by, await namndMed(house, by), { ar: 2019, siffror, kontroller });
  expect(await anmarkningar(house, by, id)).toEqual([
    'VARNING FORANDRINGEN_STAMMER_INTE: Ökning av aktualiseringar stämmer inte: från 1 178 till 1 400 är 18,8 %, redovisat 8,5.',
    'VARNING MALET_NAS_INTE: Utredningstid 2019: målet är högst 90, utfallet 97, men det redovisas som uppnått.',
  ]);
});
