import { specify } from '@klubba/kernel/spec';
import { avsluta, dokument, E, gor, hemlig, historia, kalla, L, lagg, oppna, planera, punkt, sen, type Steg, x } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';
import type { Punkt } from './sammantrade.projection';
import { type Sand, skillnader } from './sammantrade.skillnad.projection';
import { kallelsehash, lageFor } from './sammantrade.utskick.projection';

const { given } = specify(sammantrade);
const hash = 'ab'.repeat(32);
const kallat = historia(planera(), lagg('Upprop', { slag: 'formalia' }), kalla());
type Kvitto = { readonly personer?: readonly string[]; readonly lage?: 'skickad' | 'levererad' | 'oppnad'; readonly satt?: 'e_post' | 'portal' | 'papper'; readonly version?: number; readonly datum?: string; readonly underlag?: { readonly hash?: string } };
const kvitto = (over: Kvitto = {}) => gor('AntecknaKallelsekvitto', { version: 1, personer: [L[0]!, E[0]!], lage: 'skickad', satt: 'e_post', datum: '2018-03-14', tid: '09:00', underlag: { hash }, ...over });
const hamtat = (del: 'oppen' | 'sekretess' = 'oppen', person = L[1]!) => gor('NoteraKallelsehamtning', { version: 1, person, del, filhash: hash, underlag: { hash } });

