import { seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { avsluta, dokument, E, gor, historia, kalla, L, lagg, MOTE, oppna, planera, punkt, x } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';

const { given } = specify(sammantrade);
const planerat = historia(planera());
const ettArende = historia(planera(), lagg('Upprop', { slag: 'formalia' }));
const medTiden = (dagar: number, datum: string) => kalla({ datum, underlag: { skaKallas: [], kallelsetid: { dagar, slag: 'kalenderdagar' }, punkter: {} } });

describe('Att planera ett sammanträde', () => {
  it('antecknar dag, tid och plats', () =>
    given().when(planera({ slutTid: '17:00' }).command).then({
      type: 'SammantradePlanerat', data: { namnd: x(900), organ: 'SN', datum: '2018-03-21', tid: '15:00', slutTid: '17:00', plats: seal(`sammantrade:${MOTE}`, 'Lilla salen') },
    }));
  it('kräver att nämnden finns och att dagen finns', () => {
    const { organ: _, ...utan } = planera().command.data as { organ?: string };
    given().when({ type: 'PlaneraSammantrade', data: utan as never }).thenRefused('NAMNDEN_FINNS_INTE');
    given().when(planera({ datum: '2018-02-30' }).command).thenRefused('DATUM_FINNS_INTE');
    given(...planerat).when(planera().command).thenRefused('SAMMANTRADET_FINNS_REDAN');
  });
  it('går före allt annat', () => given().when(oppna().command).thenRefused('SAMMANTRADET_FINNS_INTE'));
  it('kan följas av att det ställs in, och då händer inget mer', () => {
    const installt = historia(planera(), gor('StallInSammantrade', { skal: 'För få ärenden' }));
    given(...installt).when(oppna().command).thenRefused('SAMMANTRADET_AR_INSTALLT');
  });
});

describe('Kallelsen', () => {
  it('är en numrerad version med dagordningen som den skickades', () =>
    given(...ettArende).when(kalla().command).then({
      type: 'KallelseSkickad',
      data: {
        version: 1, datum: '2018-03-14', ordforande: L[0]!, forhinder: seal(`sammantrade:${MOTE}`, 'Kansliet, 010-000 00 00'), kallade: [...L, ...E],
        punkter: [{ punkt: punkt('Upprop'), nr: 1 }],
      },
    }));
  it('håller de filer som den skickades med, en version och en hash för var, utom vid det som utgått', () => {
    const filen = { handling: x(700), version: 2, hash: 'ab'.repeat(32) };
    const underlag = { skaKallas: [], punkter: {}, handlingar: [{ punkt: punkt('Upprop'), ...filen }, { punkt: punkt('Annan'), ...filen }] };
    const [fakta] = historia(planera(), lagg('Upprop', { slag: 'formalia' }), kalla({ underlag })).slice(-1);
    expect(fakta).toMatchObject({ type: 'KallelseSkickad', data: { handlingar: [{ punkt: punkt('Upprop'), ...filen }] } });
  });
  it('skickas igen som nästa version', () => {
    const [fakta] = historia(planera(), lagg('Upprop', { slag: 'formalia' }), kalla(), kalla({ datum: '2018-03-19' })).slice(-1);
    expect(fakta).toMatchObject({ type: 'KallelseSkickad', data: { version: 2, datum: '2018-03-19' } });
  });
  it('skickas inte när sammanträdet har öppnats eller avslutats', () => {
    const oppet = historia(planera(), lagg('Upprop', { slag: 'formalia' }), kalla(), oppna());
    given(...oppet).when(kalla().command).thenRefused('SAMMANTRADET_AR_OPPNAT');
    given(...oppet, ...historiaEfter(oppet)).when(kalla().command).thenRefused('SAMMANTRADET_AR_AVSLUTAT');
  });

  it('A2: skickad en dag för sent enligt reglementet varnar, med den text som hör till', () => {
    const { outcome } = given(...ettArende).when(medTiden(5, '2018-03-17').command);
    expect(outcome).toEqual({ hinder: [{
      kod: 'KALLELSE_SEN', allvar: 'VARNING', lagrum: 'reglementet',
      text: 'Kallelsen skickades 2018-03-17. Enligt reglementet ska den ha skickats senast 2018-03-16 (5 dagar före sammanträdet). Ange skäl (brådskande) eller flytta sammanträdet.',
    }] });
  });
  it('A2: fem dagar före 2018-03-21 är 2018-03-16, sju är 2018-03-14', () => {
    for (const [dagar, datum] of [[5, '2018-03-16'], [7, '2018-03-14']] as const) expect(given(...ettArende).when(medTiden(dagar, datum).command).outcome).toHaveLength(1);
    given(...ettArende).when(medTiden(7, '2018-03-15').command).thenWarned('KALLELSE_SEN');
  });
  it('A2: varningen passeras med ett skäl som blir ett faktum', () => {
    const { outcome } = given(...ettArende).when({ ...medTiden(5, '2018-03-17').command, skal: { KALLELSE_SEN: 'Brådskande remiss' } });
    expect(outcome).toMatchObject([{ data: { avsteg: [{ kod: 'KALLELSE_SEN', skal: { $plain: 'Brådskande remiss' } }] } }]);
  });

  it('A3: 11 ledamöter och 11 ersättare men 21 mottagare stoppar, med den som saknas', () =>
    given(...ettArende).when(kalla({ kallade: [...L, ...E.slice(0, 10)] }).command).thenRefused(
      'KALLELSE_SAKNAR_MOTTAGARE', `Följande har inte fått kallelse: {person:${E[10]!}}. Även ersättare ska underrättas om tid och plats (KL 6 kap. 17 §).`, 'KL 6 kap. 17 §',
    ));

  it('A4: utan ordförandens namn, kontakt för förhinder eller ärenden stoppas den, med allt som saknas', () => {
    const { outcome } = given(...planerat).when({ type: 'SkickaKallelse', data: { datum: '2018-03-14', kallade: [], underlag: { skaKallas: [], punkter: {} } } });
    expect(outcome).toMatchObject({ hinder: [{ text: 'Kallelsen saknar ordförandens namn.' }, { text: 'Kallelsen saknar kontakt för förhinder.' }, { text: 'Kallelsen saknar ärenden.' }] });
  });
  it('A4: ett beslutsärende vars ärende ännu inte har något diarienummer stoppar den', () => {
    const utan = historia(planera(), lagg('Taxa', { slag: 'arende', arende: x(1), underlag: { arende: { id: x(1), sekretess: false, frammande: [] } } }));
    given(...utan).when(kalla().command).thenRefused('KALLELSE_SAKNAR_FALT', 'Kallelsen saknar diarienummer på ärende 1.');
    const [fakta] = given(...utan).when(kalla({ underlag: { skaKallas: [], punkter: { [punkt('Taxa')]: { diarienummer: 'SN/2018:23' } } } }).command).outcome as readonly { data: object }[];
    expect(fakta?.data).toMatchObject({ punkter: [{ punkt: punkt('Taxa'), nr: 1, diarienummer: 'SN/2018:23' }] });
  });
  it('A4: ärenden som uttryckligen saknar diarienummer går bra', () =>
    expect(given(...historia(planera(), lagg('Taxa', { slag: 'arende', utanDiarienummer: true }))).when(kalla().command).outcome).toHaveLength(1));

  it('A11: en tjänsteskrivelse som är yngre än kallelsen varnar', () => {
    const med = kalla({ underlag: { skaKallas: [], punkter: { [punkt('Upprop')]: { tjansteskrivelseDatum: '2018-03-15' } } } });
    const { outcome } = given(...ettArende).when(med.command);
    expect(outcome).toMatchObject({ hinder: [{ kod: 'DATUM_I_FEL_ORDNING', allvar: 'VARNING', text: "Handlingen 'Kallelse' är daterad 2018-03-14, före tjänsteskrivelsen 2018-03-15. Kontrollera datum." }] });
  });
  it('A11: en kallelse efter sammanträdet varnar', () =>
    given(...ettArende).when(kalla({ datum: '2018-03-22', underlag: { skaKallas: [], punkter: {} } }).command).thenWarned('DATUM_I_FEL_ORDNING'));
});

function historiaEfter(oppet: readonly object[]) {
  return historia(planera(), lagg('Upprop', { slag: 'formalia' }), kalla(), oppna(), avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'Inget hanns med' })).slice(oppet.length);
}

