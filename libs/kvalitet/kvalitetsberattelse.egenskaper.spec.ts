import fc from 'fast-check';
import { type AnyDecider, type Command, type Event, fold, isRefusal, toDisk } from '@klubba/kernel';
import { holdsSealed } from '@klubba/kernel/spec';
import { indikator } from './indikator.decider';
import { internkontroll } from './internkontroll.decider';
import { kvalitetsberattelse } from './kvalitetsberattelse.decider';
import { GRUNDAVSNITT, type KvalitetsberattelseEvent } from './kvalitetsberattelse.events';
import { riskanalys } from './riskanalys.decider';
import { KONTROLLSLAG, provaSiffror, type Siffra } from './siffror';

const x = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const HERE = { id: x(99), by: x(98), roll: 'namndsekreterare', at: '2018-03-21T12:00:00.000Z', command: x(97) };
const omgivning = { namnd: true, arende: true, punkt: true, sekretess: false };
const skal = Object.fromEntries(['OSAKER_AVLASNING', 'AVSNITT_SAKNAS', 'ENHET_SAKNAS', 'SUMMAN_STAMMER_INTE', 'TEXT_MOT_TABELL', 'ANDELEN_STAMMER_INTE', 'FLER_AN_PLATSERNA', 'MALET_NAS_INTE'].map((kod) => [kod, 'Därför']));
const vilka = <T>(...alla: readonly T[]) => fc.constantFrom(...alla);
const dag = vilka('2018-01-01', '2018-01-15', '2018-02-30', '2018-03-21', '2018-03-22');
const manad = vilka('2017-12', '2018-01', '2018-02', '2018-03', '2018-04');
const varde = vilka('0', '14', '36,3', 'I4', 'u.s.', 'ej mätt', 'många', '', '−4 867');
const punkt = vilka(x(1), x(2), x(3));
const nr = vilka('1.1', '2.1', 'I.1');
const nyckel = vilka('a', 'b', 'c', 'd');
const gor = (type: string, data: Readonly<Record<string, fc.Arbitrary<unknown>>> = {}): fc.Arbitrary<Command> => fc.record(data).map((en) => ({ type, data: { ...en, omgivning }, skal }));
const text = fc.constant('Text');
const tomt = vilka('Skäl', ' ');

const KOMMANDON: readonly (readonly [AnyDecider, readonly fc.Arbitrary<Command>[]])[] = [
  [indikator, [
    gor('LaggUppIndikator', { namnd: fc.constant(x(9)), klass: fc.constant('oppen'), namn: text, enhet: fc.constant('antal'), fran: fc.constant('2018-01'), kalla: text }),
    gor('RegistreraIndikatorvarde', { manad, varde }), gor('RattaIndikatorvarde', { manad, varde, skal: tomt }), gor('AndraIndikatormal', { fran: manad, skal: tomt }), gor('AvslutaIndikator', { sista: manad, skal: tomt }), gor('AterupptaIndikator', { skal: tomt }),
  ]],
  [riskanalys, [
    gor('PaborjaRiskanalys', { namnd: fc.constant(x(9)), klass: fc.constant('oppen'), datum: dag, rubrik: text }),
    gor('BedomRisk', { nr, datum: dag, sannolikhet: fc.constant('mojlig'), allvarlighet: fc.constant('hog'), text }), gor('AvforRisk', { nr, datum: dag, skal: tomt }), gor('BeslutaAtgard', { nr, datum: dag, text, ansvarig: text, klarSenast: dag }),
    gor('FoljUppAtgard', { atgard: vilka(0, 1, 2), datum: dag, lage: fc.constant('forsenad') }), gor('AvslutaRiskanalys', { datum: dag }), gor('AteroppnaRiskanalys', { skal: tomt }),
  ]],
  [internkontroll, [
    gor('UpprattaInternkontrollplan', { namnd: fc.constant(x(9)), klass: fc.constant('oppen'), rubrik: text, fran: dag, till: dag }),
    gor('LaggTillKontrollmoment', { text, ansvarig: text, frekvens: fc.constant('ar') }), gor('TaBortKontrollmoment', { moment: vilka(1, 2), skal: tomt }),
    gor('NoteraInternkontrollbehandling', { sammantrade: fc.constant(x(8)), punkt, datum: fc.constant('2018-03-21'), ar: fc.constant(2018), nummer: fc.constant(1), beslutstyp: fc.constant('anta') }),
    gor('AntaInternkontrollplan', { punkt }), gor('NoteraInternkontroll', { moment: vilka(1, 2), datum: dag, resultat: vilka('utan_avvikelse', 'storre_avvikelse'), text: tomt }), gor('RedovisaInternkontroll', { punkt }),
  ]],
  [kvalitetsberattelse, [
    gor('PaborjaKvalitetsberattelse', { namnd: fc.constant(x(9)), klass: fc.constant('oppen'), ar: fc.constant(2017), rubrik: text }),
    gor('SkrivAvsnitt', { avsnitt: vilka(...GRUNDAVSNITT), text }), gor('AngeSiffra', { avsnitt: fc.constant('egenkontroll'), nyckel, varde, enhet: fc.constant('antal'), svarande: vilka(1, 4, 5, 60), kalla: fc.constant({ text: 'Källan' }), skal: tomt }),
    gor('StrykSiffra', { nyckel, skal: tomt }), gor('LaggTillSifferkontroll', { slag: vilka(...KONTROLLSLAG), delar: fc.array(nyckel, { minLength: 1, maxLength: 3 }), mot: nyckel }), gor('StrykSifferkontroll', { nr: vilka(1, 2), skal: tomt }),
    gor('FardigstallKvalitetsberattelse', { datum: dag }), gor('OppnaKvalitetsberattelse', { skal: tomt }),
  ]],
];
/** The facts that an order of commands led to; each could be stored, and no state holds what is sealed. */
const historia = (decider: AnyDecider, kommandon: readonly Command[]): readonly Event[] => kommandon.reduce<readonly Event[]>((fakta, command) => {
  const state: unknown = fold(decider, [...fakta]);
  expect(holdsSealed(state)).toBe(false);
  const { omgivning: runtom, ...data } = command.data as { readonly omgivning: object };
  const utfall = decider.decide({ ...command, data: /^(LaggUpp|Paborja|Uppratta)/.test(command.type) ? { ...data, omgivning: runtom } : data }, state, HERE) as readonly Event[];
  if (isRefusal(utfall)) return fakta;
  for (const { type, data: ny } of utfall) toDisk(decider.facts[type]!.shape, ny, () => ({ $s: 'x', c: 'x' }));
  return [...fakta, ...utfall];
}, []);
const fore = (fakta: readonly Event[], i: number): readonly string[] => fakta.slice(0, i).map(({ type }) => type);
const oppen = (typer: readonly string[], stanger: string, oppnar: string): boolean => typer.lastIndexOf(stanger) <= typer.lastIndexOf(oppnar);

