/** What the demo's nämnd has in its registers beside the meeting. The days, figures and delays are of one real meeting; no person, place or sentence is taken from life. */

/** Two remisser that could not be taken up before their time was out: each has its item on the agenda and its answer afterwards. */
export const REMISSER = [
  {
    arende: 'schablon', rubrik: 'Fördelning av statlig schablonersättning 2018', nummer: 'KS/2018:69', inkom: '2018-02-14', svarstid: '2018-03-09', fragor: 'Är fördelningen 60/40 mellan socialnämnden och överförmyndaren rimlig?',
    utkast: { datum: '2018-03-07', text: 'Socialnämnden tillstyrker förslaget utom i fråga om fördelningen, som bör vara 70/30. Av 52 000 kronor blir det 36 400 till socialnämnden och 15 600 till överförmyndaren.' },
  },
  {
    arende: 'kompetens', rubrik: 'Kompetensförsörjningsplan 2018–2022', nummer: 'KS/2018:41', inkom: '2018-02-05', svarstid: '2018-03-16', fragor: 'Vilka mål saknas i planen, och vad kostar den i nämndens verksamheter?',
    utkast: { datum: '2018-03-05', text: 'Socialnämnden ställer sig bakom planens mål. Handledning av nyutbildade socionomer bör bli ett eget mål, och studieplatserna behöver en kostnad.' },
  },
] as const;
export const SENT_SVAR = 'Nämnden hade inget sammanträde inom svarstiden, och anstånd begärdes inte.';

/** By whom the head is called in the nämnd's delegationsordning. */
export const SOCIALCHEF = 'socialchef';
/** The report that reached the nämnd after 301 days (F4): who reported and about what is secret, and its state is not. */
export const LEX_SARAH = {
  rapport: {
    mottagen: '2017-05-24', lag: 'SOL', verksamhet: 'sarskilt_boende', orsak: 'bemanning', upptackt: '2017-05-23', intraffad: '2017-05-20', rapportorsslag: 'anstalld', rapportor: 'Vera Strandlund', befattning: 'Undersköterska', chef: 'Rolf Enbacken', berorEnskild: true,
    beskrivning: 'En boende på Kvarngården fick ingen tillsyn tre nätter i rad. Larmet gick till en telefon som ingen bar.', konsekvenser: 'Hon låg kvar på golvet i en timme den andra natten men skadades inte.', uppmarksammad: 'Dottern frågade på morgonen varför ingen hade kommit.', gjort: 'Extra nattpersonal kallades in samma kväll.',
  },
  genast: { datum: '2017-05-24', tid: '18:30', text: 'Nattbemanningen utökades med en person och larmlistan skrevs om.' },
  forhandsbedomd: { datum: '2017-06-21', text: 'Händelsen behöver utredas. Det finns inget som talar för att den är allvarlig.' },
  utredareUtsedd: { datum: '2017-09-28', skal: 'Stabens utredare slutade i juni och tjänsten var obesatt över sommaren.' },
  /** The parts (a)–(h) of SOSFS 2011:5 5 kap., in their order. */
  utredning: {
    handelse_och_konsekvenser: 'Tillsyn uteblev tre nätter. Den boende föll den andra natten och låg kvar i en timme.', nar_och_hur_uppmarksammad: 'Dottern ringde enheten på morgonen den 23 maj 2017.', nar_intraffad: 'Nätterna till den 21, 22 och 23 maj 2017.',
    orsaker: 'Schemat hade två luckor efter ett byte, och larmlistan var inte uppdaterad.', om_tidigare: 'Tre avvikelser om nattbemanning har lämnats tidigare, två av dem 2016.', om_igen: 'Ja, så länge byten godkänns utan att schemat kontrolleras.',
    atgarder: 'Rutinen för byten är omskriven och all nattpersonal har gått igenom den.', ovrigt: 'Telefonen som larmet gick till hade dålig täckning i östra flygeln.',
  },
  utredd: '2018-03-01',
  bedomd: { datum: '2018-03-08', motivering: 'Bristen gällde flera nätter. Risken för den boende var liten, och påtaglig risk för ett allvarligt missförhållande fanns inte.', skal: 'Utredningen började sent och fick göras om när schemat för maj inte fanns kvar.' },
  atgard: { text: 'Byten av nattpass godkänns av enhetschefen efter kontroll mot schemat.', senast: '2018-04-30' },
  /** Told of at the meeting: the follow-up comes in June. */
  uppfoljning: '2018-06-13',
} as const;