describe('Ett kvitto på kallelsen', () => {
  it('är ett faktum för dem det gäller, med hashen av det som skickades, hur och när', () =>
    given(...kallat).when(kvitto().command).then({ type: 'KallelsekvittoAntecknat', data: { version: 1, personer: [L[0]!, E[0]!], lage: 'skickad', satt: 'e_post', datum: '2018-03-14', tid: '09:00', hash } }));
  it('antecknas en gång för varje person, läge och sätt', () => {
    const skickat = [...kallat, ...historia(...[planera(), lagg('Upprop', { slag: 'formalia' }), kalla(), kvitto()]).slice(kallat.length)];
    given(...skickat).when(kvitto().command).thenNothing();
    expect(given(...skickat).when(kvitto({ personer: [L[0]!, L[2]!] }).command).outcome).toMatchObject([{ data: { personer: [L[2]!] } }]);
    expect(given(...skickat).when(kvitto({ satt: 'papper' }).command).outcome).toHaveLength(1);
    expect(given(...skickat).when(kvitto({ lage: 'levererad' }).command).outcome).toHaveLength(1);
  });
  it('gäller den som är kallad, och den version som finns', () => {
    given(...kallat).when(kvitto({ personer: [x(777)] }).command).thenRefused('EJ_KALLAD', `{person:${x(777)}} är inte kallad till sammanträdet.`);
    const tva = kvitto({ personer: [x(777), x(778)] }).command;
    given(...kallat).when({ ...tva, skal: { EJ_KALLAD: 'Gäst' } } as never).thenRefused('EJ_KALLAD', `{person:${x(777)}}, {person:${x(778)}} är inte kallad till sammanträdet.`);
    given(...kallat).when({ ...tva, data: { ...tva.data, underlag: undefined } } as never).thenRefused('KALLELSEN_FINNS_INTE');
    given(...kallat).when(kvitto({ version: 2 }).command).thenRefused('KALLELSEN_FINNS_INTE', 'Det finns ingen version 2 av kallelsen.');
    given(...kallat).when(kvitto({ underlag: {} }).command).thenRefused('KALLELSEN_FINNS_INTE');
    given(...historia(planera())).when(kvitto().command).thenRefused('KALLELSEN_FINNS_INTE');
  });
  it('kan inte vara levererad eller öppnad utan att vara skickad, eller före kallelsen', () => {
    given(...kallat).when(kvitto({ lage: 'oppnad', personer: [L[0]!] }).command).thenRefused('KVITTO_I_FEL_ORDNING', `Kallelsen är inte antecknad som skickad till {person:${L[0]!}}, och kan inte vara öppnad.`);
    const skickat = historia(planera(), lagg('Upprop', { slag: 'formalia' }), kalla(), kvitto({ personer: [E[0]!] }));
    const tre = kvitto({ lage: 'levererad', personer: [E[0]!, L[0]!, L[1]!] }).command;
    given(...skickat).when({ ...tre, skal: { KVITTO_I_FEL_ORDNING: 'x' } } as never).thenRefused('KVITTO_I_FEL_ORDNING', `Kallelsen är inte antecknad som skickad till {person:${L[0]!}}, {person:${L[1]!}}, och kan inte vara levererad.`);
    given(...kallat).when({ ...kvitto({ datum: '2018-03-13' }).command, skal: { KVITTO_FORE_KALLELSEN: 'x' } } as never).thenRefused('KVITTO_FORE_KALLELSEN');
    given(...kallat).when(kvitto({ datum: '2018-03-13' }).command).thenRefused('KVITTO_FORE_KALLELSEN', 'Kallelsen skickades 2018-03-14. Den kan inte vara skickad 2018-03-13.');
  });
  it('hör till den version av kallelsen som den gäller', () => {
    const tva = historia(planera(), lagg('Upprop', { slag: 'formalia' }), kalla(), kalla({ datum: '2018-03-15' }), kvitto({ version: 2, datum: '2018-03-15' }));
    expect(given(...tva).when(kvitto().command).outcome).toHaveLength(1);
    given(...tva).when(kvitto({ version: 2, datum: '2018-03-15' }).command).thenNothing();
  });
  it('A10: den som hämtar paketet antecknas en gång för varje del', () => {
    given(...kallat).when(hamtat().command).then({ type: 'KallelsepaketHamtat', data: { version: 1, person: L[1]!, del: 'oppen', hash, filhash: hash } });
    const igen = historia(planera(), lagg('Upprop', { slag: 'formalia' }), kalla(), hamtat());
    given(...igen).when(hamtat().command).thenNothing();
    expect(given(...igen).when(hamtat('sekretess').command).outcome).toHaveLength(1);
    const avslutat = historia(planera(), lagg('Upprop', { slag: 'formalia' }), kalla(), oppna(), avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'x' }));
    expect(given(...avslutat).when(hamtat().command).outcome).toHaveLength(1);
  });
  it('B6: den som är kallad som personalföreträdare får bara den öppna delen', () => {
    const kallad = historia(planera(), lagg('Upprop', { slag: 'formalia' }), kalla({ kallade: [...L, ...E, x(801)], underlag: { skaKallas: L, punkter: {}, personal: { personer: [x(801)], far: 'ja' } } }));
    const hon = (del: 'oppen' | 'sekretess') => given(...kallad).when(hamtat(del, x(801)).command);
    expect(hon('oppen').outcome).toHaveLength(1);
    hon('sekretess').thenRefused('SEKRETESS_EJ_TILL_PERSONAL', 'Den som är kallad som personalföreträdare får bara den öppna delen (KL 7 kap. 14 §).', 'KL 7 kap. 14 §');
  });
  it('säger hur långt kallelsen har kommit till var och en', () => {
    const { kvitton } = dokument(historia(planera(), lagg('Upprop', { slag: 'formalia' }), kalla(), kvitto(), kvitto({ lage: 'levererad', personer: [E[0]!] }))).kallelser[0]!;
    expect([L[0]!, E[0]!, L[1]!].map((person) => lageFor(kvitton, person))).toEqual(['skickad', 'levererad', undefined]);
  });
  it('bär en hash som beror av raderna och filerna, och är densamma igen', () => {
    const kallelse = dokument(kallat).kallelser[0]!;
    expect(kallelsehash(kallelse)).toMatch(/^[0-9a-f]{64}$/);
    expect(kallelsehash({ ...kallelse })).toBe(kallelsehash(kallelse));
    for (const annan of [{ ...kallelse, punkter: [] }, { ...kallelse, version: 2 }, { ...kallelse, handlingar: [{ punkt: punkt('Upprop'), handling: x(1), version: 1, hash }] }]) expect(kallelsehash(annan)).not.toBe(kallelsehash(kallelse));
  });
});

