import { isRefusal, type Recorded, seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { avsluta, dokument, hemlig, historia, justera, kalla, klubba, L, lagg, ledamot, numrera, oppna, planera, punkt, gor, type Steg, x } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';
import type { SammantradeEvent } from './sammantrade.events';
import type { Forslagsunderlag } from './sammantrade.forslag.decider';
import { noteraForslagsbehandling, noteraUpptagen } from './sammantrade.reactions';

const { given } = specify(sammantrade);
const [KALLA, SN] = [x(710), x(901)];
const underlag: Forslagsunderlag = { namnd: SN, egetUtskott: false, ar: 2018, nr: 45, datum: '2018-02-14', beslutstyp: 'foresla_kf', klass: 'oppen', justerad: true, beslutspunkter: [{ text: 'Kommunfullmäktige antar reglementet.', verb: 'föreslår' }] };
const knyt = (namn: string, over: Partial<Forslagsunderlag> | null = {}, skal?: Record<string, string>): Steg => gor('KnytForslag', { punkt: punkt(namn), paragraf: KALLA, ...(over !== null && { underlag: { ...underlag, ...over } }) }, skal);
const plan = [planera(), lagg('Reglemente', { slag: 'arende', utanDiarienummer: true }), lagg('Eget', { slag: 'arende', utanDiarienummer: true, forslag: [{ text: 'Eget förslag.' }] }), hemlig('Hemlig'), kalla()];
const utfallet = (events: readonly SammantradeEvent[], { command }: Steg): readonly string[] => {
  const outcome = given(...events).when(command).outcome as object;
  return isRefusal(outcome) ? outcome.hinder.map(({ kod, allvar }) => `${allvar} ${kod}`) : (outcome as readonly SammantradeEvent[]).map(({ type }) => type);
};

describe('Ett ärende på väg från nämnd till kommunstyrelse till fullmäktige', () => {
  it('D6: nästa organs punkt får förslaget från paragrafen, och visar varifrån det kom', () => {
    const kid = `paragraf:${punkt('Reglemente')}`;
    const forslag = [{ text: seal(kid, 'Kommunfullmäktige antar reglementet.'), verb: seal(kid, 'föreslår') }];
    given(...historia(plan)).when(knyt('Reglemente').command).then({
      type: 'ForslagKnutet', data: { punkt: punkt('Reglemente'), klass: 'oppen', paragraf: KALLA, namnd: SN, ar: 2018, nr: 45, datum: '2018-02-14', beslutstyp: 'foresla_kf', kraverKf: true, forslag },
    });
    expect(dokument(historia(plan, knyt('Reglemente'))).punkter[0]).toMatchObject({ forslag, forslagFran: { paragraf: KALLA, namnd: SN, ar: 2018, nr: 45, datum: '2018-02-14' } });
  });
  it('D6: organet har sitt eget förslag kvar, och båda syns', () => {
    const doc = dokument(historia(plan, knyt('Eget')));
    expect(doc.punkter[1]).toMatchObject({ forslag: [{ text: seal(`paragraf:${punkt('Eget')}`, 'Eget förslag.') }], forslagFran: { nr: 45 } });
  });
  it('D6, B12: ett förslag med ord räcker som liggande förslag, ett utan ord gör det inte', () => {
    const utan: readonly (Partial<Forslagsunderlag>)[] = [{ beslutspunkter: [] }, {}];
    const bifall = (over: Partial<Forslagsunderlag>) => historia(plan, knyt('Reglemente', { ...over, beslutstyp: 'foresla_ks' }), oppna(), L.map((person) => ledamot(person)), klubba('Reglemente', { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Förslaget bifalls.' }] }), numrera('Reglemente', 60), avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'x' }));
    expect(utan.map((over) => utfallet(bifall(over), justera()))).toEqual([['VARNING FORSLAGETS_TEXT_SAKNAS'], ['ParagraferJusterade']]);
    expect(historia(plan, knyt('Reglemente', { beslutspunkter: [] })).at(-1)!.data).not.toHaveProperty('forslag');
  });
  it('D6: det som är fullmäktiges avgörs inte på vägen: kommunstyrelsen kan bara föreslå', () => {
    const oppet = historia(plan, knyt('Reglemente'), oppna(), L.map((person) => ledamot(person)));
    expect(utfallet(oppet, klubba('Reglemente', { beslutstyp: 'anta', beslutspunkter: [{ text: 'Antas.' }] }))).toEqual(['STOPP AVGORS_AV_KF']);
    expect(utfallet(oppet, klubba('Reglemente', { beslutstyp: 'foresla_kf', beslutspunkter: [{ text: 'Kommunfullmäktige antar reglementet.' }] }))).toEqual(['BeslutFattat']);
    const tillKs = historia(plan, knyt('Reglemente', { beslutstyp: 'foresla_ks' }), oppna(), L.map((person) => ledamot(person)));
    expect(utfallet(tillKs, klubba('Reglemente', { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Planen gäller.' }] }))).toEqual(['BeslutFattat']);
  });
  it('D6: paragrafen som föreslog får veta var förslaget behandlades', () => {
    const events = historia(plan, knyt('Reglemente'), oppna(), L.map((person) => ledamot(person)), klubba('Reglemente', { beslutstyp: 'foresla_kf', beslutspunkter: [{ text: 'Antas.' }] }), numrera('Reglemente', 60));
    const numrerad = events.at(-1) as Extract<SammantradeEvent, { type: 'ParagrafNumrerad' }>;
    expect(numrerad.data).toMatchObject({ forslagFran: KALLA });
    expect(noteraForslagsbehandling.on.ParagrafNumrerad!({ ...numrerad, stream: 'sammantrade-x', namnd: x(902) } as unknown as Recorded<typeof numrerad>))
      .toEqual({ category: 'paragraf', id: KALLA, command: { type: 'NoteraForslagsbehandling', data: { paragraf: punkt('Reglemente'), namnd: x(902), ar: 2018, nr: 60, datum: '2018-03-21', beslutstyp: 'foresla_kf' } } });
  });
  it('D6: bara ett förslag som finns, en gång, innan klubban faller', () => {
    given(...historia(plan)).when(knyt('Reglemente', null).command).thenRefused('PARAGRAFEN_FINNS_INTE', 'Paragrafen finns inte.');
    expect(utfallet(historia(plan), knyt('Okänd'))).toEqual(['STOPP PUNKTEN_FINNS_INTE']);
    given(...historia(plan)).when(knyt('Reglemente', { beslutstyp: 'bifalla' }).command).thenRefused('INGET_FORSLAG', '§ 45 2018-02-14 är inget förslag till ett annat organ.');
    const { outcome } = given(...historia(plan)).when(knyt('Reglemente', { justerad: false }).command);
    expect(outcome).toEqual({ hinder: [{ kod: 'FORSLAG_EJ_JUSTERAT', allvar: 'VARNING', text: '§ 45 2018-02-14 är inte justerad än. Vänta, eller ange skäl.' }] });
    expect(historia(plan, knyt('Reglemente', { justerad: false }, { FORSLAG_EJ_JUSTERAT: 'Justeras i morgon' })).at(-1)).toMatchObject({ data: { avsteg: [{ kod: 'FORSLAG_EJ_JUSTERAT', skal: seal(`paragraf:${punkt('Reglemente')}`, 'Justeras i morgon') }] } });
    const knutet = historia(plan, knyt('Reglemente'));
    given(...knutet).when(knyt('Reglemente').command).thenNothing();
    given(...knutet).when(gor('KnytForslag', { punkt: punkt('Reglemente'), paragraf: x(711), underlag }).command).thenRefused('FORSLAG_REDAN_KNUTET', 'Ärende 1 har redan ett förslag från ett annat organ.');
    const avgjort = historia(plan, oppna(), L.map((person) => ledamot(person)), klubba('Reglemente', { beslutstyp: 'bordlagga', beslutspunkter: [{ text: 'x' }] }));
    given(...avgjort).when(knyt('Reglemente').command).thenRefused('REDAN_AVGJORD', 'Ärende 1 är redan avgjort.');
  });
  it('E9: ett utskotts förslag knyts i dess egen nämnd, inte i en annan', () => {
    expect(utfallet(historia(plan), knyt('Reglemente', { beslutstyp: 'foresla_namnden', egetUtskott: true }))).toEqual(['ForslagKnutet']);
    given(...historia(plan)).when(knyt('Reglemente', { beslutstyp: 'foresla_namnden' }).command).thenRefused('INGET_FORSLAG', '§ 45 2018-02-14 är ett utskotts förslag till sin egen nämnd.');
  });
  it('E9: ett utskotts förslag som antecknades när punkten lades till är samma band', () => {
    const [lagd] = historia(planera(), lagg('Reglemente', { slag: 'arende', utanDiarienummer: true })).slice(-1) as [Extract<SammantradeEvent, { type: 'PunktLagdTill' }>];
    const fore = [...historia(planera()), { ...lagd, data: { ...lagd.data, utskottsforslag: { namnd: SN, organ: 'SNAU', sammantrade: x(712), paragraf: KALLA, ar: 2018, nr: 45, datum: '2018-02-14' } } }];
    expect(dokument(fore).punkter[0]).toMatchObject({ forslagFran: { paragraf: KALLA, namnd: SN, ar: 2018, nr: 45, datum: '2018-02-14' } });
    given(...fore).when(knyt('Reglemente').command).thenNothing();
    expect(utfallet(fore, gor('KnytForslag', { punkt: punkt('Reglemente'), paragraf: x(711), underlag }))).toEqual(['STOPP FORSLAG_REDAN_KNUTET']);
  });
  it('I3: ett hemligt förslag knyts bara till en hemlig punkt, utan sina ord', () => {
    const { beslutspunkter: _, ...utan } = underlag;
    const steg = (namn: string): Steg => gor('KnytForslag', { punkt: punkt(namn), paragraf: KALLA, underlag: { ...utan, klass: 'sekretess' } });
    given(...historia(plan)).when(steg('Reglemente').command).thenRefused('SEKRETESS_KRAVS', 'Förslaget är sekretessbelagt. Punkten ska vara sekretess.');
    const faktat = given(...historia(plan)).when(steg('Hemlig').command).outcome as readonly SammantradeEvent[];
    expect(faktat).toMatchObject([{ type: 'ForslagKnutet', data: { klass: 'sekretess' } }]);
    expect(faktat[0]!.data).not.toHaveProperty('forslag');
  });
});

describe('Ett ärende som blir hemligt', () => {
  const arende = x(60);
  const med = [planera(), lagg('Ett', { slag: 'arende', arende, underlag: { arende: { id: arende, sekretess: false, diarienummer: 'SN/2018:24', frammande: [] } } }), hemlig('Två'), lagg('Tre')];
  it('I3: tar med sig sina öppna punkter, med lagrummet', () => {
    const hoj = gor('HojPunkternasKlass', { punkter: [punkt('Ett'), punkt('Två'), punkt('Okänd')], sekretesslagrum: '26:1' });
    given(...historia(med)).when(hoj.command).then({ type: 'PunkternasKlassHojd', data: { punkter: [punkt('Ett')], klass: 'sekretess', sekretesslagrum: '26:1' } });
    expect(dokument(historia(med, hoj)).punkter.map(({ klass, sekretesslagrum }) => [klass, sekretesslagrum])).toEqual([['sekretess', '26:1'], ['sekretess', '26:1'], ['oppen', undefined]]);
    given(...historia(med, hoj)).when(hoj.command).thenNothing();
    const utanLagrum = gor('HojPunkternasKlass', { punkter: [punkt('Tre')] });
    given(...historia(med)).when(utanLagrum.command).then({ type: 'PunkternasKlassHojd', data: { punkter: [punkt('Tre')], klass: 'sekretess' } });
  });
  it('I3: ärendet får veta var det är upptaget, när punkten är öppen', () => {
    const wish = historia(med).map((event) => (event.type === 'PunktLagdTill' ? noteraUpptagen.on.PunktLagdTill!({ ...event, stream: 'sammantrade-x' } as never) : undefined));
    expect(wish).toEqual([undefined, { category: 'arende', id: arende, command: { type: 'NoteraUpptagen', data: { sammantrade: 'x', punkt: punkt('Ett') } } }, undefined, undefined]);
  });
});
