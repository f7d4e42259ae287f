import fc from 'fast-check';
import { type AnyDecider, type Command, type Event, fold, isRefusal, project, type Projection, type Recorded, streamId, toDisk } from '@klubba/kernel';
import { holdsSealed } from '@klubba/kernel/spec';
import { avvikelse } from './avvikelse.decider';
import { avvikelsensKlockor } from './avvikelse.frister';
import { avvikelsen } from './avvikelse.projection';
import { ejverkstalld } from './ejverkstalld.decider';
import { insatsbeslutetsKlockor, gransen, rapportrader } from './ejverkstalld.grans';
import { insatsbeslutet } from './ejverkstalld.projection';
import { klagomal } from './klagomal.decider';
import { klagomalet } from './klagomal.projection';
import { klagomaletsKlockor, svarSenast, svarstidUr } from './klagomal.svarstid';
import { overklagande } from './overklagande.decider';
import { overklagandetsKlockor } from './overklagande.frister';
import { arOppet, overklagandet, type Overklagandestatus } from './overklagande.projection';

// Any order of commands, right and wrong: no forbidden path is taken, no clock is lost, and what is decided can be stored and folded.
const ID = '00000000-0000-4000-8000-0000000000aa';
const omgivning = { namnd: true, arende: false, sekretess: false };
const namnd = '00000000-0000-4000-8000-000000000001';
const dag = fc.constantFrom('2026-01-30', '2026-03-02', '2026-04-30', '2026-05-04', '2026-07-01', '2026-10-02', '2027-01-10', '2026-02-30');
const kanske = <T>(av: fc.Arbitrary<T>) => fc.option(av, { nil: undefined });
const utan = <T extends object>(data: T): T => Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as T;
const med = (type: string, data: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Command> => fc.record(data).map((en) => ({ type, data: utan(en), skal }));
const ord = fc.constant('Därför');
const skal = Object.fromEntries(['SVARSTIDEN_PASSERAD', 'ATGARDER_KVAR', 'UPPFOLJNING_SAKNAS', 'INCIDENTEN_KVAR', 'INCIDENTEN_SENT_ANMALD', 'RATTIDEN_STAMMER_INTE', 'OMPROVNING_SAKNAS', 'OVERLAMNAS_SENT', 'PROVNINGSTILLSTAND_SAKNAS', 'NAMNDENS_BESLUT_SAKNAS', 'AVGIFTEN_UTANFOR'].map((kod) => [kod, 'Därför']));

type Gang<Doc> = { readonly type: string; readonly fore: Doc | undefined; readonly efter: Doc; readonly nya: readonly Event[] };
/** Gives the commands one after the other; what is refused changes nothing. Says what each step that was carried out made of the document. */
const spela = <Doc>(decider: AnyDecider, projection: Projection<Doc, never>, alla: readonly Command[], prova: (gang: Gang<Doc>) => void): void => {
  let events: readonly Event[] = [];
  let doc: Doc | undefined;
  alla.forEach((command, i) => {
    const context = { id: ID, by: namnd, roll: 'namndsekreterare', at: '2026-12-30T12:00:00.000Z', command: streamId('prov', ID, String(i)) };
    const outcome = decider.decide(command, fold(decider, events), context) as readonly Event[] | object;
    if (isRefusal(outcome)) return;
    const fore = doc;
    for (const event of outcome as readonly Event[]) {
      expect(decider.facts[event.type]?.by).toBe(command.type);
      expect(() => toDisk(decider.facts[event.type]!.shape, event.data, () => ({ $s: '', c: '' }))).not.toThrow();
      doc = project<unknown>(projection as never, doc, { ...event, stream: `${decider.category}-${ID}`, by: namnd, at: '2026-12-30T12:00:00.000Z' } as unknown as Recorded<Event>) as Doc;
      events = [...events, event];
    }
    expect(holdsSealed(fold(decider, events))).toBe(false);
    if (doc !== undefined) prova({ type: command.type, fore, efter: doc, nya: outcome as readonly Event[] });
  });
};
/** From any of these beginnings, so that what comes late is reached too. */
const kor = <Doc>(decider: AnyDecider, projection: Projection<Doc, never>, borjan: readonly (readonly Command[])[], steg: fc.Arbitrary<Command>, prova: (gang: Gang<Doc>) => void): void =>
  fc.assert(fc.property(fc.constantFrom(...borjan), fc.array(steg, { minLength: 5, maxLength: 25, size: 'max' }), (borja, alla) => spela(decider, projection, [...borja, ...alla], prova)), { numRuns: 400 });

it('H1: ett klagomåls klocka går tills det är besvarat, avslutat eller struket, hur det än vänds', () => {
  const natt = new Set<string>();
  kor(klagomal, klagomalet as never, [[{ type: 'TaEmotKlagomal', data: { namnd, kanal: 'webb', typ: 'klagomal', kategori: 'x', enhet: 'y', inkom: '2026-01-30', text: 'x', omgivning, svarstid: svarstidUr() } }]], fc.oneof(
    med('BekraftaKlagomal', { datum: dag }), med('RattaKlagomal', { typ: fc.constantFrom('klagomal', 'berom', 'fraga'), skal: ord }), med('BesvaraKlagomal', { datum: dag, text: ord }), med('EskaleraKlagomal', { datum: dag, skal: ord }), med('NoteraKlagomalHosIvo', { datum: dag }),
    med('NoteraIvoSvarPaKlagomal', { datum: dag, svar: fc.constant('kritik') }), med('PubliceraKlagomal', { datum: dag, text: ord }), med('AvpubliceraKlagomal', { skal: ord }), med('AvslutaKlagomal', { datum: dag, skal: ord }), med('AteroppnaKlagomal', { datum: dag, skal: ord }), med('StrykKlagomal', { skal: ord }),
  ), ({ efter: en }: Gang<Parameters<typeof klagomaletsKlockor>[0]>) => {
    natt.add(en.status);
    const oppet = en.svar.length === 0 && en.status !== 'avslutat' && en.status !== 'struket' && en.typ !== 'berom';
    expect(klagomaletsKlockor(en).map(({ lag }) => lag)).toEqual(oppet ? [svarSenast(en)] : []);
    if (en.status === 'besvarat') expect(en.svar.length).toBeGreaterThan(0);
  });
  expect([...natt].sort()).toEqual(['avslutat', 'besvarat', 'eskalerat', 'mottaget', 'struket']);
});

it('H2, I12: varje åtgärd som inte är genomförd och varje incident som ingen har tagit hand om har sin klocka', () => {
  const stund = fc.constantFrom('2026-03-02T10:00:00', '2026-05-04T10:00:00', '2026-02-30T10:00:00');
  const atgard = fc.integer({ min: 1, max: 12 }).map((i) => streamId('avvikelseatgard', ID, streamId('prov', ID, String(i))));
  const natt = new Set<string>();
  kor(avvikelse, avvikelsen as never, [[{ type: 'RegistreraAvvikelse', data: { namnd, kategori: 'x', enhet: 'y', inkom: '2026-01-30', text: 'x', allvar: 2, omgivning } }]], fc.oneof(
    med('BedomAvvikelse', { datum: dag, allvar: fc.integer({ min: 0, max: 5 }), skal: ord }), med('BeslutaAvvikelseatgard', { datum: dag, text: ord, ansvarig: ord, senast: dag }), med('AndraAvvikelseatgard', { atgard, senast: dag, skal: ord }), med('GenomforAvvikelseatgard', { atgard, datum: dag }),
    med('FoljUppAvvikelse', { datum: dag, effekt: fc.constant('avhjalpt'), text: ord }), med('NoteraIncident', { upptackt: stund }), med('AnmalIncident', { anmald: stund }), med('AvskrivIncident', { datum: dag, skal: ord }), med('AvslutaAvvikelse', { datum: dag }), med('AteroppnaAvvikelse', { datum: dag, skal: ord }),
  ), ({ efter: en, fore }: Gang<Parameters<typeof avvikelsensKlockor>[0]>) => {
    natt.add(`${en.status} ${en.incident === undefined ? '' : 'incident'} ${en.atgarder.some(({ genomford }) => genomford !== undefined) ? 'genomförd' : ''}`);
    const incident = en.incident !== undefined && en.incident.anmald === undefined && en.incident.avskriven === undefined ? 1 : 0;
    const kvar = en.status === 'oppen' ? en.atgarder.filter(({ genomford }) => genomford === undefined) : [];
    expect(avvikelsensKlockor(en)).toHaveLength(incident + kvar.length);
    expect(en.atgarder.length).toBeGreaterThanOrEqual(fore?.atgarder.length ?? 0);
    expect([1, 2, 3, 4]).toContain(en.allvar);
  });
  expect(natt.size).toBeGreaterThan(5);
});

it('H3: högst en väntan pågår, den är den sista, och det som var för sent rapporteras till sitt slut', () => {
  const natt = new Set<string>();
  kor(ejverkstalld, insatsbeslutet as never, [[{ type: 'RegistreraInsatsbeslut', data: { namnd, lag: 'SoL', insats: 'x', beslutsdatum: '2026-01-30', omgivning } }]], fc.oneof(
    med('NoteraVerkstallighet', { datum: dag }), med('NoteraInsatsavbrott', { datum: dag }), med('NoteraAterupptagande', { datum: dag }), med('NoteraUpphorande', { datum: dag, skal: ord }), med('StrykInsatshandelse', { slag: fc.constantFrom('verkstallighet', 'avbrott', 'aterupptagande', 'upphorande'), skal: ord }),
    fc.record({ verkstallt: kanske(dag), avbrott: kanske(dag), aterupptaget: kanske(dag), upphort: kanske(dag) }).filter((en) => !Object.values(en).includes('2026-02-30')).map((dagar) => ({ type: 'NoteraInsatsrad', data: { namnd, lag: 'SoL', insats: 'x', beslutsdatum: '2026-01-30', beteckning: 'B 4', lista: ID, rad: 2, ...utan(dagar) } })),
    fc.constantFrom(2, 3).map((kvartal) => ({ type: 'NoteraInsatsrapport', data: { mottagare: 'ivo', ar: 2026, kvartal, datum: '2026-10-02', rader: [{ fran: '2026-01-30', slag: 'ej_verkstallt' }] } })),
  ), ({ efter: en, nya }: Gang<Parameters<typeof insatsbeslutetsKlockor>[0] & { readonly status: string; readonly vantan: readonly { readonly fran: string; readonly till?: string }[] }>) => {
    natt.add(en.status);
    const oppna = en.vantan.filter(({ till }) => till === undefined);
    expect(oppna.length).toBeLessThanOrEqual(1);
    if (oppna.length === 1) expect(en.vantan.at(-1)).toBe(oppna[0]);
    expect(insatsbeslutetsKlockor(en).map(({ lag }) => lag)).toEqual(oppna.map(gransen));
    expect(en.status === 'vantar' || en.status === 'avbrutet').toBe(oppna.length === 1);
    expect(en.vantan.every(({ fran, till }) => till === undefined || till >= fran)).toBe(true);
    for (const { type, data } of nya) if (type === 'InsatsAvbruten') expect(oppna).toEqual([{ fran: (data as { readonly datum: string }).datum, slag: 'avbrott' }]);
    // At the year's end everything that was too long and has not been told of is told.
    const forSena = en.vantan.filter(({ fran, till }) => (till ?? '9999-12-31') > gransen({ fran }) && gransen({ fran }) < '2026-12-31');
    expect(rapportrader({ ...en, rapporter: [] }, 'ivo', { ar: 2026, kvartal: 4 }).map(({ fran }) => fran)).toEqual(forSena.map(({ fran }) => fran));
  });
  expect([...natt].sort()).toEqual(['avbrutet', 'upphort', 'vantar', 'verkstallt']);
});

it('H4: bara flödets vägar är öppna: nämnden, förvaltningsrätten, kammarrätten, Högsta förvaltningsdomstolen', () => {
  const VAGAR: Readonly<Record<Overklagandestatus, readonly Overklagandestatus[]>> = {
    inkommet: ['rattidsprovat', 'avvisat', 'aterkallat', 'struket'], rattidsprovat: ['omprovat', 'andrat', 'hos_domstol', 'aterkallat', 'struket'], omprovat: ['hos_domstol', 'aterkallat', 'struket'], avvisat: ['struket'], andrat: ['struket'],
    hos_domstol: ['hos_domstol', 'avgjort', 'aterforvisat'], avgjort: ['hos_domstol'], aterforvisat: ['hos_domstol'], aterkallat: ['struket'], struket: [],
  };
  const RANG = ['FR', 'KR', 'HFD'];
  const ge = (type: string, data: object): Command => ({ type, data, skal });
  const borjan = ['SoL', 'OSL'].flatMap((lag) => {
    const mottaget = ge('RegistreraOverklagande', { namnd, lag, omrade: 'x', beslutsdatum: '2026-03-02', inkom: '2026-03-20', omgivning });
    const provat = [mottaget, ge('RattidsprovaOverklagande', { datum: '2026-03-23', resultat: 'i_tid' })];
    const hosRatten = [...provat, ge('OmprovaBeslutet', { datum: '2026-03-23', resultat: 'oandrat' }), ge('LamnaOverklagandeTillRatten', { datum: '2026-03-23' })];
    return [[mottaget], provat, hosRatten, [...hosRatten, ge('NoteraDomstolsutfall', { datum: '2026-06-01', utfall: 'avslag' }), ge('OverklagaVidare', { datum: '2026-06-01', av: 'enskild' })]];
  });
  const natt = new Set<string>();
  const senare = fc.constantFrom('2026-03-23', '2026-03-24', '2026-06-01', '2026-08-01', '2026-10-01');
  kor(overklagande, overklagandet as never, borjan, fc.oneof(
    med('RattidsprovaOverklagande', { datum: senare, resultat: fc.constantFrom('i_tid', 'i_tid', 'for_sent_men_provas', 'avvisas'), motiv: ord }), med('OmprovaBeslutet', { datum: senare, resultat: fc.constantFrom('oandrat', 'oandrat', 'andrat_delvis', 'andrat_helt') }), med('LamnaOverklagandeTillRatten', { datum: senare }),
    med('NoteraProvningstillstand', { datum: senare, beviljat: fc.boolean() }), { weight: 3, arbitrary: med('NoteraDomstolsutfall', { datum: senare, utfall: fc.constantFrom('bifall', 'avslag', 'aterforvisat', 'avskrivet'), till: kanske(fc.constantFrom(...RANG)) }) },
    { weight: 3, arbitrary: med('OverklagaVidare', { datum: senare, av: fc.constantFrom('enskild', 'namnd') }) }, med('AterkallaOverklagande', { datum: senare }), med('NoteraMalnummer', { malnummer: ord }),
  ), ({ fore, efter: en }: Gang<Parameters<typeof overklagandetsKlockor>[0] & { readonly instanser: readonly { readonly instans: string; readonly utfall?: unknown }[] }>) => {
    natt.add(`${en.status} ${en.instanser.at(-1)?.instans ?? ''}`);
    if (fore !== undefined && fore.status !== en.status) expect(VAGAR[fore.status]).toContain(en.status);
    // A court is reached from the one below it, or sent back to by one above; förvaltningsrätten never has what is kammarrätten's (OSL 6:8).
    if (en.lag === 'OSL') expect(en.instanser.every(({ instans }) => instans !== 'FR')).toBe(true);
    en.instanser.forEach(({ instans }, i) => {
      const fran = en.instanser[i - 1];
      if (fran === undefined) expect(instans).toBe(en.lag === 'OSL' ? 'KR' : 'FR');
      else expect(RANG.indexOf(instans) === RANG.indexOf(fran.instans) + 1 || (fran.utfall !== undefined && RANG.indexOf(instans) < RANG.indexOf(fran.instans))).toBe(true);
    });
    expect(overklagandetsKlockor(en)).toHaveLength(arOppet(en.status) && en.status !== 'hos_domstol' ? 1 : 0);
  });
  for (const nadd of ['avvisat ', 'andrat ', 'hos_domstol KR', 'hos_domstol HFD', 'avgjort FR', 'aterforvisat FR', 'aterkallat ']) expect(natt).toContain(nadd);
});
