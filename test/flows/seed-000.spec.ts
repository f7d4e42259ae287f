import { type Running, see, startHouse } from './harness';
import { anmarkningar, antal, laggIn, namndMed } from './seed';

// Seed 000, a kvalitetsberättelse of 2021: its figures agree.
let house: Running;
beforeAll(async () => { house = await startHouse(); });
afterAll(() => house.remove());

const siffror = `
  lex_sarah_rapporter_2021 | 359 | antal | 2021
  lex_sarah_rapporter_2020 | 167 | antal | 2020
  ökning_av_rapporter | 2,15 | faktor | 2021
  utredningar_samhällsvård | 4 | antal | 2021
  till_ivo_samhällsvård | 0 | antal | 2021
  utredningar_barn | 15 | antal | 2021
  pågående_öppenvård | 1 | antal | 2021
  klagomål_2021 | 85 | antal | 2021
  klagomål_2020 | 75 | antal | 2020
  ökning_av_klagomål | 13 | procent | 2021
  enkät_svar | 62 | antal | 2021
  enkät_utskickade | 108 | antal | 2021
  enkät_svarsandel | 57 | procent | 2021
  lönetillägg | 9 | antal | 2021
  föräldrakurs_träffar | 8 | antal | 2021
  nya_socialsekreterare_försörjningsstöd | 2 | antal | 2021
  introduktionstillfällen | 4 | antal | 2021
  studenter_per_år | 4 | antal | 2021
  yrkesresan_år | 7 | antal
  yrkesresan_resor | 5 | antal
  brukarundersökning_2021 | ej mätt | antal | 2021`;
const kontroller = `
  kvot: lex_sarah_rapporter_2021, lex_sarah_rapporter_2020 → ökning_av_rapporter
  forandring: klagomål_2020, klagomål_2021 → ökning_av_klagomål
  andel: enkät_svar, enkät_utskickade → enkät_svarsandel`;

it('H8: seed 000: 21 siffror och tre kontroller, och ingen anmärkning', async () => {
  const by = await house.token('namndsekreterare');
  const id = await laggIn(house, by, await namndMed(house, by), { ar: 2021, siffror, kontroller });
  expect([antal(siffror), antal(kontroller)]).toEqual([21, 3]);
  expect(await anmarkningar(house, by, id)).toEqual([]);
  const { kvalitetsberattelse: { utkast } } = await see(house, `{ kvalitetsberattelse(id: "${id}") { utkast { siffror { nyckel varde saknas } } } }`, by);
  expect(utkast.siffror).toHaveLength(21);
  expect(utkast.siffror.at(-1)).toEqual({ nyckel: 'brukarundersökning_2021', varde: null, saknas: 'ej_matt' });
});
