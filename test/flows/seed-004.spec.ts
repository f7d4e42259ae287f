import { type Running, startHouse } from './harness';
import { anmarkningar, laggIn, namndMed } from './seed';

// Seed 004, the bundle of a meeting 2018-03-21: sums, stocks, shares, days and places that do not agree, among many that do.
let house: Running;
beforeAll(async () => { house = await startHouse(); });
afterAll(() => house.remove());

const siffror = `
  bif | 1 408 | antal
  bif_kvinnor | 1 111 | antal
  bif_män | 207 | antal
  klf | 68 | antal
  ktf | 48 | antal
  sbf | 49 | antal
  stf | 257 | antal
  soc | 147 | antal
  soc_kvinnor | 110 | antal
  soc_män | 37 | antal
  viadidakt | 103 | antal
  vof | 1 165 | antal
  anställda | 3 253 | antal
  pensioner_ett | 27 | antal
  pensioner_två | 39 | antal
  pensioner_tre | 63 | antal
  pensioner_fyra | 90 | antal
  pensioner_fem | 93 | antal
  pensioner | 312 | antal
  pensioner_drygt | 300 | antal
  pensioner_till_2020 | 285 | antal
  pensioner_cirka | 280 | antal
  enkät_svar | 133 | antal | 2017
  enkät_erbjudna | 205 | antal | 2017
  enkät_andel | 65 | procent | 2017
  vårdnadshavare | 31 | antal | 2017
  vårdnadshavare_svarande | 41 | antal | 2017
  vårdnadshavare_andel | 75 | procent | 2017
  avvikelser | 54 | antal | 2017
  avvikelser_a | 14 | antal | 2017
  avvikelser_b | 8 | antal | 2017
  avvikelser_c | 7 | antal | 2017
  avvikelser_d | 5 | antal | 2017
  avvikelser_e | 5 | antal | 2017
  avvikelser_f | 4 | antal | 2017
  avvikelser_g | 4 | antal | 2017
  avvikelser_h | 4 | antal | 2017
  avvikelser_i | 2 | antal | 2017
  avvikelser_j | 1 | antal | 2017
  försenad_insats_i_texten | 5 | antal | 2017
  försenad_insats_beskrivna | 4 | antal | 2017
  klagomål | 37 | antal | 2017
  klagomål_direkt | 10 | antal | 2017
  klagomål_via_ivo | 27 | antal | 2017
  kollektivet_platser_i_texten | 8 | antal | 2018
  kollektivet_platser | 6 | antal | 2018
  kollektivet_placerade | 7 | antal | 2018
  utbetalt_jan | 604 | antal | 2018
  utbetalt_jan_män | 357 | antal | 2018
  utbetalt_jan_kvinnor | 247 | antal | 2018
  utbetalt_feb | 575 | antal | 2018
  utbetalt_feb_män | 337 | antal | 2018
  utbetalt_feb_kvinnor | 238 | antal | 2018
  försörjningsstöd_jan | 4 915 842 | kronor | 2018
  försörjningsstöd_feb | 4 532 021 | kronor | 2018
  per_hushåll_jan | 8 139 | kronor | 2018
  per_hushåll_feb | 7 882 | kronor | 2018
  unga_sociala_skäl_jan | 6 | antal | 2018
  unga_våld_jan | 2 | antal | 2018
  unga_föräldralediga_jan | 5 | antal | 2018
  unga_sjuka_jan | 2 | antal | 2018
  unga_utan_läkarintyg_jan | 5 | antal | 2018
  unga_otillräcklig_jan | 1 | antal | 2018
  unga_väntar_jan | 1 | antal | 2018
  varav_18_24_jan | 51 | antal | 2018
  unga_sociala_skäl_feb | 3 | antal | 2018
  unga_arbete_feb | 1 | antal | 2018
  unga_föräldralediga_feb | 6 | antal | 2018
  unga_väntar_föräldrapenning_feb | 1 | antal | 2018
  unga_sjuka_feb | 3 | antal | 2018
  unga_utan_läkarintyg_feb | 8 | antal | 2018
  varav_18_24_feb | 22 | antal | 2018
  ärenden_jan | 568 | antal | 2018
  ärenden_jan_kvinnor | 232 | antal | 2018
  ärenden_jan_män | 336 | antal | 2018
  ärenden_feb | 548 | antal | 2018
  ärenden_feb_kvinnor | 221 | antal | 2018
  ärenden_feb_män | 327 | antal | 2018
  personer_jan | 958 | antal | 2018
  personer_jan_kvinnor | 520 | antal | 2018
  personer_jan_män | 438 | antal | 2018
  personer_feb | 881 | antal | 2018
  personer_feb_kvinnor | 478 | antal | 2018
  personer_feb_män | 403 | antal | 2018
  barn_in | 228 | antal | 2018
  barn_nya | 40 | antal | 2018
  barn_avslutade | 42 | antal | 2018
  pågående_utredningar_barn | 227 | antal | 2018
  vuxna_in | 24 | antal | 2018
  vuxna_nya | 9 | antal | 2018
  vuxna_avslutade | 5 | antal | 2018
  pågående_utredningar_vuxna | 21 | antal | 2018
  ackumulerat_utfall | 33 959 | tkr | 2018
  avvikelse_mot_budget | −4 867 | tkr | 2018
  prognos | −4 000 | tkr | 2018
  rapporten_i_texten | 2017-05-17
  rapporten_på_blanketten | 2017-05-24
  händelsen | 2017-05-17
  utredningen_i_listan | 2017-03-01
  beslutet | 2018-03-21
  upplagan | 2018-02-27
  tjänsteskrivelsen | 2018-03-12
  sammanträdet | 2018-03-21`;
