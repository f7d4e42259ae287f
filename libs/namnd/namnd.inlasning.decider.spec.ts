import { encode, project, seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { namnd, type NamndCommand } from './namnd.decider';
import type { NamndEvent } from './namnd.events';
import { type Inlasningsrad, NYA_MAX } from './namnd.inlasning';
import { type Namnd, namnden } from './namnd.projection';

const id = '00000000-0000-4000-8000-0000000000aa';
const person = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const s = <T>(value: T) => seal(`namnd:${id}`, value);
const { given } = specify(namnd);
const inrattad: NamndEvent = { type: 'NamndInrattad', data: { organ: 'SN', namn: s('Socialnämnden'), slag: 'namnd' } };
const utskott: NamndEvent = { type: 'NamndInrattad', data: { organ: 'SNAU', namn: s('Utskottet'), slag: 'utskott', overordnad: person(900) } };
const platser = (antalLedamoter: number): NamndEvent => ({ type: 'ReglementeFaststallt', data: {
  fran: '2018-01-01', antalLedamoter, kallelseDagar: 5, kallelseSlag: 'kalenderdagar', omedelbarJustering: true, justeringssatt: 'underskrift', antalJusterare: 1, diarieform: 'snedstreck_kolon', diariesiffror: 1, paragrafform: 'nummer', distans: false, distansSekretess: false, oppnaSammantraden: false, aterintrade: false,
} });
const rad = (n: number, over: Partial<Inlasningsrad> = {}): Inlasningsrad => ({ rad: n + 1, person: person(n), uppdrag: 'ledamot', parti: 'S', ordning: n, fran: '2019-01-01', ...over });
const lasIn = (...rader: readonly Inlasningsrad[]): NamndCommand => ({ type: 'LasInUppdrag', data: { lista: 'uppdrag', kalla: 'Förtroendemannaregistret', rader } });
const listan = (antal: number): NamndEvent => ({ type: 'UppdragslistaInlast', data: { lista: 'uppdrag', antal, kalla: s('Förtroendemannaregistret') } });
const inlast = (n: number, over: Partial<Inlasningsrad> = {}): NamndEvent => {
  const { valbar: _, ...data } = rad(n, over);
  return { type: 'UppdragInlast', data };
};
const vald = (n: number, over: Partial<Inlasningsrad> = {}): NamndEvent => {
  const { valbar: _valbar, rad: _rad, ...data } = rad(n, over);
  return { type: 'ValdForUppdrag', data };
};

describe('En lista över uppdrag', () => {
  it('läses in hel: ett faktum för varje rad, och ett om listan som gör dem sanna, i samma kommando', () =>
    given(inrattad).when(lasIn(rad(1, { roll: 'ordforande' }), rad(2), rad(3, { uppdrag: 'ersattare', ordning: 1, till: '2022-12-31' })))
      .then(inlast(1, { roll: 'ordforande' }), inlast(2), inlast(3, { uppdrag: 'ersattare', ordning: 1, till: '2022-12-31' }), listan(3)));
  it('läses inte in alls när en rad har fel, och alla rader med fel sägs', () => {
    const { outcome } = given(inrattad).when(lasIn(rad(1), rad(2, { till: '2018-12-31' }), rad(3, { uppdrag: 'ersattare', roll: 'ordforande' })));
    expect(outcome).toMatchObject({ hinder: [{ kod: 'TILL_FORE_FRAN', text: 'Rad 3: Uppdraget kan inte sluta 2018-12-31, före första dagen 2019-01-01.' }, { kod: 'ROLL_KRAVER_LEDAMOT', text: 'Rad 4: Ordförande och vice ordförande väljs bland ledamöterna.' }] });
  });
  it('prövas som val för val: mot dem som sitter och mot raderna före', () => {
    given(inrattad, vald(1)).when(lasIn(rad(1, { fran: '2020-01-01' }))).thenRefused('HAR_REDAN_UPPDRAG');
    given(inrattad, vald(1)).when(lasIn(rad(2, { ordning: 1 }))).thenRefused('ORDNINGEN_UPPTAGEN', 'Rad 3: Plats 1 är redan upptagen.');
    given(inrattad).when(lasIn(rad(1), rad(1, { rad: 9, ordning: 2 }))).thenRefused('HAR_REDAN_UPPDRAG', `Rad 9: {person:${person(1)}} har redan ett uppdrag i nämnden under tiden.`);
    given(inrattad).when(lasIn(rad(1, { roll: 'ordforande' }), rad(2, { roll: 'ordforande' }))).thenRefused('ROLLEN_UPPTAGEN');
  });
  it('är inte sann förrän hela är det, för den som läser mitt i den', () => {
    const folded = (events: readonly NamndEvent[]) => events.reduce<Namnd | undefined>((doc, event, i) => project(namnden as never, doc, { ...event, stream: `namnd-${id}`, version: i + 1, command: person(77), by: person(78) } as never), undefined)!;
    const all = [inrattad, vald(1), inlast(1, { till: '2020-06-30' }), inlast(2), listan(2)];
    expect(folded(all.slice(0, 4)).uppdrag).toMatchObject([{ person: person(1) }]);
    expect(folded(all.slice(0, 4)).uppdrag[0]).not.toHaveProperty('till');
    expect(folded(all)).toMatchObject({ uppdrag: [{ person: person(1), till: '2020-06-30' }, { person: person(2) }], inlasningar: [{ kommando: person(77), by: person(78), lista: 'uppdrag', antal: 2 }] });
    expect(folded(all)).not.toHaveProperty('vantande');
  });
  it('rör inte det som redan står, och säger när inget är nytt', () => {
    given(inrattad, vald(1)).when(lasIn(rad(1), rad(2))).then(inlast(2), listan(1));
    given(inrattad, inlast(1), inlast(2), listan(2)).when(lasIn(rad(1), rad(2))).thenRefused('INGET_NYTT', 'Allt i listan står redan i Klubba.');
  });
  it('kan avsluta ett uppdrag, och lämna platsen till nästa i samma lista', () =>
    given(inrattad, vald(1)).when(lasIn(rad(2, { ordning: 1, fran: '2020-07-01' }), rad(1, { till: '2020-06-30' }))).then(inlast(2, { ordning: 1, fran: '2020-07-01' }), inlast(1, { till: '2020-06-30' }), listan(2)));
  it('får ha personens uppdrag i vilken ordning som helst: det som avslutas är det senaste som har börjat', () => {
    const sedan = rad(1, { fran: '2021-01-01' });
    const forst = rad(1, { rad: 3, till: '2020-12-31' });
    given(inrattad, inlast(1, { fran: '2021-01-01' }), inlast(1, forst), listan(2)).when({ type: 'AvslutaUppdrag', data: { person: person(1), uppdrag: 'ledamot', till: '2021-06-30' } })
      .then({ type: 'UppdragAvslutat', data: { person: person(1), uppdrag: 'ledamot', fran: '2021-01-01', till: '2021-06-30' } });
    given(inrattad).when(lasIn(sedan, forst)).then(inlast(1, { fran: '2021-01-01' }), inlast(1, forst), listan(2));
  });
  it('ändrar inget annat i ett uppdrag som står', () => {
    given(inrattad, vald(1)).when(lasIn(rad(1, { ordning: 5 }))).thenRefused('ANNAT_UPPDRAG_FINNS');
    given(inrattad, vald(1, { till: '2019-12-31' })).when(lasIn(rad(1))).thenRefused('ANNAT_UPPDRAG_FINNS');
  });
  it('varnar en gång för hela listan när ledamöterna blir för många', () => {
    given(inrattad, platser(2)).when(lasIn(rad(1), rad(2), rad(3), rad(4, { fran: '2019-02-01' }))).thenWarned('FLER_LEDAMOTER_AN_PLATSER');
    given(inrattad, platser(2)).when({ ...lasIn(rad(1), rad(2), rad(3)), skal: { FLER_LEDAMOTER_AN_PLATSER: 'Rättas' } } as NamndCommand)
      .then(inlast(1), inlast(2), inlast(3), { type: 'UppdragslistaInlast', data: { lista: 'uppdrag', antal: 3, kalla: s('Förtroendemannaregistret'), avsteg: [{ kod: 'FLER_LEDAMOTER_AN_PLATSER', skal: s('Rättas') }] } });
  });
  it('E9: släpper ingen utanför nämnden till utskottet', () => {
    given(utskott).when(lasIn(rad(1, { valbar: false }))).thenRefused('EJ_VALBAR_TILL_UTSKOTT');
    given(utskott).when(lasIn(rad(1, { valbar: true }))).then(inlast(1), listan(1));
    given(utskott).when(lasIn(rad(1, { valbar: false, fran: '2015-01-01' }), rad(2, { valbar: false, fran: '2015-01-01' }))).thenWarned('EJ_VALBAR_TILL_UTSKOTT');
  });
  it('säger varifrån den kommer, och ryms i ett tillägg', () => {
    given(inrattad).when({ type: 'LasInUppdrag', data: { lista: 'uppdrag', kalla: ' ', rader: [rad(1)] } }).thenRefused('KALLA_SAKNAS', 'Ange varifrån listan kommer.');
    const many = Array.from({ length: NYA_MAX + 1 }, (_, i) => rad(i + 1, { parti: `P${Math.floor(i / 400)}`, fran: `20${10 + Math.floor(i / 400)}-01-01`, till: `20${10 + Math.floor(i / 400)}-12-31` }));
    given(inrattad).when(lasIn(...many)).thenRefused('LISTAN_FOR_STOR', `Listan ger ${NYA_MAX + 1} nya eller avslutade uppdrag. Högst ${NYA_MAX} kan läsas in på en gång. Dela filen.`);
    expect(given(inrattad).when(lasIn(...many.slice(1))).outcome).toHaveLength(NYA_MAX + 1);
  });
  it('säger de hundra första raderna med fel', () =>
    expect(given(inrattad).when(lasIn(...Array.from({ length: 101 }, (_, i) => rad(i + 1, { till: '2018-12-31' })))).outcome).toMatchObject({ hinder: Array.from({ length: 100 }, (_, i) => ({ text: expect.stringContaining(`Rad ${i + 2}: `) })) }));
  it('har bara dagar som finns', () => {
    given(inrattad).when(lasIn(rad(1, { fran: '2019-02-30' }))).thenRefused('DATUM_FINNS_INTE', 'Datumet 2019-02-30 finns inte.');
    given(inrattad).when(lasIn(rad(1, { till: '2022-02-30' }))).thenRefused('DATUM_FINNS_INTE', 'Datumet 2022-02-30 finns inte.');
  });
  it('ger som mest så många fakta som ryms i 1 MiB, EventStoreDB:s gräns för ett tillägg', () => {
    const widest = encode({ v: 1, logg: id, id, stream: `namnd-${id}`, version: 10_000, type: 'UppdragInlast', schema: 1, namnd: id, at: '2018-03-21T12:00:00.000Z', by: id, roll: 'namndsekreterare', command: id, correlation: id, cause: null, data: (inlast(999, { roll: 'forste_vice_ordforande', parti: 'Ä'.repeat(20), till: '2022-12-31', rad: 10_000 })).data });
    expect((widest.length + 512) * NYA_MAX).toBeLessThan(2 ** 20);
  });
});

describe('Kolumnmappningen', () => {
  it('sparas för en sorts lista, med rubrikerna förseglade', () =>
    given(inrattad).when({ type: 'SparaKolumnmappning', data: { lista: 'ersattare', kolumner: [{ falt: 'namn', rubrik: 'Vem' }, { falt: 'fran', rubrik: 'Börjar' }] } })
      .then({ type: 'KolumnmappningSparad', data: { lista: 'ersattare', kolumner: [{ falt: 'namn', rubrik: s('Vem') }, { falt: 'fran', rubrik: s('Börjar') }] } }));
  it('har varje uppgift i högst en kolumn', () =>
    given(inrattad).when({ type: 'SparaKolumnmappning', data: { lista: 'ersattare', kolumner: [{ falt: 'namn', rubrik: 'Vem' }, { falt: 'namn', rubrik: 'Namn' }] } }).thenRefused('FALTET_FLERA_GANGER', 'Samma uppgift är vald för flera kolumner.'));
});
