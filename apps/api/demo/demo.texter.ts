/** The invented nämnd of the demo: its people, its matters and one meeting. No person, place or sentence is taken from life. */
export type Deltagare = { readonly nyckel: string; readonly namn: string; readonly parti: string; readonly roll?: 'ordforande' | 'forste_vice_ordforande' | 'andre_vice_ordforande' };

/** Each named role of a token is one person; `ordforande` and `ledamot` also sit in the nämnd. */
export const TJANSTEPERSONER = [
  { nyckel: 'namndsekreterare', namn: 'Sigrid Almlund', titel: 'Nämndsekreterare' },
  { nyckel: 'forvaltningschef', namn: 'Tore Vassberg', titel: 'Socialchef' },
  { nyckel: 'handlaggare', namn: 'Ingela Norrsken', titel: 'Utredare' },
  { nyckel: 'registrator', namn: 'Bodil Kvarnäng', titel: 'Registrator' },
  { nyckel: 'revisor', namn: 'Folke Stenhuvud', titel: 'Förtroendevald revisor' },
] as const;

export const LEDAMOTER: readonly Deltagare[] = [
  { nyckel: 'ordforande', namn: 'Yngve Björkhage', parti: 'S', roll: 'ordforande' },
  { nyckel: 'ledamot', namn: 'Ragna Silverå', parti: 'M', roll: 'forste_vice_ordforande' },
  { nyckel: 'ledamot-3', namn: 'Ottilia Grankvist-Ros', parti: 'C', roll: 'andre_vice_ordforande' },
  { nyckel: 'ledamot-4', namn: 'Hilding Sjövret', parti: 'S' }, { nyckel: 'ledamot-5', namn: 'Malin Törnbacke', parti: 'S' },
  { nyckel: 'ledamot-6', namn: 'Arvid Flodmark', parti: 'S' }, { nyckel: 'ledamot-7', namn: 'Elsy Hagtorn-Lid', parti: 'V' },
  { nyckel: 'ledamot-8', namn: 'Göte Ängsvall', parti: 'M' }, { nyckel: 'ledamot-9', namn: 'Siri Norrfjell', parti: 'L' },
  { nyckel: 'ledamot-10', namn: 'Ivar Klintäng', parti: 'KD' }, { nyckel: 'ledamot-11', namn: 'Tyra Mossebo', parti: 'MP' },
];
export const ERSATTARE: readonly Deltagare[] = [
  ['Valter Lundgård-Ek', 'S'], ['Dagny Rönnäng', 'S'], ['Rut Sandåker', 'S'], ['Egil Tallhed', 'S'], ['Gertrud Vinterbo', 'V'], ['Ossian Brynhult', 'M'],
  ['Alva Stigmark', 'M'], ['Helge Åsvik', 'C'], ['Maj Kärrdal', 'L'], ['Torvald Lövhyttan', 'KD'], ['Ylva Dalsjö', 'MP'],
].map(([namn, parti], i) => ({ nyckel: `ersattare-${i + 1}`, namn: namn!, parti: parti! }));

export type Memo = {
  readonly datum: string;
  readonly fardig: string;
  readonly forslag: readonly string[];
  readonly sammanfattning?: string;
  readonly beskrivning: string;
  readonly bedomning?: string;
  readonly handlingar: readonly { readonly namn: string; readonly datum?: string }[];
  readonly skickasTill: readonly string[];
};
export type Arende = {
  readonly nyckel: string;
  readonly rubrik: string;
  readonly datum: string;
  readonly datumslag: 'inkommet' | 'upprattat';
  readonly slag: string;
  readonly klassifikation?: string;
  readonly avsandare?: string;
  readonly frammande?: { readonly nummer: string; readonly organ: string };
  readonly memo: Memo;
};
const DE_BERORDA = ['Kommunledningskontoret'];