const kontroller = `
  summa: bif_kvinnor, bif_män → bif
  summa: soc_kvinnor, soc_män → soc
  summa: bif, klf, ktf, sbf, stf, soc, viadidakt, vof → anställda
  summa: pensioner_ett, pensioner_två, pensioner_tre, pensioner_fyra, pensioner_fem → pensioner
  drygt: pensioner → pensioner_drygt
  summa: pensioner_två, pensioner_tre, pensioner_fyra, pensioner_fem → pensioner_till_2020
  cirka: pensioner_till_2020 → pensioner_cirka
  andel: enkät_svar, enkät_erbjudna → enkät_andel
  andel: vårdnadshavare, vårdnadshavare_svarande → vårdnadshavare_andel
  summa: avvikelser_a, avvikelser_b, avvikelser_c, avvikelser_d, avvikelser_e, avvikelser_f, avvikelser_g, avvikelser_h, avvikelser_i, avvikelser_j → avvikelser
  text_tabell: försenad_insats_i_texten → försenad_insats_beskrivna
  summa: klagomål_direkt, klagomål_via_ivo → klagomål
  text_tabell: kollektivet_platser_i_texten → kollektivet_platser
  kapacitet: kollektivet_placerade → kollektivet_platser
  summa: utbetalt_jan_män, utbetalt_jan_kvinnor → utbetalt_jan
  summa: utbetalt_feb_män, utbetalt_feb_kvinnor → utbetalt_feb
  kvot: försörjningsstöd_jan, utbetalt_jan → per_hushåll_jan
  kvot: försörjningsstöd_feb, utbetalt_feb → per_hushåll_feb
  summa: unga_sociala_skäl_jan, unga_våld_jan, unga_föräldralediga_jan, unga_sjuka_jan, unga_utan_läkarintyg_jan, unga_otillräcklig_jan, unga_väntar_jan → varav_18_24_jan
  summa: unga_sociala_skäl_feb, unga_arbete_feb, unga_föräldralediga_feb, unga_väntar_föräldrapenning_feb, unga_sjuka_feb, unga_utan_läkarintyg_feb → varav_18_24_feb
  summa: ärenden_jan_kvinnor, ärenden_jan_män → ärenden_jan
  summa: ärenden_feb_kvinnor, ärenden_feb_män → ärenden_feb
  summa: personer_jan_kvinnor, personer_jan_män → personer_jan
  summa: personer_feb_kvinnor, personer_feb_män → personer_feb
  flode: barn_in, barn_nya, barn_avslutade → pågående_utredningar_barn
  flode: vuxna_in, vuxna_nya, vuxna_avslutade → pågående_utredningar_vuxna
  text_tabell: rapporten_i_texten → rapporten_på_blanketten
  datumordning: händelsen → utredningen_i_listan
  text_tabell: upplagan → beslutet
  datumordning: tjänsteskrivelsen → sammanträdet`;

it('H8: seed 004: varje avvikelse som finns, och ingen annan', async () => {
  const by = await house.token('namndsekreterare');
  const id = await laggIn(house, by, await namndMed(house, by), { ar: 2017, siffror, kontroller });
  expect(await anmarkningar(house, by, id)).toEqual([
    'VARNING SUMMAN_STAMMER_INTE: Bif stämmer inte: 1 111 + 207 = 1 318, redovisat 1 408.',
    'VARNING SUMMAN_STAMMER_INTE: Anställda stämmer inte: 1 408 + 68 + 48 + 49 + 257 + 147 + 103 + 1 165 = 3 245, redovisat 3 253.',
    'VARNING ANDELEN_STAMMER_INTE: Vårdnadshavare andel stämmer inte: 31 av 41 är 75,6 %, redovisat 75.',
    'VARNING TEXT_MOT_TABELL: Försenad insats beskrivna stämmer inte: 5 i texten, 4 i tabellen.',
    'VARNING TEXT_MOT_TABELL: Kollektivet platser stämmer inte: 8 i texten, 6 i tabellen.',
    'VARNING FLER_AN_PLATSERNA: Kollektivet placerade: 7 placerade på 6 platser.',
    'VARNING SUMMAN_STAMMER_INTE: Varav 18 24 jan stämmer inte: 6 + 2 + 5 + 2 + 5 + 1 + 1 = 22, redovisat 51.',
    'VARNING FLODET_STAMMER_INTE: Pågående utredningar barn stämmer inte: 228 + 40 − 42 = 226, redovisat 227.',
    'VARNING FLODET_STAMMER_INTE: Pågående utredningar vuxna stämmer inte: 24 + 9 − 5 = 28, redovisat 21.',
    'VARNING TEXT_MOT_TABELL: Rapporten på blanketten stämmer inte: 2017-05-17 i texten, 2017-05-24 i tabellen eller förlagan.',
    'VARNING DATUM_I_FEL_ORDNING: Händelsen är daterad 2017-05-17, efter utredningen i listan 2017-03-01. Kontrollera datum.',
    'VARNING TEXT_MOT_TABELL: Beslutet stämmer inte: 2018-02-27 i texten, 2018-03-21 i tabellen eller förlagan.',
  ]);
});
