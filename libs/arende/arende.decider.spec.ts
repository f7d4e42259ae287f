import fc from 'fast-check';
import { fold, isRefusal, type Recorded, seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { arende, type ArendeCommand, type OppnaArende } from './arende.decider';
import type { ArendeEvent } from './arende.events';
import { type Arende, arendet } from './arende.projection';
import { hojPunkternasKlass, sattDiarienummer, tilldelaDiarienummer } from './arende.reactions';

const id = '00000000-0000-4000-8000-0000000000aa';
const namnd = '00000000-0000-4000-8000-00000000000a';
const x = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const s = <T>(value: T) => seal(`arende:${id}`, value);
const { given } = specify(arende);

const skrivsatt = { diariekod: 'SN', diarieform: 'snedstreck_kolon', diariesiffror: 1 } as const;
const remiss: OppnaArende = { namnd, klass: 'oppen', rubrik: 'Remiss om nattöppet bibliotek', datum: '2018-02-14', ...skrivsatt };
const oppna = (over: Partial<OppnaArende> = {}): ArendeCommand => ({ type: 'OppnaArende', data: { ...remiss, ...over } });
const oppnat = (over: object = {}): ArendeEvent & { type: 'ArendeOppnat' } => ({ type: 'ArendeOppnat', data: { namnd, klass: 'oppen', rubrik: s(remiss.rubrik), datum: '2018-02-14', datumslag: 'inkommet', frammandeNummer: [], ...skrivsatt, ...over } });
const hemligt = oppnat({ klass: 'sekretess', sekretesslagrum: '26:1' });
const satt: ArendeEvent = { type: 'DiarienummerSatt', data: { ar: 2018, lopnummer: 23, diarienummer: 'SN/2018:23' } };
const avslutat: ArendeEvent = { type: 'ArendeAvslutat', data: { klass: 'oppen', datum: '2018-05-02' } };
const behandla = { sammantrade: x(1), punkt: x(2), datum: '2018-03-21', ar: 2018, nummer: 44, beslutstyp: 'avge_yttrande' };
const recorded = (event: ArendeEvent, version = 1): Recorded<ArendeEvent> =>
  ({ ...event, logg: x(7), id: x(100 + version), stream: `arende-${id}`, version, schema: 1, namnd, at: '2018-03-01T00:00:00.000Z', by: x(5), roll: 'registrator', command: x(6), correlation: x(6), cause: null, position: BigInt(version) }) as Recorded<ArendeEvent>;
const docOf = (...events: readonly ArendeEvent[]): Arende => events.reduce<Arende | undefined>((doc, event, i) => (arendet.on[event.type] as (doc: Arende | undefined, event: Recorded<ArendeEvent>) => Arende | undefined)(doc, recorded(event, i + 1)), undefined)!;

describe('Ett ärende som är upptaget på en dagordning', () => {
  const upptaget = { sammantrade: x(1), punkt: x(2) };
  const noterat: ArendeEvent = { type: 'ArendeUpptaget', data: { klass: 'oppen', ...upptaget } };
  const hemligstampla: ArendeCommand = { type: 'AndraArendeklass', data: { klass: 'sekretess', sekretesslagrum: '26:1', datum: '2018-03-01', skal: 'x' } };
  it('I3: vet det, en gång, och tar med sig sina punkter när det blir hemligt', () => {
    given(oppnat()).when({ type: 'NoteraUpptagen', data: upptaget }).then(noterat);
    given(oppnat(), noterat).when({ type: 'NoteraUpptagen', data: upptaget }).thenNothing();
    const hojt: ArendeEvent = { type: 'ArendeklassAndrad', data: { klass: 'sekretess', forut: 'oppen', sekretesslagrum: '26:1', datum: '2018-03-01', skal: s('x'), upptaget: [upptaget] } };
    given(oppnat(), noterat).when(hemligstampla).then(hojt);
    expect(hojPunkternasKlass.on.ArendeklassAndrad!(recorded(hojt) as never)).toEqual([{ category: 'sammantrade', id: x(1), command: { type: 'HojPunkternasKlass', data: { punkter: [x(2)], sekretesslagrum: '26:1' } } }]);
    expect(hojPunkternasKlass.on.ArendeklassAndrad!(recorded({ ...hojt, data: { ...hojt.data, klass: 'oppen' } } as ArendeEvent) as never)).toEqual([]);
  });
  it('I3: kom punkten till just när det blev hemligt följer den ändå', () => {
    given(hemligt).when({ type: 'NoteraUpptagen', data: upptaget }).then({ type: 'ArendeUpptaget', data: { klass: 'sekretess', sekretesslagrum: '26:1', ...upptaget } });
    expect(hojPunkternasKlass.on.ArendeUpptaget!(recorded({ type: 'ArendeUpptaget', data: { klass: 'sekretess', sekretesslagrum: '26:1', ...upptaget } }) as never)).toMatchObject({ command: { data: { punkter: [x(2)], sekretesslagrum: '26:1' } } });
    expect(hojPunkternasKlass.on.ArendeUpptaget!(recorded(noterat) as never)).toBeUndefined();
  });
  it('står inte i ärendets historik', () => expect(docOf(oppnat(), noterat).historik.map(({ type }) => type)).toEqual(['ArendeOppnat']));
});

describe('Att öppna ett ärende', () => {
  it('I2: antecknar när handlingen kom in, och mening för alla och för huset', () =>
    given().when(oppna({ rubrikIntern: 'Remiss, jfr förra årets', avsandare: 'Kulturnämnden' })).then(oppnat({ rubrikIntern: s('Remiss, jfr förra årets'), avsandare: s('Kulturnämnden') })));
  it('går inte två gånger, och måste komma först', () => {
    given(oppnat()).when(oppna()).thenRefused('ARENDET_FINNS_REDAN');
    given().when({ type: 'AvslutaArende', data: { datum: '2018-05-02' } }).thenRefused('ARENDET_FINNS_INTE');
  });
  it('går inte på en dag som inte finns, eller som inte har varit', () => {
    given().when(oppna({ datum: '2018-02-30' })).thenRefused('DATUM_FINNS_INTE');
    given().when(oppna({ datum: '2018-03-22' })).thenRefused('DATUM_I_FRAMTIDEN');
    given().when(oppna({ datum: '2018-03-21' })).then(oppnat({ datum: '2018-03-21' }));
  });

  it('I3: kräver av ett sekretessärende att bestämmelsen anges', () => {
    given().when(oppna({ klass: 'sekretess' })).thenRefused('SEKRETESSLAGRUM_SAKNAS', 'Ange den bestämmelse som sekretessen vilar på (OSL 5 kap. 5 §).', 'OSL 5 kap. 5 §');
    given().when(oppna({ klass: 'sekretess', sekretesslagrum: 'OSL 26:1' })).then(hemligt);
    given().when(oppna({ klass: 'sekretess', sekretesslagrum: '26:14 c' })).then(oppnat({ klass: 'sekretess', sekretesslagrum: '26:14c' }));
    given().when(oppna({ klass: 'sekretess', sekretesslagrum: 'för att' })).thenRefused('SEKRETESSLAGRUM_HAR_FEL_FORM');
  });
  it('I3: låter ett öppet ärende inte ha någon', () => given().when(oppna({ sekretesslagrum: '26:1' })).thenRefused('SEKRETESSLAGRUM_UTAN_SEKRETESS'));
  it('I2: varnar för ett personnummer i den mening som alla ser', () => {
    const rubrik = 'Ansökan från 19811228-9874';
    given().when(oppna({ rubrik })).thenWarned('PERSONNUMMER_I_RUBRIK');
    given().when({ ...oppna({ rubrik }), skal: { PERSONNUMMER_I_RUBRIK: 'Står så i remissen' } } as ArendeCommand)
      .then(oppnat({ rubrik: s(rubrik), avsteg: [{ kod: 'PERSONNUMMER_I_RUBRIK', skal: s('Står så i remissen') }] }));
    given().when(oppna({ rubrik, klass: 'sekretess', sekretesslagrum: '26:1' })).then(oppnat({ rubrik: s(rubrik), klass: 'sekretess', sekretesslagrum: '26:1' }));
  });
});

describe('Diarienumret', () => {
  it('begärs av serien för nämnden och det år då handlingen kom in, inte det år den registrerades', () =>
    expect(tilldelaDiarienummer.on.ArendeOppnat!(recorded(oppnat({ datum: '2017-12-29', klassifikation: '759' })) as Recorded<ArendeEvent & { type: 'ArendeOppnat' }>)).toEqual({
      category: 'diarieserie', id: `${namnd}-2017`,
      command: { type: 'TilldelaDiarienummer', data: { namnd, ar: 2017, mal: id, kod: 'SN', form: 'snedstreck_kolon', siffror: 1, klassifikation: '759' } },
    }));
  it('I1: ett sekretessärende får sitt nummer som andra, utan att någon begär det', () => {
    const wish = (event: ReturnType<typeof oppnat>) => tilldelaDiarienummer.on.ArendeOppnat!(recorded(event) as Recorded<ArendeEvent & { type: 'ArendeOppnat' }>);
    expect(wish(hemligt)).toEqual(wish(oppnat()));
  });
  it('som ärendet inte kan ta utgår med orsaken', () => {
    const given_ = { ...recorded(oppnat()), type: 'DiarienummerTilldelat', stream: `diarieserie-${namnd}-2018`, data: { namnd, ar: 2018, lopnummer: 23, diarienummer: 'SN/2018:23', mal: id } } as const;
    expect(sattDiarienummer.on.DiarienummerTilldelat!(given_)).toEqual({ category: 'arende', id, command: { type: 'SattDiarienummer', data: satt.data } });
    expect(sattDiarienummer.refused!(given_, { kod: 'ARENDET_FINNS_INTE', allvar: 'STOPP', text: '' })).toEqual({
      category: 'diarieserie', id: `${namnd}-2018`, command: { type: 'MarkeraDiarienummerUtgatt', data: { namnd, lopnummer: 23, kod: 'ARENDET_FINNS_INTE' } },
    });
  });
  const satt_: ArendeCommand = { type: 'SattDiarienummer', data: { ar: 2018, lopnummer: 23, diarienummer: 'SN/2018:23' } };
  it('sätts en gång', () => {
    given(oppnat()).when(satt_).then(satt);
    given(oppnat(), satt).when(satt_).thenNothing();
    given(oppnat(), satt).when({ ...satt_, data: { ...satt_.data, lopnummer: 24 } } as ArendeCommand).thenRefused('HAR_REDAN_DIARIENUMMER');
    given().when(satt_).thenRefused('ARENDET_FINNS_INTE');
  });
  it('ställer ärendet i diariet, i årets ordning', () => {
    expect(arendet.place(docOf(oppnat()))).toBeUndefined();
    expect(arendet.place(docOf(oppnat(), satt))).toEqual({ namnd, sort: '2018:0000023' });
  });
});

describe('Främmande diarienummer', () => {
  const lagg = (nummer: string): ArendeCommand => ({ type: 'LaggTillFrammandeNummer', data: { nummer, organ: 'KS' } });
  const tillagt = (nummer: string): ArendeEvent => ({ type: 'FrammandeNummerTillagt', data: { klass: 'oppen', nummer, organ: 'KS' } });
  it.each(['KS/2018:69 - 047', 'Ju2024/01234', 'SKR 2023/01554', 'TE-2025-00377', '2024–00656'])('A11: %s tas som det står', (nummer) => given(oppnat()).when(lagg(nummer)).then(tillagt(nummer)));
  it.each(['', '§ 5', 'KS/2018:69\nfoo', 'x'.repeat(41)])('A11: ”%s” har inget nummers form', (nummer) => given(oppnat()).when(lagg(nummer)).thenRefused('FRAMMANDE_NUMMER_HAR_FEL_FORM'));
  it('A11: är unika i ärendet', () => {
    given(oppnat(), tillagt('KS/2018:69')).when(lagg('KS/2018:69')).thenRefused('FRAMMANDE_NUMMER_FINNS_REDAN', 'Numret KS/2018:69 finns redan i ärendet.');
    given().when(oppna({ frammandeNummer: [{ nummer: 'KS/2018:69' }, { nummer: 'KS/2018:69' }] })).thenRefused('FRAMMANDE_NUMMER_FINNS_REDAN');
  });
  it('stryks med skäl, och kan då antecknas igen', () => {
    const struket: ArendeEvent = { type: 'FrammandeNummerStruket', data: { klass: 'oppen', nummer: 'KS/2018:69', skal: s('Fel ärende') } };
    given(oppnat(), tillagt('KS/2018:69')).when({ type: 'StrykFrammandeNummer', data: { nummer: 'KS/2018:69', skal: 'Fel ärende' } }).then(struket);
    given(oppnat(), tillagt('KS/2018:69'), struket).when(lagg('KS/2018:69')).then(tillagt('KS/2018:69'));
    given(oppnat()).when({ type: 'StrykFrammandeNummer', data: { nummer: 'KS/2018:69', skal: 'Fel' } }).thenRefused('FRAMMANDE_NUMMER_FINNS_INTE');
  });
});

describe('Ärendets mening och klass', () => {
  it('ändras med skäl; den nya meningen bär ärendets klass', () => {
    given(hemligt).when({ type: 'AndraArendemening', data: { rubrik: 'Ny mening', skal: 'Tydligare' } }).then({ type: 'ArendemeningAndrad', data: { klass: 'sekretess', rubrik: s('Ny mening'), skal: s('Tydligare') } });
    given(oppnat()).when({ type: 'AndraArendemening', data: { rubrik: 'Ny mening', skal: '' } }).thenRefused('SKAL_SAKNAS');
  });
  const hemligstampla: ArendeCommand = { type: 'AndraArendeklass', data: { klass: 'sekretess', sekretesslagrum: 'OSL 26:1', datum: '2018-03-01', skal: 'Uppgifter om enskild' } };
  const hemligstamplat: ArendeEvent = { type: 'ArendeklassAndrad', data: { klass: 'sekretess', forut: 'oppen', sekretesslagrum: '26:1', datum: '2018-03-01', skal: s('Uppgifter om enskild') } };
  it('I3: en sekretessmarkering anger bestämmelse och dag', () => {
    given(oppnat()).when(hemligstampla).then(hemligstamplat);
    given(oppnat(), hemligstamplat).when(hemligstampla).thenNothing();
    given(oppnat()).when({ type: 'AndraArendeklass', data: { klass: 'sekretess', datum: '2018-03-01', skal: 'x' } }).thenRefused('SEKRETESSLAGRUM_SAKNAS');
    expect(docOf(oppnat(), hemligstamplat).sekretess).toEqual({ lagrum: '26:1', datum: '2018-03-01' });
  });
  it('I3: markeringen kan tas bort igen genom ett nytt faktum', () => {
    const fri: ArendeEvent = { type: 'ArendeklassAndrad', data: { klass: 'oppen', forut: 'sekretess', datum: '2018-04-01', skal: s('Ny prövning') } };
    given(hemligt).when({ type: 'AndraArendeklass', data: { klass: 'oppen', datum: '2018-04-01', skal: 'Ny prövning' } }).then(fri);
    expect(docOf(hemligt, fri)).toMatchObject({ klass: 'oppen' });
    expect(docOf(hemligt, fri).sekretess).toBeUndefined();
  });
});

describe('Det som händer i ärendet', () => {
  const notera = (version: number): ArendeCommand => ({ type: 'NoteraTjansteskrivelse', data: { tjansteskrivelse: x(3), version, datum: '2018-03-12' } });
  const noterad = (version: number): ArendeEvent => ({ type: 'TjansteskrivelseNoterad', data: { tjansteskrivelse: x(3), version, datum: '2018-03-12' } });
  it('en färdigställd tjänsteskrivelse noteras en gång för varje version', () => {
    given(oppnat()).when(notera(1)).then(noterad(1));
    given(oppnat(), noterad(2)).when(notera(1)).thenNothing();
    given(oppnat(), noterad(1)).when(notera(2)).then(noterad(2));
    expect(docOf(oppnat(), noterad(1), noterad(2)).tjansteskrivelser).toEqual([{ id: x(3), version: 2, datum: '2018-03-12' }]);
  });
  it('en återkallad tas bort igen', () => {
    const aterkalla: ArendeCommand = { type: 'NoteraAterkalladTjansteskrivelse', data: { tjansteskrivelse: x(3), datum: '2018-03-13' } };
    const utgick: ArendeEvent = { type: 'TjansteskrivelsenUtgick', data: { tjansteskrivelse: x(3), datum: '2018-03-13' } };
    given(oppnat(), noterad(1)).when(aterkalla).then(utgick);
    given(oppnat()).when(aterkalla).thenNothing();
    expect(docOf(oppnat(), noterad(1), utgick).tjansteskrivelser).toEqual([]);
  });
  const behandlat = (over: object = {}): ArendeEvent => ({ type: 'ArendeBehandlat', data: { ...behandla, ...over } });
  it('en paragraf noteras en gång för sin punkt', () => {
    given(oppnat()).when({ type: 'NoteraBehandling', data: behandla }).then(behandlat());
    given(oppnat(), behandlat()).when({ type: 'NoteraBehandling', data: behandla }).thenNothing();
  });
  it('I6: ärendet är slutbehandlat när nämnden har avgjort det, inte när det bordläggs eller återremitteras', () => {
    expect(docOf(oppnat(), behandlat({ beslutstyp: 'bordlagga' })).slutbehandlat).toBeUndefined();
    expect(docOf(oppnat(), behandlat({ beslutstyp: 'aterremittera' })).slutbehandlat).toBeUndefined();
    expect(docOf(oppnat(), behandlat({ punkt: x(8), beslutstyp: 'bordlagga', datum: '2018-02-21' }), behandlat()).slutbehandlat).toBe('2018-03-21');
  });
  it('I6: det som blivit allmänt förblir det fast ärendet öppnas igen', () => {
    const ater: ArendeEvent = { type: 'ArendeAteroppnat', data: { klass: 'oppen', datum: '2018-06-01', skal: s('Komplettering') } };
    expect(docOf(oppnat(), avslutat, ater)).toMatchObject({ status: 'oppet', slutbehandlat: '2018-05-02' });
    given(oppnat(), avslutat).when({ type: 'AterOppnaArende', data: { datum: '2018-06-01', skal: 'Komplettering' } }).then(ater);
    given(oppnat()).when({ type: 'AterOppnaArende', data: { datum: '2018-06-01', skal: 'x' } }).thenRefused('ARENDET_AR_OPPET');
  });
  it('avslutas en gång, inte före sin första dag', () => {
    given(oppnat()).when({ type: 'AvslutaArende', data: { datum: '2018-05-02' } }).then(avslutat);
    given(oppnat(), avslutat).when({ type: 'AvslutaArende', data: { datum: '2018-05-03' } }).thenRefused('ARENDET_AR_AVSLUTAT');
    given(oppnat()).when({ type: 'AvslutaArende', data: { datum: '2018-02-13' } }).thenRefused('DATUM_FORE_ARENDET');
  });
  it('står i historiken i ordning, med när, vem och i vilken roll', () =>
    expect(docOf(oppnat(), satt, noterad(1), behandlat(), avslutat).historik).toEqual(
      ['ArendeOppnat', 'DiarienummerSatt', 'TjansteskrivelseNoterad', 'ArendeBehandlat', 'ArendeAvslutat'].map((type) => ({ type, at: '2018-03-01T00:00:00.000Z', by: x(5), roll: 'registrator' }))));
});

it('A11/I3: vad som än begärs är främmande nummer unika och sekretess aldrig utan lagrum', () => {
  const nummer = fc.constantFrom('KS/2018:1', 'KS/2018:2', 'Ju2024/01234');
  const klass = fc.record({ klass: fc.constantFrom('oppen' as const, 'sekretess' as const), sekretesslagrum: fc.option(fc.constantFrom('26:1', 'OSL 26:1', 'nej'), { nil: undefined }) })
    .map(({ klass: k, sekretesslagrum }) => ({ klass: k, ...(sekretesslagrum !== undefined && { sekretesslagrum }) }));
  const wish: fc.Arbitrary<ArendeCommand> = fc.oneof(
    fc.tuple(klass, fc.array(nummer, { maxLength: 3 })).map(([k, alla]) => oppna({ ...k, frammandeNummer: alla.map((n) => ({ nummer: n })) })),
    nummer.map((n): ArendeCommand => ({ type: 'LaggTillFrammandeNummer', data: { nummer: n } })),
    nummer.map((n): ArendeCommand => ({ type: 'StrykFrammandeNummer', data: { nummer: n, skal: 'x' } })),
    klass.map((k): ArendeCommand => ({ type: 'AndraArendeklass', data: { ...k, datum: '2018-03-01', skal: 'x' } })),
  );
  fc.assert(fc.property(fc.array(wish, { maxLength: 20 }), (wishes) => {
    const history: ArendeEvent[] = [];
    for (const command of wishes) {
      const outcome = arende.decide(command, fold(arende, history), { id, by: x(5), roll: 'registrator', at: '2018-03-21T12:00:00.000Z', command: x(6) });
      if (!isRefusal(outcome)) history.push(...outcome);
    }
    if (history.length === 0) return;
    const doc = docOf(...history);
    expect(new Set(doc.frammandeNummer.map((ett) => ett.nummer)).size).toBe(doc.frammandeNummer.length);
    expect(doc.klass === 'sekretess').toBe(doc.sekretess !== undefined);
  }));
});