/** In the order they were registered: the series gives them their numbers. */
export const ARENDEN: readonly Arende[] = [
  {
    nyckel: 'verksamhet', rubrik: 'Verksamhetsinformation till socialnämnden', datum: '2017-05-02', datumslag: 'upprattat', slag: 'information',
    memo: {
      datum: '2018-03-12', fardig: '2018-03-12', forslag: ['Socialnämnden beslutar att lägga informationen till handlingarna.'], beskrivning: 'Förvaltningen redovisar läget i verksamheten efter årets två första månader: bemanning, kö till särskilt boende och antal pågående utredningar.',
      handlingar: [{ namn: 'Månadsrapport februari', datum: '2018-03-09' }], skickasTill: ['Akten'],
    },
  },
  {
    nyckel: 'lexsarah', rubrik: 'Utredning enligt lex Sarah om utebliven tillsyn nattetid', datum: '2017-05-24', datumslag: 'inkommet', slag: 'lex_sarah',
    memo: {
      datum: '2018-03-08', fardig: '2018-03-09',
      forslag: ['Socialnämnden beslutar att händelsen är ett missförhållande, dock inte allvarligt.', 'Socialnämnden beslutar att utredningen avslutas med de åtgärder som förvaltningen har vidtagit.'],
      sammanfattning: 'Planerad tillsyn uteblev under tre nätter på ett av kommunens boenden. Ingen kom till skada.',
      beskrivning: 'Rapporten lämnades den 24 maj 2017. Utredningen visar att schemat hade två luckor och att larmlistan inte var uppdaterad. Rutinen är omskriven och genomgången med all nattpersonal. Åtgärderna följs upp i juni 2018.',
      bedomning: 'Bristen rörde flera nätter och är ett missförhållande. Risken för den enskilde har varit liten, och påtaglig risk för ett allvarligt missförhållande har inte funnits.',
      handlingar: [{ namn: 'Rapport', datum: '2017-05-24' }, { namn: 'Utredning', datum: '2018-03-01' }], skickasTill: ['Den som rapporterade', 'Enhetschefen'],
    },
  },
  {
    nyckel: 'kompetens', rubrik: 'Remiss: förslag till kompetensförsörjningsplan 2018–2022', datum: '2018-02-05', datumslag: 'inkommet', slag: 'remiss', klassifikation: '024', avsandare: 'Kommunstyrelsen', frammande: { nummer: 'KS/2018:41', organ: 'KS' },
    memo: {
      datum: '2018-03-05', fardig: '2018-03-06', forslag: ['Socialnämnden beslutar att anta förvaltningens yttrande som sitt eget.', 'Paragrafen justeras omedelbart.'],
      beskrivning: 'Kommunstyrelsen har bett nämnderna yttra sig över en plan för hur kommunen ska få och behålla personal. Svaret ska vara inne den 16 mars 2018.',
      bedomning: 'Planen är i huvudsak bra. Förvaltningen saknar mål för handledning av nyutbildade socionomer och en kostnad för de studieplatser som utlovas.',
      handlingar: [{ namn: 'Remissbrev', datum: '2018-02-05' }, { namn: 'Förslag till plan', datum: '2018-01-29' }, { namn: 'Förvaltningens yttrande', datum: '2018-03-05' }], skickasTill: DE_BERORDA,
    },
  },
  {
    nyckel: 'schablon', rubrik: 'Remiss: fördelning av statlig schablonersättning 2018', datum: '2018-02-14', datumslag: 'inkommet', slag: 'remiss', klassifikation: '759', avsandare: 'Kommunstyrelsen', frammande: { nummer: 'KS/2018:69', organ: 'KS' },
    memo: {
      datum: '2018-03-07', fardig: '2018-03-07', forslag: ['Socialnämnden beslutar att godkänna förvaltningens förslag till remissvar.', 'Paragrafen justeras omedelbart.'],
      sammanfattning: 'Förvaltningen föreslår en annan fördelning än den som remissen innehåller.',
      beskrivning: 'Remissen föreslår att ersättningen delas 60/40 mellan socialnämnden och överförmyndaren. Kostnaderna för tolk och resor bärs i dag till största delen av socialnämnden.',
      bedomning: 'En delning 70/30 motsvarar kostnaderna bättre.', handlingar: [{ namn: 'Remissbrev', datum: '2018-02-14' }, { namn: 'Beräkning', datum: '2018-03-06' }], skickasTill: DE_BERORDA,
    },
  },
  {
    nyckel: 'ledningssystem', rubrik: 'Revidering av ledningssystem för kvalitet', datum: '2018-02-20', datumslag: 'upprattat', slag: 'styrdokument',
    memo: {
      datum: '2018-03-08', fardig: '2018-03-08', forslag: ['Socialnämnden beslutar att anta det reviderade ledningssystemet att gälla från och med den 1 maj 2018.', 'Socialnämnden beslutar att tidigare version upphör att gälla samma dag.'],
      beskrivning: 'Ledningssystemet har setts över efter förra årets egenkontroll. Ansvaret för avvikelser är förtydligat och två rutiner är sammanslagna.',
      handlingar: [{ namn: 'Ledningssystem, förslag till upplaga 4', datum: '2018-03-07' }], skickasTill: ['Samtliga enhetschefer'],
    },
  },
  {
    nyckel: 'kvalitet', rubrik: 'Kvalitetsberättelse 2017', datum: '2018-02-22', datumslag: 'upprattat', slag: 'uppfoljning',
    memo: {
      datum: '2018-03-08', fardig: '2018-03-09', forslag: ['Socialnämnden beslutar att godkänna kvalitetsberättelsen för 2017.'],
      beskrivning: 'Berättelsen beskriver årets arbete med systematisk kvalitet: egenkontroller, klagomål, avvikelser och de förbättringar som följde.',
      handlingar: [{ namn: 'Kvalitetsberättelse 2017', datum: '2018-03-06' }], skickasTill: ['Kommunens revisorer'],
    },
  },
  {
    nyckel: 'internkontroll', rubrik: 'Redovisning av internkontroll 2017', datum: '2018-02-26', datumslag: 'upprattat', slag: 'internkontroll',
    memo: {
      datum: '2018-03-12', fardig: '2018-03-12', forslag: ['Socialnämnden beslutar att godkänna redovisningen och överlämna den till kommunstyrelsen.', 'Socialnämnden beslutar att ge förvaltningen i uppdrag att senast den 19 september 2018 redovisa hur bristerna i behörigheter har rättats.'],
      beskrivning: 'Av årets åtta kontrollområden är sex utan anmärkning. Brister fanns i avtalsuppföljning och i behörigheter till journalsystemet.', handlingar: [{ namn: 'Redovisning', datum: '2018-03-12' }], skickasTill: ['Kommunstyrelsen'],
    },
  },
];

