import type { ParagrafEvent } from '@klubba/paragraf';
import { type Golden, type NothingMissing, sealed } from './golden';

const sammantrade = '00000000-0000-4000-8000-000000000031';
const part = '00000000-0000-4000-8000-0000000000b1';
const overklagande = '00000000-0000-4000-8000-0000000000b5';
const avsteg = [{ kod: 'DOMSTOLEN_EJ_TILLFRAGAD', skal: sealed('paragraf') }];
const begaran = '00000000-0000-4000-8000-000000000033';
const senare = { paragraf: '00000000-0000-4000-8000-000000000032', namnd: '00000000-0000-4000-8000-0000000000a1', ar: 2018, nr: 40, bokstav: 'b', datum: '2018-05-16' } as const;
/** A shape that has not changed since. */
const same = <const T extends string, const D extends object>(type: T, data: D) => ({ type, schema: 1, stored: data, today: data }) as const;

export const golden = [
  same('ParagrafOppnad', { sammantrade, ar: 2018, nr: 25, datum: '2018-03-21', beslutstyp: 'bifalla', overklagandeslag: 'LAGLIGHETSPROVNING', arende: '00000000-0000-4000-8000-000000000021', klass: 'oppen' }),
  same('ParagrafOppnad', { sammantrade, ar: 2018, nr: 25, datum: '2018-03-21', beslutstyp: 'foresla_namnden', overklagandeslag: 'EJ_OVERKLAGBART', klass: 'oppen', beredande: true }),
  same('ParagrafensKlassAndrad', { klass: 'sekretess' }),
  same('ParagrafJusterad', { omgang: 1, omedelbar: false, datum: '2018-04-04' }),
  same('AnslagNoterat', { omgang: 1, datum: '2018-04-06' }),
  same('AvbrottNoterat', { anslaget: '2018-04-06', datum: '2018-04-10', brutet: false }),
  same('NedtagningNoterad', { anslaget: '2018-04-06', datum: '2018-04-28', brutet: false }),
  same('ParagrafRattad', { klass: 'sekretess', beslutspunkt: 1, text: sealed('paragraf'), datum: '2018-04-10', skal: sealed('paragraf') }),
  same('ParagrafRattad', { klass: 'oppen', text: sealed('paragraf'), datum: '2018-04-11', skal: sealed('paragraf'), sammantrade }),
  same('ParagrafOppnad', { sammantrade, ar: 2018, nr: 25, datum: '2018-03-21', beslutstyp: 'bifalla', overklagandeslag: 'LAGLIGHETSPROVNING', arende: '00000000-0000-4000-8000-000000000021', klass: 'oppen', bokstav: 'a' }),
  same('ParagrafRattad', { klass: 'oppen', text: sealed('paragraf'), datum: '2018-04-12', skal: sealed('paragraf'), sammantrade, avsteg: [{ kod: 'BESLUTET_AVGOR_ETT_FORSLAG', skal: sealed('paragraf') }] }),
  same('ParagrafAndrad', { ...senare, grund: 'fl_36' }),
  same('ForslagBehandlat', { ...senare, paragraf: '00000000-0000-4000-8000-000000000034', beslutstyp: 'foresla_kf' }),
  same('OversattningBegard', { begaran, sprak: 'annat', annatSprak: sealed('paragraf'), av: sealed('paragraf'), datum: '2018-04-15', avsteg: [{ kod: 'EJ_MINORITETSSPRAK', skal: sealed('paragraf') }] }),
  same('OversattningLamnad', { begaran, datum: '2018-04-20' }),
  same('LagaKraftEfterfragad', { domstol: sealed('paragraf'), datum: '2018-05-02' }),
  same('OverklagandeNoterat', { mal: sealed('paragraf'), datum: '2018-05-03' }),
  same('LagaKraftBekraftad', { datum: '2018-05-04', kalla: sealed('paragraf'), efterOverklagande: true, avsteg }),
  same('OverklagandeslagBestamt', { klass: 'oppen', beslutspunkt: 1, overklagandeslag: 'FORVALTNINGSBESVAR', lagrum: 'SoL 35 kap. 1 §', skal: sealed('paragraf') }),
  same('PartRegistrerad', { klass: 'oppen', part, person: '00000000-0000-4000-8000-0000000000b2', allman: false }),
  same('PartRegistrerad', { klass: 'oppen', part: '00000000-0000-4000-8000-0000000000b3', namn: sealed('paragraf'), allman: true }),
  same('PartStruken', { klass: 'oppen', part: '00000000-0000-4000-8000-0000000000b3', skal: sealed('paragraf') }),
  same('DelfaendeNoterat', { klass: 'oppen', part, mottagare: '00000000-0000-4000-8000-0000000000b4', datum: '2018-05-07', satt: 'kungorelsedelgivning', bevis: sealed('paragraf'), avsteg: [{ kod: 'DELGIVNINGSSATT_I_SOCIALTJANST', skal: sealed('paragraf') }] }),
  same('OverklagandeInkommet', { klass: 'oppen', overklagande, part, av: sealed('paragraf'), datum: '2018-05-30' }),
  same('RattidProvad', { klass: 'oppen', overklagande, datum: '2018-05-31', sista: '2018-05-28', iTid: true, undantag: 'felaktig_underrattelse', skal: sealed('paragraf') }),
  same('OverklagandeOverlamnat', { klass: 'oppen', overklagande, datum: '2018-05-31', domstol: sealed('paragraf') }),
  same('LagaKraftIntygad', { datum: '2018-05-07', avsteg }),
] as const satisfies readonly Golden<ParagrafEvent>[];
export const nothingMissing: NothingMissing<ParagrafEvent, typeof golden> = true;