const enhetschef = { slag: 'tjansteman', titel: 'Enhetschef' } as const;
const socialsekreterare = { slag: 'tjansteman', titel: 'Socialsekreterare' } as const;
export const DELEGATIONSORDNING = {
  gallerFran: '2018-01-01', antagen: { datum: '2017-12-13', ar: 2017, nr: 121 }, bradskande: [{ slag: 'ordforande' }],
  punkter: [
    { nummer: '1.1', arendegrupp: 'Bidrag till föreningar', delegater: [{ slag: 'forvaltningschef' }], granser: [{ slag: 'kronor', hogst: 50_000 }] },
    { nummer: '1.2', arendegrupp: 'Avslag på begäran att få ut en allmän handling', lagrum: 'OSL 6:7', delegater: [{ slag: 'forvaltningschef' }, enhetschef] },
    { nummer: '2.1', arendegrupp: 'Försörjningsstöd', lagrum: 'SoL 4:1', delegater: [socialsekreterare, enhetschef] },
    { nummer: '2.2', arendegrupp: 'Kontaktfamilj och kontaktperson', lagrum: 'SoL 4:1', delegater: [enhetschef] },
    { nummer: '3.1', arendegrupp: 'Bedömning av rapport enligt lex Sarah', delegater: [{ slag: 'forvaltningschef' }] },
  ],
} as const;

/** What was decided for the nämnd in February, by the day; the agenda's item 26 reports it. */
export const DELEGATIONSBESLUT = [
  { nyckel: 'stod', som: 'handlaggare', datum: '2018-02-05', nummer: '2.1', delegat: { ...socialsekreterare, namn: 'Hedda Lundmo' }, beslut: 'Försörjningsstöd för februari enligt riksnorm.', utfall: 'bifall', akt: 'Akt 1344', myndighetsutovning: true },
  { nyckel: 'familj', som: 'handlaggare', datum: '2018-02-08', nummer: '2.2', delegat: { ...enhetschef, namn: 'Joar Stensäter' }, beslut: 'Kontaktfamilj två helger i månaden.', utfall: 'bifall', akt: 'Akt 1187', myndighetsutovning: true },
  { nyckel: 'tandvard', som: 'handlaggare', datum: '2018-02-14', nummer: '2.1', delegat: { ...socialsekreterare, namn: 'Hedda Lundmo' }, beslut: 'Bistånd till tandvård som inte är akut.', utfall: 'avslag', akt: 'Akt 1290', myndighetsutovning: true },
  { nyckel: 'handling', som: 'registrator', datum: '2018-02-19', nummer: '1.2', delegat: { ...enhetschef, namn: 'Joar Stensäter' }, beslut: 'Avslag på begäran att få ut en journal.', utfall: 'avslag', myndighetsutovning: true },
  // Straight from the statute, and so at the next meeting (LVU 6 §, KL 6:40); what it is about is nobody's but theirs who may read it.
  {
    nyckel: 'omhandertagande', som: 'ordforande', datum: '2018-02-23', tid: '21:40', grund: 'kompletterande', lagrum: 'LVU 6', overklagandeslag: 'FORVALTNINGSBESVAR', delegat: { slag: 'ordforande' },
    beslut: 'Omedelbart omhändertagande av ett barn.', utfall: 'bifall', akt: 'Akt 1402', myndighetsutovning: true, sekretesslagrum: '26:1',
  },
  { nyckel: 'bidrag', som: 'forvaltningschef', datum: '2018-02-27', nummer: '1.1', delegat: { slag: 'forvaltningschef' }, beslut: 'Verksamhetsbidrag för 2018 till föreningen Granviks mötesplats.', utfall: 'bifall', belopp: 30_000 },
] as const;
export const UNDERSTALLT = '2018-02-28';
export const FICK_DEL = '2018-02-20';
export const ANMALD_PERIOD = { fran: '2018-02-01', till: '2018-02-28' } as const;

/** The year's report, with its figures and what must hold between them. */
export const KVALITETSBERATTELSE = {
  avsnitt: { egenkontroll: 'Enheterna har gått igenom dokumentationen i 120 akter och frågat dem som får stöd vad de tycker.', utredning_av_avvikelser: 'Avvikelserna handlar mest om rutiner som inte följts. De flesta klagomålen kom genom tillsynsmyndigheten.', forbattrande_atgarder: 'Väntetiden till ett första samtal har kortats från 23 till 11 dagar.' },
  siffror: [
    { avsnitt: 'egenkontroll', nyckel: 'enkat_svar', varde: '133', enhet: 'antal' }, { avsnitt: 'egenkontroll', nyckel: 'enkat_erbjudna', varde: '205', enhet: 'antal' }, { avsnitt: 'egenkontroll', nyckel: 'enkat_andel', varde: '65', enhet: 'procent' },
    { avsnitt: 'utredning_av_avvikelser', nyckel: 'klagomal_direkt', varde: '10', enhet: 'antal' }, { avsnitt: 'utredning_av_avvikelser', nyckel: 'klagomal_via_ivo', varde: '27', enhet: 'antal' }, { avsnitt: 'utredning_av_avvikelser', nyckel: 'klagomal', varde: '37', enhet: 'antal' },
  ],
  kontroller: [{ slag: 'andel', delar: ['enkat_svar', 'enkat_erbjudna'], mot: 'enkat_andel' }, { slag: 'summa', delar: ['klagomal_direkt', 'klagomal_via_ivo'], mot: 'klagomal' }],
  fardig: '2018-03-06',
} as const;

/** Given by the § on the internal control. */
export const UPPDRAG = { text: 'Redovisa hur bristerna i behörigheter till journalsystemet har rättats.', ansvarig: 'Socialchefen', redovisasSenast: '2018-09-19' } as const;