export type Punkt = {
  readonly slag: 'formalia' | 'information' | 'arende' | 'remissvar' | 'lex_sarah' | 'delegationsanmalan' | 'meddelanden';
  readonly rubrik: string;
  readonly arende?: string;
  readonly sekretess?: true;
  /** The register whose row the item is about. */
  readonly galler?: 'remiss' | 'lexsarah' | 'kvalitetsberattelse';
  readonly handlingslage?: 'bifogas' | 'delas_ut_vid_sammantradet' | 'finns_hos_forvaltningen';
  readonly tid: string;
  readonly beslutstyp: 'inget_beslut' | 'utse' | 'faststalla' | 'lagga_till_handlingarna' | 'besluta' | 'godkanna' | 'avge_yttrande' | 'anta' | 'bifalla' | 'avsla';
  readonly beslut: readonly string[];
};
const INDIVIDER: readonly (readonly [string, 'bifalla' | 'avsla' | 'besluta'])[] = [
  ['Ansökan om stödfamilj', 'bifalla'], ['Omprövning av placering i familjehem', 'besluta'], ['Ansökan om kontaktperson', 'bifalla'], ['Övervägande av vård', 'besluta'],
  ['Ansökan om personlig assistans i annan ordning', 'avsla'], ['Medgivande att ta emot barn', 'bifalla'], ['Ansökan om vård vid behandlingshem', 'bifalla'], ['Upphörande av placering', 'besluta'],
  ['Ansökan om ekonomiskt bistånd utöver norm', 'avsla'], ['Yttrande i faderskapsärende', 'besluta'], ['Övervägande av umgänge', 'besluta'], ['Ansökan om skyddat boende', 'bifalla'],
  ['Återkrav av bistånd', 'avsla'], ['Polisanmälan av misstänkt brott mot barn', 'besluta'],
];
const klock = (minut: number): string => `${String(15 + Math.floor(minut / 60)).padStart(2, '0')}:${String(minut % 60).padStart(2, '0')}`;

