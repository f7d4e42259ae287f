import { seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { avsluta, dokument, E, gor, hemlig, historia, kalla, L, lagg, MOTE, oppna, planera, punkt, x } from '../../test/exempel/mote';
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
    expect(historia(planera(), lagg('Upprop', { slag: 'formalia' }), lagg('Två'), kalla({ underlag })).at(-1)).toMatchObject({ data: { handlingar: [{ punkt: punkt('Upprop') }] } });
    expect(historia(planera(), lagg('Upprop', { slag: 'formalia' }), kalla({ underlag: { ...underlag, handlingar: [] } })).at(-1)!.data).not.toHaveProperty('handlingar');
  });
  it('skickas igen som nästa version', () => {
    const [fakta] = historia(planera(), lagg('Upprop', { slag: 'formalia' }), kalla(), kalla({ datum: '2018-03-19' })).slice(-1);
    expect(fakta).toMatchObject({ type: 'KallelseSkickad', data: { version: 2, datum: '2018-03-19' } });
  });
  it('skickas inte när sammanträdet har öppnats eller avslutats', () => {
    const oppet = historia(planera(), lagg('Upprop', { slag: 'formalia' }), kalla(), oppna());
    given(...oppet).when(kalla().command).thenRefused('SAMMANTRADET_AR_OPPNAT', 'Sammanträdet har öppnats.');
    given(...oppet, ...historiaEfter(oppet)).when(kalla().command).thenRefused('SAMMANTRADET_AR_AVSLUTAT', 'Sammanträdet är avslutat.');
  });
  it('A4: det som har utgått saknar inget, och ett nummer som har kommit står kvar till nästa kallelse', () => {
    const utan = [planera(), lagg('Upprop', { slag: 'formalia' }), lagg('Taxa', { slag: 'arende', arende: x(1), underlag: { arende: { id: x(1), sekretess: false, frammande: [] } } })];
    const numrerad = { skaKallas: [], punkter: { [punkt('Taxa')]: { diarienummer: 'SN/2018:23' }, [punkt('Upprop')]: {} } };
    expect(historia(utan, kalla({ underlag: numrerad }), kalla({ underlag: { skaKallas: [], punkter: {} } })).at(-1)!.data).toMatchObject({ version: 2, punkter: [{ punkt: punkt('Upprop'), nr: 1 }, { punkt: punkt('Taxa'), nr: 2 }] });
    // It is kept once, by the first kallelse that had it.
    expect(historia(utan, kalla({ underlag: numrerad }), kalla({ underlag: numrerad })).at(-1)!.data).toMatchObject({ punkter: [{ punkt: punkt('Upprop'), nr: 1 }, { punkt: punkt('Taxa'), nr: 2 }] });
    expect((historia(utan, kalla({ underlag: numrerad }), kalla({ underlag: numrerad })).at(-1)!.data as unknown as { punkter: readonly object[] }).punkter[1]).not.toHaveProperty('diarienummer');
    // One without a number gets it in the kallelse that first has it.
    const info = [planera(), lagg('Info', { arende: x(1), underlag: { arende: { id: x(1), sekretess: false, frammande: [] } } }), kalla({ underlag: { skaKallas: [], punkter: {} } })];
    expect(historia(info, kalla({ underlag: { skaKallas: [], punkter: { [punkt('Info')]: { diarienummer: 'SN/2018:23' } } } })).at(-1)).toMatchObject({ data: { punkter: [{ diarienummer: 'SN/2018:23' }] } });
    // Put on the agenda after the kallelse and taken off again: it keeps its row, and no number is asked for.
    const sent = lagg('Sent', { slag: 'arende', arende: x(2), underlag: { arende: { id: x(2), sekretess: false, frammande: [] } }, sen: { beredd: true, skal: 'x' } });
    const fore = [planera(), lagg('Upprop', { slag: 'formalia' }), kalla(), sent];
    given(...historia(fore)).when(kalla().command).thenRefused('KALLELSE_SAKNAR_FALT');
    expect(given(...historia(fore, gor('DraUrPunkt', { punkt: punkt('Sent'), skal: 'x' }))).when(kalla().command).outcome).toMatchObject([{ data: { punkter: [{ nr: 1 }, { punkt: punkt('Sent'), nr: 2 }] } }]);
  });
  it('A3: den som nämns två gånger kallas en gång', () =>
    expect(given(...ettArende).when(kalla({ kallade: [...L, ...E, L[0]!] }).command).outcome).toMatchObject([{ data: { kallade: [...L, ...E] } }]));
  it('A2, A11: en senare version är sen till sin natur, och mäts mot den första kallelsens dag', () => {
    const kallat = [planera(), lagg('Upprop', { slag: 'formalia' }), kalla()];
    const igen = (datum: string, tjansteskrivelseDatum: string) => kalla({ datum, underlag: { skaKallas: [], kallelsetid: { dagar: 5, slag: 'kalenderdagar' }, punkter: { [punkt('Upprop')]: { tjansteskrivelseDatum } } } });
    expect(given(...historia(kallat)).when(igen('2018-03-20', '2018-03-14').command).outcome).toHaveLength(1);
    given(...historia(kallat)).when(igen('2018-03-20', '2018-03-15').command).thenRefused('DATUM_I_FEL_ORDNING', "Handlingen 'Kallelse' är daterad 2018-03-14, före tjänsteskrivelsen 2018-03-15. Kontrollera datum.");
    given(...historia(kallat, igen('2018-03-16', '2018-03-14'))).when(igen('2018-03-20', '2018-03-15').command).thenWarned('DATUM_I_FEL_ORDNING');
    const sent = [...kallat, lagg('Sent', { sen: { beredd: true, skal: 'Kom i går' } })];
    expect(given(...historia(sent)).when(kalla({ datum: '2018-03-19', underlag: { skaKallas: [], punkter: { [punkt('Sent')]: { tjansteskrivelseDatum: '2018-03-18' } } } }).command).outcome).toHaveLength(1);
  });
  it('A11: två ärenden med samma anmärkning säger den en gång', () => {
    const tva = historia(planera(), lagg('Ett', { slag: 'formalia' }), lagg('Två', { slag: 'formalia' }));
    const en = { tjansteskrivelseDatum: '2018-03-15' };
    given(...tva).when(kalla({ underlag: { skaKallas: [], punkter: { [punkt('Ett')]: en, [punkt('Två')]: en } } }).command).thenWarned('DATUM_I_FEL_ORDNING');
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

describe('Kallelsens versioner', () => {
  const igen = (over: Partial<Parameters<typeof kalla>[0]> = {}) => kalla({ datum: '2018-03-16', underlag: { skaKallas: [], punkter: {} }, ...over });
  it('heter vad de är: kallelsen först, sedan en kompletterande eller en tilläggslista, med anledning', () => {
    given(...ettArende).when(kalla({ slag: 'tillaggslista' }).command).thenRefused('KALLELSESLAG_STAMMER_INTE', 'Den första är kallelsen själv. Inget är skickat som kan kompletteras.');
    expect(given(...ettArende).when(kalla({ slag: 'kallelse' }).command).outcome).toMatchObject([{ data: { slag: 'kallelse' } }]);
    const kallat = historia(planera(), lagg('Upprop', { slag: 'formalia' }), kalla());
    expect(given(...kallat).when(igen({ slag: 'kompletterande_kallelse', anledning: 'Ny lokal' }).command).outcome).toMatchObject([{ data: { version: 2, slag: 'kompletterande_kallelse', anledning: seal(`sammantrade:${MOTE}`, 'Ny lokal') } }]);
  });
  it('en tilläggslista har något som inte stod i de förra', () => {
    const kallat = historia(planera(), lagg('Upprop', { slag: 'formalia' }), kalla());
    given(...kallat).when(igen({ slag: 'tillaggslista' }).command).thenRefused('TILLAGGSLISTA_TOM', 'Inget ärende har lagts till sedan den förra kallelsen. Skicka den som kompletterande kallelse.');
    for (const slag of [undefined, 'kallelse', 'kompletterande_kallelse'] as const) expect(given(...kallat).when(igen(slag === undefined ? {} : { slag }).command).outcome).toHaveLength(1);
    const igen2 = historia(planera(), lagg('Upprop', { slag: 'formalia' }), kalla(), lagg('Sent', { sen: { beredd: true, skal: 'Kom i går' } }), igen({ slag: 'tillaggslista' }));
    given(...igen2).when(igen({ slag: 'tillaggslista' }).command).thenRefused('TILLAGGSLISTA_TOM');
    expect(given(...ettArende).when(kalla({ slag: 'kompletterande_kallelse' }).command).outcome).toMatchObject({ hinder: [{ kod: 'KALLELSESLAG_STAMMER_INTE', allvar: 'STOPP' }] });
    expect(given(...kallat).when(igen({ slag: 'tillaggslista' }).command).outcome).toMatchObject({ hinder: [{ allvar: 'STOPP' }] });
    const tillagt = historia(planera(), lagg('Upprop', { slag: 'formalia' }), kalla(), lagg('Sent', { sen: { beredd: true, skal: 'Kom i går' } }));
    expect(given(...tillagt).when(igen({ slag: 'tillaggslista' }).command).outcome).toHaveLength(1);
  });
});

describe('Kallelsens kontroller', () => {
  const med = (kontroll: object, slag: 'formalia' | 'delegationsanmalan' = 'formalia', mall?: readonly ('formalia' | 'delegationsanmalan')[]) =>
    given(...historia(planera(), lagg('Upprop', { slag }))).when(kalla({ underlag: { skaKallas: [], punkter: { [punkt('Upprop')]: kontroll }, ...(mall !== undefined && { dagordningsmall: mall }) } }).command);
  it('A6: saknas anmälan av delegationsbeslut fast nämndens mall har den varnar kallelsen', () => {
    expect(med({}, 'formalia', ['formalia', 'delegationsanmalan']).outcome).toEqual({ hinder: [{
      kod: 'DELEGATIONSANMALAN_SAKNAS', allvar: 'VARNING', lagrum: 'KL 6 kap. 40 §', text: 'Dagordningen saknar anmälan av delegationsbeslut, som nämndens mall har med. Ange skäl om inget finns att anmäla.',
    }] });
    expect(med({}, 'formalia', ['formalia']).outcome).toHaveLength(1);
    const utgatt = historia(planera(), lagg('Upprop', { slag: 'formalia' }), lagg('Anmälan', { slag: 'delegationsanmalan' }), kalla(), gor('DraUrPunkt', { punkt: punkt('Anmälan'), skal: 'x' }));
    given(...utgatt).when(kalla({ attAnmala: true }).command).thenWarned('DELEGATIONSANMALAN_SAKNAS');
    expect(med({}, 'delegationsanmalan', ['formalia', 'delegationsanmalan']).outcome).toHaveLength(1);
    expect(med({}).outcome).toHaveLength(1);
  });
  it('A6: saknas den fast registret har beslut att anmäla varnar kallelsen, vad mallen än säger', () => {
    const sand = (slag: 'formalia' | 'delegationsanmalan', attAnmala: boolean) => given(...historia(planera(), lagg('Upprop', { slag }))).when(kalla({ attAnmala }).command);
    expect(sand('formalia', true).outcome).toEqual({ hinder: [{
      kod: 'DELEGATIONSANMALAN_SAKNAS', allvar: 'VARNING', lagrum: 'KL 6 kap. 40 §',
      text: 'Dagordningen saknar anmälan av delegationsbeslut, fast registret har beslut som ska anmälas och inte är det. Lägg till punkten, eller ange skäl.',
    }] });
    expect(sand('delegationsanmalan', true).outcome).toHaveLength(1);
    expect(given(...historia(planera(), lagg('Upprop', { slag: 'formalia' }), lagg('Anmälan', { slag: 'delegationsanmalan' }))).when(kalla({ attAnmala: true }).command).outcome).toHaveLength(1);
    expect(sand('formalia', false).outcome).toHaveLength(1);
  });
  it('A11: en uppräknad handling som inte är bifogad varnar, utan att säga vad den heter', () => {
    expect(med({ uppraknade: 4, saknade: 2 }).outcome).toEqual({ hinder: [{ kod: 'HANDLING_SAKNAS', allvar: 'VARNING', text: 'Ärende 1: 2 av 4 handlingar som tjänsteskrivelsen räknar upp är inte bifogade.' }] });
    expect(med({ uppraknade: 4, saknade: 0 }).outcome).toHaveLength(1);
  });
  it('A11: en dag i den löpande texten som avviker från formulärets varnar', () => {
    expect(med({ avvikandeDagar: 1 }).outcome).toEqual({ hinder: [{ kod: 'DATUM_I_TEXTEN', allvar: 'VARNING', text: 'Ärende 1: i tjänsteskrivelsens text står en dag som avviker från formulärets. Kontrollera datum.' }] });
    expect(med({ avvikandeDagar: 2 }).outcome).toMatchObject({ hinder: [{ text: 'Ärende 1: i tjänsteskrivelsens text står 2 dagar som avviker från formulärets. Kontrollera datum.' }] });
    expect(med({ avvikandeDagar: 0, olikaNummer: false }).outcome).toHaveLength(1);
  });
  it('A11: ärendets diarienummer är ett annat än tjänsteskrivelsens: STOPP', () =>
    expect(med({ olikaNummer: true }).outcome).toEqual({ hinder: [{ kod: 'DIARIENUMMER_OLIKA', allvar: 'STOPP', text: 'Diarienumren stämmer inte överens i ärende 1 och dess tjänsteskrivelse.' }] }));
});

describe('Personalföreträdare och distans', () => {
  const FACK = [x(801), x(802)];
  const till = (kallade: readonly string[], far: 'ja' | 'utskott' | 'nej' | 'styrelsen' = 'ja', punkten: object = {}) =>
    given(...historia(planera(), lagg('Upprop', { slag: 'formalia', ...punkten }))).when(kalla({ kallade, underlag: { skaKallas: [...L, ...E], punkter: {}, personal: { personer: [...FACK, L[0]!], far } } }).command).outcome;
  it('A3: personalföreträdare kallas som ledamöter; den som inte är det varnar, och stoppar inte', () => {
    expect(till([...L, ...E, FACK[0]!])).toEqual({ hinder: [{
      kod: 'PERSONALFORETRADARE_EJ_KALLADE', allvar: 'VARNING', lagrum: 'KL 7 kap. 18 §', text: `Personalföreträdare kallas som ledamöter (KL 7 kap. 18 §). Inte kallade: {person:${FACK[1]!}}. Ange skäl.`,
    }] });
    expect(till([...L, ...E, ...FACK])).toMatchObject([{ data: { kallade: [...L, ...E, ...FACK], personalforetradare: FACK } }]);
    expect(till([...L, ...E])).toMatchObject({ hinder: [{ allvar: 'VARNING' }] });
  });
  it('A3: de kallas inte till bara det som de inte får närvara vid, och i ett utskott bara efter reglementet', () => {
    expect(till([...L, ...E], 'ja', { klass: 'sekretess', sekretesslagrum: '26:1' })).toHaveLength(1);
    expect(till([...L, ...E], 'ja', { myndighetsutovning: true })).toHaveLength(1);
    expect(till([...L, ...E], 'utskott')).toHaveLength(1);
    expect(till([...L, ...E, ...FACK], 'utskott')).toHaveLength(1);
  });
  it('A3: det som har utgått får ingen närvara vid, och i en nämnd utan närvarorätt kallas de inte', () => {
    const utgatt = historia(planera(), lagg('Upprop', { slag: 'formalia' }), hemlig('Hemlig'), kalla(), gor('DraUrPunkt', { punkt: punkt('Upprop'), skal: 'x' }));
    expect(given(...utgatt).when(kalla({ underlag: { skaKallas: [...L, ...E], punkter: {}, personal: { personer: FACK, far: 'ja' } } }).command).outcome).toHaveLength(1);
    const bada = historia(planera(), lagg('Upprop', { slag: 'formalia' }), hemlig('Hemlig'));
    given(...bada).when(kalla({ underlag: { skaKallas: [...L, ...E], punkter: {}, personal: { personer: FACK, far: 'ja' } } }).command).thenWarned('PERSONALFORETRADARE_EJ_KALLADE');
    expect(till([...L, ...E, FACK[0]!], 'nej')).toMatchObject({ hinder: [{ kod: 'PERSONALFORETRADARE_EJ_NARVARO', text: 'Personalföreträdare har inte närvarorätt i nämnden (KL 7 kap. 12 §).' }] });
    expect(till([...L, ...E, FACK[0]!])).toMatchObject({ hinder: [{ text: `Personalföreträdare kallas som ledamöter (KL 7 kap. 18 §). Inte kallade: {person:${FACK[1]!}}. Ange skäl.` }] });
    expect(till([...L, ...E])).toMatchObject({ hinder: [{ text: `Personalföreträdare kallas som ledamöter (KL 7 kap. 18 §). Inte kallade: {person:${FACK[0]!}}, {person:${FACK[1]!}}. Ange skäl.` }] });
  });
  it('A3: i styrelsen kallas de inte', () => {
    expect(till([...L, ...E], 'styrelsen')).toHaveLength(1);
    expect(till([...L, ...E, FACK[0]!], 'styrelsen')).toEqual({ hinder: [{ kod: 'PERSONALFORETRADARE_EJ_NARVARO', allvar: 'STOPP', lagrum: 'KL 7 kap. 12 §', text: 'Personalföreträdare har inte närvarorätt i styrelsen (KL 7 kap. 12 §).' }] });
  });

  const pa = (distans: { lank: string; villkor: string }, tillaten = true) => given(...ettArende).when(kalla({ distans, underlag: { skaKallas: [], punkter: {}, distans: tillaten } }).command).outcome;
  it('A4: länk och villkor för distans står i kallelsen, där fullmäktige har tillåtit det', () => {
    expect(pa({ lank: 'https://mote.exempel/1', villkor: 'Anmäl senast dagen före.' })).toMatchObject([{ data: { distans: { lank: seal(`sammantrade:${MOTE}`, 'https://mote.exempel/1'), villkor: seal(`sammantrade:${MOTE}`, 'Anmäl senast dagen före.') } } }]);
    expect(pa({ lank: 'https://mote.exempel/1', villkor: 'x' }, false)).toEqual({ hinder: [{
      kod: 'DISTANS_EJ_TILLATEN', allvar: 'STOPP', lagrum: 'KL 6 kap. 24 §', text: 'Deltagande på distans är inte tillåtet för denna nämnd: fullmäktigebeslut saknas (KL 6 kap. 24 §).',
    }] });
  });
  it('A4: den ena utan den andra stoppar', () => {
    expect(pa({ lank: '', villkor: 'x' })).toMatchObject({ hinder: [{ kod: 'KALLELSE_SAKNAR_FALT', allvar: 'STOPP', text: 'Kallelsen saknar länk för deltagande på distans.' }] });
    expect(pa({ lank: 'x', villkor: ' ' })).toMatchObject({ hinder: [{ text: 'Kallelsen saknar villkor för deltagande på distans.' }] });
  });
});