describe('Det som står i källan', () => {
  const mk = (text: string) => seal(`sammantrade:${MOTE}`, text);
  it('behålls av klockslagen, av platsen där det hölls och av var slutet står', () => {
    given().when(planera({ tidSkriven: '15.00' }).command).then({ type: 'SammantradePlanerat', data: { namnd: x(900), organ: 'SN', datum: '2018-03-21', tid: '15:00', plats: mk('Lilla salen'), tidSkriven: mk('15.00') } });
    given(...historia(planera(), lagg('Ett'), kalla())).when(oppna({ tidSkriven: '15.02', plats: 'Stora salen' }).command)
      .then({ type: 'SammantradeOppnat', data: { datum: '2018-03-21', tid: '15:00', antalLedamoter: 11, omedelbarJustering: true, tidSkriven: mk('15.02'), plats: mk('Stora salen') } });
    const slut = gor('AvslutaSammantrade', { tid: '17:00', tidSkriven: '17.00', angesI: ['protokoll-huvud'] }, { ARENDEN_EJ_AVGJORDA: 'x' });
    expect(given(...historia(planera(), lagg('Ett'), kalla(), oppna())).when(slut.command).outcome).toMatchObject([{ type: 'SammantradeAvslutat', data: { tid: '17:00', tidSkriven: mk('17.00'), angesI: [mk('protokoll-huvud')] } }]);
    const doc = dokument(historia(planera({ tidSkriven: '15.00' }), lagg('Ett'), kalla(), oppna({ tidSkriven: '15.02', plats: 'Stora salen' }), slut));
    expect(doc).toMatchObject({ tidSkriven: mk('15.00'), oppnat: '15:00', oppnatSkrivet: mk('15.02'), hallenPlats: mk('Stora salen'), avslutat: '17:00', avslutatSkrivet: mk('17.00'), slutAngesI: [mk('protokoll-huvud')] });
    expect(dokument(historia(planera(), lagg('Ett'), kalla(), oppna(), slut, gor('AteroppnaSammantrade', { skal: 'x' })))).not.toHaveProperty('slutAngesI');
  });
  it('behålls av kallelsen: när den upprättades, vem som föreslås justera och undertecknade, grupper och tider', () => {
    const command = kalla({
      upprattad: '2018-03-12', foreslagnaJusterare: [{ person: L[1]!, som: 'ordinarie' }, { person: E[0]!, som: 'ersattare' }], undertecknadAv: ['ordförande', 'nämndsekreterare'],
      grupper: ['Beslutsärenden (1)'], kolumner: ['Tid'], summaTidMin: 90, underlag: { skaKallas: [...L, ...E], partier: { [L[1]!]: 'A' }, punkter: {} },
    }).command;
    given(...ettArende).when(command).then({
      type: 'KallelseSkickad',
      data: {
        version: 1, datum: '2018-03-14', ordforande: L[0]!, forhinder: mk('Kansliet, 010-000 00 00'), kallade: [...L, ...E], punkter: [{ punkt: punkt('Upprop'), nr: 1 }], upprattad: '2018-03-12',
        foreslagnaJusterare: [{ person: L[1]!, parti: 'A', som: 'ordinarie' }, { person: E[0]!, som: 'ersattare' }], undertecknadAv: [mk('ordförande'), mk('nämndsekreterare')],
        grupper: [mk('Beslutsärenden (1)')], kolumner: [mk('Tid')], summaTidMin: 90,
      },
    });
    given(...ettArende).when(kalla({ upprattad: '2018-02-30' }).command).thenRefused('DATUM_FINNS_INTE');
  });
});
