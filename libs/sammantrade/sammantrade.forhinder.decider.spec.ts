import { seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { avsluta, dokument, E, gor, historia, kalla, L, lagg, MOTE, oppna, planera, type Steg, x } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';
import { ersattarforslagen } from './sammantrade.forhinder.projection';

const { given } = specify(sammantrade);
const underlag = { ledamoter: L, ersattare: E, ordning: [E[0]!, E[1]!, E[2]!] };
const anmal = (person: string, skal?: string) => gor('AnmalForhinder', { person, datum: '2018-03-18', ...(skal !== undefined && { skal }), underlag });
const kallaIn = (ersattare: string, ledamot = L[0]!, skal?: Record<string, string>, ordning = underlag.ordning) => gor('KallaErsattare', { ersattare, ledamot, datum: '2018-03-19', underlag: { ...underlag, ordning } }, skal);
const stoppas = (events: ReturnType<typeof historia>, { command }: Steg, kod: string, text: string): void =>
  expect((given(...events).when(command).outcome as { hinder: readonly object[] }).hinder[0]).toEqual({ kod, allvar: 'STOPP', text });
const start = [planera(), lagg('Upprop', { slag: 'formalia' }), kalla()];

describe('Ett förhinder', () => {
  it('antecknas en gång, med skälet förseglat hos personen', () => {
    given(...historia(...start)).when(anmal(L[0]!, 'Sjuk').command).then({ type: 'ForhinderAnmalt', data: { person: L[0]!, datum: '2018-03-18', skal: seal(`person:${L[0]!}`, 'Sjuk') } });
    given(...historia(...start)).when(anmal(E[0]!).command).then({ type: 'ForhinderAnmalt', data: { person: E[0]!, datum: '2018-03-18' } });
    given(...historia(...start, anmal(L[0]!))).when(anmal(L[0]!).command).thenNothing();
    given(...historia(...start)).when(anmal(x(777)).command).thenRefused('EJ_FORTROENDEVALD', `{person:${x(777)}} är varken ledamot eller ersättare i nämnden 2018-03-21.`);
    given(...historia(...start)).when(gor('AnmalForhinder', { person: L[0]!, datum: '2018-03-18' }).command).thenRefused('EJ_FORTROENDEVALD');
  });
  it('kan tas tillbaka', () => {
    const ater = gor('AterkallaForhinder', { person: L[0]!, datum: '2018-03-20' });
    given(...historia(...start, anmal(L[0]!))).when(ater.command).then({ type: 'ForhinderAterkallat', data: { person: L[0]!, datum: '2018-03-20' } });
    given(...historia(...start)).when(ater.command).thenNothing();
    const kommer = [...start, anmal(L[0]!), anmal(L[1]!), anmal(E[0]!), ater];
    given(...historia(...kommer)).when(kallaIn(E[1]!).command).thenRefused('INGET_FORHINDER');
    expect(given(...historia(...kommer)).when(kallaIn(E[1]!, L[1]!).command).outcome).toHaveLength(1);
  });
  it('anmäls inte sedan sammanträdet har avslutats', () =>
    given(...historia(...start, oppna(), avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'x' }))).when(anmal(L[0]!).command).thenRefused('SAMMANTRADET_AR_AVSLUTAT', 'Sammanträdet är avslutat.'));
});

