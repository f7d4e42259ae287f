import { lasLagrummen } from '@klubba/lagrum';
import { arKompletterande, type Granssak, overklagasSa, provaGranser } from './delegationsgranser';

type Fraga = { readonly lagrum?: string; readonly slag?: Granssak['slag']; readonly till?: Granssak['delegat']['slag']; readonly titel?: string; readonly datum?: string } & Pick<Granssak, 'utfall' | 'overklagandeslag'>;
const prova = ({ lagrum = '', slag = 'ovrigt', till = 'tjansteman', titel, datum = '2026-11-23', ...mer }: Fraga) =>
  provaGranser({ lagrum: lasLagrummen(lagrum).lasta, slag, delegat: { slag: till, ...(titel !== undefined && { titel }) }, datum, ...mer }).map(({ kod, allvar, text }) => ({ kod, allvar, text }));
const STOPP = [expect.objectContaining({ allvar: 'STOPP' })];
const VARNING = [expect.objectContaining({ allvar: 'VARNING' })];

describe('E1: till vem', () => {
  it('E1: socialsekreterare och enhetschef gemensamt stoppas', () =>
    expect(prova({ titel: 'Socialsekreterare och enhetschef gemensamt' })).toEqual([{ kod: 'GRUPP_FAR_INTE_DELEGERAS', allvar: 'STOPP', text: 'Beslutanderätt kan inte delegeras till flera anställda gemensamt.' }]));
  it('E1: en extern konsult stoppas', () => expect(prova({ till: 'extern' })).toEqual([expect.objectContaining({ kod: 'EXTERN_FAR_INTE_DELEGERAS', allvar: 'STOPP' })]));
  it('E1: en automatiserad beslutsfunktion får besluta från 2022-07-01', () => {
    expect(prova({ till: 'automatiserad', datum: '2022-06-30' })).toEqual(STOPP);
    expect(prova({ till: 'automatiserad', datum: '2022-07-01', overklagandeslag: 'FORVALTNINGSBESVAR' })).toEqual([]);
  });
  it.each(['presidiet', 'utskott', 'ordforande', 'ledamot', 'ersattare', 'forvaltningschef', 'tjansteman'] as const)('E1: %s går', (till) => expect(prova({ till })).toEqual([]));
});

describe('E2: vad som aldrig delegeras', () => {
  it('E2: yttrande till fullmäktige på en motion till förvaltningschef stoppas', () =>
    expect(prova({ slag: 'yttrande_till_fullmaktige', till: 'forvaltningschef' })).toEqual([{ kod: 'FAR_INTE_DELEGERAS', allvar: 'STOPP', text: 'Ärendet får inte delegeras (KL 6 kap. 38 § 2).' }]));
  it('E2: yttrande till kommunstyrelsen på en remiss till förvaltningschef går', () => expect(prova({ till: 'forvaltningschef' })).toEqual([]));
  it.each([['mal_och_inriktning', 1], ['yttrande_overklagat_beslut', 2], ['principiell_myndighetsutovning', 3], ['medborgarforslag', 4], ['forbjudet_i_lag', 5]] as const)('E2: %s är punkt %i', (slag, p) =>
    expect(prova({ slag, till: 'utskott' })).toEqual([expect.objectContaining({ text: `Ärendet får inte delegeras (KL 6 kap. 38 § ${p}).` })]));
  it('E2: punkt 3 gäller inte det som SoL 30 kap. räknar upp, när utskottet får det', () => {
    expect(prova({ slag: 'principiell_myndighetsutovning', till: 'utskott', lagrum: 'SoL 22:2' })).toEqual([]);
    expect(prova({ slag: 'principiell_myndighetsutovning', till: 'utskott', lagrum: 'SoL 11:1' })).toEqual(STOPP);
    expect(prova({ slag: 'principiell_myndighetsutovning', till: 'utskott', lagrum: 'SoL 6:6', datum: '2018-03-21' })).toEqual(STOPP);
  });
  it('E2: det som laglighetsprövas, inte överklagas eller upphandlas avgörs inte av en automatiserad funktion', () => {
    for (const overklagandeslag of ['LAGLIGHETSPROVNING', 'EJ_OVERKLAGBART'] as const) expect(prova({ till: 'automatiserad', overklagandeslag })).toEqual(STOPP);
    expect(prova({ till: 'automatiserad', slag: 'upphandling_eller_valfrihet' })).toEqual(STOPP);
  });
});