/** Twenty-seven items, 5–18 of them confidential, each with what was decided. */
export const PUNKTER: readonly Punkt[] = [
  { slag: 'formalia', rubrik: 'Upprop', tid: klock(0), beslutstyp: 'inget_beslut', beslut: ['Uppropet är förrättat.'] },
  { slag: 'formalia', rubrik: 'Val av justerare', tid: klock(2), beslutstyp: 'utse', beslut: ['Ragna Silverå utses att justera protokollet.'] },
  { slag: 'formalia', rubrik: 'Fastställande av dagordning', tid: klock(4), beslutstyp: 'faststalla', beslut: ['Dagordningen fastställs.'] },
  { slag: 'information', rubrik: 'Tema: vägen från bidrag till arbete', tid: klock(35), beslutstyp: 'lagga_till_handlingarna', beslut: ['Informationen läggs till handlingarna.'] },
  ...INDIVIDER.map(([rubrik, beslutstyp], i): Punkt => ({
    slag: 'arende', rubrik: `${rubrik}, personakt ${1201 + 7 * i}`, sekretess: true, tid: klock(38 + 3 * i), beslutstyp,
    beslut: [`Socialnämnden beslutar ${beslutstyp === 'avsla' ? 'att avslå ansökan' : beslutstyp === 'bifalla' ? 'att bifalla ansökan' : 'enligt förvaltningens förslag'} i personakt ${1201 + 7 * i}.`],
  })),
  { slag: 'arende', rubrik: 'Redovisning av internkontroll 2017', arende: 'internkontroll', handlingslage: 'delas_ut_vid_sammantradet', tid: klock(82), beslutstyp: 'godkanna', beslut: ['Socialnämnden godkänner redovisningen och överlämnar den till kommunstyrelsen.', 'Förvaltningen får i uppdrag att senast den 19 september 2018 redovisa hur bristerna i behörigheter har rättats.'] },
  { slag: 'remissvar', rubrik: 'Svar på remiss om fördelning av schablonersättning 2018', arende: 'schablon', galler: 'remiss', handlingslage: 'bifogas', tid: klock(90), beslutstyp: 'avge_yttrande', beslut: ['Socialnämnden godkänner förvaltningens förslag till remissvar.', 'Paragrafen justeras omedelbart.'] },
  { slag: 'remissvar', rubrik: 'Yttrande över kompetensförsörjningsplan 2018–2022', arende: 'kompetens', galler: 'remiss', handlingslage: 'bifogas', tid: klock(97), beslutstyp: 'avge_yttrande', beslut: ['Socialnämnden antar förvaltningens yttrande som sitt eget.', 'Paragrafen justeras omedelbart.'] },
  { slag: 'lex_sarah', rubrik: 'Utredning enligt lex Sarah', arende: 'lexsarah', galler: 'lexsarah', handlingslage: 'bifogas', tid: klock(105), beslutstyp: 'besluta', beslut: ['Händelsen är ett missförhållande, dock inte allvarligt.', 'Utredningen avslutas med de åtgärder som förvaltningen har vidtagit.'] },
  { slag: 'arende', rubrik: 'Revidering av ledningssystem för kvalitet', arende: 'ledningssystem', handlingslage: 'bifogas', tid: klock(112), beslutstyp: 'anta', beslut: ['Socialnämnden antar det reviderade ledningssystemet att gälla från och med den 1 maj 2018.', 'Tidigare version upphör att gälla samma dag.'] },
  { slag: 'arende', rubrik: 'Kvalitetsberättelse 2017', arende: 'kvalitet', galler: 'kvalitetsberattelse', handlingslage: 'bifogas', tid: klock(118), beslutstyp: 'godkanna', beslut: ['Socialnämnden godkänner kvalitetsberättelsen för 2017.'] },
  { slag: 'information', rubrik: 'Verksamhetsinformation', arende: 'verksamhet', handlingslage: 'bifogas', tid: klock(126), beslutstyp: 'lagga_till_handlingarna', beslut: ['Informationen läggs till handlingarna.'] },
  { slag: 'delegationsanmalan', rubrik: 'Anmälan av delegationsbeslut', handlingslage: 'bifogas', tid: klock(130), beslutstyp: 'lagga_till_handlingarna', beslut: ['Redovisningen av delegationsbeslut för februari 2018 läggs till handlingarna.'] },
  { slag: 'meddelanden', rubrik: 'Meddelanden', handlingslage: 'finns_hos_forvaltningen', tid: klock(133), beslutstyp: 'lagga_till_handlingarna', beslut: ['Meddelandena läggs till handlingarna.'] },
];
export const SEKRETESSBLOCK = { fran: 5, till: 18, rubrik: 'Sekretessärenden' } as const;
export const SLUT = klock(140);
