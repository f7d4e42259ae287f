import type { NamndEvent } from '@klubba/namnd';
import { type Golden, type NothingMissing, sealed } from './golden';

const BJORN = '00000000-0000-4000-8000-000000000b01';
const OVERORDNAD = '00000000-0000-4000-8000-000000000b02';
const avsteg = [{ kod: 'FLER_LEDAMOTER_AN_PLATSER', skal: sealed('namnd') }];
const fran2018 = {
  fran: '2018-01-01', antalLedamoter: 11, kallelseDagar: 5, kallelseSlag: 'kalenderdagar', omedelbarJustering: true, justeringssatt: 'underskrift', antalJusterare: 1, diarieform: 'snedstreck_kolon',
  diariesiffror: 1, diariekod: 'SOCN', paragrafform: 'nummer', distans: true, distansSekretess: false, oppnaSammantraden: false, aterintrade: false, beslutsdatum: '2017-11-20', skal: sealed('namnd'), avsteg,
} as const;
const oppet2019 = {
  ...fran2018, fran: '2019-01-01', oppnaSammantraden: true, oppetSomRegel: true, inkallelseordning: [{ parti: 'S', sedan: ['V', 'MP'] }], dagordningsmall: ['formalia', 'delegationsanmalan'], utanParagraf: ['formalia'],
} as const;
const begart = { begaran: OVERORDNAD, av: [BJORN], datum: '2018-02-01', skal: sealed('namnd') } as const;
const post = { post: OVERORDNAD, slag: 'arende', rubrik: sealed('namnd'), manad: 3, mote: 2, fran: '2018-01-01', till: '2022-12-31' } as const;
const fran2019 = {
  ...fran2018, fran: '2019-01-01', sentIntrade: true, byteInomPunkt: false, inkallelse: 'grupp', gruppordning: ['S', 'M'], insynsplats: true, personalforetradare: true, beredande: true,
} as const;
const medSvarstid = { ...fran2018, fran: '2018-07-01', klagomalDagar: 10, klagomalSlag: 'arbetsdagar', friaAftnar: ['julafton', 'nyarsafton'] } as const;
const vald = { person: BJORN, uppdrag: 'ledamot', roll: 'ordforande', parti: 'S', ordning: 1, fran: '2018-01-01', till: '2022-12-31', avsteg } as const;
const { avsteg: _, ...inlast } = vald;
const iGrupp = { person: OVERORDNAD, uppdrag: 'ersattare', parti: 'utan_parti', grupp: 'S', ordning: 1, fran: '2018-01-01' } as const;

export const golden = [
  { type: 'NamndInrattad', schema: 1,
    stored: { organ: 'SNAU', namn: sealed('namnd'), slag: 'utskott', overordnad: OVERORDNAD, startdatum: '2018-01-01' },
    today: { organ: 'SNAU', namn: sealed('namnd'), slag: 'utskott', overordnad: OVERORDNAD, startdatum: '2018-01-01' } },
  { type: 'NamndInrattad', schema: 1,
    stored: { organ: 'SNAU', namn: sealed('namnd'), slag: 'kommunstyrelse', startdatum: '2018-01-01', kommun: sealed('namnd'), kommunkod: '9999' },
    today: { organ: 'SNAU', namn: sealed('namnd'), slag: 'kommunstyrelse', startdatum: '2018-01-01', kommun: sealed('namnd'), kommunkod: '9999' } },
  { type: 'NamndensNamnAndrat', schema: 1, stored: { namn: sealed('namnd'), fran: '2018-02-01', skal: sealed('namnd') }, today: { namn: sealed('namnd'), fran: '2018-02-01', skal: sealed('namnd') } },
  { type: 'ReglementeFaststallt', schema: 1, stored: fran2018, today: fran2018 },
  { type: 'ReglementeFaststallt', schema: 1, stored: oppet2019, today: oppet2019 },
  { type: 'ReglementeFaststallt', schema: 1, stored: fran2019, today: fran2019 },
  { type: 'ReglementeFaststallt', schema: 1, stored: medSvarstid, today: medSvarstid },
  { type: 'ValdForUppdrag', schema: 1, stored: vald, today: vald },
  { type: 'ValdForUppdrag', schema: 1, stored: iGrupp, today: iGrupp },
  { type: 'UppdragAvslutat', schema: 1,
    stored: { person: BJORN, uppdrag: 'ledamot', fran: '2018-01-01', till: '2018-06-30', skal: sealed('person') },
    today: { person: BJORN, uppdrag: 'ledamot', fran: '2018-01-01', till: '2018-06-30', skal: sealed('person') } },
  { type: 'UppdragStruket', schema: 1,
    stored: { person: BJORN, uppdrag: 'ledamot', fran: '2018-01-01', skal: sealed('person') },
    today: { person: BJORN, uppdrag: 'ledamot', fran: '2018-01-01', skal: sealed('person') } },
  { type: 'KolumnmappningSparad', schema: 1,
    stored: { lista: 'ledamoter', kolumner: [{ falt: 'namn', rubrik: sealed('namnd') }, { falt: 'fran', rubrik: sealed('namnd') }] },
    today: { lista: 'ledamoter', kolumner: [{ falt: 'namn', rubrik: sealed('namnd') }, { falt: 'fran', rubrik: sealed('namnd') }] } },
  { type: 'UppdragInlast', schema: 1, stored: { rad: 2, ...inlast }, today: { rad: 2, ...inlast } },
  { type: 'UppdragslistaInlast', schema: 1, stored: { lista: 'uppdrag', antal: 1, kalla: sealed('namnd'), avsteg }, today: { lista: 'uppdrag', antal: 1, kalla: sealed('namnd'), avsteg } },
  { type: 'SammantradeBegart', schema: 1, stored: begart, today: begart },
  { type: 'BegaranAterkallad', schema: 1, stored: { begaran: OVERORDNAD, av: [BJORN], datum: '2018-02-02' }, today: { begaran: OVERORDNAD, av: [BJORN], datum: '2018-02-02' } },
  { type: 'BegaranAvslagen', schema: 1, stored: { begaran: OVERORDNAD, datum: '2018-02-03', skal: sealed('namnd') }, today: { begaran: OVERORDNAD, datum: '2018-02-03', skal: sealed('namnd') } },
  { type: 'BegartSammantradePlanerat', schema: 1, stored: { begaran: OVERORDNAD, sammantrade: BJORN }, today: { begaran: OVERORDNAD, sammantrade: BJORN } },
  { type: 'ArshjulspostSatt', schema: 1, stored: post, today: post },
  { type: 'ArshjulspostStruken', schema: 1, stored: { post: OVERORDNAD, skal: sealed('namnd') }, today: { post: OVERORDNAD, skal: sealed('namnd') } },
  { type: 'PersonalforetradareSatta', schema: 1, stored: { fran: '2018-01-01', personer: [BJORN, OVERORDNAD], avsteg }, today: { fran: '2018-01-01', personer: [BJORN, OVERORDNAD], avsteg } },
] as const satisfies readonly Golden<NamndEvent>[];
export const nothingMissing: NothingMissing<NamndEvent, typeof golden> = true;
