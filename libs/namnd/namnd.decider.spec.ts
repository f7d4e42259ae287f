import fc from 'fast-check';
import { fold, isRefusal, seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { namnd, type NamndCommand } from './namnd.decider';
import type { NamndEvent } from './namnd.events';
import { personalforetradarePa, reglementePa, type Uppdrag, uppdragPa } from './namnd.projection';

const id = '00000000-0000-4000-8000-0000000000aa';
const person = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const s = <T>(value: T) => seal(`namnd:${id}`, value);
const { given } = specify(namnd);

const inrattad: NamndEvent = { type: 'NamndInrattad', data: { organ: 'SN', namn: s('Socialnämnden'), slag: 'namnd' } };
const utskott: NamndEvent = { type: 'NamndInrattad', data: { organ: 'SNAU', namn: s('Socialutskottet'), slag: 'utskott', overordnad: person(900) } };
const regler = { fran: '2018-01-01', antalLedamoter: 11, kallelseDagar: 5, kallelseSlag: 'kalenderdagar', omedelbarJustering: true, diarieform: 'snedstreck_kolon', paragrafform: 'nummer' } as const;
const fulla = { ...regler, justeringssatt: 'underskrift', antalJusterare: 1, diariesiffror: 1, distans: false, distansSekretess: false, oppnaSammantraden: false, aterintrade: false } as const;
const faststallt = (over: Partial<typeof fulla> | object = {}): NamndEvent => ({ type: 'ReglementeFaststallt', data: { ...fulla, ...over } });
const faststall = (over: object = {}): NamndCommand => ({ type: 'FaststallReglemente', data: { ...regler, ...over } });
const seat = (n: number, over: Partial<Uppdrag> = {}): Uppdrag => ({ person: person(n), uppdrag: 'ledamot', parti: 'S', ordning: n, fran: '2018-01-01', ...over });
const vald = (n: number, over: Partial<Uppdrag> = {}): NamndEvent => ({ type: 'ValdForUppdrag', data: seat(n, over) });
const valj = (n: number, over: Partial<Uppdrag> & { valbar?: boolean } = {}): NamndCommand => ({ type: 'ValjForUppdrag', data: { ...seat(n), ...over } });

describe('Att inrätta en nämnd', () => {
  it('ger nämnden dess bokstäver och namn', () =>
    given().when({ type: 'InrattaNamnd', data: { organ: 'SN', namn: 'Socialnämnden', slag: 'namnd' } }).then(inrattad));
  it('kan vara en kommunstyrelse eller en gemensam nämnd, med kommun och kommunkod', () => {
    given().when({ type: 'InrattaNamnd', data: { organ: 'KS', namn: 'Kommunstyrelsen', slag: 'kommunstyrelse', startdatum: '2019-01-01', kommun: 'Påhitt', kommunkod: '9999' } })
      .then({ type: 'NamndInrattad', data: { organ: 'KS', namn: s('Kommunstyrelsen'), slag: 'kommunstyrelse', startdatum: '2019-01-01', kommun: s('Påhitt'), kommunkod: '9999' } });
    given().when({ type: 'InrattaNamnd', data: { organ: 'GN', namn: 'x', slag: 'gemensam_namnd', overordnad: person(1) } }).thenRefused('NAMND_HAR_INGEN_OVERORDNAD', 'Bara ett utskott har en överordnad nämnd.');
  });
  it('kräver av ett utskott att det har en nämnd', () => {
    given().when({ type: 'InrattaNamnd', data: { organ: 'SNAU', namn: 'Socialutskottet', slag: 'utskott' } }).thenRefused('OVERORDNAD_NAMND_SAKNAS', 'Ett utskott ska ha en nämnd. Ange vilken.');
    given().when({ type: 'InrattaNamnd', data: { organ: 'SNAU', namn: 'Socialutskottet', slag: 'utskott', overordnad: person(900) } }).then(utskott);
  });
  it('låter ingen nämnd ha en överordnad', () =>
    given().when({ type: 'InrattaNamnd', data: { organ: 'SN', namn: 'Socialnämnden', slag: 'namnd', overordnad: person(1) } }).thenRefused('NAMND_HAR_INGEN_OVERORDNAD'));
  it('går inte två gånger', () => given(inrattad).when({ type: 'InrattaNamnd', data: { organ: 'SN', namn: 'x', slag: 'namnd' } }).thenRefused('NAMNDEN_FINNS_REDAN', 'Nämnden finns redan.'));
  it('måste komma först', () => given().when(faststall()).thenRefused('NAMNDEN_FINNS_INTE', 'Nämnden finns inte.'));
  it('kan inte ske en dag som inte finns', () =>
    given().when({ type: 'InrattaNamnd', data: { organ: 'SN', namn: 'x', slag: 'namnd', startdatum: '2018-02-30' } }).thenRefused('DATUM_FINNS_INTE', 'Datumet 2018-02-30 finns inte.'));
  it('och ge den ett nytt namn säger varför', () => {
    given(inrattad).when({ type: 'AndraNamndensNamn', data: { namn: 'Omsorgsnämnden', fran: '2019-01-01', skal: 'Ny organisation' } })
      .then({ type: 'NamndensNamnAndrat', data: { namn: s('Omsorgsnämnden'), fran: '2019-01-01', skal: s('Ny organisation') } });
    given(inrattad).when({ type: 'AndraNamndensNamn', data: { namn: 'Omsorgsnämnden', fran: '2019-01-01', skal: ' ' } }).thenRefused('SKAL_SAKNAS');
  });
});

describe('Reglementet', () => {
  it('är detsamma vad nämnden än heter, vilka som företräder personalen och vad kolumnerna i en fil kallas', () =>
    given(inrattad, { type: 'NamndensNamnAndrat', data: { namn: s('Omsorgsnämnden'), fran: '2019-01-01', skal: s('Ny organisation') } }, { type: 'PersonalforetradareSatta', data: { fran: '2019-01-01', personer: [] } }, { type: 'KolumnmappningSparad', data: { lista: 'uppdrag', kolumner: [] } })
      .when(faststall()).then(faststallt()));
  it('A2: är inställningar med giltighetsdag, och det som inte sägs har ett bestämt värde', () => given(inrattad).when(faststall()).then(faststallt()));
  it('ersätts från samma dag bara med skäl', () => {
    given(inrattad, faststallt()).when(faststall({ kallelseDagar: 7 })).thenRefused('SKAL_SAKNAS');
    given(inrattad, faststallt()).when(faststall({ kallelseDagar: 7, skal: 'Felskrivet' })).then(faststallt({ kallelseDagar: 7, skal: s('Felskrivet') }));
  });
  it('B1/E9: låter inget utskott ha färre än tre ledamöter', () => {
    given(utskott).when(faststall({ antalLedamoter: 2 })).thenRefused('UTSKOTT_FOR_LITET', 'Ett utskott ska ha minst tre ledamöter (JO 1985/86 s. 278).', 'JO 1985/86 s. 278');
    given(utskott).when(faststall({ antalLedamoter: 3 })).then(faststallt({ antalLedamoter: 3 }));
  });
  it('B5: kan inte tillåta distans i sekretessärenden utan att tillåta distans', () => given(inrattad).when(faststall({ distansSekretess: true })).thenRefused('DISTANS_EJ_TILLATEN', 'Deltagande på distans i sekretessärenden förutsätter att deltagande på distans är tillåtet.'));
  it('E9: bara ett utskott bereder enbart', () => {
    given(inrattad).when(faststall({ beredande: true })).thenRefused('BARA_UTSKOTT_BEREDER', 'Bara ett utskott kan vara till enbart för att bereda (KL 6 kap. 41 §).', 'KL 6 kap. 41 §');
    given(utskott).when(faststall({ beredande: true })).then(faststallt({ beredande: true }));
  });
  it('A3: håller vilka som är personalföreträdare från en dag, och fler än tre kräver skäl', () => {
    const satt = (personer: readonly string[], skal?: Record<string, string>) => given(inrattad).when({ type: 'SattPersonalforetradare', data: { fran: '2026-01-01', personer }, ...(skal && { skal }) });
    satt(['a', 'b', 'a']).then({ type: 'PersonalforetradareSatta', data: { fran: '2026-01-01', personer: ['a', 'b'] } });
    satt([]).then({ type: 'PersonalforetradareSatta', data: { fran: '2026-01-01', personer: [] } });
    satt(['a', 'b', 'c']).then({ type: 'PersonalforetradareSatta', data: { fran: '2026-01-01', personer: ['a', 'b', 'c'] } });
    satt(['a', 'b', 'c', 'd']).thenWarned('PERSONALFORETRADARE_FOR_MANGA');
    satt(['a', 'b', 'c', 'd']).thenRefused('PERSONALFORETRADARE_FOR_MANGA', '4 personalföreträdare är fler än de tre som lagen anger (KL 7 kap. 10–17 §§). Ange skäl.', 'KL 7 kap. 10–17 §§');
    expect(satt(['a', 'b', 'c', 'd'], { PERSONALFORETRADARE_FOR_MANGA: 'Fyra förbund' }).outcome).toHaveLength(1);
    const dagar = { personalforetradare: [{ fran: '2026-01-01', personer: ['a'] }, { fran: '2026-07-01', personer: [] }] };
    expect(['2025-12-31', '2026-06-30', '2026-07-01'].map((dag) => personalforetradarePa(dagar, dag))).toEqual([[], ['a'], []]);
  });
  it('B6: i kommunstyrelsen har personalföreträdare ingen rätt (KL 7:12)', () => {
    const styrelsen: NamndEvent = { type: 'NamndInrattad', data: { organ: 'KS', namn: s('Kommunstyrelsen'), slag: 'kommunstyrelse' } };
    given(styrelsen).when(faststall({ personalforetradare: true })).thenRefused('PERSONALFORETRADARE_EJ_I_STYRELSEN', 'Personalföreträdare har inte närvarorätt i styrelsen (KL 7 kap. 12 §).', 'KL 7 kap. 12 §');
    given(styrelsen).when(faststall({ personalforetradare: false })).then(faststallt({ personalforetradare: false }));
    const satta = (fran: string, personer: readonly string[]): NamndCommand => ({ type: 'SattPersonalforetradare', data: { fran, personer } });
    given(styrelsen).when(satta('2018-01-01', ['a'])).thenRefused('PERSONALFORETRADARE_EJ_I_STYRELSEN');
    given(styrelsen).when(satta('2018-01-01', [])).then({ type: 'PersonalforetradareSatta', data: { fran: '2018-01-01', personer: [] } });
    // Of the law before 2018 no section is verified, so nothing is stopped by it.
    given(styrelsen).when(satta('2017-12-31', ['a'])).then({ type: 'PersonalforetradareSatta', data: { fran: '2017-12-31', personer: ['a'] } });
    given(styrelsen).when(faststall({ fran: '2017-12-31', personalforetradare: true })).then(faststallt({ fran: '2017-12-31', personalforetradare: true }));
    given(inrattad).when(faststall({ personalforetradare: true, sentIntrade: false, inkallelse: 'ordning', gruppordning: ['S', 'M'] })).then(faststallt({ personalforetradare: true, sentIntrade: false, inkallelse: 'ordning', gruppordning: ['S', 'M'] }));
  });
  it('har rimliga tal', () => {
    const orimligt = 'Antal ledamöter är 1–200, kallelsedagar 0–60, justerare 1–10, siffror i diarienumret 1–7 och dagar att besvara klagomål 1–120.';
    const granser = { antalLedamoter: [1, 200], kallelseDagar: [0, 60], antalJusterare: [1, 10], diariesiffror: [1, 7], klagomalDagar: [1, 120] } as const;
    for (const [namn, [minst, mest]] of Object.entries(granser)) {
      for (const tal of [minst, mest]) given(inrattad).when(faststall({ [namn]: tal })).then(faststallt({ [namn]: tal }));
      for (const tal of [minst - 1, mest + 1, minst + 0.5]) given(inrattad).when(faststall({ [namn]: tal })).thenRefused('TALET_ORIMLIGT', orimligt);
    }
  });
  it('H1: säger på hur många dagar klagomål besvaras, och vilka aftnar som är lediga', () =>
    given(inrattad).when(faststall({ klagomalDagar: 10, klagomalSlag: 'arbetsdagar', friaAftnar: ['julafton'] })).then(faststallt({ klagomalDagar: 10, klagomalSlag: 'arbetsdagar', friaAftnar: ['julafton'] })));
  it('varnar när fler sitter än det antal som bestäms', () => {
    const sits = [1, 2, 3].map((n) => vald(n));
    given(inrattad, ...sits).when(faststall({ antalLedamoter: 2 })).thenWarned('FLER_LEDAMOTER_AN_PLATSER');
    given(inrattad, ...sits).when({ ...faststall({ antalLedamoter: 2 }), skal: { FLER_LEDAMOTER_AN_PLATSER: 'Rättas i juni' } } as NamndCommand)
      .then(faststallt({ antalLedamoter: 2, avsteg: [{ kod: 'FLER_LEDAMOTER_AN_PLATSER', skal: s('Rättas i juni') }] }));
  });

  it('A2: det som gäller en dag är det senaste som börjat, vilken ordning de än kommer i', () => {
    const day = fc.integer({ min: 0, max: 3650 }).map((n) => new Date(Date.UTC(2015, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(fc.property(fc.array(fc.tuple(day, fc.integer({ min: 1, max: 99 })), { maxLength: 12 }), day, (settled, asked) => {
      const state = fold(namnd, [inrattad, ...settled.map(([fran, antalLedamoter]) => faststallt({ fran, antalLedamoter, skal: s('x') }))]);
      const begun = settled.filter(([fran]) => fran <= asked);
      const latest = begun.map(([fran]) => fran).sort().at(-1);
      const expected = begun.findLast(([fran]) => fran === latest)?.[1];
      expect(state.skede === 'inrattad' && reglementePa(state, asked)?.antalLedamoter).toBe(expected);
    }));
  });
});

describe('Uppdrag', () => {
  it('antecknas med dagar, parti och ordning', () => given(inrattad).when(valj(1, { roll: 'ordforande' })).then(vald(1, { roll: 'ordforande' })));
  it('har en person bara ett av åt gången', () => {
    given(inrattad, vald(1)).when(valj(1, { uppdrag: 'ersattare', ordning: 9 })).thenRefused('HAR_REDAN_UPPDRAG', `{person:${person(1)}} har redan ett uppdrag i nämnden under tiden.`);
    given(inrattad, vald(1, { till: '2018-06-30' })).when(valj(1, { uppdrag: 'ersattare', fran: '2018-07-01' })).then(vald(1, { uppdrag: 'ersattare', fran: '2018-07-01' }));
  });
  it('B2: har var sin plats i inkallelseordningen inom partiet', () => {
    given(inrattad, vald(1, { uppdrag: 'ersattare' })).when(valj(2, { uppdrag: 'ersattare', ordning: 1 })).thenRefused('ORDNINGEN_UPPTAGEN');
    given(inrattad, vald(1, { uppdrag: 'ersattare' })).when(valj(2, { uppdrag: 'ersattare', ordning: 1, parti: 'M' })).then(vald(2, { uppdrag: 'ersattare', ordning: 1, parti: 'M' }));
  });
  it('som ordförande har bara en ledamot, och bara en åt gången', () => {
    given(inrattad).when(valj(1, { uppdrag: 'ersattare', roll: 'ordforande' })).thenRefused('ROLL_KRAVER_LEDAMOT');
    given(inrattad, vald(1, { roll: 'ordforande' })).when(valj(2, { roll: 'ordforande' })).thenRefused('ROLLEN_UPPTAGEN');
  });
  it('kan inte sluta innan det börjar', () => given(inrattad).when(valj(1, { till: '2017-12-31' })).thenRefused('TILL_FORE_FRAN'));
  it('varnar när ledamöterna blir fler än fullmäktige har bestämt', () =>
    given(inrattad, faststallt({ antalLedamoter: 1 }), vald(1)).when(valj(2)).thenWarned('FLER_LEDAMOTER_AN_PLATSER'));
  it('väljs fler ändå sägs varför; en ersättare är ingen av dem', () => {
    given(inrattad, faststallt({ antalLedamoter: 1 }), vald(1)).when({ ...valj(2), skal: { FLER_LEDAMOTER_AN_PLATSER: 'Fyllnadsval' } } as NamndCommand)
      .then({ type: 'ValdForUppdrag', data: { ...seat(2), avsteg: [{ kod: 'FLER_LEDAMOTER_AN_PLATSER', skal: s('Fyllnadsval') }] } } as NamndEvent);
    given(inrattad, vald(1), vald(2), faststallt({ antalLedamoter: 1 })).when(valj(3, { uppdrag: 'ersattare' })).then(vald(3, { uppdrag: 'ersattare' }));
  });

  it('E9: person utanför nämnden väljs inte till utskottet', () => {
    given(utskott).when(valj(7, { valbar: false })).thenRefused('EJ_VALBAR_TILL_UTSKOTT',
      `{person:${person(7)}} är inte ledamot eller ersättare i nämnden och kan inte väljas till utskottet (KL 6 kap. 42 §).`, 'KL 6 kap. 42 §');
    given(utskott).when({ ...valj(7, { valbar: false }), skal: { EJ_VALBAR_TILL_UTSKOTT: 'Sakkunnig' } } as NamndCommand).thenRefused('EJ_VALBAR_TILL_UTSKOTT');
    given(utskott).when(valj(7, { valbar: true })).then(vald(7));
  });
  it('E9/0.2: före 2018 års kommunallag är lagrummet inte kontrollerat, så då varnas det bara', () =>
    given(utskott).when(valj(7, { valbar: false, fran: '2015-01-01' })).thenWarned('EJ_VALBAR_TILL_UTSKOTT'));

  const slut: NamndCommand = { type: 'AvslutaUppdrag', data: { person: person(1), uppdrag: 'ledamot', till: '2018-05-31', skal: 'Egen begäran' } };
  const avslutat: NamndEvent = { type: 'UppdragAvslutat', data: { person: person(1), uppdrag: 'ledamot', fran: '2018-01-01', till: '2018-05-31', skal: seal(`person:${person(1)}`, 'Egen begäran') } };
  it('upphör en dag, och skälet förseglas med personen', () => given(inrattad, vald(1)).when(slut).then(avslutat));
  it('upphör en gång även om det antecknas två gånger', () => given(inrattad, vald(1), avslutat).when(slut).thenNothing());
  it('förlängs inte genom att avslutas senare', () => given(inrattad, vald(1), avslutat).when({ ...slut, data: { ...slut.data, till: '2018-07-31' } } as NamndCommand).thenRefused('UPPDRAGET_AR_AVSLUTAT', 'Uppdraget avslutades 2018-05-31. Välj personen på nytt.'));
  it('kan avslutas tidigare än det var tänkt', () =>
    given(inrattad, vald(1, { till: '2022-12-31' })).when({ type: 'AvslutaUppdrag', data: { person: person(1), uppdrag: 'ledamot', till: '2018-05-31' } }).then({ type: 'UppdragAvslutat', data: { person: person(1), uppdrag: 'ledamot', fran: '2018-01-01', till: '2018-05-31' } }));
  it('som avslutas är personens eget av det slaget, det senaste som har börjat den dagen, vilken ordning de än kom i', () => {
    const sena = vald(1, { fran: '2019-01-01' });
    const history = [inrattad, vald(2), vald(3, { uppdrag: 'ersattare' }), sena, vald(1, { till: '2018-12-31' })];
    const slutar = (n: number, till: string, over: object = {}): NamndCommand => ({ type: 'AvslutaUppdrag', data: { person: person(n), uppdrag: 'ledamot', till, ...over } });
    given(...history).when(slutar(1, '2019-06-30')).then({ type: 'UppdragAvslutat', data: { person: person(1), uppdrag: 'ledamot', fran: '2019-01-01', till: '2019-06-30' } });
    given(...history).when(slutar(1, '2019-01-01')).then({ type: 'UppdragAvslutat', data: { person: person(1), uppdrag: 'ledamot', fran: '2019-01-01', till: '2019-01-01' } });
    given(...history).when(slutar(1, '2018-06-30')).then({ type: 'UppdragAvslutat', data: { person: person(1), uppdrag: 'ledamot', fran: '2018-01-01', till: '2018-06-30' } });
    given(...history).when(slutar(3, '2019-06-30')).thenRefused('UPPDRAGET_FINNS_INTE', `{person:${person(3)}} har inget sådant uppdrag i nämnden.`);
    given(...history).when(slutar(4, '2019-06-30')).thenRefused('UPPDRAGET_FINNS_INTE');
    given(...history).when(slutar(2, '2017-12-31')).thenRefused('UPPDRAGET_FINNS_INTE');
  });
  it('som inte finns kan inte avslutas', () => given(inrattad).when(slut).thenRefused('UPPDRAGET_FINNS_INTE'));
  it('som antecknats av misstag stryks med skäl, och platsen är fri igen', () => {
    const stryk: NamndCommand = { type: 'StrykUppdrag', data: { person: person(1), uppdrag: 'ledamot', fran: '2018-01-01', skal: 'Fel nämnd' } };
    const struket: NamndEvent = { type: 'UppdragStruket', data: { person: person(1), uppdrag: 'ledamot', fran: '2018-01-01', skal: seal(`person:${person(1)}`, 'Fel nämnd') } };
    given(inrattad, vald(1)).when(stryk).then(struket);
    given(inrattad, vald(1), struket).when(valj(1)).then(vald(1));
    given(inrattad).when(stryk).thenRefused('UPPDRAGET_FINNS_INTE');
    given(inrattad, vald(1)).when({ ...stryk, data: { ...stryk.data, skal: ' ' } } as NamndCommand).thenRefused('SKAL_SAKNAS');
    given(inrattad, vald(1), vald(2), struket).when(valj(2)).thenRefused('HAR_REDAN_UPPDRAG');
  });

  it('ingen har någonsin två uppdrag, och ingen roll två personer, samma dag', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2018-02-${String(n).padStart(2, '0')}`);
    const wish = fc.oneof(
      fc.record({ n: fc.integer({ min: 1, max: 5 }), ordning: fc.integer({ min: 1, max: 4 }), uppdrag: fc.constantFrom('ledamot' as const, 'ersattare' as const), ledd: fc.boolean(), fran: day, till: fc.option(day, { nil: undefined }) })
        .map(({ n, ordning, uppdrag, ledd, fran, till }) => valj(n, { ordning, uppdrag, fran, ...(ledd && { roll: 'ordforande' as const }), ...(till !== undefined && { till }) })),
      fc.record({ n: fc.integer({ min: 1, max: 5 }), till: day }).map(({ n, till }): NamndCommand => ({ type: 'AvslutaUppdrag', data: { person: person(n), uppdrag: 'ledamot', till } })),
    );
    fc.assert(fc.property(fc.array(wish, { maxLength: 25 }), day, (wishes, asked) => {
      const history: NamndEvent[] = [inrattad];
      for (const command of wishes) {
        const outcome = namnd.decide(command, fold(namnd, history), { id, by: person(99), roll: 'registrator', at: '2018-03-01T00:00:00.000Z', command: person(98) });
        if (!isRefusal(outcome)) history.push(...outcome);
      }
      const state = fold(namnd, history);
      const sits = state.skede === 'inrattad' ? uppdragPa(state, asked) : [];
      expect(new Set(sits.map((ett) => ett.person)).size).toBe(sits.length);
      expect(sits.filter(({ roll }) => roll === 'ordforande').length).toBeLessThanOrEqual(1);
    }));
  });
});
