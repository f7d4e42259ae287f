import fc from 'fast-check';
import { fold, isRefusal, Log, Transactor, type Vault, Vocabulary } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { MemoryEventStore } from '../../infra/memory/memory-event-store';
import { diarieserie, type DiarieserieCommand } from './diarieserie.decider';
import { diarieserieFacts, type DiarieserieEvent } from './diarieserie.events';

const namnd = '00000000-0000-4000-8000-00000000000a';
const id = `${namnd}-2018`;
const arende = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const { given } = specify(diarieserie, { id });

const tilldela = (n: number): DiarieserieCommand & { type: 'TilldelaDiarienummer' } => ({ type: 'TilldelaDiarienummer', data: { namnd, ar: 2018, mal: arende(n), kod: 'SOCN', form: 'snedstreck_kolon', siffror: 1 } });
const tilldelat = (lopnummer: number, n: number): DiarieserieEvent => ({ type: 'DiarienummerTilldelat', data: { namnd, ar: 2018, lopnummer, diarienummer: `SOCN/2018:${lopnummer}`, mal: arende(n) } });
const borja = (sista: number): DiarieserieCommand => ({ type: 'BorjaDiarieserie', data: { namnd, ar: 2018, sista } });
const borjad = (sista: number): DiarieserieEvent => ({ type: 'DiarieserieBorjad', data: { namnd, ar: 2018, sista } });
const utgatt = (lopnummer: number): DiarieserieEvent => ({ type: 'DiarienummerUtgatt', data: { lopnummer, kod: 'ARENDET_FINNS_INTE' } });
const markera = (lopnummer: number): DiarieserieCommand => ({ type: 'MarkeraDiarienummerUtgatt', data: { namnd, lopnummer, kod: 'ARENDET_FINNS_INTE' } });

describe('Diarieserien för en nämnd och ett år', () => {
  it('börjar på 1', () => given().when(tilldela(1)).then(tilldelat(1, 1)));
  it('fortsätter i den ordning ärendena registreras', () => given(tilldelat(1, 1)).when(tilldela(2)).then(tilldelat(2, 2)));
  it('ger ett ärende ett nummer, hur många gånger det än begärs', () => given(tilldelat(1, 1)).when(tilldela(1)).thenNothing());
  it('A11: skriver numret som nämnden gör, med klass efter', () => {
    const { data } = tilldela(1);
    given(borjad(22)).when({ type: 'TilldelaDiarienummer', data: { ...data, klassifikation: '759' } })
      .then({ type: 'DiarienummerTilldelat', data: { namnd, ar: 2018, lopnummer: 23, diarienummer: 'SOCN/2018:23 - 759', mal: arende(1) } });
    given(borjad(98)).when({ type: 'TilldelaDiarienummer', data: { ...data, kod: 'IF', form: 'bindestreck', siffror: 5 } })
      .then({ type: 'DiarienummerTilldelat', data: { namnd, ar: 2018, lopnummer: 99, diarienummer: 'IF-2018-00099', mal: arende(1) } });
  });
  it('från ett annat system fortsätter där den stod', () => {
    given().when(borja(187)).then(borjad(187));
    given(borjad(187)).when(tilldela(1)).then(tilldelat(188, 1));
  });
  it('börjar inte om när den används', () => {
    given(tilldelat(1, 1)).when(borja(187)).thenRefused('SERIEN_ANVANDS_REDAN');
    given(borjad(187)).when(borja(12)).thenRefused('SERIEN_ANVANDS_REDAN');
  });
  it('hör till sin nämnd och sitt år', () => given().when({ type: 'BorjaDiarieserie', data: { namnd, ar: 2019, sista: 1 } }).thenRefused('FEL_SERIE'));
  it('har rimliga tal', () => given().when(borja(0)).thenRefused('TALET_ORIMLIGT'));
  it('låter ett nummer utgå när ärendet inte kan ta det, och ger det inte igen', () => {
    given(tilldelat(1, 1)).when(markera(1)).then(utgatt(1));
    given(tilldelat(1, 1), utgatt(1)).when(markera(1)).thenNothing();
    given(tilldelat(1, 1), utgatt(1)).when(tilldela(2)).then(tilldelat(2, 2));
    given(tilldelat(1, 1)).when(markera(2)).thenRefused('NUMRET_FINNS_INTE');
  });

  const numbers = (events: readonly DiarieserieEvent[]): readonly number[] => events.flatMap((event) => (event.type === 'DiarienummerTilldelat' ? [event.data.lopnummer] : []));
  const upFrom = (start: number, length: number): readonly number[] => Array.from({ length }, (_, i) => start + i + 1);

  it('är obruten, stigande och utan dubbletter vad som än begärs av den', () => {
    const wish = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 30 }).map(tilldela) }, fc.integer({ min: 0, max: 40 }).map(markera), fc.integer({ min: -1, max: 300 }).map(borja));
    fc.assert(fc.property(fc.array(wish, { maxLength: 60 }), (wishes) => {
      const history: DiarieserieEvent[] = [];
      for (const command of wishes) {
        const outcome = diarieserie.decide(command, fold(diarieserie, history), { id, by: 'system:prov', roll: 'system', at: '2018-03-01T00:00:00.000Z', command: arende(99) });
        if (!isRefusal(outcome)) history.push(...outcome);
      }
      const given = numbers(history);
      const [first] = history;
      expect(given).toEqual(upFrom(first?.type === 'DiarieserieBorjad' ? first.data.sista : 0, given.length));
      const wanted = new Set(wishes.flatMap((command) => (command.type === 'TilldelaDiarienummer' ? [command.data.mal] : [])));
      expect(given.length).toBe(wanted.size);
    }));
  });

  it('är det också när flera noder ger nummer samtidigt', async () => {
    const vault = {} as Vault; // Nothing in a series is sealed.
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 25 })), { minLength: 1, maxLength: 40 }), async (asked) => {
      const store = new MemoryEventStore();
      const nodes = [0, 1, 2].map(() => new Transactor(new Log(store, vault, new Vocabulary(diarieserieFacts, {}), () => '2018-03-01T00:00:00.000Z')));
      await Promise.all(asked.map(async ([node, n], i) => {
        // A node that lost every attempt is asked again, as the runner of reactions does.
        for (let done = false; !done; ) {
          done = await nodes[node]!.transact(diarieserie, id, tilldela(n), { by: 'system:prov', command: arende(1000 + i), correlation: arende(1), cause: null, roll: () => 'system' }).then(() => true, () => false);
        }
      }));
      const [log] = nodes.map((node) => node.log);
      const given = (await log!.read(`diarieserie-${id}`)) as unknown as readonly DiarieserieEvent[];
      const wanted = new Set(asked.map(([, n]) => n)).size;
      expect(numbers(given)).toEqual(upFrom(0, wanted));
    }), { numRuns: 30 });
  });
});