describe('Att kalla in en ersättare', () => {
  it('B2: den som står först i inkallelseordningen och kan kallas in', () => {
    given(...historia(...start, anmal(L[0]!))).when(kallaIn(E[0]!).command).then({ type: 'ErsattareKallad', data: { ersattare: E[0]!, ledamot: L[0]!, datum: '2018-03-19' } });
    expect(given(...historia(...start, anmal(L[0]!), anmal(E[0]!))).when(kallaIn(E[1]!).command).outcome).toHaveLength(1);
  });
  it('B2: den som inte står först varnar, med den text som hör till, och passeras med ett skäl', () => {
    const { outcome } = given(...historia(...start, anmal(L[0]!))).when(kallaIn(E[1]!).command);
    expect(outcome).toEqual({ hinder: [{ kod: 'INKALLELSEORDNING', allvar: 'VARNING', lagrum: 'reglementet', text: `Enligt inkallelseordningen står {person:${E[0]!}} före {person:${E[1]!}}. Ange skäl.` }] });
    expect(given(...historia(...start, anmal(L[0]!))).when(kallaIn(E[1]!, L[0]!, { INKALLELSEORDNING: 'Svarar inte' }).command).outcome)
      .toMatchObject([{ data: { avsteg: [{ kod: 'INKALLELSEORDNING', skal: seal(`sammantrade:${MOTE}`, 'Svarar inte') }] } }]);
    const utanfor = given(...historia(...start, anmal(L[0]!))).when(kallaIn(E[5]!, L[0]!, undefined, []).command);
    expect(utanfor.outcome).toEqual({ hinder: [{ kod: 'INKALLELSEORDNING', allvar: 'VARNING', lagrum: 'reglementet', text: `{person:${E[5]!}} står inte i inkallelseordningen för {person:${L[0]!}}. Ange skäl.` }] });
  });
  it('B2: en person fyller bara en plats, och en plats en person', () => {
    const inkallad = historia(...start, anmal(L[0]!), anmal(L[1]!), kallaIn(E[0]!));
    stoppas(inkallad, kallaIn(E[0]!, L[1]!), 'TVA_PLATSER', `{person:${E[0]!}} är redan inkallad för någon annan.`);
    expect(given(...inkallad).when(kallaIn(E[1]!, L[1]!).command).outcome).toHaveLength(1);
    stoppas(inkallad, kallaIn(E[1]!), 'PLATSEN_UPPTAGEN', `Någon är redan inkallad för {person:${L[0]!}}.`);
    given(...inkallad).when(kallaIn(E[0]!).command).thenNothing();
    // With two called in, each has their own seat.
    const tva = [...inkallad, ...(given(...inkallad).when(kallaIn(E[1]!, L[1]!).command).outcome as typeof inkallad)];
    for (const [ersattare, ledamot] of [[E[0]!, L[0]!], [E[1]!, L[1]!]] as const) given(...tva).when(kallaIn(ersattare, ledamot).command).thenNothing();
  });
  it('gäller en ledamot som har förhinder, och en ersättare som inte har det', () => {
    stoppas(historia(...start), kallaIn(E[0]!), 'INGET_FORHINDER', `{person:${L[0]!}} har inte anmält förhinder.`);
    stoppas(historia(...start, anmal(L[0]!), anmal(E[0]!)), kallaIn(E[0]!), 'HAR_FORHINDER', `{person:${E[0]!}} har anmält förhinder.`);
    stoppas(historia(...start, anmal(L[0]!)), kallaIn(L[3]!), 'EJ_FORTROENDEVALD', `{person:${L[3]!}} är inte ersättare i nämnden 2018-03-21.`);
    stoppas(historia(...start, anmal(L[0]!)), kallaIn(E[0]!, E[1]!), 'PLATSEN_FINNS_INTE', `{person:${E[1]!}} är inte ledamot i nämnden 2018-03-21.`);
    stoppas(historia(...start, anmal(L[0]!)), gor('KallaErsattare', { ersattare: E[0]!, ledamot: L[0]!, datum: '2018-03-19' }), 'PLATSEN_FINNS_INTE', `{person:${L[0]!}} är inte ledamot i nämnden 2018-03-21.`);
  });
  it('kan tas tillbaka, och den som sedan får förhinder lämnar platsen till nästa', () => {
    const inkallad = [...start, anmal(L[0]!), kallaIn(E[0]!)];
    const ater = gor('AterkallaErsattare', { ersattare: E[0]!, datum: '2018-03-20', skal: 'Ledamoten kommer' });
    given(...historia(...inkallad)).when(ater.command).then({ type: 'ErsattareAterkallad', data: { ersattare: E[0]!, datum: '2018-03-20', skal: seal(`person:${E[0]!}`, 'Ledamoten kommer') } });
    stoppas(historia(...start), ater, 'ERSATTAREN_EJ_KALLAD', `{person:${E[0]!}} är inte inkallad.`);
    stoppas(historia(...inkallad, ater), ater, 'ERSATTAREN_EJ_KALLAD', `{person:${E[0]!}} är inte inkallad.`);
    const bada = [...inkallad, anmal(L[1]!), kallaIn(E[1]!, L[1]!), ater];
    given(...historia(...bada)).when(kallaIn(E[1]!, L[1]!).command).thenNothing();
    expect(given(...historia(...bada)).when(kallaIn(E[0]!).command).outcome).toHaveLength(1);
    expect(given(...historia(...inkallad)).when(gor('AterkallaErsattare', { ersattare: E[0]!, datum: '2018-03-20' }).command).outcome).toStrictEqual([{ type: 'ErsattareAterkallad', data: { ersattare: E[0]!, datum: '2018-03-20' } }]);
    const nasta = historia(...inkallad, anmal(E[0]!), kallaIn(E[1]!));
    // Who left the seat is called in for nobody.
    stoppas(nasta, ater, 'ERSATTAREN_EJ_KALLAD', `{person:${E[0]!}} är inte inkallad.`);
    expect(dokument(nasta).inkallade).toEqual([{ ersattare: E[1]!, ledamot: L[0]!, datum: '2018-03-19' }]);
    expect(dokument(historia(...inkallad, ater)).inkallade).toEqual([]);
  });
});