describe('E3: socialtjänstens gräns', () => {
  it('E3: socialsekreterare beslutar placering enligt LVU 11 § 2026-11-23: stoppas', () =>
    expect(prova({ lagrum: 'LVU 11 §', titel: 'Socialsekreterare' })).toEqual([{ kod: 'BARA_TILL_UTSKOTT', allvar: 'STOPP', text: 'Beslut enligt LVU 11 § får bara delegeras till utskott (SoL 30 kap. 7 §). Socialsekreterare är inte behörig.' }]));
  it('E3: ordföranden beslutar familjehemsplacering enligt SoL 22:2 på delegation: stoppas', () =>
    expect(prova({ lagrum: 'SoL 22:2', till: 'ordforande' })).toEqual([{ kod: 'BARA_TILL_UTSKOTT', allvar: 'STOPP', text: 'Beslut enligt SoL 22 kap. 2 § får bara delegeras till utskott (SoL 30 kap. 6 §). Ordföranden är inte behörig.' }]));
  it('E3: teamledare beslutar om hemlig vistelseort enligt LVU 14 § 2026: stoppas', () => {
    expect(prova({ lagrum: 'LVU 14 §', titel: 'Teamledare' })).toEqual([expect.objectContaining({ allvar: 'STOPP', text: expect.stringContaining('SoL 30 kap. 7 §') as string })]);
    expect(prova({ lagrum: 'LVU 14 § andra stycket', titel: 'Teamledare', datum: '2018-03-21' })).toEqual([expect.objectContaining({ allvar: 'STOPP', text: expect.stringContaining('HFD 2016:74') as string })]);
  });
  it('E3: utskottet får hela listan', () => { for (const lagrum of ['SoL 22:2', 'LVU 4 §', 'LVU 14 §', 'LSB 4:1', 'LVM 11 §']) expect(prova({ lagrum, till: 'utskott' })).toEqual([]); });
  it('E3: listan är den lags som gällde: SoL 6:6 före 2025-07-01, 22:2 därefter', () => {
    expect(prova({ lagrum: 'SoL 6:6', datum: '2025-06-30' })).toEqual([expect.objectContaining({ text: expect.stringContaining('SoL (2001:453) 10 kap. 4 §') as string })]);
    expect(prova({ lagrum: 'SoL 6:6', datum: '2025-07-01' })).toEqual([]);
    expect(prova({ lagrum: 'SoL 22:2', datum: '2025-06-30' })).toEqual([]);
  });
  it('E3: andra SoL-ärenden får gå till en tjänsteperson', () => expect(prova({ lagrum: 'SoL 11:1, 12:1' })).toEqual([]));
  it('E3: adoption utan samtycke stannar i utskottet bara när det vägras', () => {
    expect(prova({ lagrum: 'SoL 24:5', utfall: 'avslag' })).toEqual(STOPP);
    expect(prova({ lagrum: 'SoL 24:5', utfall: 'bifall' })).toEqual([]);
  });
  it('E3: det som inte är kontrollerat mot lagtexten varnar och stoppar inte', () => {
    for (const lagrum of ['LVM 13 §', 'LSB 5:3', 'SoL 18:11', 'FB 6:99']) expect(prova({ lagrum })).toEqual(VARNING);
    expect(prova({ lagrum: 'LVU 6 a §', datum: '2018-03-21' })).toEqual(VARNING);
    expect(prova({ lagrum: 'LVU 6 a §', datum: '2025-03-21' })).toEqual(STOPP);
  });
  it('E3: förbud att ta emot andras barn (SoL 5:2 i den gamla lagen) delegeras inte alls', () => expect(prova({ lagrum: 'SoL 5:2', till: 'utskott', datum: '2018-03-21' })).toEqual(STOPP));
  it('E3: lagens egen beslutanderätt finns bara för det den räknar upp', () => {
    for (const lagrum of ['LVU 6 §', 'LVU 6 a §', 'LVU 11 §', 'LVU 27 §', 'LVM 13 §', 'LSB 4:1', 'LSB 5:1']) expect(arKompletterande(lasLagrummen(lagrum).lasta)).toBe(true);
    for (const lagrum of ['LVU 14 §', 'SoL 22:2', '']) expect(arKompletterande(lasLagrummen(lagrum).lasta)).toBe(false);
  });
});

it('D1: hur ett beslut överklagas följer av lagrummet, där regelboken vet', () => {
  const sa = (text: string, datum = '2026-11-23') => overklagasSa(lasLagrummen(text).lasta[0]!, datum);
  expect([sa('SoL 11:1'), sa('SoL 12:1'), sa('LSS 9 §'), sa('OSL 6:7')]).toEqual(Array(4).fill('FORVALTNINGSBESVAR'));
  expect([sa('SoL 11:4'), sa('SoL 12:2'), sa('KL 6:37')]).toEqual(Array(3).fill('LAGLIGHETSPROVNING'));
  expect([sa('SoL 14:2'), sa('SoL 11:1', '2018-03-21')]).toEqual(Array(2).fill('EJ_OVERKLAGBART'));
  expect(sa('LVU 11 §')).toBeUndefined();
});