it.each(KOMMANDON.map(([decider, kommandon]) => [decider.category, decider, kommandon] as const))('H5, H6, H7: vilken ordning kommandona till %s än kommer i kastas inget, och varje faktum går att lagra', (_, decider, kommandon) =>
  fc.assert(fc.property(fc.array(fc.oneof(...kommandon), { maxLength: 40 }), (alla) => {
    const [forsta] = fc.sample(kommandon[0]!, { numRuns: 1, seed: 1 });
    const fakta = historia(decider, [forsta!, ...alla]);
    fakta.forEach(({ type, data }, i) => {
      const innan = fore(fakta, i);
      switch (type) {
        case 'InternkontrollUtford': case 'InternkontrollRedovisad': expect(innan).toContain('InternkontrollplanAntagen'); expect(innan).not.toContain('InternkontrollRedovisad'); break;
        case 'KontrollmomentTillagt': case 'KontrollmomentUtgatt': expect(innan).not.toContain('InternkontrollplanAntagen'); break;
        case 'RiskBedomd': case 'AtgardBeslutad': case 'AtgardFoljdUpp': expect(oppen(innan, 'RiskanalysAvslutad', 'RiskanalysAteroppnad')).toBe(true); break;
        case 'AvsnittSkrivet': case 'SiffraAngiven': case 'SifferkontrollTillagd': expect(oppen(innan, 'KvalitetsberattelseFardigstalld', 'KvalitetsberattelseOppnad')).toBe(true); break;
        case 'IndikatorvardeRegistrerat': expect(fakta.filter((en) => en.type === type && (en.data as { manad: string }).manad === (data as { manad: string }).manad)).toHaveLength(1); break;
        default:
      }
      if (type === 'SiffraAngiven') {
        const { varde: tal, saknas, dag: dagen } = data as Extract<KvalitetsberattelseEvent, { type: 'SiffraAngiven' }>['data'];
        expect([tal, saknas, dagen].filter((ett) => ett !== undefined)).toHaveLength(1);
      }
    });
  })));

it('H8: en summa varnar när, och bara när, den är en annan', () =>
  fc.assert(fc.property(fc.array(fc.integer({ min: -99_999, max: 99_999 }), { minLength: 1, maxLength: 12 }), vilka(0, 0, 1, -7), fc.integer({ min: 0, max: 3 }), (delar, fel, decimaler) => {
    const siffror = delar.map((tal, i): Siffra => ({ nyckel: `d${i}`, enhet: 'antal', varde: { tal, decimaler } }));
    const total: Siffra = { nyckel: 'total', enhet: 'antal', varde: { tal: delar.reduce((a, b) => a + b, 0) + fel, decimaler } };
    expect(provaSiffror([...siffror, total], [{ slag: 'summa', delar: siffror.map((en) => en.nyckel), mot: 'total' }]).map(({ kod }) => kod)).toEqual(fel === 0 ? [] : ['SUMMAN_STAMMER_INTE']);
  })));
