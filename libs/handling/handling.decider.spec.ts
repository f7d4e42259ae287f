import { seal, type Upload } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { handling, type HandlingCommand, type LaggTillHandling } from './handling.decider';
import type { HandlingEvent } from './handling.events';
import { type Handling, handlingensKlockor } from './handling.projection';

const ID = '00000000-0000-4000-8000-0000000000aa';
const JAG = '00000000-0000-4000-8000-0000000000bb';
const NAMND = '00000000-0000-4000-8000-0000000000a1';
const ARENDE = '00000000-0000-4000-8000-000000000c11';
const PUNKT = '00000000-0000-4000-8000-000000000c13';
const MOTE = '00000000-0000-4000-8000-000000000c12';
const kid = `handling:${ID}`;
const { given } = specify(handling, { id: ID, by: JAG });

const uppladdad = (mer: Partial<Upload> = {}): Upload => ({ id: ID, handling: ID, namnd: NAMND, by: JAG, at: '2018-03-21T10:00:00.000Z', medietyp: 'application/pdf', storlek: 900, hash: 'ab'.repeat(32), salt: 'cd'.repeat(32), ...mer });
const fil = (version: number, blob = ID) => ({ version, blob, medietyp: 'application/pdf', storlek: 900, hash: 'ab'.repeat(32), salt: seal(kid, 'cd'.repeat(32)) });
const lagg = (mer: Partial<LaggTillHandling> = {}): HandlingCommand => ({
  type: 'LaggTillHandling', data: { uppladdning: ID, namnd: NAMND, klass: 'oppen', namn: 'Remiss om lekplatsen.pdf', datum: '2018-03-20', fil: uppladdad(), finns: { namnd: true, arende: true }, ...mer },
});
const inkommen: Extract<HandlingEvent, { type: 'HandlingInkommen' }> = { type: 'HandlingInkommen', data: { namnd: NAMND, klass: 'oppen', namn: seal(kid, 'Remiss om lekplatsen.pdf'), datum: '2018-03-20', datumslag: 'inkommet', ...fil(1) } };
const iArende: HandlingEvent = { type: 'HandlingInkommen', data: { ...inkommen.data, arende: ARENDE } };
const NY = '00000000-0000-4000-8000-0000000000cd';
const nyVersion = (mer: Partial<Upload> = {}): HandlingCommand => ({ type: 'LaggTillHandlingsversion', data: { uppladdning: NY, fil: uppladdad({ id: NY, ...mer }), datum: '2018-03-21', skal: 'Rättad bilaga.' } });
const tillagd: Extract<HandlingEvent, { type: 'HandlingsversionTillagd' }> = { type: 'HandlingsversionTillagd', data: { klass: 'oppen', datum: '2018-03-21', ...fil(2, NY), skal: seal(kid, 'Rättad bilaga.') } };
const bifoga = (data: Partial<Extract<HandlingCommand, { type: 'BifogaHandling' }>['data']> = {}): HandlingCommand => ({ type: 'BifogaHandling', data: { mal: 'punkt', malId: PUNKT, sammantrade: MOTE, finns: true, ...data } });
const bifogad = (handlingslage: 'bifogas' | 'skickas_senare' = 'bifogas'): HandlingEvent => ({ type: 'HandlingBifogad', data: { klass: 'oppen', mal: 'punkt', malId: PUNKT, sammantrade: MOTE, handlingslage } });

