import { isRefusal, seal, streamId } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { avsluta, context, dokument, gor, historia, justera, kalla, klubba, L, lagg, ledamot, numrera, oppna, planera, punkt, type Steg, x } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';
import type { SammantradeEvent } from './sammantrade.events';

const { given } = specify(sammantrade);
const P = punkt('Ärende');
const motet = (over: object = {}, datum = '2024-05-16') => [planera({ datum }), lagg('Ärende', { slag: 'ovrigt', ...over }), kalla({ datum: '2018-03-14' }), oppna({ datum }), ...L.map((person) => ledamot(person))];
const id = (slag: string, namn: string): string => streamId(slag, context().by, context(namn).command);
const yrkande = (namn: string, slag = 'avslag', av = L[1]!): Steg => ({ ...gor('AntecknaYrkande', { punkt: P, slag, av: [av], text: namn } as never), namn });
const stryk = (antecknat: string): Steg => gor('StrykAntecknat', { antecknat, skal: 'Fel punkt' });
const bifall = (over: object = {}): Steg => klubba('Ärende', { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Bifall.' }], ...over } as never);
const kod = (events: readonly SammantradeEvent[], { command }: Steg) => {
  const { outcome } = given(...events).when(command);
  return isRefusal(outcome as object) ? (outcome as { hinder: readonly { kod: string; allvar: string }[] }).hinder.map((en) => `${en.allvar} ${en.kod}`) : (outcome as readonly SammantradeEvent[]).map(({ type }) => type);
};

describe('Det som skrevs av misstag', () => {
  it('stryks genom ett nytt faktum med skäl, och finns inte längre vid punkten', () => {
    const events = historia(motet(), yrkande('Y1'), bifall(), { ...gor('AnmalReservation', { punkt: P, av: [L[1]!] }), namn: 'R1' }, { ...gor('GorProtokollsanteckning', { punkt: P, slag: 'protokollsanteckning', av: [L[1]!], text: 'x' }), namn: 'A1' });
    given(...events).when(stryk(id('yrkande', 'Y1')).command).then({ type: 'AntecknatStruket', data: { punkt: P, klass: 'oppen', slag: 'yrkande', antecknat: id('yrkande', 'Y1'), skal: seal(`paragraf:${P}`, 'Fel punkt') } });
    for (const [slag, namn] of [['yrkande', 'Y1'], ['reservation', 'R1'], ['anteckning', 'A1']] as const) {
      const struket = [...events, ...(given(...events).when(stryk(id(slag, namn)).command).outcome as readonly SammantradeEvent[])];
      const { yrkanden, reservationer, anteckningar } = dokument(struket).punkter[0]!.behandling!;
      expect([yrkanden.length, reservationer.length, anteckningar.length]).toEqual([slag === 'yrkande' ? 0 : 1, slag === 'reservation' ? 0 : 1, slag === 'anteckning' ? 0 : 1]);
      given(...struket).when(stryk(id(slag, namn)).command).thenRefused('ANTECKNAT_FINNS_INTE');
    }
    given(...events).when(stryk(x(1)).command).thenRefused('ANTECKNAT_FINNS_INTE', 'Det finns inget sådant antecknat, eller så är det struket.');
  });
  it('men inte det som har prövats', () => {
    const satt = historia(motet(), yrkande('Y1'), gor('AntecknaBeslutsgang', { punkt: P, typ: 'acklamation_mellan_forslag', steg: [{ mellan: [P, id('yrkande', 'Y1')], bifallet: P }] }));
    given(...satt).when(stryk(id('yrkande', 'Y1')).command).thenRefused('FORSLAGET_PROVAT', 'Yrkandet är prövat i ärende 1 och kan inte strykas.');
    const roster = L.map((person) => ({ person, rost: 'ja' as const }));
    const rostat = historia(motet(), yrkande('Y1'), yrkande('Y2', 'tillagg'), yrkande('Y3', 'tillagg'), gor('AntecknaOmrostning', { punkt: P, tid: '15:05', huvudforslag: id('yrkande', 'Y1'), motforslag: id('yrkande', 'Y2'), roster }));
    for (const namn of ['Y1', 'Y2']) given(...rostat).when(stryk(id('yrkande', namn)).command).thenRefused('FORSLAGET_PROVAT');
    expect(kod(rostat, stryk(id('yrkande', 'Y3')))).toEqual(['AntecknatStruket']);
    const bifallet = historia(motet(), yrkande('Y1'), yrkande('Y2'), bifall({ bifallet: id('yrkande', 'Y1'), beslutstyp: 'avsla' }));
    given(...bifallet).when(stryk(id('yrkande', 'Y1')).command).thenRefused('FORSLAGET_PROVAT');
    expect(kod(bifallet, stryk(id('yrkande', 'Y2')))).toEqual(['AntecknatStruket']);
  });
  it('men inte ur en justerad paragraf', () => {
    const justerat = historia(motet(), yrkande('Y1'), bifall(), numrera('Ärende', 30, 2024), avsluta(), justera({ datum: '2024-05-20' }));
    given(...justerat).when(stryk(id('yrkande', 'Y1')).command).thenRefused('REDAN_JUSTERAD');
  });
  it('och inget annat med det', () => {
    const tva = ['1', '2'].flatMap((n): readonly Steg[] => [{ ...gor('AnmalReservation', { punkt: P, av: [L[Number(n)]!] }), namn: `R${n}` }, { ...gor('GorProtokollsanteckning', { punkt: P, slag: 'protokollsanteckning', av: [L[1]!], text: 'x' }), namn: `A${n}` }]);
    const events = historia(motet(), yrkande('Y1'), yrkande('Y2'), bifall(), tva, ['yrkande', 'reservation', 'anteckning'].map((slag) => stryk(id(slag, `${slag[0]!.toUpperCase()}1`))));
    for (const slag of ['yrkande', 'reservation', 'anteckning'] as const) {
      const antecknat = id(slag, `${slag[0]!.toUpperCase()}2`);
      given(...events).when(stryk(antecknat).command).then({ type: 'AntecknatStruket', data: { punkt: P, klass: 'oppen', slag, antecknat, skal: seal(`paragraf:${P}`, 'Fel punkt') } });
    }
  });
});

describe('Beslutets verb', () => {
  it('B12: ett avslagsyrkande som vann är inget bifall, och ett bifallsyrkande inget avslag', () => {
    given(...historia(motet(), yrkande('Y1'))).when(bifall({ bifallet: id('yrkande', 'Y1') }).command).thenWarned('VERBET_STAMMER_INTE');
    expect(kod(historia(motet(), yrkande('Y1')), bifall({ bifallet: id('yrkande', 'Y1'), beslutstyp: 'avsla' }))).toEqual(['BeslutFattat']);
    given(...historia(motet(), yrkande('Y1', 'bifall'))).when(bifall({ bifallet: id('yrkande', 'Y1'), beslutstyp: 'avsla' }).command).thenWarned('VERBET_STAMMER_INTE');
    expect(kod(historia(motet(), yrkande('Y1')), bifall({ bifallet: P, beslutstyp: 'avsla' }))).toEqual(['BeslutFattat']);
  });
  it('B12: bifallen återremiss återremitterar, också utan omröstning', () => {
    const events = historia(motet(), { ...gor('AntecknaYrkande', { punkt: P, slag: 'aterremiss', av: [L[1]!], text: 'x', motivering: 'y' }), namn: 'Y1' });
    given(...events).when(bifall({ bifallet: id('yrkande', 'Y1') }).command).thenWarned('VERBET_STAMMER_INTE');
    expect(kod(events, bifall({ bifallet: id('yrkande', 'Y1'), beslutstyp: 'aterremittera' }))).toEqual(['BeslutFattat']);
  });
});

describe('Ärenden enligt förvaltningslagen', () => {
  const tre = [yrkande('Y1'), yrkande('Y2', 'andring', L[2]!)];
  const rosta = gor('AntecknaOmrostning', { punkt: P, tid: '15:05', motforslag: id('yrkande', 'Y1'), roster: L.map((person) => ({ person, rost: 'ja' as const })) });
  it('B7: av fler än två förslag utses motförslaget först: i myndighetsutövning lag (FL 29), annars praxis', () => {
    given(...historia(motet({ myndighetsutovning: true }), ...tre)).when(rosta.command)
      .thenRefused('MOTFORSLAG_EJ_UTSETT', 'Det finns 2 förslag mot huvudförslaget. Utse motförslaget först, genom acklamation eller omröstning (FL 29 §).', 'FL 29 §');
    given(...historia(motet(), ...tre)).when(rosta.command).thenWarned('MOTFORSLAG_EJ_UTSETT');
    given(...historia(motet({ myndighetsutovning: true }, '2018-03-21'), ...tre)).when(rosta.command).thenWarned('MOTFORSLAG_EJ_UTSETT');
  });
  it('B10: en tjänsteperson får sin avvikande mening antecknad (FL 30); den som beslutar reserverar sig', () => {
    const avvikande = (av: string) => gor('GorProtokollsanteckning', { punkt: P, slag: 'avvikande_mening', av: [av], text: 'x' });
    expect(kod(historia(motet({ myndighetsutovning: true })), avvikande(x(300)))).toEqual(['ProtokollsanteckningGjord']);
    given(...historia(motet())).when(avvikande(x(300)).command).thenWarned('AVVIKANDE_MENING_EJ_FL');
    given(...historia(motet({ myndighetsutovning: true }))).when(avvikande(L[1]!).command).thenRefused('AVVIKANDE_MENING_EJ_FL', `{person:${L[1]}} deltar i beslutet i ärende 1 och anmäler en reservation.`);
  });
});

describe('E9: utskottet', () => {
  const utskott = (regler: object, slag = 'arende') => [
    planera({ datum: '2026-03-18', organ: 'SNAU' }), lagg('Ärende', { slag: slag as never, utanDiarienummer: true }), kalla({ datum: '2018-03-14' }),
    oppna({ datum: '2026-03-18', underlag: { antalLedamoter: 11, omedelbarJustering: true, regler: { utskott: true, distans: false, distansSekretess: false, aterintrade: false, sentIntrade: true, byteInomPunkt: false, insynsplats: false, personalforetradare: 'utskott', beredande: true, ...regler } } }),
    ...L.map((person) => ledamot(person)),
  ];
  it('E9: ett utskott som bara bereder beslutar inget utåt, men lämnar förslag', () => {
    given(...historia(utskott({}))).when(bifall().command).thenRefused('UTSKOTTET_BEREDER', 'Utskottet får bara bereda: delegation saknas för ärende 1 (KL 6 kap. 41 §).', 'KL 6 kap. 41 §');
    expect(kod(historia(utskott({})), bifall({ beslutstyp: 'foresla_namnden' }))).toEqual(['BeslutFattat']);
    expect(kod(historia(utskott({}, 'formalia')), bifall({ beslutstyp: 'godkanna' }))).toEqual(['BeslutFattat']);
    expect(kod(historia(utskott({ beredande: false })), bifall())).toEqual(['BeslutFattat']);
    expect(kod(historia(utskott({ utskott: false, beredande: false })), bifall({ beslutstyp: 'foresla_namnden' }))).toEqual(['STOPP BARA_UTSKOTT_FORESLAR']);
  });
});
