import { type DataOf, idOf, type Projection, type Sealed } from '@klubba/kernel';
import type { remissFacts, RemissEvent } from './remiss.events';

type Data<T extends keyof typeof remissFacts> = DataOf<(typeof remissFacts)[T]['shape']>;
/** `struken` was registered by mistake; `preliminart_svar` is open until the nämnd's own answer has been sent (G). */
export const REMISSTATUS = ['mottagen', 'tilldelad', 'utkast', 'pa_dagordning', 'preliminart_svar', 'beslutad', 'expedierad', 'avstatt', 'struken'] as const;
export type Remisstatus = (typeof REMISSTATUS)[number];
export type Svarstid = 'avsandare' | 'intern';
export type Remiss = Omit<Data<'RemissMottagen'>, 'avsteg'> & {
  readonly id: string;
  readonly status: Remisstatus;
  readonly tilldelad?: Data<'RemissTilldelad'>;
  readonly svarsvag?: Data<'SvarsvagVald'>['vag'];
  readonly anstand: readonly { readonly svarstid: Svarstid; readonly begart: string; readonly till: string; readonly besvarat?: string; readonly beviljat?: boolean }[];
  readonly versioner: readonly { readonly version: number; readonly datum: string; readonly text: Sealed; readonly av: string }[];
  readonly punkt?: Data<'RemissPaDagordning'>;
  readonly behandlingar: readonly Data<'RemissBehandlad'>[];
  readonly beslut?: Omit<Data<'RemissvarBeslutat'>, 'avsteg'>;
  readonly expedieringar: readonly Omit<Data<'RemissvarExpedierat'>, 'avsteg'>[];
  readonly avstatt?: { readonly datum: string; readonly skal: Sealed };
};

/** What is past being answered, or never was to be. */
export const arKlar = ({ status }: { readonly status: Remisstatus }): boolean => status === 'expedierad' || status === 'avstatt' || status === 'struken';

/** A remiss from its arrival to the answer that was sent. */
export const remissen: Projection<Remiss, RemissEvent> = {
  name: 'remiss',
  revision: 1,
  category: 'remiss',
  on: {
    RemissMottagen: (_, { stream, data: { avsteg: _a, ...data } }) => ({ id: idOf(stream), ...data, status: 'mottagen', anstand: [], versioner: [], behandlingar: [], expedieringar: [] }),
    RemissTilldelad: (en, { data }) => en && { ...en, tilldelad: data, status: en.status === 'mottagen' ? 'tilldelad' : en.status },
    SvarsvagVald: (en, { data: { vag } }) => en && { ...en, svarsvag: vag },
    AnstandBegart: (en, { data: { svarstid, till, datum } }) => en && { ...en, anstand: [...en.anstand, { svarstid, till, begart: datum }] },
    AnstandBesvarat: (en, { data: { svarstid, datum, beviljat, till } }) => en && {
      ...en, anstand: [...en.anstand.filter((ett) => ett.svarstid !== svarstid || ett.besvarat !== undefined), {
        svarstid, begart: en.anstand.findLast((ett) => ett.svarstid === svarstid && ett.besvarat === undefined)?.begart ?? datum,
        till: till ?? en.anstand.findLast((ett) => ett.svarstid === svarstid)?.till ?? datum, besvarat: datum, beviljat,
      }],
    },
    RemissvarSkrivet: (en, { by, data: { version, datum, text } }) => en && {
      ...en, versioner: [...en.versioner, { version, datum, text, av: by }], status: en.status === 'mottagen' || en.status === 'tilldelad' ? 'utkast' : en.status,
    },
    RemissPaDagordning: (en, { data }) => en && { ...en, punkt: data, status: en.status === 'preliminart_svar' || en.status === 'beslutad' ? en.status : 'pa_dagordning' },
    RemissBehandlad: (en, { data }) => en && { ...en, behandlingar: [...en.behandlingar, data], status: data.avgjord ? 'beslutad' : en.status },
    RemissvarBeslutat: (en, { data: { avsteg: _, ...beslut } }) => en && { ...en, beslut, status: 'beslutad' },
    RemissvarExpedierat: (en, { data: { avsteg: _, ...ut } }) => en && { ...en, expedieringar: [...en.expedieringar, ut], status: ut.preliminart ? 'preliminart_svar' : 'expedierad' },
    YttrandeAvstatt: (en, { data: { datum, skal } }) => en && { ...en, avstatt: { datum, skal }, status: 'avstatt' },
    RemissAterupptagen: (en) => {
      if (en === undefined) return undefined;
      const { avstatt: _, ...rest } = en;
      return { ...rest, status: en.versioner.length > 0 ? 'utkast' : en.tilldelad === undefined ? 'mottagen' : 'tilldelad' };
    },
    RemissStruken: (en) => en && { ...en, status: 'struken' },
  },
  place: ({ namnd, inkom, id }) => ({ namnd, sort: `${inkom}:${id}` }),
  register: {
    columns: { status: 'text', oppen: 'integer', klass: 'text', slag: 'text', svarstid: 'text', inkom: 'text', instans: 'text', dagarSent: 'integer' },
    indexes: [['inkom'], ['svarstid'], ['oppen', 'svarstid'], ['status', 'inkom']],
    row: (en) => (en.status === 'struken' ? undefined : {
      status: en.status, oppen: arKlar(en) ? 0 : 1, klass: en.klass, slag: en.slag, svarstid: svarstidFor(en) ?? null, inkom: en.inkom, instans: en.tilldelad?.instans ?? null, dagarSent: dagarSent(en) ?? null,
    }),
  },
};

type Tider = Pick<Remiss, 'svarstidAvsandare' | 'svarstidIntern' | 'anstand'>;
/** One of the two times, with the respite that was granted. */
export const enSvarstid = ({ anstand, svarstidAvsandare, svarstidIntern }: Tider, vems: Svarstid): string | undefined =>
  anstand.findLast(({ svarstid, beviljat }) => svarstid === vems && beviljat === true)?.till ?? (vems === 'avsandare' ? svarstidAvsandare : svarstidIntern);
/** The earlier of the two: the one to be alarmed of (G). */
export const svarstidFor = (tider: Tider): string | undefined =>
  [enSvarstid(tider, 'avsandare'), enSvarstid(tider, 'intern')].filter((en) => en !== undefined).sort()[0];

/** When something first went out that answers in time: a preliminary answer does. */
const svarade = ({ expedieringar, avstatt }: Pick<Remiss, 'expedieringar' | 'avstatt'>): string | undefined =>
  [...expedieringar.map(({ datum }) => datum), ...(avstatt === undefined ? [] : [avstatt.datum])].sort()[0];
const DYGN = 86_400_000;
/** How many days after the time it went out; 0 when in time, nothing while it has not, or while no time is set. */
export const dagarSent = (en: Tider & Pick<Remiss, 'expedieringar' | 'avstatt'>, tid = svarstidFor(en)): number | undefined => {
  const datum = svarade(en);
  return tid === undefined || datum === undefined ? undefined : Math.max(0, Math.round((Date.parse(`${datum}T00:00:00Z`) - Date.parse(`${tid}T00:00:00Z`)) / DYGN));
};