describe('Förslaget till ersättare', () => {
  const [sa, sb, va] = [x(201), x(202), x(203)];
  const plats = (person: string, uppdrag: 'ledamot' | 'ersattare', parti: string, ordning: number) => ({ person, uppdrag, parti, ordning, fran: '2018-01-01' });
  const namnd = {
    uppdrag: [plats(L[0]!, 'ledamot', 'S', 1), plats(L[1]!, 'ledamot', 'S', 2), plats(L[2]!, 'ledamot', 'V', 3), plats(sa, 'ersattare', 'S', 1), plats(sb, 'ersattare', 'S', 2), plats(va, 'ersattare', 'V', 3)],
    reglementen: [{ fran: '2018-01-01', inkallelseordning: [{ parti: 'S', sedan: ['V'] }] }] as never,
  };
  const lage = (forhinder: readonly string[], inkallade: readonly { ersattare: string; ledamot: string }[] = []) => ersattarforslagen(namnd, '2018-03-21', { forhinder, inkallade });

  it('B2: S-ledamot borta, första S-ersättaren borta, andra närvarande, V-ersättare närvarande: andra S-ersättaren tjänstgör', () =>
    expect(lage([L[0]!, sa])).toEqual([{ ledamot: L[0]!, parti: 'S', forslag: sb, utanforPartiet: false }]));
  it('B2: i uppropets ordning, och ingen föreslås för två', () =>
    expect(lage([L[1]!, L[0]!, L[2]!])).toEqual([
      { ledamot: L[0]!, parti: 'S', forslag: sa, utanforPartiet: false }, { ledamot: L[1]!, parti: 'S', forslag: sb, utanforPartiet: false }, { ledamot: L[2]!, parti: 'V', forslag: va, utanforPartiet: false },
    ]));
  it('B2: när partiet inte har någon kvar går turen till det parti som reglementet nämner, och sedan till ingen', () => {
    expect(lage([L[0]!, sa, sb])).toEqual([{ ledamot: L[0]!, parti: 'S', forslag: va, utanforPartiet: true }]);
    expect(lage([L[2]!, va])).toEqual([{ ledamot: L[2]!, parti: 'V', utanforPartiet: false }]);
  });
  it('visar den som är inkallad, om inte också den har förhinder', () => {
    expect(lage([L[0]!], [{ ersattare: sb, ledamot: L[0]! }])).toEqual([{ ledamot: L[0]!, parti: 'S', inkallad: sb, utanforPartiet: false }]);
    expect(lage([L[0]!, sb], [{ ersattare: sb, ledamot: L[0]! }])).toEqual([{ ledamot: L[0]!, parti: 'S', forslag: sa, utanforPartiet: false }]);
  });
});
