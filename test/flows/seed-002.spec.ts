import { type Running, startHouse } from './harness';
import { anmarkningar, laggIn, namndMed } from './seed';

// Seed 002, a kvalitetsberättelse of 2022: a text that says another number than its table, and a number without a unit.
let house: Running;
beforeAll(async () => { house = await startHouse(); });
afterAll(() => house.remove());

const siffror = `
  lex_sarah | 2 | antal | 2022
  synpunkter_i_texten | 5 | antal | 2022
  synpunkter_i_tabellen | 7 | antal | 2022
  beröm | 1 | antal | 2022
  frågor | 2 | antal | 2022
  klagomål | 3 | antal | 2022
  övrigt | 1 | antal | 2022
  svarstid | 10 | dagar | 2022
  enkätsvar_2022 | 63 | antal | 2022
  enkätsvar_2021 | 63 | antal | 2021
  bemötande | 93 | procent | 2022
  bemötande_mycket_bra | 71 | procent | 2022
  delaktig_oftast | 71 | procent | 2022
  delaktig_ibland | 21 | | 2022
  situationen_förbättrad | 75 | procent | 2022
  nöjd | 89 | procent | 2022
  nöjd_mycket | 56 | procent | 2022
  nöjd_riket | 86 | procent | 2022
  fritextsvar | 14 | antal | 2022
  öppna_förskolan_svar | 24 | antal | 2022
  ej_återaktualiserade | 92 | procent | 2022
  väntetid | 13 | dagar | 2022
  egen_försörjning | 36,3 | procent | 2022
  egen_försörjning_före | 30,5 | procent | 2021
  hushåll_per_månad | 80 | antal | 2022
  överklaganden | 16 | antal | 2022
  överklaganden_ekonomiskt_bistånd | 8 | antal | 2022
  överklaganden_barn | 3 | antal | 2022
  överklaganden_lss | 1 | antal | 2022
  överklaganden_sol | 4 | antal | 2022
  bistånd_ändrade | 1 | antal | 2022
  bistånd_till_förvaltningsrätten | 7 | antal | 2022
  bistånd_bifall | 1 | antal | 2022
  bistånd_avslag | 5 | antal | 2022
  bistånd_pågår | 1 | antal | 2022
  barn_avslag | 3 | antal | 2022
  lss_avslag | 1 | antal | 2022
  sol_avslag | 1 | antal | 2022
  sol_pågår | 2 | antal | 2022
  sol_nedlagt | 1 | antal | 2022
  lvu_överklagat_av_nämnden | 1 | antal | 2022
  ej_verkställda | 2 | antal | 2022`;
const kontroller = `
  summa: beröm, frågor, klagomål, övrigt → synpunkter_i_tabellen
  text_tabell: synpunkter_i_texten → synpunkter_i_tabellen
  summa: överklaganden_ekonomiskt_bistånd, överklaganden_barn, överklaganden_lss, överklaganden_sol → överklaganden
  summa: bistånd_ändrade, bistånd_till_förvaltningsrätten → överklaganden_ekonomiskt_bistånd
  summa: bistånd_bifall, bistånd_avslag, bistånd_pågår → bistånd_till_förvaltningsrätten
  summa: barn_avslag → överklaganden_barn
  summa: lss_avslag → överklaganden_lss
  summa: sol_avslag, sol_pågår, sol_nedlagt → överklaganden_sol`;

it('H8: seed 002: texten säger 5 synpunkter och tabellen 7, och 21 saknar enhet', async () => {
  const by = await house.token('namndsekreterare');
  const id = await laggIn(house, by, await namndMed(house, by), { ar: 2022, siffror, kontroller });
  expect(await anmarkningar(house, by, id)).toEqual([
    'VARNING ENHET_SAKNAS: Delaktig ibland: 21 saknar enhet.',
    'VARNING TEXT_MOT_TABELL: Synpunkter i tabellen stämmer inte: 5 i texten, 7 i tabellen.',
  ]);
});