describe('Skillnaden mellan två kallelser', () => {
  const tre = [planera(), lagg('Ett'), lagg('Två'), lagg('Tre'), hemlig('Hemligt'), kalla()];
  const fil = (handling: string, version = 1, dess = 'a') => ({ punkt: punkt('Ett'), handling, version, hash: dess.repeat(64) });
  const med = (...handlingar: ReturnType<typeof fil>[]) => kalla({ underlag: { skaKallas: [], punkter: {}, handlingar } });
  const sand = (steg: readonly Steg[]): Sand => {
    const mote = dokument(historia(...steg));
    return { mote, kallelse: mote.kallelser.at(-1)! };
  };
  const skiljer = (fore: readonly Steg[], efter: readonly Steg[], far: (punkt: Punkt, klass: string) => boolean = () => true) =>
    skillnader(sand(fore), sand([...fore, ...efter]), far).map(({ slag, punkt: id, franNr, tillNr, falt, skal, fran, till }) => [
      slag, ['Ett', 'Två', 'Tre', 'Fyra', 'Hemligt'].find((namn) => punkt(namn) === id), franNr, tillNr, ...(falt === undefined ? [] : [falt]), ...(typeof fran === 'string' ? [fran, till] : []),
      ...(skal === undefined ? [] : [(skal as { $plain: string }).$plain])]);

  it('är ingen när inget har ändrats', () => expect(skiljer(tre, [kalla()])).toEqual([]));
  it('är det som lagts till, utgått, flyttats och ändrats, vart och ett med sitt skäl', () => {
    expect(skiljer(tre, [
      lagg('Fyra', { sen }), gor('DraUrPunkt', { punkt: punkt('Två'), skal: 'Inte klart' }), gor('FlyttaPunkt', { punkt: punkt('Tre'), plats: 1, skal: 'Brådskar' }),
      gor('AndraPunkt', { punkt: punkt('Ett'), rubrik: 'Etta', handlingslage: 'bifogas', skal: 'Skrivfel' }), kalla({ datum: '2018-03-16' }),
    ])).toEqual([
      ['flyttad', 'Tre', 3, 1, 'Brådskar'], ['andrad', 'Ett', 1, 2, 'rubrik', 'Skrivfel'], ['andrad', 'Ett', 1, 2, 'handlingslage', 'Skrivfel'],
      ['utgatt', 'Två', 2, 3, 'Inte klart'], ['tillagd', 'Fyra', undefined, 5, 'Kom in i går'],
    ]);
  });
  it('säger inte att de andra har flyttats när en läggs in före dem', () =>
    expect(skiljer(tre, [lagg('Fyra', { sen, plats: 1 }), kalla({ datum: '2018-03-16' })])).toEqual([['tillagd', 'Fyra', undefined, 1, 'Kom in i går']]));
  it('är en ny klass, och den ser bara den som får se båda', () => {
    const omklassad = [gor('AndraPunktensKlass', { punkt: punkt('Ett'), klass: 'sekretess', sekretesslagrum: '26:1', skal: 'Uppgift om enskild' }), kalla({ datum: '2018-03-16' })];
    expect(skiljer(tre, omklassad)).toEqual([['omklassad', 'Ett', 1, 1, 'klass', 'oppen', 'sekretess', 'Uppgift om enskild']]);
    expect(skiljer(tre, omklassad, (_, klass) => klass === 'oppen')).toEqual([]);
  });
  it('är filer som kommit till, tagits bort och fått en ny version', () => {
    const fore = [planera(), lagg('Ett'), lagg('Två'), med(fil(x(1)), fil(x(2)))];
    expect(skiljer(fore, [med(fil(x(2), 2, 'b'), fil(x(3)))]).map(([slag]) => slag)).toEqual(['handling_tillagd', 'handling_borttagen', 'handling_ny_version']);
  });
});