describe('Att göra en uppladdad fil till en handling', () => {
  it('förseglar namn och salt, och låter typ, storlek och hash stå i klartext', () => given().when(lagg()).then(inkommen));
  it('kan bifoga den till ett ärende med detsamma', () => given().when(lagg({ arende: ARENDE })).then(iArende));
  it('kräver att ärendet finns i nämnden', () => given().when(lagg({ arende: ARENDE, finns: { namnd: true, arende: false } })).thenRefused('ARENDET_FINNS_INTE'));
  it('kräver att nämnden finns', () => given().when(lagg({ finns: { namnd: false, arende: false } })).thenRefused('NAMNDEN_FINNS_INTE'));
  it('går inte två gånger med samma uppladdning', () => given(inkommen).when(lagg()).thenRefused('HANDLINGEN_FINNS_REDAN'));
  it('går inte med någon annans uppladdning, som den som inte finns', () => {
    const { fil: _, ...utan } = lagg().data as LaggTillHandling;
    given().when({ type: 'LaggTillHandling', data: utan }).thenRefused('UPPLADDNINGEN_FINNS_INTE');
    given().when(lagg({ fil: uppladdad({ by: NAMND }) })).thenRefused('UPPLADDNINGEN_FINNS_INTE');
  });
  it('går inte med en fil som skickades till en annan nämnd, eller som version av en annan handling', () => {
    given().when(lagg({ fil: uppladdad({ namnd: ARENDE }) })).thenRefused('UPPLADDNINGEN_GALLER_ANNAT');
    given().when(lagg({ fil: uppladdad({ handling: NY }) })).thenRefused('UPPLADDNINGEN_GALLER_ANNAT');
  });
  it('går inte när uppladdningen är så gammal att den strax städas bort', () => {
    given().when(lagg({ fil: uppladdad({ at: '2018-03-20T12:59:59.000Z' }) })).thenRefused('UPPLADDNINGEN_AR_FOR_GAMMAL');
    given().when(lagg({ fil: uppladdad({ at: '2018-03-20T13:00:00.000Z' }) })).then(inkommen);
  });
  it('går inte med en dag som inte finns eller inte har varit', () => {
    given().when(lagg({ datum: '2018-02-30' })).thenRefused('DATUM_FINNS_INTE');
    given().when(lagg({ datum: '2018-03-22' })).thenRefused('DATUM_I_FRAMTIDEN');
  });
  it('I3: en sekretessmarkering anger sin bestämmelse, och en öppen handling har ingen', () => {
    given().when(lagg({ klass: 'sekretess' })).thenRefused('SEKRETESSLAGRUM_SAKNAS', 'Ange den bestämmelse som sekretessen vilar på (OSL 5 kap. 5 §).', 'OSL 5 kap. 5 §');
    given().when(lagg({ klass: 'sekretess', sekretesslagrum: 'nej' })).thenRefused('SEKRETESSLAGRUM_HAR_FEL_FORM');
    given().when(lagg({ sekretesslagrum: '26:1' })).thenRefused('SEKRETESSLAGRUM_UTAN_SEKRETESS');
    given().when(lagg({ klass: 'sekretess', sekretesslagrum: 'OSL 26:14 c' })).then({ type: 'HandlingInkommen', data: { ...inkommen.data, klass: 'sekretess', sekretesslagrum: '26:14c' } });
  });
});

describe('Att lägga till en version', () => {
  it('får nästa nummer, och den förra står kvar', () => given(inkommen).when(nyVersion()).then(tillagd));
  it('säger var handlingen är bifogad: det som signerats med den förra versionen ska få veta', () =>
    given(iArende, bifogad()).when(nyVersion()).then({ ...tillagd, data: { ...tillagd.data, platser: [{ mal: 'arende', malId: ARENDE }, { mal: 'punkt', malId: PUNKT, sammantrade: MOTE }] } }));
  it('kräver skäl', () => given(inkommen).when({ type: 'LaggTillHandlingsversion', data: { uppladdning: NY, fil: uppladdad({ id: NY }), datum: '2018-03-21', skal: ' ' } }).thenRefused('SKAL_SAKNAS'));
  it('kräver att filen skickades som version av just den handlingen', () => given(inkommen).when(nyVersion({ handling: NY })).thenRefused('UPPLADDNINGEN_GALLER_ANNAT'));
  it('går inte två gånger med samma fil', () => given(inkommen, tillagd).when(nyVersion()).thenRefused('UPPLADDNINGEN_ANVAND'));
  it('kräver att handlingen finns', () => given().when(nyVersion()).thenRefused('HANDLINGEN_FINNS_INTE'));
});

describe('Att ändra handlingens klass', () => {
  const markera = (mer: object = {}): HandlingCommand => ({ type: 'AndraHandlingsklass', data: { klass: 'sekretess', sekretesslagrum: '26:1', datum: '2018-03-21', skal: 'Rör en enskild.', ...mer } });
  const markt: HandlingEvent = { type: 'HandlingsklassAndrad', data: { klass: 'sekretess', forut: 'oppen', sekretesslagrum: '26:1', datum: '2018-03-21', skal: seal(kid, 'Rör en enskild.') } };
  it('säger vad den var och vad den är', () => given(inkommen).when(markera()).then(markt));
  it('händer en gång även om den ändras två gånger', () => given(inkommen, markt).when(markera()).thenNothing());
  it('kan tas tillbaka', () => given(inkommen, markt).when({ type: 'AndraHandlingsklass', data: { klass: 'oppen', datum: '2018-03-21', skal: 'Omprövad.' } })
    .then({ type: 'HandlingsklassAndrad', data: { klass: 'oppen', forut: 'sekretess', datum: '2018-03-21', skal: seal(kid, 'Omprövad.') } }));
});

describe('Att bifoga en handling', () => {
  it('A10: till en punkt bifogas den om inget annat läge anges', () => given(inkommen).when(bifoga()).then(bifogad()));
  it('A10: läget kan ändras, och samma läge en gång till är inget', () => {
    given(inkommen, bifogad()).when(bifoga({ handlingslage: 'skickas_senare' })).then(bifogad('skickas_senare'));
    given(inkommen, bifogad('skickas_senare')).when(bifoga({ handlingslage: 'skickas_senare' })).thenNothing();
  });
  it('till en paragraf, en tjänsteskrivelse eller ett ärende har den inget läge', () => {
    for (const mal of ['paragraf', 'tjansteskrivelse', 'arende'] as const) {
      given(inkommen).when({ type: 'BifogaHandling', data: { mal, malId: PUNKT, finns: true } }).then({ type: 'HandlingBifogad', data: { klass: 'oppen', mal, malId: PUNKT } });
      given(inkommen).when(bifoga({ mal, handlingslage: 'bifogas' })).thenRefused('LAGE_BARA_VID_PUNKT');
    }
    given(iArende).when({ type: 'BifogaHandling', data: { mal: 'arende', malId: ARENDE, finns: true } }).thenNothing();
  });
  it('en punkt finns i sitt sammanträde, som anges', () => given(inkommen).when({ type: 'BifogaHandling', data: { mal: 'punkt', malId: PUNKT, finns: true } }).thenRefused('SAMMANTRADE_SAKNAS'));
  it('går inte till det som inte finns i nämnden', () => given(inkommen).when(bifoga({ finns: false })).thenRefused('MALET_FINNS_INTE'));
});

describe('Att lösgöra en handling', () => {
  const losgor = (skal = 'Fel ärende.'): HandlingCommand => ({ type: 'LosgorHandling', data: { mal: 'punkt', malId: PUNKT, skal } });
  const losgjord: HandlingEvent = { type: 'HandlingLosgjord', data: { klass: 'oppen', mal: 'punkt', malId: PUNKT, sammantrade: MOTE, skal: seal(kid, 'Fel ärende.') } };
  it('kräver skäl, och att den är bifogad där', () => {
    given(inkommen, bifogad()).when(losgor()).then(losgjord);
    given(inkommen, bifogad()).when(losgor('')).thenRefused('SKAL_SAKNAS');
    given(inkommen).when(losgor()).thenRefused('INTE_BIFOGAD');
    given(inkommen, bifogad(), losgjord).when(losgor()).thenRefused('INTE_BIFOGAD');
  });
  it('gör att den kan bifogas igen', () => given(inkommen, bifogad(), losgjord).when(bifoga()).then(bifogad()));
});

describe('Att registrera det som är hemligt', () => {
  const kom = (over: Partial<Handling> = {}): Handling => ({ id: ID, namnd: NAMND, klass: 'sekretess', namn: seal(kid, 'Skrivelse'), datum: '2018-03-09', datumslag: 'inkommet', versioner: [], platser: [], ...over });
  it('I1: det som har kommit in och inte hör till något ärende väntar på sitt nummer från den dagen', () =>
    expect(handlingensKlockor(kom())).toMatchObject([{ regel: 'registrering', vad: 'Handlingen är sekretessbelagd och måste registreras', galler: 'handling som kom in 2018-03-09', lag: '2018-03-09', drift: '2018-03-09', agare: 'registrator', lagrum: 'OSL 5 kap. 1 §' }]));
  it('I1: inte det som är i ett ärende, i sin personakt, öppet, eller upprättat hos nämnden', () => {
    for (const over of [{ platser: [{ mal: 'arende', id: ARENDE }] }, { akt: { akt: seal(kid, 'Akt 7'), datum: '2018-03-09' } }, { klass: 'oppen' }, { datumslag: 'upprattat' }] as const) expect(handlingensKlockor(kom(over))).toEqual([]);
    expect(handlingensKlockor(kom({ platser: [{ mal: 'punkt', id: PUNKT, sammantrade: MOTE }] }))).toHaveLength(1);
  });
  it('I1: läggs den i personakten sägs vilken, och när', () => {
    const lagg = (datum = '2018-03-21'): HandlingCommand => ({ type: 'LaggHandlingIAkt', data: { akt: 'Akt 7', datum } });
    given(inkommen).when(lagg()).then({ type: 'HandlingLagdIAkt', data: { klass: 'oppen', akt: seal(kid, 'Akt 7'), datum: '2018-03-21' } });
    given(inkommen).when(lagg('2018-03-22')).thenRefused('DATUM_I_FRAMTIDEN');
    given().when(lagg()).thenRefused('HANDLINGEN_FINNS_INTE');
  });
});
